package stretch.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What is on record beside the sessions, as exports have it. */
record Beside(Store store) {
    /** Hands over what was said outside of sessions, cell by cell as the view of that name has it, oldest first. */
    void said(Export.Rows what, Filter filter, Consumer<List<Object>> reader) {
        var table = what == Export.Rows.RESTS ? "rest" : "checkin";
        var values = new ArrayList<Object>();
        values.add(filter.since().map(Instant::toEpochMilli).orElse(Long.MIN_VALUE));
        values.add(filter.until().map(Instant::toEpochMilli).orElse(Long.MAX_VALUE));
        store.each(
                "SELECT it.* FROM " + table + " JOIN " + what.id() + " AS it ON it." + table + " = " + table
                        + ".id WHERE " + table + ".at_ms >= ? AND " + table + ".at_ms < ? ORDER BY " + table
                        + ".at_ms, " + table + ".id",
                values,
                row -> {
                    var cells = new ArrayList<Object>();
                    for (int i = 1; i <= what.columns().size(); i++) {
                        var cell = row.getObject(i);
                        cells.add(cell == null ? Optional.empty() : cell);
                    }
                    reader.accept(cells);
                });
    }

    /** The sessions that were deleted, and when. */
    List<Map<String, Object>> deleted() {
        var rows = new ArrayList<Map<String, Object>>();
        store.each("SELECT session, deleted_ms FROM deleted ORDER BY session", List.of(), row -> {
            var cells = new LinkedHashMap<String, Object>();
            cells.put("session", row.getString("session"));
            cells.put("deleted_at", Export.stamp(Rows.moment(row.getLong("deleted_ms"), 0)));
            rows.add(cells);
        });
        return rows;
    }
}
