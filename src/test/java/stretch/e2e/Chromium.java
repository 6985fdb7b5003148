package stretch.e2e;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import stretch.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A headless Chromium with one tab, driven by its DevTools protocol; what it asked for and complained of is kept. */
final class Chromium implements AutoCloseable {
    private static final long DEADLINE_SECONDS = 60;
    private static final JsonMapper JSON = new JsonMapper();
    private static final String LISTENING = "DevTools listening on ";

    private final Process process;
    private final WebSocket socket;
    private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private CompletableFuture<Void> loaded = new CompletableFuture<>();
    private String session = "";
    private int number;

    private Chromium(Process process, String address) throws Exception {
        this.process = process;
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(address), new EventListener())
                .get(DEADLINE_SECONDS, SECONDS);
        var target = send("Target.createTarget", Map.of("url", "about:blank"))
                .get("targetId")
                .asString();
        session = send("Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .get("sessionId")
                .asString();
        for (var domain : List.of("Page", "Network", "Log", "Runtime")) {
            send(domain + ".enable", Map.of());
        }
    }

    /** The program, if it is installed. */
    static Optional<Path> program() {
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .map(name -> Path.of("/usr/bin", name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Starts it with a profile of its own in this folder. */
    static Chromium start(Path profile) throws Exception {
        var process = new ProcessBuilder(
                        program().orElseThrow().toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--hide-scrollbars",
                        "--no-first-run",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        var said = new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
        var line = said.readLine();
        while (line != null && !line.startsWith(LISTENING)) {
            line = said.readLine();
        }
        if (line == null) {
            throw new IllegalStateException("chromium did not start");
        }
        // It goes on complaining of what a server lacks, and must not wait for a reader.
        var rest = new Thread(() -> said.lines().forEach(it -> {}), "chromium");
        rest.setDaemon(true);
        rest.start();
        return new Chromium(process, line.substring(LISTENING.length()).strip());
    }

    /** Loads a file in a window this wide, light or dark. */
    void open(Path file, int width, String scheme) throws Exception {
        events.clear();
        loaded = new CompletableFuture<>();
        send(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        send(
                "Emulation.setEmulatedMedia",
                Map.of("media", "", "features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        send("Page.navigate", Map.of("url", file.toUri().toString()));
        loaded.get(DEADLINE_SECONDS, SECONDS);
    }

    /** What it fetched since the page was opened, the page itself included. */
    List<String> requests() {
        return all("Network.requestWillBeSent")
                .map(it -> it.at("/request/url").asString())
                .toList();
    }

    /** All that reached the console since. */
    List<String> complaints() {
        return Stream.of("Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded")
                .flatMap(this::all)
                .map(JsonNode::toString)
                .toList();
    }

    private Stream<JsonNode> all(String method) {
        return events.stream()
                .filter(event -> event.path("method").asString("").equals(method))
                .map(event -> event.get("params"));
    }

    /** What an expression in the page is; the policy binds pages and not their inspector. */
    JsonNode evaluate(String expression) throws Exception {
        return send("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true))
                .at("/result/value");
    }

    /** The whole page as a picture. */
    byte[] picture() throws Exception {
        var shot = send("Page.captureScreenshot", Map.of("captureBeyondViewport", true));
        return java.util.Base64.getDecoder().decode(shot.get("data").asString());
    }

    /** The page on paper of this size in inches, as a PDF. */
    byte[] print(double width, double height) throws Exception {
        var pdf = send("Page.printToPDF", Map.of("paperWidth", width, "paperHeight", height));
        return java.util.Base64.getDecoder().decode(pdf.get("data").asString());
    }

    /** From now on the page is laid out as on paper with so much room, in inches. */
    void onPaper(double width, double height) throws Exception {
        send("Emulation.setEmulatedMedia", Map.of("media", "print"));
        var size = Map.<String, Object>of(
                "width", (int) (width * 96), "height", (int) (height * 96), "deviceScaleFactor", 1, "mobile", false);
        send("Emulation.setDeviceMetricsOverride", size);
    }

    private JsonNode send(String method, Map<String, Object> parameters) throws Exception {
        int id = ++number;
        var answer = new CompletableFuture<JsonNode>();
        answers.put(id, answer);
        var message =
                new java.util.LinkedHashMap<String, Object>(Map.of("id", id, "method", method, "params", parameters));
        if (!session.isEmpty()) {
            message.put("sessionId", session);
        }
        socket.sendText(Json.text(message), true).get(DEADLINE_SECONDS, SECONDS);
        return answer.get(DEADLINE_SECONDS, SECONDS);
    }

    @Override
    public void close() {
        socket.abort();
        var children = process.descendants().toList();
        process.destroy();
        process.onExit().orTimeout(DEADLINE_SECONDS, SECONDS).join();
        // They end with it, and write into the profile until then.
        children.forEach(
                child -> child.onExit().orTimeout(DEADLINE_SECONDS, SECONDS).join());
    }

    /** Hears answers and events. */
    private final class EventListener implements WebSocket.Listener {
        private final StringBuilder heard = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
            heard.append(text);
            if (last) {
                take(JSON.readTree(heard.toString()));
                heard.setLength(0);
            }
            from.request(1);
            return CompletableFuture.completedFuture(null);
        }

        private void take(JsonNode message) {
            if (message.has("id")) {
                var answer = answers.remove(message.get("id").asInt());
                if (message.has("error")) {
                    answer.completeExceptionally(
                            new IllegalStateException(message.get("error").toString()));
                } else {
                    answer.complete(message.get("result"));
                }
            } else {
                events.add(message);
                if (message.path("method").asString("").equals("Page.loadEventFired")) {
                    loaded.complete(null);
                }
            }
        }
    }
}
