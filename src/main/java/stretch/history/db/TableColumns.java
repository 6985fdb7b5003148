package stretch.history.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The columns of a table, as the database has them.
 *
 * @param key the primary key
 * @param cells all columns but the digest
 * @param sealed whether its rows have a digest
 */
public record TableColumns(String table, List<String> key, List<String> cells, boolean sealed) {
    public TableColumns {
        key = List.copyOf(key);
        cells = List.copyOf(cells);
    }

    public static TableColumns of(Connection connection, String table) throws SQLException {
        var key = new ArrayList<String>();
        var cells = Query.list(connection, "SELECT name, pk FROM pragma_table_info('" + table + "')", row -> {
            if (row.getInt(2) > 0) {
                key.add(row.getString(1));
            }
            return row.getString(1);
        });
        boolean sealed = cells.remove(RowChecksums.COLUMN);
        return new TableColumns(table, key, cells, sealed);
    }

    /** The items of a JSON array from the one of this number on, as a list for SQL. */
    public static String items(String array, int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(i -> "json_extract(" + array + ", '$[" + i + "]')")
                .collect(Collectors.joining(", "));
    }

    /** The names, each made into an expression, as a list for SQL. */
    public static String list(List<String> names, UnaryOperator<String> expression) {
        return names.stream().map(expression).collect(Collectors.joining(", "));
    }
}
