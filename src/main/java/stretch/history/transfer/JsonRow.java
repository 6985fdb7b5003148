package stretch.history.transfer;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import stretch.json.Json;

/**
 * An object of a JSON file.
 *
 * @param given cells that it takes from the object it stands in
 */
record JsonRow(Json.JsonRowReader row, Map<String, String> given) implements IncomingRow {
    @Override
    public String cell(String column) {
        var value = row.values().get(column);
        return value == null || given.containsKey(column) ? given.getOrDefault(column, "") : value.text();
    }

    @Override
    public boolean isReadAs(boolean number, String column) {
        var value = row.values().get(column);
        return value == null
                || value.type() == Json.Value.Type.NULL
                || value.type() == (number ? Json.Value.Type.NUMBER : Json.Value.Type.TEXT);
    }

    @Override
    public int line() {
        return row.line();
    }

    @Override
    public Place place(String column) {
        Json.@Nullable Value value = row.values().get(column);
        return value == null ? new Place(row.line(), row.column()) : new Place(value.line(), value.column());
    }
}
