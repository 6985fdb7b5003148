package stretch.bench;

import com.pty4j.PtyProcessBuilder;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import stretch.history.History;

/** What it costs to call stretch: whole processes through bin/stretch, beside a JVM that says hello. */
final class StartBench {
    private static final Path STRETCH = Path.of("bin/stretch").toAbsolutePath();
    private static final Path FOLDER = Path.of("target", "bench", "start").toAbsolutePath();
    private static final int RUNS = 21;

    /** More of what takes so little. */
    private static final int PROMPTS = 201;

    /** Milliseconds. */
    private static final double PROMPT_GOAL = 4;

    /** As bin/stretch has them. */
    private static final List<String> FLAGS = List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xms6m",
            "-Xmn2m",
            "-Xmx160m",
            "-Xss512k",
            "-XX:-UsePerfData",
            "-Xlog:disable",
            "-Xshare:auto");

    /** A call, how many times hello it may take on 17 and on newer ones, and the memory it may take. */
    private record StartTarget(String call, double ratio, double newer, int mebibytes) {}

    private static final List<StartTarget> GOALS = List.of(
            new StartTarget("--help", 1.4, 1.8, 45),
            new StartTarget("--version", 1.4, 1.8, 45),
            new StartTarget("completion bash", 1.4, 1.8, 45),
            new StartTarget("list", 2.2, 2.0, 45),
            new StartTarget("show hip-hinge", 2.2, 2.0, 45),
            new StartTarget("due daily", 3.5, 3.2, 47),
            new StartTarget("remind daily", 3.5, 3.2, 47),
            new StartTarget("history -n 5", 3.2, 2.8, 47),
            new StartTarget("add daily", 3.7, 3.4, 47));

    private StartBench() {}

    /** What the JVM is measured with. */
    static final class Hello {
        private Hello() {}

        public static void main(String... args) {
            System.out.println("hello");
        }
    }

    /** Arguments: the homes of the JDKs to measure; without any, the one that runs this. */
    public static void main(String... args) throws Exception {
        // An archive of another build may still lie there.
        try (var made = Files.walk(Files.createDirectories(Path.of("target", "start")))) {
            for (var file : made.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
        for (var java : args.length > 0 ? List.of(args) : List.of(System.getProperty("java.home"))) {
            measure(java);
        }
    }

    private static void measure(String java) throws Exception {
        Files.createDirectories(FOLDER);
        // Its goal is met for today, so that due and remind have something to read, and remind is silent.
        run(java, stretch("add daily"));
        var archive = archive(java, "--version", ".jsa");
        System.out.printf(
                "%n%-18s %10s %10s %8s %6s %8s %6s   %s%n",
                Path.of(java).getFileName(), "stretch", "hello", "ratio", "goal", "MiB", "goal", archive);
        var hello = new ArrayList<>(List.of(java + "/bin/java"));
        hello.addAll(FLAGS);
        hello.addAll(List.of("-cp", Path.of("target/test-classes").toAbsolutePath() + "", Hello.class.getName()));
        for (var goal : GOALS) {
            var ours = new ArrayList<Double>();
            var theirs = new ArrayList<Double>();
            for (int i = 0; i <= RUNS; i++) {
                ours.add(run(java, stretch(goal.call())));
                theirs.add(run(java, hello));
            }
            double one = median(ours.subList(1, RUNS + 1));
            double other = median(theirs.subList(1, RUNS + 1));
            System.out.printf(
                    "%-18s %7.0f ms %7.0f ms %8.2f %6.1f %8d %6d%n",
                    goal.call(),
                    one,
                    other,
                    one / other,
                    java.contains("17") ? goal.ratio() : goal.newer(),
                    peak(java, stretch(goal.call())),
                    goal.mebibytes());
        }
        firstFrame(java, hello);
        for (var call : List.of("due --porcelain", "due", "remind")) {
            kept(java, stretch(call));
        }
    }

    /** A session on a terminal until the name of the first exercise is on it, and what the JVM has held by then. */
    private static void firstFrame(String java, List<String> hello) throws Exception {
        try (var history = History.open(FOLDER.resolve(".local/share/stretch/history.db"), FOLDER.resolve("caches"))) {
            history.storeValue("cautions", "read 2026-11-01T08:00:00.000+01:00");
        }
        archive(java, "checkin --pain 2", "-session.jsa");
        var ours = new ArrayList<Double>();
        var theirs = new ArrayList<Double>();
        long mebibytes = 0;
        for (int i = 0; i <= RUNS; i++) {
            theirs.add(run(java, hello));
            long begun = System.nanoTime();
            var session = session(java);
            await(session, "hip flexor");
            ours.add((System.nanoTime() - begun) / 1e6);
            mebibytes = ProcessHandle.of(session.pid()).stream()
                    .flatMap(ProcessHandle::descendants)
                    .mapToLong(StartBench::held)
                    .max()
                    .orElse(0);
            session.destroy();
            session.waitFor();
        }
        double one = median(ours.subList(1, RUNS + 1));
        double other = median(theirs.subList(1, RUNS + 1));
        System.out.printf(
                "%-18s %7.0f ms %7.0f ms %8.2f %6s %8d %6d%n",
                "run: first frame", one, other, one / other, "", mebibytes, 60);
    }

    private static Process session(String java) throws IOException {
        var environment = new HashMap<>(System.getenv());
        environment.put("HOME", FOLDER.toString());
        environment.put("JAVA_HOME", java);
        environment.put("TERM", "xterm-256color");
        environment.remove("XDG_CACHE_HOME");
        environment.remove("STRETCH_NO_BUILD");
        return new PtyProcessBuilder(stretch("run daily --sound off").toArray(String[]::new))
                .setEnvironment(environment)
                .setInitialColumns(80)
                .setInitialRows(24)
                .start();
    }

    private static void await(Process session, String words) throws IOException {
        var shown = new StringBuilder();
        var bytes = new byte[8192];
        boolean answered = false;
        while (shown.indexOf(words) < 0) {
            int count = session.getInputStream().read(bytes);
            if (count < 0) {
                throw new IOException("the session ended before its first frame: " + shown);
            }
            shown.append(new String(bytes, 0, count, StandardCharsets.UTF_8));
            if (shown.indexOf("\033[c") >= 0 && !answered) { // as any terminal does, which else would be waited for
                session.getOutputStream().write("\033[?6c".getBytes(StandardCharsets.US_ASCII));
                session.getOutputStream().flush();
                answered = true;
            }
        }
    }

    /** Mebibytes at its highest. */
    private static long held(ProcessHandle process) {
        try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    /** What no JVM is started for once it was found, beside a shell that does nothing. */
    private static void kept(String java, List<String> line) throws Exception {
        var shell = List.of("/bin/sh", "-c", ":");
        run(java, line);
        var ours = new ArrayList<Double>();
        var theirs = new ArrayList<Double>();
        for (int i = 0; i < PROMPTS; i++) {
            ours.add(run(java, line));
            theirs.add(run(java, shell));
        }
        System.out.printf(
                "%-18s %7.2f ms %7.2f ms %8.2f %4.0f ms   beside 'sh -c :'%n",
                String.join(" ", line.subList(1, line.size())),
                median(ours),
                median(theirs),
                median(ours) / median(theirs),
                PROMPT_GOAL);
    }

    private static List<String> stretch(String call) {
        return Stream.concat(Stream.of(STRETCH.toString()), Stream.of(call.split(" ", -1)))
                .toList();
    }

    /** Waits for the archive, whose name ends so, that the first such call has made in the background. */
    private static String archive(String java, String call, String end) throws Exception {
        var begun = System.nanoTime();
        run(java, stretch(call));
        var name = Path.of(java).toRealPath().getFileName().toString();
        var made = Path.of("target", "start");
        while (System.nanoTime() - begun < TimeUnit.MINUTES.toNanos(1)) {
            try (var files = Files.walk(made)) {
                if (files.anyMatch(file ->
                        file.toString().contains(name) && file.toString().endsWith(end))) {
                    return "with archive";
                }
            } catch (java.io.UncheckedIOException | java.nio.file.NoSuchFileException e) {
                // Not there yet, or a folder that went while we walked.
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return "WITHOUT archive";
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static double run(String java, List<String> command) throws Exception {
        long begun = System.nanoTime();
        int code = start(java, command, Redirect.DISCARD).waitFor();
        if (code > 1) {
            throw new IllegalStateException(command + " ended with " + code);
        }
        return (System.nanoTime() - begun) / 1e6;
    }

    /** Mebibytes that a call holds at its most, as GNU time has them from the kernel; 0 if it is not installed. */
    private static long peak(String java, List<String> command) throws Exception {
        if (!Files.isExecutable(Path.of("/usr/bin/time"))) {
            return 0;
        }
        var timed = Stream.concat(Stream.of("/usr/bin/time", "-f", "%M"), command.stream())
                .toList();
        var process = start(java, timed, Redirect.PIPE);
        var said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return Long.parseLong(said.strip().lines().reduce((one, other) -> other).orElse("0")) / 1024;
    }

    private static Process start(String java, List<String> command, Redirect errors) throws IOException {
        var builder =
                new ProcessBuilder(command).redirectOutput(Redirect.DISCARD).redirectError(errors);
        builder.environment().put("HOME", FOLDER.toString());
        builder.environment().put("JAVA_HOME", java);
        builder.environment().remove("XDG_CACHE_HOME");
        builder.environment().remove("STRETCH_NO_BUILD");
        // An answer for a prompt is only kept where the zone has a name.
        builder.environment().put("TZ", "UTC");
        return builder.start();
    }
}
