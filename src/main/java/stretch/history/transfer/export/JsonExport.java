package stretch.history.transfer.export;

import java.io.Writer;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import stretch.history.History;
import stretch.history.db.SessionRows.WholeSession;
import stretch.history.entry.Filter;
import stretch.json.Json;
import stretch.json.JsonObject;

/** Writes the history as JSON, a row a line; sessions that still run are left out. */
public final class JsonExport {
    public static final String FORMAT = "stretch";

    /** Version 1 had no member {@code version}; its sessions came without their steps, and its pauses as rests. */
    public static final int VERSION = 2;

    private final Writer out;
    private final Consumer<Object> json;

    private JsonExport(Writer out) {
        this.out = out;
        this.json = Json.writer(out);
    }

    /** Writes everything that passes the filter: sessions with their steps, check-ins, pauses and deletions. */
    public static void whole(History history, Filter filter, Writer out) {
        new JsonExport(out).document(json -> {
            json.list(
                    "sessions",
                    rows -> history.rows(filter).whole(session -> {
                        if (session.row().outcome().isPresent()) {
                            rows.accept(session(session));
                        }
                    }));
            // What was said outside of sessions is of no routine.
            var beside = filter.routine().isPresent() ? History.none() : history;
            json.list(Export.ExportTable.CHECKINS, beside, filter);
            json.list(Export.ExportTable.PAUSES, beside, filter);
            // Deletions travel as well, or what was deleted here would come back from another machine.
            json.list("deleted", rows -> {
                if (filter.isAll()) {
                    history.exportRows().deleted().forEach(rows);
                }
            });
        });
    }

    public static void rows(History history, Filter filter, Export.ExportTable what, Writer out) {
        new JsonExport(out).document(json -> json.list(what, history, filter));
    }

    private void document(Consumer<JsonExport> members) {
        Export.write(out, "{\"format\": \"" + FORMAT + "\", \"version\": " + VERSION);
        members.accept(this);
        Export.write(out, "}\n");
    }

    private void list(Export.ExportTable what, History history, Filter filter) {
        list(what.id(), rows -> history.exportRows().each(filter, what, rows));
    }

    private void list(String key, Consumer<Consumer<JsonObject>> content) {
        Export.write(out, ",\n\"" + key + "\": [");
        var first = new boolean[] {true};
        content.accept(row -> {
            Export.write(out, first[0] ? "\n" : ",\n");
            first[0] = false;
            json.accept(row);
        });
        Export.write(out, first[0] ? "]" : "\n]");
    }

    private static JsonObject session(WholeSession session) {
        return EntryJson.of(session.row())
                .put("zone", session.zone())
                .put("changed_at", session.row().changedAt().map(at -> Export.stamp(at.atOffset(ZoneOffset.UTC))))
                .put("steps_claimed", session.stepsClaimed())
                .put("broken_off", session.brokenOff())
                .put("plan", session.plan())
                .put("steps", session.steps(), EntryJson::of);
    }
}
