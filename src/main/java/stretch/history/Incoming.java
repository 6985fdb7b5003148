package stretch.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import stretch.Exit;
import stretch.Failure;
import stretch.catalogue.Kind;
import stretch.catalogue.Outcome;
import stretch.catalogue.Side;
import stretch.catalogue.StepOutcome;
import stretch.text.Visible;

/** Rows on their way in: checked one by one, and put into temporary tables beside the record. */
final class Incoming implements AutoCloseable {
    private static final int MOST_MISTAKES = 50;

    /** Rows that go to SQLite in one call; our choice, more were no faster. */
    private static final int BATCH = 500;

    private static final Set<String> OUTCOMES = words(Outcome.values(), Outcome::id);
    private static final Set<String> STEP_OUTCOMES = words(StepOutcome.values(), StepOutcome::id);
    private static final Set<String> SIDES = words(Side.values(), Side::id);
    private static final Set<String> REST_KINDS = Set.of("snooze", "skip");
    private static final Set<String> KINDS = words(Kind.values(), Kind::id);

    private final String file;
    private final Function<String, String> restored;
    private final PreparedStatement session;
    private final PreparedStatement step;
    private final PreparedStatement deleted;
    private final PreparedStatement checkIn;
    private final PreparedStatement rest;
    private final List<Mistake> mistakes = new ArrayList<>();
    private final List<Waiting> waiting = new ArrayList<>();

    /** What is wrong in a line. */
    private record Mistake(int line, String text) {}

    /** A row that was checked but has not gone to SQLite: all that wait go by the same statement. */
    private record Waiting(PreparedStatement insert, int line, String id) {}

    /** Nothing came in yet; {@code restored} gives text as it was before it went into a cell. */
    Incoming(Connection connection, String file, Function<String, String> restored) throws SQLException {
        this.file = file;
        this.restored = restored;
        session = connection.prepareStatement(
                "INSERT OR IGNORE INTO in_session (id, routine, started_ms, started_offset, zone,"
                        + " ended_ms, ended_offset, active_ms, outcome, steps_claimed, steps_planned, pain_before, pain_after,"
                        + " note, device, changed_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        step = connection.prepareStatement(
                "INSERT OR IGNORE INTO in_step (session, step, exercise, side, kind, planned, done,"
                        + " held_ms, outcome, started_ms, started_offset) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        deleted = connection.prepareStatement("INSERT OR IGNORE INTO in_deleted VALUES (?, ?)");
        checkIn = connection.prepareStatement("INSERT OR IGNORE INTO in_checkin (id, at_ms, at_offset, pain,"
                + " marker_bending, marker_hips, marker_balance, marker_ease, note, device)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        rest = connection.prepareStatement("INSERT OR IGNORE INTO in_rest (id, kind, at_ms, at_offset, until_ms, days,"
                + " reason, device) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    }

    private static <E> Set<String> words(E[] values, Function<E, String> id) {
        return Arrays.stream(values).map(id).collect(Collectors.toSet());
    }

    /** One row of a file; {@code row} gives the text of a cell by the name of its column, "" where there is none. */
    void row(String kind, UnaryOperator<String> row, int at) throws SQLException {
        var line = new Line(row, restored);
        switch (kind) {
            case "sessions" -> put(session, at, line, session(line));
            case "steps" -> put(step, at, line, step(line));
            case "deleted" -> put(deleted, at, line, line.id("session"), Line.millis(line.moment("deleted_at", true)));
            case "checkins" -> put(checkIn, at, line, checkIn(line));
            case "rests" -> put(rest, at, line, rest(line));
            default ->
                line.mistake("'" + Visible.line(kind) + "' is nothing that can be imported; sessions and steps are");
        }
        line.mistakes().forEach(text -> mistakes.add(new Mistake(at, text)));
        if (mistakes.size() >= MOST_MISTAKES) {
            refuse();
        }
    }

    private static @Nullable Object[] session(Line line) {
        var start = line.moment("started_at", true);
        var end = line.moment("ended_at", false);
        var values = new @Nullable Object[] {
            line.id("session"),
            line.text("routine", true),
            Line.millis(start),
            Line.offset(start),
            start == null ? "" : start.getOffset().getId(),
            Line.millis(end),
            Line.offset(end),
            line.seconds("active_seconds"),
            line.word("outcome", OUTCOMES),
            line.number("steps_done", 0, 100_000, true),
            line.number("steps_planned", 1, 100_000, true),
            line.number("pain_before", 0, 10, false),
            line.number("pain_after", 0, 10, false),
            line.text("note", false),
            line.text("device", true),
            Line.millis(line.moment("changed_at", false))
        };
        if (end != null && start != null && end.isBefore(start)) {
            line.mistake("'ended_at' lies before 'started_at'; write the later one there");
        }
        return values;
    }

    private static @Nullable Object[] step(Line line) {
        var start = line.moment("started_at", true);
        return new @Nullable Object[] {
            line.id("session"),
            line.number("step", 1, 100_000, true),
            line.text("exercise", true),
            line.word("side", SIDES),
            line.word("kind", KINDS),
            line.number("planned", 1, 100_000, true),
            line.number("done", 0, 100_000, true),
            line.seconds("seconds"),
            line.word("outcome", STEP_OUTCOMES),
            Line.millis(start),
            Line.offset(start)
        };
    }

    private static @Nullable Object[] checkIn(Line line) {
        var at = line.moment("at", true);
        return new @Nullable Object[] {
            line.id("checkin"),
            Line.millis(at),
            Line.offset(at),
            line.number("pain", 0, 10, false),
            marker(line, "marker_bending"),
            marker(line, "marker_hips"),
            marker(line, "marker_balance"),
            marker(line, "marker_ease"),
            line.text("note", false),
            line.text("device", true)
        };
    }

    private static @Nullable String marker(Line line, String name) {
        return line.cell(name).isEmpty() ? null : line.word(name, CheckIn.WORDS);
    }

    private static @Nullable Object[] rest(Line line) {
        var at = line.moment("at", true);
        boolean snooze = line.word("kind", REST_KINDS).equals("snooze");
        return new @Nullable Object[] {
            line.id("rest"),
            line.cell("kind"),
            Line.millis(at),
            Line.offset(at),
            snooze ? Line.millis(line.moment("until", true)) : null,
            snooze ? null : line.number("days", 1, Rest.MOST_DAYS, true),
            line.text("reason", false),
            line.text("device", true)
        };
    }

    private void put(PreparedStatement insert, int at, Line line, @Nullable Object... values) throws SQLException {
        if (!line.mistakes().isEmpty()) {
            return;
        }
        if (waiting.size() >= BATCH || (!waiting.isEmpty() && waiting.get(0).insert() != insert)) {
            send();
        }
        for (int i = 0; i < values.length; i++) {
            insert.setObject(i + 1, values[i]);
        }
        insert.addBatch();
        waiting.add(new Waiting(insert, at, String.valueOf(values[0])));
    }

    /** Puts in what waits; a row that changes nothing has the id of another. */
    private void send() throws SQLException {
        if (waiting.isEmpty()) {
            return;
        }
        var changes = waiting.get(0).insert().executeBatch();
        for (int i = 0; i < changes.length; i++) {
            if (changes[i] == 0) {
                var row = waiting.get(i);
                mistakes.add(new Mistake(
                        row.line(), "the id '" + Visible.line(row.id()) + "' comes twice; keep one of the two"));
            }
        }
        waiting.clear();
    }

    /** Puts in what still waits, and fails with every mistake that was found, if any was. */
    void refuse() throws SQLException {
        send();
        if (!mistakes.isEmpty()) {
            throw new Failure(
                    Exit.BAD_INPUT,
                    mistakes.stream()
                            .sorted(Comparator.comparingInt(Mistake::line))
                            .limit(MOST_MISTAKES)
                            .map(mistake -> file + ":" + mistake.line() + ": " + mistake.text())
                            .toList());
        }
    }

    @Override
    public void close() throws SQLException {
        session.close();
        step.close();
        deleted.close();
        checkIn.close();
        rest.close();
    }
}
