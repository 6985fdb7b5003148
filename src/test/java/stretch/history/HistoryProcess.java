package stretch.history;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import stretch.catalogue.Outcome;
import stretch.history.db.Query;
import stretch.history.db.Schema;
import stretch.history.db.SqliteConnections;
import stretch.history.entry.Filter;
import stretch.os.AtomicFile;
import stretch.os.UserError;

/** Another process that uses the record. It says a line after each thing it did and then waits to be told to go on. */
final class HistoryProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader said;
    private final PrintStream told;

    private HistoryProcess(Process process) {
        this.process = process;
        this.said = process.inputReader(StandardCharsets.UTF_8);
        this.told = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    /** Starts a process that does this to the file, and waits until it says it is there. */
    static HistoryProcess start(String what, Path file) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var other = new HistoryProcess(new ProcessBuilder(List.of(
                        java,
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-Dslf4j.internal.verbosity=ERROR",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HistoryProcess.class.getName(),
                        what,
                        file.toString()))
                .redirectErrorStream(true)
                .start());
        other.hears("here");
        return other;
    }

    /** Lets it go on, and gives what it says next. */
    String next() throws IOException {
        go();
        return answer();
    }

    void go() {
        told.println();
    }

    String answer() throws IOException {
        return String.valueOf(said.readLine());
    }

    /** Whether it has said something that was not heard yet. */
    boolean hasAnswer() throws IOException {
        return said.ready();
    }

    private void hears(String line) throws IOException {
        var answer = answer();
        if (!answer.equals(line)) {
            throw new IOException("the other process said " + answer);
        }
    }

    /** Ends it as Ctrl-C and {@code kill} do. */
    void end() {
        process.destroy();
        process.onExit().join();
    }

    /** Ends it as {@code kill -9} does. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }

    /** The other side. */
    public static void main(String[] args) throws IOException {
        var file = Path.of(args[1]);
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        out.println("here");
        in.readLine();
        try {
            switch (args[0]) {
                case "open" -> open(file);
                case "turn" -> out.println(SessionLock.tryAcquire(file).isPresent() ? "taken" : "refused");
                case "write" -> out.println(write(file) ? "taken" : "refused");
                case "growth" -> growth(file);
                case "session" -> session(file, out, in);
                case "parts" -> parts(file);
                case "tables" -> tables(file, out, in);
                default -> throw new IOException(args[0]);
            }
            out.println("done");
        } catch (UserError failure) {
            out.println(failure.exit() + " " + failure.getMessage());
        }
        in.readLine();
    }

    private static void open(Path file) {
        try (var history = SampleHistory.open(file)) {
            history.sessions(Filter.ALL);
        }
    }

    /** Whether a write could begin this moment. */
    private static boolean write(Path file) {
        try (var connection = SqliteConnections.connect(file, SampleHistory.CACHES, false)) {
            Query.run(connection, "PRAGMA busy_timeout = 0");
            Query.run(connection, "BEGIN IMMEDIATE");
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    /** Makes the file longer with each of many writes. */
    private static void growth(Path file) {
        try (var history = SampleHistory.open(file)) {
            var writer = SampleHistory.begin(history, 1, "daily");
            for (int i = 1; i <= 300; i++) {
                writer.save(SampleHistory.step(i, "x".repeat(50_000)));
            }
            writer.abandon();
        }
    }

    /** Begins files on their way to this one, by each ending that their names may have. */
    private static void parts(Path file) throws IOException {
        for (var ending : AtomicFile.ENDINGS) {
            var part = AtomicFile.of(file, ending).file();
            Files.createFile(part.resolveSibling(part.getFileName() + "-journal"));
        }
    }

    /** Makes the tables in an empty file. */
    private static void tables(Path file, PrintStream out, BufferedReader in) throws IOException {
        try (var connection = SqliteConnections.connect(file, SampleHistory.CACHES, false)) {
            Query.run(connection, "BEGIN IMMEDIATE");
            out.println("begun");
            in.readLine();
            Schema.make(connection, 0, Schema.VERSION);
            Query.run(connection, "PRAGMA application_id = " + 0x73747263);
            Query.run(connection, "PRAGMA user_version = " + Schema.VERSION);
            Query.run(connection, "COMMIT");
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private static void session(Path file, PrintStream out, BufferedReader in) throws IOException {
        try (var history = SampleHistory.open(file)) {
            var writer = SampleHistory.begin(history, 1, "daily");
            for (int i = 1; i <= 2; i++) {
                writer.save(SampleHistory.step(i));
                out.println("saved " + i);
                in.readLine();
            }
            writer.end(
                    Outcome.COMPLETED,
                    SampleHistory.MORNING.plusMinutes(2).toOffsetDateTime(),
                    Duration.ofMillis(60_500));
        }
    }
}
