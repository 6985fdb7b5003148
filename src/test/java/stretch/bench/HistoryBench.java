package stretch.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import stretch.catalogue.Outcome;
import stretch.catalogue.StepOutcome;
import stretch.catalogue.exercise.DoseKind;
import stretch.catalogue.exercise.Side;
import stretch.history.History;
import stretch.history.db.SqliteConnections;
import stretch.history.entry.StepRow;

/** What a long record costs, beside the sqlite3 program on the same file and beside a record of a few months. */
final class HistoryBench {
    private static final Path FOLDER = Path.of("target", "bench").toAbsolutePath();
    private static final Path STRETCH = Path.of("bin/stretch").toAbsolutePath();
    private static final Path OUT = FOLDER.resolve("out");

    private static final int FEW = 10_000;
    private static final int MANY = 1_000_000;
    private static final int STEPS_A_SESSION = 10;
    private static final int RUNS = 5;
    private static final int INSERTS = 500;

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final List<String> ROUTINES = List.of("daily", "daily", "one-stretch", "desk-break", "full");
    private static final List<String> EXERCISES =
            List.of("chair-hip-flexor", "standing-reset", "pelvic-tilt", "knee-to-chest", "glute-bridge", "hip-hinge");
    private static final List<String> NOTES = List.of("", "", "", "tight, then \"better\"", "left hip clicks");

    private HistoryBench() {}

    /** Arguments: none. */
    public static void main(String... args) throws Exception {
        Files.createDirectories(FOLDER);
        var few = record(FEW);
        var many = record(MANY);
        heading("1,000,000 steps", "stretch", "sqlite3", "ratio");
        compare("export", stretch(many, "export"), sqlite(many, "-csv", "SELECT * FROM sessions"));
        var view = sqlite(many, "-csv", "SELECT * FROM steps");
        compare("export --steps", stretch(many, "export", "--steps"), view);
        compare("export --steps -o", stretch(many, "export", "--steps", "--force", "-o", OUT + ".csv"), view);
        compare(
                "export --steps --format json",
                stretch(many, "export", "--steps", "--format", "json"),
                sqlite(many, "-json", "SELECT * FROM steps"));
        compare(
                "doctor, integrity and foreign keys",
                stretch(many, "doctor"),
                sqlite(many, "-list", "PRAGMA integrity_check; PRAGMA foreign_key_check"));
        compare(
                "backup, VACUUM INTO",
                stretch(many, "backup", "--force", OUT + ".db"),
                List.of(
                        "sh",
                        "-c",
                        "rm -f \"$1\" && exec sqlite3 \"$0\" \"VACUUM INTO '$1'\"",
                        many.toString(),
                        OUT + ".db"));
        System.out.printf("%-36s %8d MiB%n", "memory at its highest", peak(stretch(many, "export", "--steps")));
        heading("a record of as many steps", "1,000,000", "10,000", "ratio");
        for (var command : List.of(
                "history -n 5",
                "history last",
                "due",
                "history --since 30d",
                "history",
                "history -n all",
                "stats",
                "report -o -",
                "report -o - --since 1970-01-01")) {
            compare(command, stretch(many, command.split(" ", -1)), stretch(few, command.split(" ", -1)));
        }
        imports(many);
        heading("a step put on record", "stretch", "driver", "ratio");
        insert(few);
    }

    private static void heading(String what, String one, String other, String ratio) {
        System.out.printf("%n%-36s %12s %12s %8s%n", what, one, other, ratio);
    }

    /** A record with so many steps, the newest from today; made once a day. */
    private static Path record(int steps) throws IOException, SQLException {
        var file = FOLDER.resolve("steps-" + steps + "-" + LocalDate.now(ZONE) + ".db");
        if (!Files.exists(file)) {
            var part = FOLDER.resolve("part.db");
            Files.deleteIfExists(part);
            History.open(part, FOLDER).close();
            try (var connection = connect(part)) {
                fill(connection, steps);
            }
            // What is written seals what was put in past us: each row has its digest then.
            try (var history = History.open(part, FOLDER)) {
                history.storeValue("bench", "sealed");
            }
            Files.move(part, file);
        }
        return file;
    }

    private static Connection connect(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    /** Six sessions a day, up to this morning: 46 years for a million steps. */
    private static void fill(Connection connection, int steps) throws SQLException {
        var random = new Random(17);
        connection.setAutoCommit(false);
        int sessions = steps / STEPS_A_SESSION;
        var newest = Instant.now().truncatedTo(ChronoUnit.DAYS).toEpochMilli();
        try (var session = connection.prepareStatement("INSERT INTO session (id, routine, started_ms, started_offset,"
                        + " zone, ended_ms, ended_offset, active_ms, outcome, steps_planned, pain_before, note, device)"
                        + " VALUES (?, ?, ?, ?, 'Europe/Berlin', ?, ?, ?, ?, 10, ?, ?, '0a0b0c0d')");
                var step = connection.prepareStatement("INSERT INTO step (session, step, exercise, side, kind, planned,"
                        + " done, held_ms, outcome, started_ms, started_offset)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (int i = sessions; i > 0; i--) {
                long start = newest - i * Duration.ofHours(4).toMillis() + random.nextInt(3_600_000);
                int offset =
                        ZONE.getRules().getOffset(Instant.ofEpochMilli(start)).getTotalSeconds();
                var id = "%08x-%04x-7%03x-8%03x-%012x"
                        .formatted(
                                start >> 16,
                                start & 0xffff,
                                random.nextInt(1 << 12),
                                random.nextInt(1 << 12),
                                random.nextLong() >>> 16);
                values(
                        session,
                        id,
                        pick(ROUTINES, random),
                        start,
                        offset,
                        start + 400_000,
                        offset,
                        380_000,
                        random.nextInt(10) == 0 ? "stopped" : "completed",
                        random.nextInt(11),
                        pick(NOTES, random));
                for (int n = 1; n <= STEPS_A_SESSION; n++) {
                    boolean hold = random.nextBoolean();
                    int planned = hold ? 30 : 8;
                    boolean cut = random.nextInt(8) == 0;
                    values(
                            step,
                            id,
                            n,
                            pick(EXERCISES, random),
                            pick(List.of("left", "right", "both"), random),
                            hold ? "hold" : "reps",
                            planned,
                            cut ? planned / 2 : planned,
                            hold && !cut ? 30_000 : 15_000 + random.nextInt(15_000),
                            cut ? "shortened" : "done",
                            start + n * 38_000L + random.nextInt(1000),
                            offset);
                }
            }
            connection.commit();
        }
    }

    private static String pick(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }

    private static void values(java.sql.PreparedStatement insert, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            insert.setObject(i + 1, values[i]);
        }
        insert.executeUpdate();
    }

    private static List<String> stretch(Path record, String... arguments) {
        var command = new ArrayList<>(List.of(STRETCH.toString(), "--quiet", "--db", record.toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    private static List<String> sqlite(Path record, String form, String sql) {
        return List.of("sqlite3", form, "-header", record.toString(), sql);
    }

    /**
     * Both in turns, after one run each that does not count; milliseconds, and the medians' ratio. First by the clock, then by
     * the processor: the ratio of that is the same on a busy machine.
     */
    private static void compare(String what, List<String> one, List<String> other) throws Exception {
        var ones = new ArrayList<Double>();
        var others = new ArrayList<Double>();
        var oneCpu = new ArrayList<Double>();
        var otherCpu = new ArrayList<Double>();
        for (int i = 0; i <= RUNS; i++) {
            ones.add(millis(timed(one)));
            oneCpu.add(processorMillis());
            others.add(millis(timed(other)));
            otherCpu.add(processorMillis());
        }
        print(what, "ms", median(ones.subList(1, RUNS + 1)), median(others.subList(1, RUNS + 1)));
        print("  processor", "ms", median(oneCpu.subList(1, RUNS + 1)), median(otherCpu.subList(1, RUNS + 1)));
    }

    private static List<String> timed(List<String> command) {
        var timed = new ArrayList<>(
                List.of("bash", "-c", "TIMEFORMAT='%U %S'; { time \"$@\" 2>&3; } 3>&2 2>" + OUT + ".time", "time"));
        timed.addAll(command);
        return timed;
    }

    /** User and system time of the command that was timed last. */
    private static double processorMillis() throws IOException {
        double seconds = 0;
        for (var part : Files.readString(Path.of(OUT + ".time")).strip().split(" ", -1)) {
            seconds += Double.parseDouble(part);
        }
        return seconds * 1000;
    }

    private static void print(String what, String unit, double one, double other) {
        System.out.printf("%-36s %9.1f %s %9.1f %s %8.2f%n", what, one, unit, other, unit, one / other);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static double millis(List<String> command) throws Exception {
        long begun = System.nanoTime();
        int code = start(command).waitFor();
        if (code > 1) {
            throw new IllegalStateException(command + " ended with " + code);
        }
        return (System.nanoTime() - begun) / 1e6;
    }

    private static Process start(List<String> command) throws IOException {
        var builder = new ProcessBuilder(command).redirectOutput(OUT.toFile()).redirectError(Redirect.INHERIT);
        builder.environment().put("HOME", FOLDER.toString());
        builder.environment().put("STRETCH_NO_BUILD", "1");
        return builder.start();
    }

    /** Mebibytes that a process holds at its most, as Linux keeps them. */
    private static long peak(List<String> command) throws Exception {
        var process = start(command);
        long highest = 0;
        while (process.isAlive()) {
            highest = Math.max(highest, ProcessStatus.kibibytes(process.pid(), "VmHWM") / 1024);
            Thread.sleep(5);
        }
        return highest;
    }

    /** A million steps out of CSV into a record that has their sessions; each time into a copy that has no step yet. */
    private static void imports(Path record) throws Exception {
        var sessions = FOLDER.resolve("sessions.csv");
        var steps = FOLDER.resolve("steps.csv");
        var empty = FOLDER.resolve("empty.db");
        var target = FOLDER.resolve("import.db");
        millis(stretch(record, "export", "--force", "-o", sessions.toString()));
        millis(stretch(record, "export", "--force", "--steps", "-o", steps.toString()));
        Files.deleteIfExists(empty);
        millis(stretch(empty, "import", sessions.toString()));
        var times = new ArrayList<Double>();
        long highest = 0;
        for (int i = 0; i <= RUNS; i++) {
            Files.copy(empty, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            var command = stretch(target, "import", steps.toString());
            if (i == 0) {
                highest = peak(command);
            } else {
                times.add(millis(command));
            }
        }
        System.out.printf(
                "%n%-36s %9.1f ms, %,.0f rows/s, %d MiB at its highest%n",
                "import of 1,000,000 steps", median(times), MANY / median(times) * 1000, highest);
        for (var file : List.of(sessions, steps, empty, target)) {
            Files.deleteIfExists(file);
            Files.deleteIfExists(Path.of(file + ".lock"));
        }
    }

    /** Steps saved one by one, each on disk before the next, beside bare inserts by the same driver with the same pragmas. */
    private static void insert(Path record) throws Exception {
        var file = Files.copy(
                record,
                Files.createTempFile(FOLDER, "insert", ".db"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        var session = "0a0b0c0d-0000-7000-8000-00000000000%d";
        var ours = new ArrayList<Double>();
        var theirs = new ArrayList<Double>();
        try (var history = History.open(file, FOLDER);
                var connection = SqliteConnections.connect(file, FOLDER, false);
                var insert = connection.prepareStatement(
                        "INSERT INTO step (session, step, exercise, side, kind, planned, done, held_ms, outcome, started_ms,"
                                + " started_offset) VALUES (?, ?, 'chair-hip-flexor', 'right', 'hold', 30, 30, 30000, 'done',"
                                + " 1790000000000, 7200)")) {
            for (int run = 0; run <= RUNS; run++) {
                var id = session.formatted(run);
                var writer = history.begin(id, "daily", Instant.now().atZone(ZONE), INSERTS, OptionalInt.empty());
                for (int i = 1; i <= INSERTS; i++) {
                    var step = new StepRow(
                            i,
                            "chair-hip-flexor",
                            Side.RIGHT,
                            DoseKind.HOLD,
                            30,
                            30,
                            Duration.ofSeconds(30),
                            StepOutcome.DONE,
                            Instant.now().atOffset(ZoneOffset.UTC),
                            OptionalInt.empty(),
                            "");
                    long begun = System.nanoTime();
                    writer.save(step);
                    ours.add((System.nanoTime() - begun) / 1e3);
                    begun = System.nanoTime();
                    values(insert, id, INSERTS + i);
                    theirs.add((System.nanoTime() - begun) / 1e3);
                }
                writer.end(Outcome.STOPPED, Instant.now().atOffset(ZoneOffset.UTC), Duration.ZERO);
            }
        }
        for (int percent : List.of(50, 99)) {
            print("p" + percent, "us", percentile(ours, percent), percentile(theirs, percent));
        }
        Files.delete(file);
        Files.deleteIfExists(Path.of(file + ".lock"));
    }

    /** Of all but the first run. */
    private static double percentile(List<Double> times, int percent) {
        var sorted = times.stream().skip(INSERTS).sorted().toList();
        return sorted.get(sorted.size() * percent / 100);
    }
}
