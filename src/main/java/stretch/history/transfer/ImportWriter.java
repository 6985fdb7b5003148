package stretch.history.transfer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import stretch.catalogue.exercise.DoseKind;
import stretch.history.entry.FieldRule;
import stretch.history.entry.FieldRules;
import stretch.os.ExitCode;
import stretch.os.UserError;
import stretch.text.BadInput;
import stretch.text.TerminalSafe;

/** Rows on their way in: checked one by one, and put into temporary tables beside the record. */
final class ImportWriter implements AutoCloseable {
    static final int MOST_PROBLEMS = 50;

    /** Rows that go to SQLite in one call; our choice, more were no faster. */
    private static final int BATCH = 500;

    /** The unit of the amounts of a step, by the id of its kind. */
    private static final Map<String, FieldRule.Word> UNITS = Arrays.stream(DoseKind.values())
            .collect(Collectors.toUnmodifiableMap(DoseKind::id, kind -> new FieldRule.Word(List.of(kind.unit()))));

    private final String file;
    private final Map<String, Batch> batches = new LinkedHashMap<>();
    private final List<BadInput> problems = new ArrayList<>();

    /** Rows that were checked but have not gone to SQLite; one that changes nothing there has the id of another. */
    private final class Batch implements AutoCloseable {
        private final String table;
        private final PreparedStatement insert;
        private final List<Waiting> waiting = new ArrayList<>();

        private record Waiting(int line, String id, String second) {}

        Batch(Connection connection, String table, String columns) throws SQLException {
            this.table = table;
            var places = columns.replaceAll("[a-z_]+", "?");
            insert = connection.prepareStatement(
                    "INSERT OR IGNORE INTO " + table + " (" + columns + ") VALUES (" + places + ")");
        }

        void add(int line, @Nullable Object... values) throws SQLException {
            for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 1, values[i]);
            }
            insert.addBatch();
            waiting.add(new Waiting(line, String.valueOf(values[0]), String.valueOf(values[1])));
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
                    problem(new BadInput(
                            row.line(),
                            0,
                            (table.equals("in_step") ? "step " + row.second() + " of " : "") + "the id '"
                                    + TerminalSafe.line(row.id()) + "' appears twice; keep one of them"));
                }
            }
            waiting.clear();
        }

        @Override
        public void close() throws SQLException {
            insert.close();
        }
    }

    ImportWriter(Connection connection, String file) throws SQLException {
        this.file = file;
        batches.put(
                "sessions",
                new Batch(
                        connection,
                        "in_session",
                        "id, routine, started_ms, started_offset, zone, ended_ms, ended_offset, active_ms, outcome, steps_claimed,"
                                + " steps_planned, pain_before, pain_after, note, device, changed_ms, broken_off, plan"));
        batches.put("steps", new Batch(connection, "in_step", FieldRules.columnList("step")));
        batches.put("deleted", new Batch(connection, "in_deleted", "session, deleted_ms"));
        batches.put("checkins", new Batch(connection, "in_checkin", FieldRules.columnList("checkin")));
        batches.put("pauses", new Batch(connection, "in_rest", FieldRules.columnList("rest")));
    }

    /** Notes what is wrong beside the cells of a row. */
    void problem(BadInput problem) {
        problems.add(problem);
    }

    void row(String kind, ImportRow row) throws SQLException {
        var values = switch (kind) {
            case "sessions" -> session(row, isWhole(row));
            case "steps" -> step(row);
            case "checkins" -> checkIn(row);
            case "pauses" -> pause(row);
            default -> new @Nullable Object[] {row.id("session"), ImportRow.millis(row.moment("deleted_at"))};
        };
        if (row.mistakes().isEmpty()) {
            Objects.requireNonNull(batches.get(kind)).add(row.line(), values);
        }
        problems.addAll(row.mistakes());
        if (problems.size() >= MOST_PROBLEMS) {
            refuse();
        }
    }

    /** Whether a session comes with its steps: how many were done is then not claimed, but can be counted. */
    private static boolean isWhole(ImportRow row) {
        return row instanceof ImportRow.JsonRow object && object.row().lists().containsKey("steps");
    }

    private static @Nullable Object[] session(ImportRow row, boolean whole) {
        var start = row.moment("started_at");
        var end = row.momentIfAny("ended_at");
        var claimed = row.number("steps_done", FieldRules.DONE);
        var planned = row.number("steps_planned", FieldRules.STEPS);
        var zone = row.text("zone", FieldRules.ZONE);
        var values = new @Nullable Object[] {
            row.id("session"),
            row.text("routine", FieldRules.NAME),
            ImportRow.millis(start),
            ImportRow.offset(start),
            zone.isEmpty() && start != null ? start.getOffset().getId() : zone,
            ImportRow.millis(end),
            ImportRow.offset(end),
            row.seconds("active_seconds", FieldRules.ACTIVE),
            row.word("outcome", FieldRules.OUTCOME),
            whole ? row.numberIfAny("steps_claimed", FieldRules.DONE) : (Long) claimed,
            planned,
            row.numberIfAny("pain_before", FieldRules.PAIN),
            row.numberIfAny("pain_after", FieldRules.PAIN),
            row.text("note", FieldRules.NOTE),
            row.text("device", FieldRules.NAME),
            ImportRow.millis(row.momentIfAny("changed_at")),
            row.numberIfAny("broken_off", FieldRules.STEPS),
            row.isEmpty("plan") ? null : row.text("plan", FieldRules.PLAN)
        };
        if (end != null && start != null && end.isBefore(start)) {
            row.problem("ended_at", "invalid ended_at: expected a time after started_at");
        }
        if (!whole && planned > 0 && claimed > planned) {
            row.problem("steps_done", "invalid steps_done '" + claimed + "': expected at most the steps_planned");
        }
        return values;
    }

    private static @Nullable Object[] step(ImportRow row) {
        var start = row.moment("started_at");
        var kind = row.word("kind", FieldRules.KIND);
        var unit = UNITS.get(kind);
        if (unit != null && !row.isEmpty("unit")) {
            row.word("unit", unit);
        }
        return new @Nullable Object[] {
            row.id("session"),
            row.number("step", FieldRules.STEPS),
            row.text("exercise", FieldRules.NAME),
            row.word("side", FieldRules.SIDE),
            kind,
            row.number("planned", FieldRules.PLANNED),
            row.number("done", FieldRules.DONE),
            row.seconds("seconds", FieldRules.ACTIVE),
            row.word("outcome", FieldRules.STEP_OUTCOME),
            ImportRow.millis(start),
            ImportRow.offset(start),
            row.numberIfAny("set", FieldRules.SET),
            row.text("load", FieldRules.LOAD)
        };
    }

    private static @Nullable Object[] checkIn(ImportRow row) {
        var at = row.moment("at");
        return new @Nullable Object[] {
            row.id("checkin"),
            ImportRow.millis(at),
            ImportRow.offset(at),
            row.numberIfAny("pain", FieldRules.PAIN),
            marker(row, "marker_bending"),
            marker(row, "marker_hips"),
            marker(row, "marker_balance"),
            marker(row, "marker_ease"),
            row.text("note", FieldRules.NOTE),
            row.text("device", FieldRules.NAME)
        };
    }

    private static @Nullable String marker(ImportRow row, String name) {
        return row.isEmpty(name) ? null : row.word(name, FieldRules.MARKER);
    }

    private static @Nullable Object[] pause(ImportRow row) {
        var at = row.moment("at");
        var kind = row.word("kind", FieldRules.REST_KIND);
        boolean snooze = kind.equals("snooze");
        var until = snooze ? row.moment("until") : null;
        var other = snooze ? "days" : "until";
        if (!row.isEmpty(other) && FieldRules.REST_KIND.allows(kind)) {
            row.problem(other, "invalid " + other + ": expected nothing, as this is a " + kind);
        }
        if (at != null && until != null && !FieldRules.SNOOZE.allows(Duration.between(at, until))) {
            row.problem("until", "invalid until: expected " + FieldRules.SNOOZE.expected() + " after 'at'");
        }
        return new @Nullable Object[] {
            row.id("rest"),
            kind,
            ImportRow.millis(at),
            ImportRow.offset(at),
            ImportRow.millis(until),
            snooze ? null : (Long) row.number("days", FieldRules.DAYS),
            row.text("reason", FieldRules.NOTE),
            row.text("device", FieldRules.NAME)
        };
    }

    /** Puts in what still waits, and fails with every mistake that was found, if any was. */
    void refuse() throws SQLException {
        for (var batch : batches.values()) {
            batch.send();
        }
        if (!problems.isEmpty()) {
            throw new UserError(
                    ExitCode.BAD_INPUT,
                    problems.stream()
                            .sorted(Comparator.comparingInt(BadInput::line).thenComparingInt(BadInput::column))
                            .limit(MOST_PROBLEMS)
                            .map(problem -> file + ":" + problem.getMessage())
                            .toList());
        }
    }

    @Override
    public void close() throws SQLException {
        for (var batch : batches.values()) {
            batch.close();
        }
    }
}
