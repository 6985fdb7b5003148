package stretch.history;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import stretch.catalogue.Outcome;
import stretch.catalogue.StepOutcome;
import stretch.catalogue.exercise.DoseKind;
import stretch.catalogue.exercise.Side;
import stretch.history.db.SqliteConnections;
import stretch.history.entry.SessionRow;
import stretch.history.entry.StepRow;
import stretch.history.transfer.Import;
import stretch.history.transfer.ImportResult;
import stretch.os.UserError;
import stretch.session.SamplePlans;
import stretch.session.plan.PlanOptions;

/** What the tests of the record put into it, and how they look at it past {@link History}. */
public final class SampleHistory {
    /** SQLite's native library is unpacked here once, for this process and those it starts. */
    public static final Path CACHES = Path.of("target", "caches").toAbsolutePath();

    public static final ZonedDateTime MORNING = ZonedDateTime.parse("2026-11-21T08:00:00.123+01:00[Europe/Berlin]");

    private SampleHistory() {}

    public static History open(Path file) {
        return History.open(file, CACHES);
    }

    /** An id that begins and ends with eight digits of the number. */
    public static String id(int number) {
        return "%1$08x-0000-7000-8000-0000%1$08x".formatted(number);
    }

    public static SessionWriter begin(History history, int number, String routine) {
        return history.begin(id(number), routine, MORNING.plusMinutes(number), 3, OptionalInt.empty());
    }

    /** A hold of half a minute, half a minute after the one before. */
    public static StepRow step(int number) {
        return step(number, StepOutcome.DONE, Duration.ofMillis(30_250));
    }

    public static StepRow step(int number, StepOutcome outcome, Duration held) {
        return new StepRow(
                number,
                "chair-hip-flexor",
                Side.RIGHT,
                DoseKind.HOLD,
                30,
                (int) held.toSeconds(),
                held,
                outcome,
                MORNING.toOffsetDateTime().plusSeconds(30L * number),
                OptionalInt.empty(),
                "");
    }

    public static StepRow step(int number, String exercise) {
        var held = Duration.ofMillis(30_250);
        return new StepRow(
                number,
                exercise,
                Side.BOTH,
                DoseKind.REPS,
                10,
                10,
                held,
                StepOutcome.DONE,
                MORNING.toOffsetDateTime(),
                OptionalInt.empty(),
                "");
    }

    /** The second set of ten repetitions, with a load. */
    public static StepRow loaded(int number, String exercise, String load) {
        var once = step(number, exercise);
        return new StepRow(
                number,
                exercise,
                once.side(),
                once.kind(),
                once.planned(),
                once.done(),
                once.held(),
                once.outcome(),
                once.startedAt(),
                OptionalInt.of(2),
                load);
    }

    /** Practises some of three steps and ends; without the last it broke off. */
    public static void practise(SessionWriter writer, Random random, Supplier<OffsetDateTime> endedAt) {
        writer.plan("plan " + random.nextInt(9), 3);
        int last = 1 + random.nextInt(3);
        for (int i = 1; i <= last; i++) {
            writer.save(step(i, StepOutcome.DONE, Duration.ofMillis(random.nextInt(90_000))));
        }
        if (last < 3) {
            writer.brokeOff(last);
        }
        writer.end(
                last < 3 ? Outcome.INTERRUPTED : Outcome.COMPLETED,
                endedAt.get(),
                Duration.ofSeconds(random.nextInt(100)));
    }

    /** An edit of nothing but the note. */
    public static HistoryEditor.SessionEdit noted(String note) {
        return new HistoryEditor.SessionEdit(
                Optional.of(note),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty());
    }

    /** A session that was done elsewhere, of so many steps. */
    public static SessionRow added(
            String id, String routine, ZonedDateTime at, Duration active, String note, int steps) {
        return new SessionRow(
                id,
                routine,
                at,
                Optional.empty(),
                active,
                Optional.of(Outcome.COMPLETED),
                steps,
                steps,
                OptionalInt.empty(),
                OptionalInt.empty(),
                note,
                "",
                Optional.empty());
    }

    /** The shipped daily routine as planned, begun on the day before {@link #MORNING}; of three steps one is done. */
    public static void brokenOff(History history, String id) {
        var at = ZonedDateTime.parse("2026-11-20T08:00:00+01:00[Europe/Berlin]");
        var plan = SamplePlans.shipped("daily", PlanOptions.NONE);
        var writer = history.begin(id, "daily", at, plan.stepCount(), OptionalInt.empty());
        writer.plan(plan.toJson(), plan.stepCount());
        var first = plan.steps().get(0);
        writer.save(new StepRow(
                1,
                first.exercise().id(),
                first.side(),
                first.kind(),
                first.target(),
                first.target(),
                Duration.ofSeconds(60),
                StepOutcome.DONE,
                at.toOffsetDateTime(),
                OptionalInt.empty(),
                ""));
        writer.end(Outcome.INTERRUPTED, at.plusMinutes(1).toOffsetDateTime(), Duration.ofSeconds(60));
    }

    /** Records a session without steps. */
    public static void session(History history, int number, String routine, Outcome outcome) {
        begin(history, number, routine).end(outcome, later(number), Duration.ZERO);
    }

    private static OffsetDateTime later(int number) {
        return MORNING.plusMinutes(number).plusSeconds(30).toOffsetDateTime();
    }

    /** Runs statements on a connection of their own. */
    public static void sql(Path file, String... statements) throws SQLException {
        try (var connection = SqliteConnections.connect(file, CACHES, false);
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The rows that a connection of its own finds, cells joined by a bar. */
    public static List<String> rows(Path file, String sql) throws SQLException {
        try (var connection = SqliteConnections.connect(file, CACHES, false);
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (row.next()) {
                var cells = new ArrayList<String>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    cells.add(String.valueOf(row.getObject(i)));
                }
                found.add(String.join("|", cells));
            }
            return found;
        }
    }

    /** Imports a file, and tells nobody on the way. */
    public static ImportResult read(Import importer, Path file, boolean tryOnly) {
        return importer.read(file, tryOnly, () -> {}, (done, all) -> {});
    }

    public static UserError failure(ThrowingCallable call) {
        return catchThrowableOfType(UserError.class, call);
    }
}
