package stretch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import stretch.Main;
import stretch.history.History;
import stretch.os.Environment;
import stretch.os.LoopClock;

/** The whole program in this process, with a home folder of its own and a clock that is moved by hand. */
public final class CliRunner {
    /** The commands that never look for the history. */
    public static final Set<String> WITHOUT_HISTORY = Set.of(
            "list",
            "show",
            "figures",
            "suggest",
            "learn",
            "cautions",
            "goal",
            "render",
            "schedule",
            "init",
            "validate",
            "config",
            "completion");

    /** What one run printed, and its exit code. */
    public record CliResult(int code, String out, String err) {}

    private final Map<String, String> env = new HashMap<>();
    private final ManualClock clock = new ManualClock();
    private final Path home;
    private int columns = 80;
    private boolean unicode = true;
    private boolean terminal;
    private String typed = "";
    private final Set<Path> full = new HashSet<>();
    private Path proc = Path.of("src/test/resources/proc");
    private Path javaHome = Path.of("/usr/lib/jvm/java-17-openjdk-amd64");

    public CliRunner(Path home) {
        this.home = home;
        env.put("HOME", home.toString());
    }

    /** From now on somebody who has read the cautions. */
    public CliRunner withCautionsRead() {
        var record = home.resolve(".local/share/stretch/history.db");
        try (var history = History.open(record, Path.of("target", "caches").toAbsolutePath())) {
            history.storeValue("cautions", "read 2026-11-01T08:00:00.000+01:00");
        }
        return this;
    }

    public CliRunner env(String name, String value) {
        env.put(name, value);
        return this;
    }

    public CliRunner without(String name) {
        env.remove(name);
        return this;
    }

    public CliRunner columns(int columns) {
        this.columns = columns;
        return this;
    }

    /** From now on the terminal knows ASCII alone. */
    public CliRunner ascii() {
        unicode = false;
        return this;
    }

    /** From now on all its streams are a terminal, at which this is typed. */
    public CliRunner typing(String lines) {
        terminal = true;
        typed = lines;
        return this;
    }

    /** From now on it runs on the Java of this home. */
    public CliRunner java(String home) {
        javaHome = Path.of(home);
        return this;
    }

    /**
     * From now on the machine tells of its processes here; at first one where systemd and cron run, and the terminal is
     * not ours to read.
     */
    public CliRunner proc(Path folder) {
        proc = folder;
        return this;
    }

    /** From now on there is next to no room on the disk of this folder. */
    public CliRunner full(Path folder) {
        full.add(folder);
        return this;
    }

    /** Puts a shell script of this name before all other programs. */
    public CliRunner stub(String name, String script) {
        var file = file("programs/" + name, "#!/bin/sh\n" + script + "\n");
        env.put("PATH", home.resolve("programs") + ":/usr/bin:/bin");
        if (!file.toFile().setExecutable(true)) {
            throw new IllegalStateException(file + " cannot be made a program");
        }
        return this;
    }

    /** Sets the clock: {@code 2026-11-21T08:00:00+01:00[Europe/Berlin]} and the like. */
    public CliRunner setTime(String time) {
        var moment = java.time.ZonedDateTime.parse(time);
        clock.now = moment.toInstant();
        clock.zone = moment.getZone();
        return this;
    }

    /** Puts a file below the home folder. */
    public Path file(String name, String text) {
        try {
            var file = home.resolve(name);
            Files.createDirectories(java.util.Objects.requireNonNull(file.getParent()));
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public CliResult run(String... args) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var environment = new Environment(
                clock,
                clock,
                env,
                new Typist(typed),
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                new Environment.StandardStreams(terminal, terminal, terminal, columns, 24, unicode),
                new Environment.Installation(Path.of("/home/you/stretch/bin/stretch"), javaHome, "", ""),
                proc,
                folder -> full.contains(folder) ? 1 << 20 : Long.MAX_VALUE);
        int code = Main.run(environment, args);
        return new CliResult(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** The same for what has to succeed. */
    public CliResult ran(String... args) {
        var result = run(args);
        assertThat(result.code()).as("%s %s", String.join(" ", args), result).isZero();
        return result;
    }

    /** Somebody who types when asked, and so nothing ahead. */
    private static final class Typist extends ByteArrayInputStream {
        Typist(String lines) {
            super(lines.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public synchronized int available() {
            return 0;
        }
    }

    /** A clock whose time passes only while somebody waits for it. */
    private static final class ManualClock extends Clock implements LoopClock {
        private Instant now = Instant.parse("2026-11-21T07:00:00Z");
        private ZoneId zone = ZoneId.of("Europe/Berlin");
        private long nanos = 1;

        @Override
        public long nanos() {
            return nanos;
        }

        @Override
        public long wallMillis() {
            return now.toEpochMilli();
        }

        @Override
        public void await(long deadline) {
            if (deadline > nanos) {
                now = now.plus(Duration.ofNanos(deadline - nanos));
                nanos = deadline;
            }
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            throw new UnsupportedOperationException("nobody asks for it");
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
