package stretch.history.transfer.export;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import stretch.history.db.Database;
import stretch.history.db.Query;
import stretch.history.db.RowMapper;
import stretch.history.db.SessionRows;
import stretch.history.entry.Filter;
import stretch.history.entry.HistoryEntry;
import stretch.json.JsonObject;

/** Reads the rows that are exported; sessions that still run are left out. */
public record ExportRows(Database database) {
    /** Hands over the rows, each with its cells in the order of their columns. */
    void each(Filter filter, Export.ExportTable what, Consumer<JsonObject> reader) {
        switch (what) {
            case SESSIONS ->
                new SessionRows(database, filter).sessions(row -> {
                    if (row.outcome().isPresent()) {
                        reader.accept(EntryJson.of(row));
                    }
                });
            case STEPS ->
                steps(
                        filter,
                        row -> reader.accept(new JsonObject()
                                .put("session", row.session())
                                .put("step", row.step().step())
                                .put("routine", row.routine())
                                .putAll(EntryJson.of(row.step()))));
            case CHECKINS -> each("checkin", filter, row -> reader.accept(device(row, RowMapper.checkIn(row))));
            case PAUSES -> each("rest", filter, row -> reader.accept(device(row, RowMapper.pause(row))));
        }
    }

    void steps(Filter filter, Consumer<SessionRows.StepOfSession> reader) {
        new SessionRows(database, filter).steps(row -> {
            if (!row.running()) {
                reader.accept(row);
            }
        });
    }

    private static JsonObject device(ResultSet row, HistoryEntry entry) throws SQLException {
        return EntryJson.of(entry).put("device", row.getString("device"));
    }

    private void each(String table, Filter filter, Query.RowReader reader) {
        database.each(
                "SELECT * FROM " + table + " WHERE at_ms >= ? AND at_ms < ? ORDER BY at_ms, id",
                List.of(
                        filter.since().map(Instant::toEpochMilli).orElse(Long.MIN_VALUE),
                        filter.until().map(Instant::toEpochMilli).orElse(Long.MAX_VALUE)),
                reader);
    }

    /** The sessions that were deleted, and when. */
    List<JsonObject> deleted() {
        return database.list(
                "SELECT session, deleted_ms FROM deleted ORDER BY session",
                List.of(),
                row -> new JsonObject()
                        .put("session", row.getString("session"))
                        .put("deleted_at", Export.stamp(RowMapper.moment(row.getLong("deleted_ms"), 0))));
    }
}
