package stretch.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A damaged database, out of which rows are read around the places that cannot be read. */
final class Wreck {
    /** No row of a table with row numbers takes less room, ids and stamps being what they are. */
    static final int SHORTEST_ROW = 32;

    /** More than any session has steps. */
    private static final int MOST = 1_000;

    private final Connection connection;
    private final long length;

    /** A row that could be read. */
    interface Taker {
        void take(List<@Nullable Object> cells);
    }

    /**
     * A table of it.
     *
     * @param columns those to read
     * @param keys the columns of its primary key
     * @param numbered whether its rows are numbered rather than sorted by their key
     */
    record Table(String name, List<String> columns, List<String> keys, boolean numbered) {}

    /** Reads from here; the length in bytes bounds how many rows there may have been. */
    Wreck(Connection connection, long length) {
        this.connection = connection;
        this.length = length;
    }

    /** The number of its shape, 0 if even that cannot be read. */
    long version() {
        var version = new long[1];
        query("PRAGMA user_version", List.of(), 1, cells -> version[0] = cells.get(0) instanceof Long it ? it : 0);
        return version[0];
    }

    /** The table of this name, with those of the columns that it has. */
    Table table(String name, List<String> wanted) throws SQLException {
        var columns = new ArrayList<String>();
        var keys = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("PRAGMA table_info(\"" + name + "\")")) {
            while (row.next()) {
                if (wanted.contains(row.getString("name"))) {
                    columns.add(row.getString("name"));
                }
                if (row.getInt("pk") > 0) {
                    keys.add(row.getString("name"));
                }
            }
        }
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT wr FROM pragma_table_list WHERE name = '" + name + "'")) {
            return new Table(name, columns, keys, !row.next() || row.getInt(1) == 0);
        }
    }

    /** Reads all that can be read; answers whether that was everything. */
    boolean read(Table table, Taker taker) {
        return table.numbered() ? readNumbered(table, taker) : readSorted(table, taker);
    }

    /** Row after row; where one cannot be read, from the next number on. */
    private boolean readNumbered(Table table, Taker taker) {
        boolean whole = true;
        var sql = "SELECT " + list(table) + ", rowid FROM \"" + table.name() + "\" WHERE rowid > ? ORDER BY rowid";
        var after = new long[] {0};
        while (after[0] <= length / SHORTEST_ROW) {
            int number = table.columns().size();
            if (query(sql, List.of(after[0]), number + 1, cells -> {
                after[0] = Math.max(after[0], (Long) java.util.Objects.requireNonNull(cells.get(number)));
                taker.take(cells.subList(0, number));
            })) {
                return whole;
            }
            whole = false;
            after[0]++;
        }
        return whole;
    }

    /** From both ends towards the place that cannot be read. */
    private boolean readSorted(Table table, Taker taker) {
        var sql = "SELECT " + list(table) + " FROM \"" + table.name() + "\" ORDER BY ";
        int number = table.columns().size();
        if (query(sql + String.join(", ", table.keys()), List.of(), number, taker)) {
            return true;
        }
        query(sql + String.join(" DESC, ", table.keys()) + " DESC", List.of(), number, taker);
        return false;
    }

    /** Reads the rows with this first part of their key, the second being a number; whether that was everything. */
    boolean readBelow(Table table, String key, Taker taker) {
        var second = table.keys().get(1);
        var sql = "SELECT " + list(table) + " FROM \"" + table.name() + "\" WHERE "
                + table.keys().get(0) + " = ? AND " + second + " > ? ORDER BY " + second;
        if (query(sql, List.of(key, 0), table.columns().size(), taker)) {
            return true;
        }
        for (int i = 1; i <= MOST; i++) {
            query(sql, List.of(key, i), table.columns().size(), taker);
        }
        return false;
    }

    /** The keys of a table as its index has them, which lies on other pages than its rows. */
    List<String> keys(Table table) {
        var found = new ArrayList<String>();
        var key = table.keys().get(0);
        var sql = "SELECT " + key + " FROM \"" + table.name() + "\" ORDER BY " + key;
        if (!query(sql, List.of(), 1, cells -> found.add(String.valueOf(cells.get(0))))) {
            query(sql + " DESC", List.of(), 1, cells -> found.add(String.valueOf(cells.get(0))));
        }
        return found;
    }

    private static String list(Table table) {
        return String.join(", ", table.columns());
    }

    /** Whether all rows could be read. */
    private boolean query(String sql, List<?> values, int columns, Taker taker) {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    var cells = new ArrayList<@Nullable Object>();
                    for (int i = 1; i <= columns; i++) {
                        var cell = row.getObject(i);
                        // The driver answers with an Integer where the number fits into one.
                        cells.add(cell instanceof Integer number ? (Object) number.longValue() : cell);
                    }
                    taker.take(cells);
                }
            }
            return true;
        } catch (SQLException e) {
            return false;
        }
    }
}
