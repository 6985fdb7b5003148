package stretch.history.backup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import stretch.history.db.DatabaseHeader;
import stretch.history.db.Query;
import stretch.history.db.SqliteConnections;
import stretch.history.db.SqliteErrors;

/** Copies of a record: consistent whoever writes to it meanwhile, and verified. */
public final class DatabaseCopy {
    private DatabaseCopy() {}

    /**
     * Copies a record page by page, through SQLite and its locks, and reads the copy back.
     *
     * @param into an empty file
     * @param readOnly whether nothing may be changed even if a write to the record broke off
     */
    public static void make(Path record, Path into, Path caches, boolean readOnly) {
        Map<String, Long> rows;
        try (var from = SqliteConnections.connect(record, caches, readOnly || !writable(record));
                var statement = from.createStatement()) {
            // From the first count to the last page, nobody changes what is copied.
            statement.execute("BEGIN");
            rows = rows(from);
            int code = ((SQLiteConnection) from).getDatabase().backup("main", SqliteConnections.name(into), null);
            statement.execute("COMMIT");
            if (code != SQLiteErrorCode.SQLITE_OK.code) {
                throw new SQLiteException("copying failed", SQLiteErrorCode.getErrorCode(code));
            }
        } catch (SQLException e) {
            // Nothing is written to the record: the disk that is full is that of the copy.
            throw SqliteErrors.of(SqliteErrors.isFull(e) ? Objects.requireNonNull(into.getParent()) : record, e);
        }
        verify(record, into, caches, rows);
    }

    private static boolean writable(Path record) {
        return Files.isWritable(record) && Files.isWritable(Objects.requireNonNull(record.getParent()));
    }

    private static void verify(Path record, Path copy, Path caches, Map<String, Long> rows) {
        try (var read = SqliteConnections.connect(copy, caches, true)) {
            if (!DatabaseHeader.requireHistory(copy)
                    || !integrity(read).isEmpty()
                    || !rows(read).equals(rows)
                    || !rows.keySet().containsAll(List.of("meta", "session", "step"))) {
                throw SqliteErrors.damaged(record);
            }
        } catch (SQLException e) {
            throw SqliteErrors.isDamage(e) ? SqliteErrors.damaged(record) : SqliteErrors.of(copy, e);
        }
    }

    /** What SQLite finds wrong with the pages; nothing if all is well. */
    static List<String> integrity(Connection connection) throws SQLException {
        var found = Query.texts(connection, "PRAGMA integrity_check");
        return found.equals(List.of("ok")) ? List.of() : found;
    }

    /** The tables of a record, each with the number of its rows. */
    static Map<String, Long> rows(Connection connection) throws SQLException {
        var rows = new TreeMap<String, Long>();
        for (var table : tables(connection)) {
            // NOT INDEXED, so that the rows themselves are gone through.
            rows.put(table, Query.number(connection, "SELECT count(*) FROM \"" + table + "\" NOT INDEXED"));
        }
        return rows;
    }

    public static List<String> tables(Connection connection) throws SQLException {
        return Query.texts(
                connection,
                "SELECT name FROM sqlite_schema"
                        + " WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY rowid");
    }
}
