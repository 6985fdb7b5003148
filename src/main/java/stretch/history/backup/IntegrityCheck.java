package stretch.history.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import stretch.history.SessionLock;
import stretch.history.db.DatabaseHeader;
import stretch.history.db.Query;
import stretch.history.db.RowChecksums;
import stretch.history.db.Schema;
import stretch.history.db.SqliteConnections;
import stretch.history.db.SqliteErrors;
import stretch.history.entry.FieldRules;
import stretch.os.UserError;

/**
 * What a look at the record finds; nothing is changed by it, not even what other commands would mend on the way.
 *
 * @param fault why it cannot be read at all, with the remedy
 * @param damage what SQLite finds wrong with its pages
 * @param orphans rows that belong to nothing
 * @param mismatches rows that are not what was written, each as its table and key
 * @param faults rows with a value that their field may not hold, each with what is wrong; at most {@value #MOST_FAULTS}
 * @param plans of sessions that broke off, by their ids
 * @param version the number of its shape, 0 if nothing was recorded yet
 * @param rows its tables, each with the number of rows
 * @param open sessions without an end
 * @param running whether one of those runs just now
 */
public record IntegrityCheck(
        Optional<String> fault,
        List<String> damage,
        int orphans,
        List<String> mismatches,
        List<String> faults,
        Map<String, String> plans,
        int version,
        Map<String, Long> rows,
        List<String> open,
        boolean running) {
    public IntegrityCheck {
        damage = List.copyOf(damage);
        mismatches = List.copyOf(mismatches);
        faults = List.copyOf(faults);
        plans = Map.copyOf(plans);
        rows = Map.copyOf(rows);
        open = List.copyOf(open);
    }

    static final int MOST_FAULTS = 50;

    private static final String SHAPE = "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid";

    private static IntegrityCheck of(String fault) {
        return of(Optional.of(fault), List.of(), List.of(), 0);
    }

    /** Of a record that is looked at no further. */
    private static IntegrityCheck of(
            Optional<String> fault, List<String> damage, List<String> mismatches, int version) {
        return new IntegrityCheck(
                fault, damage, 0, mismatches, List.of(), Map.of(), version, Map.of(), List.of(), false);
    }

    public static IntegrityCheck of(Path file, Path caches) {
        var whole = file.toAbsolutePath();
        try {
            var kind = DatabaseHeader.inspect(whole).kind();
            if ((kind == DatabaseHeader.HeaderKind.NOT_A_DATABASE || kind == DatabaseHeader.HeaderKind.OTHER_PROGRAM)
                    && holdsSessions(whole, caches)) {
                return of(file + ": page 1 is damaged, though there are sessions of yours on others; "
                        + SqliteErrors.RESCUE);
            }
            if (kind != DatabaseHeader.HeaderKind.DAMAGED && !DatabaseHeader.requireHistory(whole)) {
                return of(Optional.empty(), List.of(), List.of(), 0);
            }
            try (var connection = SqliteConnections.connect(whole, caches, true)) {
                return look(whole, connection);
            }
        } catch (UserError failure) {
            return of(String.join("; ", failure.lines()));
        } catch (SQLException e) {
            if (e instanceof SQLiteException known
                    && known.getResultCode() == SQLiteErrorCode.SQLITE_READONLY_ROLLBACK) {
                return of(file + ": a write to it broke off; 'stretch history' rolls it back");
            }
            return SqliteErrors.isDamage(e)
                    ? of(file + ": page 1, or another with the list of tables, is damaged; " + SqliteErrors.RESCUE)
                    : of(String.join("; ", SqliteErrors.of(file, e).lines()));
        } catch (IOException e) {
            return of(file + ": it or its lock cannot be read (" + e.getMessage() + "); check who owns it");
        }
    }

    private static boolean holdsSessions(Path file, Path caches) throws IOException, SQLException {
        SqliteConnections.findLibrary(caches);
        var sessions = DamagedDatabase.tables(Schema.VERSION).stream()
                .filter(table -> table.name().equals("session"))
                .findFirst()
                .orElseThrow();
        var found = new boolean[1];
        DatabasePages.of(file).rows(row -> found[0] |= sessions.cells(row).isPresent());
        return found[0];
    }

    private static IntegrityCheck look(Path file, Connection connection) throws SQLException, IOException {
        var damage = new ArrayList<>(DatabaseCopy.integrity(connection));
        if (!damage.isEmpty()) {
            DatabasePages.of(file).damaged().forEach(page -> damage.add(0, "page " + page + ": an invalid row"));
        }
        int version = (int) Query.number(connection, "PRAGMA user_version");
        if (damage.isEmpty()) {
            damage.addAll(strange(connection, version));
        }
        if (!damage.isEmpty()) {
            return of(Optional.empty(), damage, broken(connection), version);
        }
        var open = open(connection);
        boolean running = SessionLock.isHeld(file);
        if (!running) {
            // What has come to its end between the two looks did not break off.
            open.retainAll(open(connection));
        }
        return new IntegrityCheck(
                Optional.empty(),
                damage,
                Query.texts(connection, "PRAGMA foreign_key_check").size(),
                new RowChecksums(connection).mismatches(),
                FieldRules.faults(connection, "main", MOST_FAULTS),
                version > 1 ? plans(connection) : Map.of(),
                version,
                DatabaseCopy.rows(connection),
                open,
                running);
    }

    private static List<String> open(Connection connection) throws SQLException {
        return Query.texts(connection, "SELECT id FROM session WHERE outcome IS NULL ORDER BY started_ms");
    }

    /** The rows that are no longer what was written, as far as a damaged record can be read. */
    private static List<String> broken(Connection connection) {
        try {
            return new RowChecksums(connection).mismatches();
        } catch (SQLException e) {
            return List.of();
        }
    }

    private static Map<String, String> plans(Connection connection) throws SQLException {
        return Query.list(
                        connection,
                        "SELECT id, plan FROM session WHERE plan IS NOT NULL",
                        row -> Map.entry(row.getString(1), row.getString(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What is not as the version makes it; what the user added to it does no harm. */
    private static List<String> strange(Connection connection, int version) throws SQLException {
        for (int later = Schema.VERSION; later > version; later--) {
            if (missing(connection, later).isEmpty()) {
                return List.of("page 1 says that its schema is " + version + ", but it is " + later);
            }
        }
        return missing(connection, version).stream()
                .map(sql ->
                        "not as stretch makes it: " + sql.lines().findFirst().orElse(""))
                .toList();
    }

    private static List<String> missing(Connection connection, int version) throws SQLException {
        var wanted = new ArrayList<String>();
        try (var made = SqliteConnections.memory()) {
            Schema.make(made, 0, version);
            wanted.addAll(Query.texts(made, SHAPE));
        }
        wanted.removeAll(Query.texts(connection, SHAPE));
        return wanted;
    }
}
