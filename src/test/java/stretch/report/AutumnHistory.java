package stretch.report;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import stretch.catalogue.Outcome;
import stretch.catalogue.StepOutcome;
import stretch.catalogue.exercise.DoseKind;
import stretch.catalogue.exercise.Side;
import stretch.history.History;
import stretch.history.SessionWriter;
import stretch.history.entry.CheckIn;
import stretch.history.entry.StepRow;

/** A record that was made up, always the same: a year of practice by somebody whose left hip hurts at times. */
public final class AutumnHistory {
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    public static final Path CACHES = Path.of("target", "caches").toAbsolutePath();

    /** Until then somebody who practises now and then. */
    private static final LocalDate SUMMER_ENDS = TODAY.minusDays(90);

    private final History history;
    private final Random random = new Random(11);
    private int number;

    private AutumnHistory(History history) {
        this.history = history;
    }

    /** The year up to today, into this file. */
    public static void record(Path file) {
        record(file, TODAY.minusDays(370));
    }

    /** The days from this one up to today. */
    public static void record(Path file, LocalDate first) {
        try (var history = History.open(file, CACHES)) {
            var autumn = new AutumnHistory(history);
            for (var day = first; !day.isAfter(TODAY); day = day.plusDays(day.isBefore(SUMMER_ENDS) ? 3 : 1)) {
                autumn.day(day);
            }
        }
    }

    /** Twenty exercises, of which all hurt, and a long note a day; their names and the notes begin with these words. */
    public static void crowd(Path file, String words) {
        try (var history = History.open(file, CACHES)) {
            var autumn = new AutumnHistory(history);
            for (int i = 1; i <= 8; i++) {
                var start = TODAY.minusDays(9 - i).atTime(8, 0).atZone(ZoneId.of("Europe/Berlin"));
                var id = autumn.id();
                var writer = history.begin(id, "crowd-" + (i % 5 + 1), start, 40, OptionalInt.of(i));
                for (int step = 1; step <= 40; step++) {
                    writer.save(new StepRow(
                            step,
                            "crowd-" + (step + 1) / 2,
                            step % 2 == 0 ? Side.LEFT : Side.RIGHT,
                            DoseKind.HOLD,
                            30,
                            10,
                            Duration.ofSeconds(10),
                            i % 2 == 0 ? StepOutcome.HURT : StepOutcome.DONE,
                            start.toOffsetDateTime(),
                            OptionalInt.empty(),
                            ""));
                }
                writer.end(Outcome.COMPLETED, start.toOffsetDateTime(), Duration.ofSeconds(400));
                history.painAfter(id, i);
                history.editor(Clock.systemUTC())
                        .addCheckIn(new CheckIn(
                                autumn.id(),
                                start.plusHours(9).toOffsetDateTime(),
                                OptionalInt.of(10 - i),
                                Map.of("bending", "better", "hips", "same", "balance", "worse", "ease", "same"),
                                words + " note " + i + " of many words".repeat(80)));
            }
        }
    }

    /** The routines that go with it: five that hold all of them. */
    public static String crowdedRoutines(String words) {
        var yaml = new StringBuilder("exercises:\n");
        for (int i = 1; i <= 20; i++) {
            yaml.append("  crowd-" + i + ": {name: \"" + words + " " + i + "\", position: standing, hold: 30s,"
                    + " sides: [right, left], cues: [\"" + words + "\"]}\n");
        }
        yaml.append("routines:\n");
        var steps = IntStream.rangeClosed(1, 20).mapToObj(i -> "crowd-" + i).collect(Collectors.joining(", "));
        for (int i = 1; i <= 5; i++) {
            yaml.append(
                    "  crowd-" + i + ": {name: \"" + words + " " + i + "\", goal: 5/week, steps: [" + steps + "]}\n");
        }
        return yaml.toString();
    }

    /** A session on each of the days from this one up to yesterday, each with a note; past stretch, as there are many. */
    public static void everyDay(Path file, LocalDate first) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.executeUpdate("""
                    WITH RECURSIVE day(at) AS (SELECT unixepoch('%s 07:00') UNION ALL
                      SELECT at + 86400 FROM day WHERE at + 86400 < unixepoch('%s'))
                    INSERT INTO session (id, routine, started_ms, started_offset, zone, ended_ms, ended_offset, active_ms,
                      outcome, steps_planned, pain_before, pain_after, note, device)
                    SELECT printf('%%08x-0000-7000-8000-00000000000f', at), 'daily', at * 1000, 3600, 'Europe/Berlin',
                      at * 1000 + 150000, 3600, 140000, 'completed', 3, at / 86400 %% 7, at / 86400 %% 5,
                      'slept badly; then it was fine, and better in the evening than for many weeks before', 'd' FROM day
                    """.formatted(first, TODAY));
            statement.executeUpdate("""
                    INSERT INTO step (session, step, exercise, side, kind, planned, done, held_ms, outcome, started_ms,
                      started_offset)
                    SELECT id, side.step, 'chair-hip-flexor', side.word, 'hold', 60, 60, 60000, 'done', started_ms, 3600
                    FROM session JOIN (SELECT 1 AS step, 'right' AS word UNION ALL SELECT 2, 'left') AS side
                    WHERE device = 'd'""");
        }
    }

    private void day(LocalDate day) {
        if (random.nextInt(10) < 2) {
            return;
        }
        int pain = Math.max(0, Math.min(10, 6 - day.getMonthValue() / 3 + random.nextInt(4) - 1));
        session(day.atTime(7, 30).atZone(ZoneId.of("Europe/Berlin")), "daily", pain);
        if (day.getDayOfWeek().getValue() % 3 == 0) {
            session(day.atTime(19, 0).atZone(ZoneId.of("Europe/Berlin")), "relief", -1);
        }
        if (day.getDayOfWeek().getValue() == 7) {
            checkIn(day, pain);
        }
    }

    private void session(ZonedDateTime start, String routine, int pain) {
        var id = id();
        var writer = history.begin(id, routine, start, 3, pain < 0 ? OptionalInt.empty() : OptionalInt.of(pain));
        var time = Duration.ZERO;
        int step = 0;
        if (routine.equals("daily")) {
            time = time.plus(step(writer, ++step, "chair-hip-flexor", Side.RIGHT, DoseKind.HOLD, 60, start));
            time = time.plus(step(writer, ++step, "chair-hip-flexor", Side.LEFT, DoseKind.HOLD, 60, start));
            time = time.plus(step(writer, ++step, "hip-hinge", Side.BOTH, DoseKind.REPS, 5 + number % 4, start));
        } else {
            time = time.plus(step(writer, ++step, "pelvic-tilt", Side.BOTH, DoseKind.REPS, 8, start));
            time = time.plus(step(writer, ++step, "knee-to-chest", Side.RIGHT, DoseKind.REPS, 5, start));
            time = time.plus(step(writer, ++step, "knee-to-chest", Side.LEFT, DoseKind.REPS, 5, start));
        }
        writer.end(
                number % 17 == 0 ? Outcome.STOPPED : Outcome.COMPLETED,
                start.plus(time).toOffsetDateTime(),
                time);
        if (pain >= 0 && number % 3 == 0) {
            history.painAfter(id, Math.max(0, pain - 1));
        }
    }

    private Duration step(
            SessionWriter writer,
            int step,
            String exercise,
            Side side,
            DoseKind kind,
            int planned,
            ZonedDateTime start) {
        var outcome = side == Side.LEFT && random.nextInt(14) == 0
                ? StepOutcome.HURT
                : random.nextInt(16) == 0
                        ? StepOutcome.SKIPPED
                        : side == Side.LEFT && random.nextInt(4) == 0 ? StepOutcome.SHORTENED : StepOutcome.DONE;
        int done = switch (outcome) {
            case DONE -> planned;
            case SHORTENED -> planned * 2 / 3;
            case HURT -> planned / 3;
            case SKIPPED -> 0;
        };
        var held = Duration.ofSeconds(kind == DoseKind.HOLD ? done : done * 4L);
        writer.save(new StepRow(
                step,
                exercise,
                side,
                kind,
                planned,
                done,
                held,
                outcome,
                start.plusMinutes(step).toOffsetDateTime(),
                OptionalInt.empty(),
                ""));
        return held;
    }

    private void checkIn(LocalDate day, int pain) {
        var words = random.nextInt(3) == 0 ? "same" : random.nextInt(5) == 0 ? "worse" : "better";
        history.editor(Clock.systemUTC())
                .addCheckIn(new CheckIn(
                        id(),
                        day.atTime(20, 0).atZone(ZoneId.of("Europe/Berlin")).toOffsetDateTime(),
                        OptionalInt.of(pain),
                        Map.of("bending", words, "ease", random.nextInt(4) == 0 ? "same" : "better"),
                        day.getDayOfMonth() < 8 ? "a long drive on the day before; left hip tight until noon" : ""));
    }

    private String id() {
        return "%08x-0000-7000-8000-000000000000".formatted(++number);
    }
}
