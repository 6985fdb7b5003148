package stretch.history.transfer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import stretch.history.CheckIn;
import stretch.history.Filter;
import stretch.history.db.Database;
import stretch.history.db.RowMapper;
import stretch.json.JsonObject;

/** What is on record beside the sessions, as exports have it. */
public record CheckInExport(Database database) {
    /** Hands over the check-ins, cell by cell as exports have them, oldest first. */
    void checkIns(Filter filter, Consumer<List<Object>> reader) {
        each("checkin", filter, row -> {
            var it = RowMapper.checkIn(row);
            var cells = new ArrayList<Object>(List.of(it.id(), Export.stamp(it.at()), Export.number(it.pain())));
            CheckIn.MARKERS.forEach(
                    marker -> cells.add(Optional.ofNullable(it.markers().get(marker))));
            cells.add(it.note());
            cells.add(row.getString("device"));
            reader.accept(cells);
        });
    }

    /** Hands over the pauses likewise. */
    void pauses(Filter filter, Consumer<List<Object>> reader) {
        each("rest", filter, row -> {
            var it = RowMapper.pause(row);
            reader.accept(List.of(
                    it.id(),
                    it.kind(),
                    Export.stamp(it.at()),
                    it.until().map(Export::stamp),
                    it.days() == 0 ? Optional.empty() : Optional.of(it.days()),
                    it.reason(),
                    row.getString("device")));
        });
    }

    private void each(String table, Filter filter, Database.RowReader reader) {
        database.each(
                "SELECT * FROM " + table + " WHERE at_ms >= ? AND at_ms < ? ORDER BY at_ms, id",
                List.of(
                        filter.since().map(Instant::toEpochMilli).orElse(Long.MIN_VALUE),
                        filter.until().map(Instant::toEpochMilli).orElse(Long.MAX_VALUE)),
                reader);
    }

    /** The sessions that were deleted, and when. */
    List<JsonObject> deleted() {
        var rows = new ArrayList<JsonObject>();
        database.each("SELECT session, deleted_ms FROM deleted ORDER BY session", List.of(), row -> {
            rows.add(new JsonObject()
                    .put("session", row.getString("session"))
                    .put("deleted_at", Export.stamp(RowMapper.moment(row.getLong("deleted_ms"), 0))));
        });
        return rows;
    }
}
