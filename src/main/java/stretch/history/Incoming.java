package stretch.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import stretch.Exit;
import stretch.Failure;
import stretch.text.DidYouMean;
import stretch.text.Json;
import stretch.text.Visible;
import stretch.text.Words;

/** Rows on their way in: checked one by one, and put into temporary tables beside the record. */
final class Incoming implements AutoCloseable {
    static final int MOST_MISTAKES = 50;

    /** Rows that go to SQLite in one call; our choice, more were no faster. */
    private static final int BATCH = 500;

    /** What an object of each kind may have; beside the columns of CSV, a session has more, and its steps. */
    private static final Map<String, Set<String>> KEYS = Map.of(
            "sessions",
            keys(Export.Rows.SESSIONS, "zone", "changed_at", "steps_claimed", "broken_off", "plan"),
            "steps",
            keys(Export.Rows.STEPS),
            "checkins",
            keys(Export.Rows.CHECKINS),
            "pauses",
            keys(Export.Rows.PAUSES),
            "deleted",
            new LinkedHashSet<>(List.of("session", "deleted_at")));

    private final String file;
    private final Batch session;
    private final Batch step;
    private final Batch deleted;
    private final Batch checkIn;
    private final Batch rest;
    private final List<Line.Mistake> mistakes = new ArrayList<>();

    /** Rows that were checked but have not gone to SQLite; one that changes nothing there has the id of another. */
    private final class Batch implements AutoCloseable {
        private final PreparedStatement insert;
        private final List<Waiting> waiting = new ArrayList<>();

        private record Waiting(int line, String id) {}

        Batch(Connection connection, String table, String columns) throws SQLException {
            var places = columns.replaceAll("[a-z_]+", "?");
            insert = connection.prepareStatement(
                    "INSERT OR IGNORE INTO " + table + " (" + columns + ") VALUES (" + places + ")");
        }

        void add(int line, @Nullable Object... values) throws SQLException {
            for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 1, values[i]);
            }
            insert.addBatch();
            waiting.add(new Waiting(line, String.valueOf(values[0])));
            if (waiting.size() >= BATCH) {
                send();
            }
        }

        void send() throws SQLException {
            if (waiting.isEmpty()) {
                return;
            }
            var changes = insert.executeBatch();
            for (int i = 0; i < changes.length; i++) {
                if (changes[i] == 0) {
                    var row = waiting.get(i);
                    mistakes.add(new Line.Mistake(
                            new IncomingRow.Place(row.line(), 0),
                            "the id '" + Visible.line(row.id()) + "' comes twice; keep one of the two"));
                }
            }
            waiting.clear();
        }

        @Override
        public void close() throws SQLException {
            insert.close();
        }
    }

    private static Set<String> keys(Export.Rows rows, String... more) {
        var keys = new LinkedHashSet<>(rows.columns());
        keys.addAll(List.of(more));
        return keys;
    }

    /** Nothing came in yet. */
    Incoming(Connection connection, String file) throws SQLException {
        this.file = file;
        session = new Batch(
                connection,
                "in_session",
                "id, routine, started_ms, started_offset, zone, ended_ms, ended_offset, active_ms, outcome, steps_claimed,"
                        + " steps_planned, pain_before, pain_after, note, device, changed_ms, broken_off, plan");
        step = new Batch(connection, "in_step", Staging.STEP);
        deleted = new Batch(connection, "in_deleted", "session, deleted_ms");
        checkIn = new Batch(connection, "in_checkin", Staging.CHECKIN);
        rest = new Batch(connection, "in_rest", Staging.REST);
    }

    /** One object of a JSON file; a session has its steps within it. */
    void object(String kind, Json.Row object) throws SQLException {
        known(kind, object);
        var row = new JsonRow(object, Map.of());
        row(kind, row);
        for (var steps : object.lists().values()) {
            for (var step : steps) {
                known("steps", step);
                row("steps", new JsonRow(step, Map.of("session", row.cell("session"), "routine", row.cell("routine"))));
            }
        }
    }

    private void known(String kind, Json.Row object) {
        var keys = Objects.requireNonNull(KEYS.get(kind));
        for (var cell : object.values().entrySet()) {
            if (!keys.contains(cell.getKey())) {
                unknown(
                        keys,
                        cell.getKey(),
                        cell.getValue().line(),
                        cell.getValue().column());
            }
        }
        for (var list : object.lists().keySet()) {
            if (!kind.equals("sessions") || !list.equals("steps")) {
                unknown(keys, list, object.line(), object.column());
            }
        }
    }

    /** Notes a key that is not among those that are known. */
    void unknown(Collection<String> known, String key, int line, int column) {
        mistakes.add(new Line.Mistake(
                new IncomingRow.Place(line, column),
                "unknown key '" + Visible.line(key) + "': "
                        + DidYouMean.advice(known, key, "expected " + Words.or(List.copyOf(known)))));
    }

    /** One row of a file. */
    void row(String kind, IncomingRow row) throws SQLException {
        var line = new Line(row);
        switch (kind) {
            case "sessions" -> put(session, line, session(line, isWhole(row)));
            case "steps" -> put(step, line, step(line));
            case "checkins" -> put(checkIn, line, checkIn(line));
            case "pauses" -> put(rest, line, rest(line));
            default -> put(deleted, line, line.id("session"), Line.millis(line.moment("deleted_at")));
        }
        mistakes.addAll(line.mistakes());
        if (mistakes.size() >= MOST_MISTAKES) {
            refuse();
        }
    }

    /** Whether a session comes with its steps: how many were done is then not claimed, but can be counted. */
    private static boolean isWhole(IncomingRow row) {
        return row instanceof JsonRow object && object.row().lists().containsKey("steps");
    }

    private static @Nullable Object[] session(Line line, boolean whole) {
        var start = line.moment("started_at");
        var end = line.momentIfAny("ended_at");
        var claimed = line.number("steps_done", FieldRules.DONE);
        var zone = line.text("zone", FieldRules.ZONE);
        var values = new @Nullable Object[] {
            line.id("session"),
            line.text("routine", FieldRules.NAME),
            Line.millis(start),
            Line.offset(start),
            zone.isEmpty() && start != null ? start.getOffset().getId() : zone,
            Line.millis(end),
            Line.offset(end),
            line.seconds("active_seconds", FieldRules.ACTIVE),
            line.word("outcome", FieldRules.OUTCOME),
            whole ? line.numberIfAny("steps_claimed", FieldRules.DONE) : (Long) claimed,
            line.number("steps_planned", FieldRules.STEPS),
            line.numberIfAny("pain_before", FieldRules.PAIN),
            line.numberIfAny("pain_after", FieldRules.PAIN),
            line.text("note", FieldRules.NOTE),
            line.text("device", FieldRules.NAME),
            Line.millis(line.momentIfAny("changed_at")),
            line.numberIfAny("broken_off", FieldRules.STEPS),
            line.isEmpty("plan") ? null : line.text("plan", FieldRules.PLAN)
        };
        if (end != null && start != null && end.isBefore(start)) {
            line.mistake("ended_at", "invalid ended_at: expected a time after started_at");
        }
        return values;
    }

    private static @Nullable Object[] step(Line line) {
        var start = line.moment("started_at");
        return new @Nullable Object[] {
            line.id("session"),
            line.number("step", FieldRules.STEPS),
            line.text("exercise", FieldRules.NAME),
            line.word("side", FieldRules.SIDE),
            line.word("kind", FieldRules.KIND),
            line.number("planned", FieldRules.PLANNED),
            line.number("done", FieldRules.DONE),
            line.seconds("seconds", FieldRules.ACTIVE),
            line.word("outcome", FieldRules.STEP_OUTCOME),
            Line.millis(start),
            Line.offset(start)
        };
    }

    private static @Nullable Object[] checkIn(Line line) {
        var at = line.moment("at");
        return new @Nullable Object[] {
            line.id("checkin"),
            Line.millis(at),
            Line.offset(at),
            line.numberIfAny("pain", FieldRules.PAIN),
            marker(line, "marker_bending"),
            marker(line, "marker_hips"),
            marker(line, "marker_balance"),
            marker(line, "marker_ease"),
            line.text("note", FieldRules.NOTE),
            line.text("device", FieldRules.NAME)
        };
    }

    private static @Nullable String marker(Line line, String name) {
        return line.isEmpty(name) ? null : line.word(name, FieldRules.MARKER);
    }

    private static @Nullable Object[] rest(Line line) {
        var at = line.moment("at");
        var kind = line.word("kind", FieldRules.REST_KIND);
        boolean snooze = kind.equals("snooze");
        var until = snooze ? line.moment("until") : null;
        if (at != null && until != null && !FieldRules.SNOOZE.allows(Duration.between(at, until))) {
            line.mistake("until", "invalid until: expected " + FieldRules.SNOOZE.expected() + " after 'at'");
        }
        return new @Nullable Object[] {
            line.id("rest"),
            kind,
            Line.millis(at),
            Line.offset(at),
            Line.millis(until),
            snooze ? null : (Long) line.number("days", FieldRules.DAYS),
            line.text("reason", FieldRules.NOTE),
            line.text("device", FieldRules.NAME)
        };
    }

    private static void put(Batch batch, Line line, @Nullable Object... values) throws SQLException {
        if (line.mistakes().isEmpty()) {
            batch.add(line.number(), values);
        }
    }

    /** Puts in what still waits, and fails with every mistake that was found, if any was. */
    void refuse() throws SQLException {
        for (var batch : List.of(session, step, deleted, checkIn, rest)) {
            batch.send();
        }
        if (!mistakes.isEmpty()) {
            throw new Failure(
                    Exit.BAD_INPUT,
                    mistakes.stream()
                            .sorted(Comparator.comparingInt(
                                    mistake -> mistake.place().line()))
                            .limit(MOST_MISTAKES)
                            .map(mistake -> file + ":" + mistake.place() + ": " + mistake.text())
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
