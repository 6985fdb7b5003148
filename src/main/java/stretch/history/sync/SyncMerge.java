package stretch.history.sync;

import static stretch.history.db.TableColumns.items;
import static stretch.history.db.TableColumns.list;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;
import stretch.history.db.ChangeLog;
import stretch.history.db.Database;
import stretch.history.entry.ChangeKind;
import stretch.history.entry.FieldRules;

/**
 * Merges what another machine knows into the history, record by record: the version that was changed later wins, and of
 * two of the same moment the one whose text is greater.
 *
 * <p>A record is a session with its steps, a check-in, or a snooze or skip. Its text is a JSON array of its cells, or
 * {@code ~} and when it was deleted. That is an order without ties, so it makes no difference in which order, how often
 * and from which machine versions come in: all machines end with the greatest of each record.
 */
final class SyncMerge implements AutoCloseable {
    private static final List<String> TABLES = List.of("session", "checkin", "rest");

    /** A step, of which a text does not repeat the session. */
    private static final List<String> STEP = FieldRules.columns("step");

    /** The tables that a merge writes to, steps before what they are of. */
    private static final List<String> RECORDS = List.of("step", "session", "checkin", "rest", "deleted");

    /** The text of the record with the id {@code c.id}. */
    private static final String TEXT = "coalesce("
            + TABLES.stream().map(SyncMerge::text).collect(Collectors.joining(", "))
            + ", '~' || coalesce((SELECT deleted_ms FROM main.deleted WHERE session = c.id), ''))";

    private static final String RUNS =
            "EXISTS (SELECT 1 FROM main.session AS s WHERE s.id = {id} AND s.outcome IS NULL)";

    /** What this machine knows of a year; what runs is told when it has ended. */
    static final String LINES = "SELECT c.id || ' ' || c.at_ms || ' ' || " + TEXT
            + " FROM main.changed AS c WHERE c.year = ? AND NOT " + RUNS.replace("{id}", "c.id");

    /** Later than what is here, or not here at all. */
    private static final String TAKE =
            "INSERT INTO incoming.later (line, known) SELECT i.rowid, c.id IS NOT NULL FROM incoming.line AS i"
                    + " LEFT JOIN main.changed AS c ON c.id = i.id WHERE NOT " + RUNS.replace("{id}", "i.id")
                    + " AND (c.id IS NULL OR i.at_ms > c.at_ms OR (i.at_ms = c.at_ms AND i.text > " + TEXT + "))";

    /** Rows that go to SQLite in one call; our choice. */
    private static final int BATCH = 500;

    private final Database database;
    private int waiting;

    /** What a text has in this order after the name of its table: all but the id. */
    private static List<String> cells(String table) {
        var columns = FieldRules.columns(table);
        return columns.subList(1, columns.size());
    }

    private static String text(String table) {
        return "(SELECT json_array('" + table + "', " + list(cells(table), column -> "r." + column)
                + (table.equals("session")
                        ? ", json((SELECT json_group_array(json_array("
                                + list(cells("step"), column -> "t." + column)
                                + ")) FROM (SELECT * FROM main.step WHERE session = r.id ORDER BY step) AS t))"
                        : "")
                + ") FROM main." + table + " AS r WHERE r.id = c.id)";
    }

    /** A merge with nothing to merge yet; not within a transaction. */
    SyncMerge(Database database) throws SQLException {
        this.database = database;
        database.update("ATTACH '' AS incoming");
        // What comes in is checked by our own rules, before it comes to the tables, whose checks take longer than that.
        database.update("PRAGMA ignore_check_constraints = ON");
        database.update("CREATE TABLE incoming.line (id TEXT PRIMARY KEY, at_ms INTEGER, text TEXT)");
        database.update("CREATE TABLE incoming.later (line INTEGER, known INTEGER)");
        database.update("CREATE VIEW incoming.take AS SELECT id, at_ms, text, known FROM later JOIN line"
                + " ON line.rowid = later.line");
        for (var table : RECORDS) {
            database.update("CREATE TABLE incoming." + table + " AS SELECT * FROM main." + table + " WHERE 0");
        }
    }

    /** Reads the lines of a file, and checks that it is whole. */
    SyncFile read(Path file) throws SQLException {
        var connection = database.connection();
        for (var table : List.of("line", "later")) {
            database.update("DELETE FROM incoming." + table);
        }
        for (var table : RECORDS) {
            database.update("DELETE FROM incoming." + table);
        }
        connection.setAutoCommit(false);
        try (var insert = connection.prepareStatement("INSERT INTO incoming.line (id, at_ms, text) VALUES (?, ?, ?)")) {
            var read = SyncFile.read(file, line -> add(insert, line));
            insert.executeBatch();
            connection.commit();
            return read;
        } finally {
            waiting = 0;
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private void add(PreparedStatement insert, String line) {
        int id = line.indexOf(' ');
        int at = line.indexOf(' ', id + 1);
        if (id < 0 || at < 0) {
            throw new SyncFile.Refused("holds a line that is none of a sync file");
        }
        try {
            insert.setString(1, line.substring(0, id));
            insert.setString(2, line.substring(id + 1, at));
            insert.setString(3, line.substring(at + 1));
            insert.addBatch();
            if (++waiting % BATCH == 0) {
                insert.executeBatch();
            }
        } catch (SQLException e) {
            throw new SyncFile.Refused("holds a record twice");
        }
    }

    /**
     * Takes over what is later than what is here, within a transaction.
     *
     * @param folder its name in the log of changes
     * @param beforehand what to do before sessions are deleted
     */
    SyncCounts merge(String folder, SyncFile file, OffsetDateTime now, Runnable beforehand) throws SQLException {
        database.update(TAKE);
        if (database.number("SELECT count(*) FROM incoming.later") == 0) {
            return SyncCounts.NONE;
        }
        readTexts();
        var counts = counts();
        if (counts.deleted() > 0) {
            beforehand.run();
        }
        // Nothing that was done here can have to do with a record that was never here, so no log is needed to undo it.
        write(0, file.year());
        if (database.number("SELECT EXISTS (SELECT 1 FROM incoming.take WHERE known)") == 1) {
            long change = new ChangeLog(database)
                    .write(ChangeKind.IMPORT, now, "sync " + folder, "", () -> write(1, file.year()));
            // What others have changed is not for 'undo' to take back, but a change here that it overtook has to know.
            database.update("UPDATE change SET part_of = change WHERE change = ?", change);
        }
        return counts;
    }

    /** Makes rows of the texts, and checks each of their cells as those of an import are. */
    private void readTexts() throws SQLException {
        try {
            for (var table : TABLES) {
                var cells = cells(table);
                database.update("INSERT INTO incoming." + table + " (id, " + String.join(", ", cells) + ") SELECT id, "
                        + items("text", 1, cells.size()) + " FROM incoming.take WHERE text LIKE '[\"" + table
                        + "\",%'");
            }
            database.update("INSERT INTO incoming.step (" + String.join(", ", STEP)
                    + ") SELECT take.id, " + items("step.value", 0, STEP.size() - 1)
                    + " FROM incoming.take, json_each(text, '$["
                    + FieldRules.columns("session").size() + "]') AS step"
                    + " WHERE text LIKE '[\"session\",%'");
            database.update("INSERT INTO incoming.deleted (session, deleted_ms) SELECT id, CAST(substr(text, 2) AS"
                    + " INTEGER) FROM incoming.take WHERE text GLOB '~[0-9]*'");
        } catch (SQLException e) {
            throw new SyncFile.Refused("holds something else than records (" + e.getMessage() + ")");
        }
        var faults = FieldRules.faults(database.connection(), "incoming", 1);
        long known = database.number("SELECT (SELECT count(*) FROM incoming.session WHERE outcome IS NOT NULL)"
                + " + (SELECT count(*) FROM incoming.checkin) + (SELECT count(*) FROM incoming.rest)"
                + " + (SELECT count(*) FROM incoming.take WHERE text LIKE '~%')");
        if (faults.isEmpty() && known != database.number("SELECT count(*) FROM incoming.take")) {
            throw new SyncFile.Refused("holds a record of an unknown kind");
        }
        if (!faults.isEmpty()) {
            throw new SyncFile.Refused("holds what is not allowed: " + faults.get(0));
        }
        if (database.number(
                        "SELECT EXISTS (SELECT 1 FROM incoming.rest WHERE (kind = 'snooze') <> (until_ms IS NOT NULL)"
                                + " OR (kind = 'skip') <> (days IS NOT NULL))")
                == 1) {
            throw new SyncFile.Refused("holds what is neither a snooze nor a skip");
        }
        var moment = FieldRules.MOMENT.sql("at_ms");
        if (database.number("SELECT EXISTS (SELECT 1 FROM incoming.take WHERE NOT (" + moment + ") OR NOT ("
                        + FieldRules.ID.sql("id") + "))")
                == 1) {
            throw new SyncFile.Refused("holds an id or a time that is none");
        }
    }

    private SyncCounts counts() throws SQLException {
        var gone = " IN (SELECT id FROM incoming.take WHERE text LIKE '~%')";
        var here = "EXISTS (SELECT 1 FROM main.session AS s WHERE s.id = i.id)";
        return new SyncCounts(
                database.number("SELECT count(*) FROM incoming.session AS i WHERE NOT " + here),
                database.number("SELECT count(*) FROM incoming.session AS i WHERE " + here),
                database.number("SELECT count(*) FROM main.session WHERE id" + gone),
                database.number("SELECT (SELECT count(*) FROM incoming.checkin) + (SELECT count(*) FROM incoming.rest)"
                        + " + (SELECT count(*) FROM main.checkin WHERE id" + gone + ")"
                        + " + (SELECT count(*) FROM main.rest WHERE id" + gone + ")"));
    }

    private void write(int known, int year) throws SQLException {
        var ids = "(SELECT id FROM incoming.take WHERE known = " + known + ")";
        var gone = "(SELECT id FROM incoming.take WHERE known = " + known + " AND text LIKE '~%')";
        database.update(
                "DELETE FROM main.step WHERE session IN (SELECT id FROM incoming.session) AND session IN " + ids);
        for (var table : TABLES) {
            var columns = FieldRules.columnList(table);
            database.update("DELETE FROM main." + table + " WHERE id IN " + gone);
            database.update(
                    "INSERT INTO main." + table + " (" + columns + ") SELECT " + columns + " FROM incoming." + table
                            + " WHERE id IN " + ids + " ON CONFLICT (id) DO UPDATE SET "
                            + list(cells(table), column -> column + " = excluded." + column));
        }
        var step = FieldRules.columnList("step");
        database.update("INSERT INTO main.step (" + step + ", digest) SELECT " + step + ", " + database.digest("step")
                + " FROM incoming.step WHERE session IN " + ids);
        database.update("DELETE FROM main.deleted WHERE session IN " + ids
                + " AND session NOT IN (SELECT session FROM incoming.deleted)");
        database.update("INSERT INTO main.deleted (session, deleted_ms) SELECT session, deleted_ms"
                + " FROM incoming.deleted WHERE session IN " + ids
                + " ON CONFLICT (session) DO UPDATE SET deleted_ms = excluded.deleted_ms");
        database.update(
                "INSERT INTO main.changed (id, at_ms, year) SELECT id, at_ms, ? FROM incoming.take WHERE known = "
                        + known + " ON CONFLICT (id) DO UPDATE SET at_ms = excluded.at_ms, year = excluded.year",
                year);
    }

    @Override
    public void close() throws SQLException {
        database.update("PRAGMA ignore_check_constraints = OFF");
        database.update("DETACH incoming");
    }
}
