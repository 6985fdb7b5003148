package stretch.os;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToLongFunction;
import stretch.os.process.ChildProcess;
import stretch.text.DisplayWidth;
import stretch.text.TerminalSafe;

/**
 * Everything outside the program, handed in at the door.
 *
 * @param env the environment's variables
 * @param streams what the launcher found out about the three standard streams
 * @param installation what this program was started as
 * @param proc where Linux tells of processes; need not be there
 * @param room how many bytes are left on the disk of a folder
 */
public record Environment(
        Clock clock,
        LoopClock loopClock,
        Map<String, String> env,
        InputStream in,
        PrintStream out,
        PrintStream err,
        StandardStreams streams,
        Installation installation,
        Path proc,
        ToLongFunction<Path> room) {
    /** The kind of a terminal that shows text and knows no escape codes. */
    public static final String DUMB = "dumb";

    /** Room behind a question for an answer of a word. */
    private static final int ANSWER_COLUMNS = 5;

    /**
     * What the standard streams are connected to.
     *
     * @param input whether standard input is a terminal; likewise the two outputs
     * @param columns the terminal's width, 80 where there is none
     * @param rows its height, 24 where there is none
     * @param unicode whether the locale lets a terminal show more than ASCII
     */
    public record StandardStreams(
            boolean input, boolean output, boolean errors, int columns, int rows, boolean unicode) {
        /** No terminal anywhere. */
        public static final StandardStreams NONE = new StandardStreams(false, false, false, 80, 24, true);

        /** The same for what goes to standard error. */
        public StandardStreams ofErrors() {
            return new StandardStreams(input, errors, errors, columns, rows, unicode);
        }

        /** The same in a terminal that has another width by now. */
        public StandardStreams withColumns(int other) {
            return new StandardStreams(input, output, errors, other, rows, unicode);
        }

        /** A line of results as it is; a terminal that is narrower gets it broken between words. */
        public List<String> broken(String line) {
            return output ? DisplayWidth.folded(line, columns) : List.of(line);
        }
    }

    /**
     * This copy of stretch, for whoever is to start it again.
     *
     * @param program the launcher's absolute path
     * @param java the home of the Java that runs it
     * @param id tells this build from every other; empty where nothing is known of it
     * @param facts what the launcher goes by when it says a kept answer again; empty if it wants none kept
     */
    public record Installation(Path program, Path java, String id, String facts) {}

    public Environment {
        env = Map.copyOf(env);
    }

    /** A variable of the environment; set but empty counts as not set. */
    public Optional<String> variable(String name) {
        return Optional.ofNullable(env.get(name)).filter(value -> !value.isEmpty());
    }

    /** What kind of terminal it is by TERM; dumb where that does not say, as it may then know no escape code. */
    public String terminalKind() {
        return variable("TERM").orElse(DUMB);
    }

    public static Environment ofSystem() {
        return new Environment(
                new LocalClock(),
                new SystemLoopClock(),
                System.getenv(),
                System.in,
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                standardStreams(),
                thisInstallation(),
                Path.of("/proc"),
                Environment::roomOf);
    }

    /**
     * Whether the terminal is ours to read: a job in the background that reads it is stopped. Without Linux's account of
     * processes it is taken for ours.
     */
    public boolean isInForeground() {
        try {
            var stat = Files.readString(proc.resolve("self/stat"));
            // After the name, which may hold anything: state, parent, group, session, terminal, group in front.
            var fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
            return fields.length < 6 || fields[2].equals(fields[5]);
        } catch (IOException e) {
            return true;
        }
    }

    /** How many bytes are left on the disk of a folder; more than enough where none has a limit, or the folder is not there. */
    static long roomOf(Path folder) {
        var disk = folder.toFile();
        return disk.getTotalSpace() > 0 ? disk.getUsableSpace() : Long.MAX_VALUE;
    }

    /** Tells people a line beside the results; a terminal that is narrower gets it broken between words. */
    public void message(String text) {
        folded(text, streams.columns()).forEach(err::println);
    }

    /** Asks people, in lines like those of a message; the answer is typed behind the last one. */
    public void question(String text) {
        err.print(String.join(System.lineSeparator(), folded(text, streams.columns() - ANSWER_COLUMNS)) + " ");
        err.flush();
    }

    private List<String> folded(String text, int columns) {
        var line = TerminalSafe.line(text);
        return streams.errors() ? DisplayWidth.folded(line, columns) : List.of(line);
    }

    /** Ends this process and all that it started, without waiting for anything. */
    public static void endAtOnce(int code) {
        ChildProcess.endAll();
        Runtime.getRuntime().halt(code);
    }

    private static Installation thisInstallation() {
        return new Installation(
                Path.of(System.getProperty("stretch.program", "stretch")),
                Path.of(System.getProperty("java.home")),
                System.getProperty("stretch.id", ""),
                System.getProperty("stretch.facts", ""));
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(
                new java.io.BufferedOutputStream(new FileOutputStream(descriptor)), false, StandardCharsets.UTF_8);
    }

    /** The launcher asks the shell, which knows at no cost; a Java call would have to load a library for it. */
    private static StandardStreams standardStreams() {
        var which = System.getProperty("stretch.tty", "");
        int columns = Integer.getInteger("stretch.columns", 80);
        int rows = Integer.getInteger("stretch.rows", 24);
        boolean unicode = !"false".equals(System.getProperty("stretch.utf8"));
        return new StandardStreams(
                which.contains("0"),
                which.contains("1"),
                which.contains("2"),
                columns < 1 ? 80 : columns,
                rows < 1 ? 24 : rows,
                unicode);
    }

    /** Reads the time zones only when one is asked for: that takes as long as a small command. */
    private static final class LocalClock extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneId.systemDefault();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.system(zone);
        }

        @Override
        public long millis() {
            return System.currentTimeMillis();
        }

        @Override
        public Instant instant() {
            return Instant.now();
        }
    }

    private record SystemLoopClock() implements LoopClock {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public long wallMillis() {
            return System.currentTimeMillis();
        }

        @Override
        public void await(long nanos) {
            LockSupport.parkNanos(nanos - nanos());
        }
    }
}
