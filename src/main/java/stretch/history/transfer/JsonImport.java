package stretch.history.transfer;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import stretch.history.db.SqliteErrors;
import stretch.history.entry.FieldRule;
import stretch.history.transfer.export.Export;
import stretch.history.transfer.export.JsonExport;
import stretch.json.Json;
import stretch.text.BadInput;
import stretch.text.DidYouMean;
import stretch.text.Numbers;
import stretch.text.TerminalSafe;
import stretch.text.Words;

/** Reads an export as JSON, of this version or an older one, object by object. */
record JsonImport(Path file, ImportWriter writer) implements Json.Members {
    private static final FieldRule.Whole VERSIONS = new FieldRule.Whole(1, JsonExport.VERSION);

    private static final List<String> MEMBERS =
            List.of("format", "version", "sessions", "steps", "checkins", "pauses", "deleted");

    /** What an object of each list may have; beside the columns of CSV, a session has more, and its steps. */
    private static final Map<String, Set<String>> KEYS = Map.of(
            "sessions",
            keys(Export.ExportTable.SESSIONS, "zone", "changed_at", "steps_claimed", "broken_off", "plan"),
            "steps",
            keys(Export.ExportTable.STEPS),
            "checkins",
            keys(Export.ExportTable.CHECKINS),
            "pauses",
            keys(Export.ExportTable.PAUSES),
            "deleted",
            new LinkedHashSet<>(List.of("session", "deleted_at")));

    private static Set<String> keys(Export.ExportTable rows, String... more) {
        var keys = new LinkedHashSet<>(rows.columns());
        keys.addAll(List.of(more));
        return keys;
    }

    @Override
    public void value(String key, Json.Value value) {
        switch (key) {
            case "format" -> {
                if (!value.text().equals(JsonExport.FORMAT)) {
                    throw value.fault("invalid format: expected \"" + JsonExport.FORMAT + "\"");
                }
            }
            case "version" -> {
                if (value.type() != Json.Value.Type.NUMBER
                        || !VERSIONS.allows(Numbers.parse(value.text()).orElse(-1))) {
                    throw value.fault(
                            VERSIONS.fault("version", value.text()) + "; a newer stretch may have written it");
                }
            }
            default -> {
                if (KEYS.containsKey(kind(key))) {
                    throw value.fault("'" + key + "' is not a list: expected [...]");
                }
                unknown(MEMBERS, key, value.line(), value.column());
            }
        }
    }

    /** The kind of the rows in a list, which is its key; pauses were called rests in version 1. */
    private static String kind(String key) {
        return key.equals("rests") ? "pauses" : key;
    }

    @Override
    public Consumer<Json.JsonRowReader> list(String key, int line, int column) {
        var kind = kind(key);
        if (!KEYS.containsKey(kind)) {
            if (MEMBERS.contains(key)) {
                throw new BadInput(line, column, "'" + key + "' is a list: expected a single value");
            }
            unknown(MEMBERS, key, line, column);
            return row -> {};
        }
        return row -> {
            try {
                object(kind, row);
            } catch (SQLException e) {
                throw SqliteErrors.of(file, e);
            }
        };
    }

    /** One object of a list; a session has its steps within it. */
    private void object(String kind, Json.JsonRowReader object) throws SQLException {
        known(kind, object);
        var row = new ImportRow.JsonRow(object, Map.of(), new ArrayList<>());
        writer.row(kind, row);
        for (var steps : object.lists().values()) {
            for (var step : steps) {
                known("steps", step);
                writer.row(
                        "steps",
                        new ImportRow.JsonRow(
                                step,
                                Map.of("session", row.cell("session"), "routine", row.cell("routine")),
                                new ArrayList<>()));
            }
        }
    }

    private void known(String kind, Json.JsonRowReader object) {
        var keys = Objects.requireNonNull(KEYS.get(kind));
        object.values().forEach((key, value) -> {
            if (kind.equals("sessions") && key.equals("steps")) {
                throw value.fault("'" + key + "' is not a list: expected [...]");
            } else if (!keys.contains(key)) {
                unknown(keys, key, value.line(), value.column());
            }
        });
        for (var list : object.lists().keySet()) {
            if (!kind.equals("sessions") || !list.equals("steps")) {
                unknown(keys, list, object.line(), object.column());
            }
        }
    }

    /** Notes a key that is not among those that are known. */
    private void unknown(Collection<String> known, String key, int line, int column) {
        writer.problem(new BadInput(
                line,
                column,
                "unknown key '" + TerminalSafe.line(key) + "': "
                        + DidYouMean.advice(known, key, "expected " + Words.or(List.copyOf(known)))));
    }
}
