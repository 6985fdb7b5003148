package stretch.history.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import stretch.history.db.Query;
import stretch.history.db.Schema;
import stretch.history.db.SqliteConnections;
import stretch.history.db.SqliteErrors;

/**
 * A damaged database: what SQLite reads of it, and what stands in pages that SQLite cannot find any more, because a
 * page that leads to them is lost, such as the first with the list of tables.
 */
final class DamagedDatabase implements AutoCloseable {
    private final @Nullable Connection connection;
    private final Path file;

    /**
     * A column of a table.
     *
     * @param type as the schema has it
     */
    record Column(String name, String type, boolean required, boolean key) {
        boolean text() {
            return type.equals("TEXT");
        }

        boolean fits(@Nullable Object cell) {
            if (cell == null) {
                return !required;
            }
            return switch (type) {
                case "TEXT" -> cell instanceof String;
                case "INTEGER" -> cell instanceof Long;
                default -> true;
            };
        }
    }

    /**
     * A table as the program makes it.
     *
     * @param numbered whether its rows are numbered rather than sorted by their key
     */
    record DamagedTable(String name, List<Column> columns, boolean numbered) {
        /** The names of all columns, as SQL lists them. */
        String list() {
            return String.join(", ", columns.stream().map(Column::name).toList());
        }

        /** The column of text that tells its rows apart, if it has an index for that. */
        Optional<String> key() {
            return columns.stream()
                    .filter(column -> numbered && column.key() && column.text())
                    .map(Column::name)
                    .findFirst();
        }

        /** The row's cells, if the row can only be one of this table: one of two cells might be an index's. */
        Optional<List<@Nullable Object>> cells(DatabasePages.Row row) {
            var cells = new ArrayList<>(row.cells());
            if (row.numbered() != numbered || cells.size() != columns.size() || cells.size() < 3) {
                return Optional.empty();
            }
            for (int i = 0; i < cells.size(); i++) {
                var column = columns.get(i);
                if (numbered && column.key() && !column.text()) {
                    // Such a key is the number itself, and so not stored once more.
                    cells.set(i, row.number());
                }
                if (!column.fits(cells.get(i))) {
                    return Optional.empty();
                }
            }
            return Optional.of(cells);
        }
    }

    private DamagedDatabase(@Nullable Connection connection, Path file) {
        this.connection = connection;
        this.file = file;
    }

    /** Opens it; SQLite undoes a write that broke off, and takes a file without a first page for no database at all. */
    static DamagedDatabase open(Path file, Path caches) throws SQLException {
        try {
            return new DamagedDatabase(SqliteConnections.connect(file, caches, false), file);
        } catch (SQLException e) {
            if (!SqliteErrors.isDamage(e)) {
                throw e;
            }
            return new DamagedDatabase(null, file);
        }
    }

    /** The tables of this version of the schema. */
    static List<DamagedTable> tables(int version) throws SQLException {
        var tables = new ArrayList<DamagedTable>();
        try (var made = SqliteConnections.memory()) {
            Schema.make(made, 0, version);
            for (var name : DatabaseCopy.tables(made)) {
                var columns = Query.list(
                        made, "SELECT name, type, \"notnull\", pk FROM pragma_table_info('" + name + "')", row -> {
                            boolean key = row.getInt(4) > 0;
                            return new Column(row.getString(1), row.getString(2), key || row.getInt(3) > 0, key);
                        });
                tables.add(new DamagedTable(name, columns, !isSorted(made, name)));
            }
        }
        return tables;
    }

    private static boolean isSorted(Connection made, String table) throws SQLException {
        return Query.number(made, "SELECT wr FROM pragma_table_list('" + table + "')") == 1;
    }

    /** Its version, by its tables rather than by the number in its header; 0 if neither can be read. */
    int version() throws SQLException {
        for (int version = Schema.VERSION; version > 0; version--) {
            if (tables(version).stream().allMatch(this::isKnown)) {
                return version;
            }
        }
        var version = new long[1];
        query("PRAGMA user_version", cells -> version[0] = cells.get(0) instanceof Long it ? it : 0);
        return version[0] <= Schema.VERSION ? (int) Math.max(0, version[0]) : 0;
    }

    /** Whether the schema has it, which says nothing of its pages. */
    private boolean isKnown(DamagedTable table) {
        if (connection == null) {
            return false;
        }
        try {
            connection
                    .prepareStatement("SELECT " + table.list() + " FROM \"" + table.name() + "\"")
                    .close();
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    /** Reads the table as far as SQLite can, row by row in the order of its columns; answers whether that was all of it. */
    boolean read(DamagedTable table, Consumer<List<@Nullable Object>> taker) {
        return query("SELECT " + table.list() + " FROM \"" + table.name() + "\"", taker);
    }

    /** Reads the rows of these tables out of all pages. */
    void readPages(List<DamagedTable> tables, BiConsumer<DamagedTable, List<@Nullable Object>> taker)
            throws IOException {
        DatabasePages.of(file)
                .rows(row -> tables.forEach(table -> table.cells(row).ifPresent(cells -> taker.accept(table, cells))));
    }

    /** The keys of a table as its index has them, which lies on other pages than its rows; empty if that is hit too. */
    Optional<List<String>> keys(DamagedTable table) {
        var found = new ArrayList<String>();
        return table.key()
                .filter(key -> query(
                        "SELECT " + key + " FROM \"" + table.name() + "\" ORDER BY " + key,
                        cells -> found.add(String.valueOf(cells.get(0)))))
                .map(key -> found);
    }

    /** Whether all rows could be read. */
    private boolean query(String sql, Consumer<List<@Nullable Object>> reader) {
        if (connection == null) {
            return false;
        }
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                var cells = new ArrayList<@Nullable Object>();
                for (int i = 1; i <= columns; i++) {
                    var cell = row.getObject(i);
                    // The driver answers with an Integer where the number fits into one.
                    cells.add(cell instanceof Integer number ? (Object) number.longValue() : cell);
                }
                reader.accept(cells);
            }
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void close() throws SQLException {
        if (connection != null) {
            connection.close();
        }
    }
}
