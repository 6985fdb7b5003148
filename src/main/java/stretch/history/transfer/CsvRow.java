package stretch.history.transfer;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.Map;
import stretch.history.transfer.export.CsvInjection;

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
