package stretch.history;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import stretch.catalogue.StepOutcome;
import stretch.catalogue.exercise.DoseKind;
import stretch.catalogue.exercise.Side;
import stretch.history.db.Database;
import stretch.history.db.RowMapper;

/**
 * The record added up by SQLite, so that of decades of steps only sums come this way.
 *
 * <p>All days are those of practice on which the session began, by the offset stored with it.
 */
public final class Aggregates {
    private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();

    private final Database database;
    private final Optional<String> routine;
    private final PracticeCalendar calendar;
    private final String day;

    Aggregates(Database database, PracticeCalendar calendar, Optional<String> routine) {
        this.database = database;
        this.routine = routine;
        this.calendar = calendar;
        this.day = dayOf("session");
    }

    /** Days since 1970; SQLite cuts a quotient off towards zero, so a day before 1970 that is begun takes one more. */
    private String dayOf(String session) {
        return "({ms} / {day} - ({ms} % {day} < 0))"
                .replace("{ms}", "({session}.started_ms + {session}.started_offset * 1000 - {start})")
                .replace("{session}", session)
                .replace("{start}", Long.toString(calendar.startMillis()))
                .replace("{day}", Long.toString(DAY_MILLIS));
    }

    /** The sessions of one routine on one day that were completed or have any time at their steps. */
    public record DaySessions(LocalDate date, String routine, int sessions, int completed, Duration active) {}

    /** The steps with any time on one side on one day, and that time. */
    public record DaySides(LocalDate date, Side side, int steps, Duration held) {}

    /** How many steps of an exercise ended so. */
    public record ExerciseOutcomes(String exercise, StepOutcome outcome, int steps) {}

    /**
     * What was done of an exercise on one side.
     *
     * @param least the smallest amount that a step of it was planned with, {@code most} the largest; as {@code kind} has
     *     it
     * @param days the days on which at least one step counted as practised
     * @param last the last day with a step of it
     * @param hurtLast the last day on which it hurt
     */
    public record ExerciseTotals(
            String exercise,
            Side side,
            DoseKind kind,
            int least,
            int most,
            int steps,
            int done,
            int shortened,
            int skipped,
            int hurt,
            int days,
            Duration held,
            LocalDate last,
            Optional<LocalDate> hurtLast) {}

    /** So many steps of an exercise on one side that were done with this amount on one day. */
    public record DaySteps(LocalDate date, String exercise, Side side, DoseKind kind, int amount, int steps) {}

    /** Hands over the sessions up to this day, or that began before then, of each day, by date; not one of no second. */
    public void sessions(LocalDate last, Instant end, Consumer<DaySessions> reader) {
        var values = new ArrayList<>(values());
        values.add(last.toEpochDay());
        values.add(end.toEpochMilli());
        database.each(
                "SELECT " + day + " AS day, routine, count(*), sum(outcome IS 'completed'), sum(active_ms) FROM session"
                        + " WHERE (active_ms >= 1000 OR outcome = 'completed')" + ofRoutine() + " AND (" + day
                        + " <= ? OR started_ms < ?) GROUP BY day, routine",
                values,
                row -> reader.accept(new DaySessions(
                        RowMapper.day(row.getLong(1)),
                        row.getString(2),
                        row.getInt(3),
                        row.getInt(4),
                        RowMapper.length("sum of times", row.getLong(5)))));
    }

    /** Hands over what was held on each side on each of these days, the last of them included. */
    public void sides(LocalDate from, LocalDate to, Consumer<DaySides> reader) {
        database.each(
                "SELECT " + day + " AS day, side, count(*), sum(held_ms) FROM session JOIN step"
                        + " ON step.session = session.id WHERE held_ms > 0 AND side IN ('left', 'right')" + ofRoutine()
                        + between() + " GROUP BY day, side",
                values(from, to),
                row -> reader.accept(new DaySides(
                        RowMapper.day(row.getLong(1)),
                        RowMapper.side(row.getString(2)),
                        row.getInt(3),
                        RowMapper.length("sum of times", row.getLong(4)))));
    }

    /** Hands over how the steps of these days ended, the last of them included. */
    public void outcomes(LocalDate from, LocalDate to, Consumer<ExerciseOutcomes> reader) {
        database.each(
                "SELECT exercise, step.outcome, count(*) FROM session JOIN step ON step.session = session.id WHERE true"
                        + ofRoutine() + between() + " GROUP BY exercise, step.outcome",
                values(from, to),
                row -> reader.accept(new ExerciseOutcomes(
                        row.getString(1), RowMapper.stepOutcome(row.getString(2)), row.getInt(3))));
    }

    /** Hands over what was done of each exercise on each side on these days, the last of them included. */
    public void exercises(LocalDate from, LocalDate to, Consumer<ExerciseTotals> reader) {
        database.each(
                "SELECT exercise, side, kind, min(planned), max(planned), count(*), sum(step.outcome = 'done'),"
                        + " sum(step.outcome = 'shortened'), sum(step.outcome = 'skipped'), sum(step.outcome = 'hurt'),"
                        + " count(DISTINCT CASE WHEN step.outcome IN ('done', 'shortened') THEN " + day + " END),"
                        + " sum(held_ms), max(" + day + "), max(CASE WHEN step.outcome = 'hurt' THEN " + day + " END)"
                        + " FROM session JOIN step ON step.session = session.id WHERE true" + ofRoutine() + between()
                        + " GROUP BY exercise, side, kind ORDER BY exercise, side, kind",
                values(from, to),
                row -> reader.accept(new ExerciseTotals(
                        row.getString(1),
                        RowMapper.side(row.getString(2)),
                        RowMapper.kind(row.getString(3)),
                        RowMapper.count("planned", row.getLong(4)),
                        RowMapper.count("planned", row.getLong(5)),
                        row.getInt(6),
                        row.getInt(7),
                        row.getInt(8),
                        row.getInt(9),
                        row.getInt(10),
                        row.getInt(11),
                        RowMapper.length("sum of times", row.getLong(12)),
                        RowMapper.day(row.getLong(13)),
                        row.getObject(14) == null ? Optional.empty() : Optional.of(RowMapper.day(row.getLong(14))))));
    }

    /**
     * Hands over the steps of these exercises that count as practised, but for those of completed sessions of the routine.
     *
     * @param from the first day that they are wanted of
     * @param once whether the days with such a session are left out: they are done
     */
    public void doneSteps(
            String of, Collection<String> exercises, boolean once, LocalDate from, Consumer<DaySteps> reader) {
        var values = new ArrayList<Object>(List.of(earliest(from), from.toEpochDay()));
        values.addAll(exercises);
        values.add(of);
        if (once) {
            values.add(of);
        }
        database.each(
                "SELECT " + day + " AS day, exercise, side, kind, step.done, count(*) FROM session JOIN step"
                        + " ON step.session = session.id WHERE session.started_ms >= ? AND " + day
                        + " >= ? AND step.outcome IN ('done', 'shortened') AND exercise IN ("
                        + String.join(", ", Collections.nCopies(exercises.size(), "?"))
                        + ") AND NOT (routine = ? AND session.outcome IS 'completed')"
                        + (once
                                ? " AND " + day + " NOT IN (SELECT " + dayOf("own")
                                        + " FROM session AS own WHERE own.routine = ? AND own.outcome = 'completed')"
                                : "")
                        + " GROUP BY day, exercise, side, kind, step.done",
                values,
                row -> reader.accept(new DaySteps(
                        RowMapper.day(row.getLong(1)),
                        row.getString(2),
                        RowMapper.side(row.getString(3)),
                        RowMapper.kind(row.getString(4)),
                        RowMapper.count("done", row.getLong(5)),
                        row.getInt(6))));
    }

    /** Hands over the pain that was said after sessions on each of these days, the last of them included. */
    public void after(LocalDate from, LocalDate to, BiConsumer<LocalDate, IntSummaryStatistics> reader) {
        database.each(
                "SELECT " + day + " AS day, count(*), sum(pain_after), min(pain_after), max(pain_after) FROM session"
                        + " WHERE pain_after IS NOT NULL"
                        + ofRoutine() + between() + " GROUP BY day",
                values(from, to),
                row -> reader.accept(
                        RowMapper.day(row.getLong(1)),
                        new IntSummaryStatistics(
                                row.getLong(2),
                                RowMapper.count("pain_after", row.getLong(4)),
                                RowMapper.count("pain_after", row.getLong(5)),
                                RowMapper.count("pain_after", row.getLong(3)))));
    }

    private String ofRoutine() {
        return routine.isPresent() ? " AND routine = ?" : "";
    }

    /** The index is by moments, and no offset is as far as a day from UTC; the day of practice then decides. */
    private String between() {
        return " AND session.started_ms >= ? AND session.started_ms < ? AND " + day + " BETWEEN ? AND ?";
    }

    /** No moment of the day of practice is before that, wherever it is; milliseconds since 1970. */
    static long earliest(LocalDate day) {
        return (day.toEpochDay() - 1) * DAY_MILLIS;
    }

    /** All moments of the day of practice, which may begin as late as noon, are before that. */
    static long latest(LocalDate day) {
        return (day.toEpochDay() + 3) * DAY_MILLIS;
    }

    private List<Object> values() {
        return routine.<List<Object>>map(List::of).orElse(List.of());
    }

    private List<Object> values(LocalDate from, LocalDate to) {
        var values = new ArrayList<>(values());
        values.add(earliest(from));
        values.add(latest(to));
        values.add(from.toEpochDay());
        values.add(to.toEpochDay());
        return values;
    }
}
