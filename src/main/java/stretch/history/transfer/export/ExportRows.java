package stretch.history.transfer.export;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import stretch.history.History;
import stretch.history.db.Database;
import stretch.history.db.RowMapper;
import stretch.history.db.SessionRows;
import stretch.history.entry.CheckIn;
import stretch.history.entry.Filter;
import stretch.json.JsonObject;

/** Reads the rows that are exported; sessions that still run are left out. */
public record ExportRows(History history, Database database) {
    /** Hands over the rows cell by cell, in the order of their columns. */
    void each(Filter filter, Export.ExportTable what, Consumer<List<Object>> reader) {
        switch (what) {
            case SESSIONS ->
                history.sessions(filter, row -> {
                    row.outcome().ifPresent(outcome -> reader.accept(Export.cells(row, outcome)));
                });
            case STEPS -> steps(filter, row -> reader.accept(cells(row)));
            case CHECKINS -> checkIns(filter, reader);
            case PAUSES -> pauses(filter, reader);
        }
    }

    void steps(Filter filter, Consumer<SessionRows.StepOfSession> reader) {
        history.steps(filter, row -> {
            if (!row.running()) {
                reader.accept(row);
            }
        });
    }

    private static List<Object> cells(SessionRows.StepOfSession row) {
        var cells = new ArrayList<Object>(List.of(row.session(), row.step().step(), row.routine()));
        var own = Export.cells(row.step());
        cells.addAll(own.subList(1, own.size()));
        return cells;
    }

    private void checkIns(Filter filter, Consumer<List<Object>> reader) {
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

    private void pauses(Filter filter, Consumer<List<Object>> reader) {
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
        return database.list(
                "SELECT session, deleted_ms FROM deleted ORDER BY session",
                List.of(),
                row -> new JsonObject()
                        .put("session", row.getString("session"))
                        .put("deleted_at", Export.stamp(RowMapper.moment(row.getLong("deleted_ms"), 0))));
    }
}
