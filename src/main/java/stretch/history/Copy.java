package stretch.history;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Copies of a record: consistent whoever writes to it meanwhile, and verified. */
final class Copy {
    private Copy() {}

    /**
     * Copies a record page by page, through SQLite and its locks, and reads the copy back.
     *
     * @param into an empty file
     * @param readOnly whether nothing may be changed even if a write to the record broke off
     */
    static void make(Path record, Path into, Path caches, boolean readOnly) {
        Map<String, Long> rows;
        try (var from = Driver.connect(record, caches, readOnly || !writable(record));
                var statement = from.createStatement()) {
            // From the first count to the last page, nobody changes what is copied.
            statement.execute("BEGIN");
            rows = rows(from);
            int code = ((SQLiteConnection) from).getDatabase().backup("main", Driver.name(into), null);
            statement.execute("COMMIT");
            if (code != SQLiteErrorCode.SQLITE_OK.code) {
                throw new SQLiteException("copying failed", SQLiteErrorCode.getErrorCode(code));
            }
        } catch (SQLException e) {
            throw Faults.of(record, e);
        }
        verify(record, into, caches, rows);
    }

    private static boolean writable(Path record) {
        return Files.isWritable(record) && Files.isWritable(Objects.requireNonNull(record.getParent()));
    }

    private static void verify(Path record, Path copy, Path caches, Map<String, Long> rows) {
        try (var read = Driver.connect(copy, caches, true)) {
            if (!Header.isHistory(copy)
                    || !integrity(read).isEmpty()
                    || !rows(read).equals(rows)
                    || !rows.keySet().containsAll(List.of("meta", "session", "step"))) {
                throw Faults.damaged(record);
            }
        } catch (SQLException e) {
            throw Faults.isDamage(e) ? Faults.damaged(record) : Faults.of(copy, e);
        }
    }

    /** What SQLite finds wrong with the pages; nothing if all is well. */
    static List<String> integrity(Connection connection) throws SQLException {
        var found = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("PRAGMA integrity_check")) {
            while (row.next()) {
                found.add(row.getString(1));
            }
        }
        return found.equals(List.of("ok")) ? List.of() : found;
    }

    /** The tables of a record, each with the number of its rows. */
    static Map<String, Long> rows(Connection connection) throws SQLException {
        var rows = new TreeMap<String, Long>();
        for (var table : tables(connection)) {
            try (var statement = connection.createStatement();
                    // NOT INDEXED, so that the rows themselves are gone through.
                    var row = statement.executeQuery("SELECT count(*) FROM \"" + table + "\" NOT INDEXED")) {
                rows.put(table, row.getLong(1));
            }
        }
        return rows;
    }

    static List<String> tables(Connection connection) throws SQLException {
        var tables = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT name FROM sqlite_schema"
                        + " WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY rowid")) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        return tables;
    }
}
