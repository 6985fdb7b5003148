package stretch.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The numbers behind a chart, for those who read or hear them. */
record DataTable(String caption, List<String> head, List<TableRow> rows) {
    /** The cells of a line; the first says what the others are about. */
    record TableRow(String first, List<String> rest) {}

    DataTable {
        head = List.copyOf(head);
        rows = List.copyOf(rows);
    }

    /** A line for each thing. */
    static <T> DataTable of(String caption, List<String> head, List<T> things, Function<T, List<String>> cells) {
        var rows = new ArrayList<TableRow>();
        for (var thing : things) {
            var line = cells.apply(thing);
            rows.add(new TableRow(line.get(0), line.subList(1, line.size())));
        }
        return new DataTable(caption, head, rows);
    }
}
