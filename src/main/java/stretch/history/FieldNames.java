package stretch.history;

import java.util.Map;
import java.util.Optional;
import stretch.history.db.UuidV7;

/** What people call the rows and fields of the history; others are bookkeeping that goes along with these. */
final class FieldNames {
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("", ""),
            Map.entry("routine", "the routine of "),
            Map.entry("started_ms", "the start of "),
            Map.entry("ended_ms", "the end of "),
            Map.entry("active_ms", "the duration of "),
            Map.entry("outcome", "the outcome of "),
            Map.entry("pain", "the pain of "),
            Map.entry("marker_bending", "the bending of "),
            Map.entry("marker_hips", "the hips of "),
            Map.entry("marker_balance", "the balance of "),
            Map.entry("marker_ease", "the ease of "),
            Map.entry("pain_before", "the pain before of "),
            Map.entry("pain_after", "the pain after of "),
            Map.entry("note", "the note of "),
            Map.entry("done", "the amount of "),
            Map.entry("held_ms", "the time of "),
            Map.entry("load", "the load of "),
            Map.entry("at_ms", "the time of "),
            Map.entry("until_ms", "the end of "),
            Map.entry("days", "the days of "),
            Map.entry("reason", "the reason of "));

    private static final Map<String, String> ROWS = Map.of(
            "session",
            "session %s",
            "step",
            "step %2$s of session %1$s",
            "checkin",
            "check-in %s",
            "rest",
            "snooze or skip %s");

    private FieldNames() {}

    static boolean isRow(String table) {
        return ROWS.containsKey(table);
    }

    static boolean isField(String column) {
        return FIELDS.containsKey(column);
    }

    /**
     * A field of a row, {@code the note of session 1234abcd}, or the row if no field is named; nothing for bookkeeping.
     *
     * @param key of the row, as a JSON array
     */
    static Optional<String> of(String table, String key, String column) {
        var field = FIELDS.get(column);
        var row = ROWS.get(table);
        if (field == null || row == null) {
            return Optional.empty();
        }
        var parts = key.replaceAll("[\\[\\]\"]", "").split(",", -1);
        return Optional.of(field + row.formatted(UuidV7.shown(parts[0]), parts[parts.length - 1]));
    }
}
