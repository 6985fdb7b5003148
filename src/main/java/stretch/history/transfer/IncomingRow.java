package stretch.history.transfer;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import stretch.history.transfer.export.CsvInjection;
import stretch.json.Json;

/** A row of a file that is being imported, whatever its format. */
sealed interface IncomingRow {
    /** The text of a cell by the name of its column; "" where there is none. */
    String cell(String column);

    /** The text as it was before it went into the cell. */
    default String text(String column) {
        return cell(column);
    }

    /** Whether the cell may be read as a number, or else as text; where it holds nothing, as both. */
    boolean isReadAs(boolean number, String column);

    /** The line of the row, from 1. */
    int line();

    /** Where the cell is: its line and its column, which in a table is the number of the cell. */
    Place place(String column);

    /** A place in a file; the column is 0 where only the line is known. */
    record Place(int line, int column) {
        @Override
        public String toString() {
            return column > 0 ? line + ":" + column : Integer.toString(line);
        }
    }

    /**
     * A row of a CSV file.
     *
     * @param columns the index of each column by its name
     */
    record CsvRow(CsvRecord record, Map<String, Integer> columns) implements IncomingRow {
        @Override
        public String cell(String column) {
            var index = columns.get(column);
            return index == null ? "" : record.getField(index);
        }

        @Override
        public String text(String column) {
            return CsvInjection.restored(cell(column));
        }

        @Override
        public boolean isReadAs(boolean number, String column) {
            return true;
        }

        @Override
        public int line() {
            return (int) record.getStartingLineNumber();
        }

        @Override
        public Place place(String column) {
            var index = columns.get(column);
            return new Place(line(), index == null ? 0 : index + 1);
        }
    }

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
}
