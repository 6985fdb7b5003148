package stretch.history.db;

import static stretch.history.db.TableColumns.list;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import stretch.history.Undo;
import stretch.history.backup.DatabaseCopy;
import stretch.history.entry.ChangeKind;
import stretch.history.entry.FieldRules;
import stretch.history.entry.SessionRow;

/**
 * The log of changes: what each of them did to the record, by which {@link Undo} takes it back.
 *
 * <p>Nobody who writes has to think of it. Within {@link #write} and {@link #goOn}, temporary triggers note each row
 * that is inserted, updated or deleted, in whatever table: a row that came or went has one entry without a field,
 * with the whole row before as JSON if there was one; otherwise each field that differs has an entry. What a change does
 * to a row that it brought itself, or to the steps of a session that it brought, needs no entry.
 */
public record ChangeLog(Database database) {
    /** What concerns the whole file, and the log itself. */
    private static final Set<String> UNLOGGED = Set.of("meta", "change", "change_entry", "changed", "sync_file");

    /** What was changed later than that, in milliseconds since 1970, was damaged: it must not put off all others. */
    private static final long END = LocalDate.of(FieldRules.MOMENT.lastYear(), 1, 1)
            .atStartOfDay(ZoneOffset.UTC)
            .toInstant()
            .toEpochMilli();

    /**
     * Notes when the records of a change were changed: by the clock, but later than every change that is known, on
     * whatever machine it was made. A session is not noted before it has ended.
     */
    private static final String STAMP = """
            INSERT INTO changed (id, at_ms, year)
            SELECT id, max(?2, (SELECT coalesce(max(at_ms), 0) + 1 FROM changed WHERE at_ms < {end})), coalesce(
              (SELECT {session} FROM session WHERE session.id = touched.id),
              (SELECT {at} FROM checkin WHERE checkin.id = touched.id),
              (SELECT {at} FROM rest WHERE rest.id = touched.id),
              (SELECT year FROM changed WHERE changed.id = touched.id),
              {now})
            FROM (SELECT DISTINCT json_extract(row_key, '$[0]') AS id FROM change_entry WHERE change = ?1) AS touched
            WHERE NOT EXISTS (SELECT 1 FROM session WHERE session.id = touched.id AND outcome IS NULL)
            {known}
            ON CONFLICT (id) DO UPDATE SET at_ms = excluded.at_ms, year = excluded.year""".replace("{end}", Long.toString(END))
            .replace("{session}", Schema.year("started_ms"))
            .replace("{at}", Schema.year("at_ms"))
            .replace("{now}", Schema.year("?2"));

    /** The tables that are logged, a session before its steps. */
    public List<TableColumns> tables() throws SQLException {
        var tables = new ArrayList<TableColumns>();
        for (var table : DatabaseCopy.tables(database.connection())) {
            if (!UNLOGGED.contains(table)) {
                tables.add(TableColumns.of(database.connection(), table));
            }
        }
        return tables;
    }

    /**
     * Makes a change, within a transaction; one that does nothing leaves no trace. What an import brings was changed
     * before, which the import notes itself.
     *
     * @param session the id of the session that is practised, "" if none is
     * @return its number
     */
    public long write(ChangeKind kind, OffsetDateTime at, String what, String session, Database.Transaction work)
            throws SQLException {
        long change = begin(kind, at, what, session);
        log(change, work);
        if (kind != ChangeKind.IMPORT) {
            stamp(change, at.toInstant().toEpochMilli(), false);
        }
        database.update(
                "DELETE FROM change WHERE change = ?1 AND NOT EXISTS (SELECT 1 FROM change_entry WHERE change = ?1)",
                change);
        return change;
    }

    private long begin(ChangeKind kind, OffsetDateTime at, String what, String session) throws SQLException {
        database.update(
                "INSERT INTO change (made_ms, made_offset, what, session, kind) VALUES (?, ?, ?, ?, ?)",
                at.toInstant().toEpochMilli(),
                at.getOffset().getTotalSeconds(),
                what,
                session,
                kind.id());
        return database.number("SELECT last_insert_rowid()");
    }

    /**
     * Does more of a change, within a transaction.
     *
     * @param at milliseconds since 1970, or 0 where only the order counts
     */
    public void goOn(long change, long at, Database.Transaction work) throws SQLException {
        log(change, work);
        stamp(change, at, false);
    }

    /**
     * Notes that what the change has written, or what of it was taken back, changed at this moment.
     *
     * @param known whether only what was known before the change is meant
     */
    public void stamp(long change, long at, boolean known) throws SQLException {
        database.update(
                STAMP.replace("{known}", known ? "AND touched.id IN (SELECT id FROM changed)" : ""), change, at);
    }

    /** Notes of what is in this table, and of which nothing was ever noted, that it changed when it says so itself. */
    public static String stampNew(String table) {
        var id = table.equals("deleted") ? "session" : "id";
        var at = Map.of("session", "coalesce(changed_ms, 0)", "deleted", "deleted_ms")
                .getOrDefault(table, "0");
        var ms = Map.of("session", "started_ms", "deleted", "deleted_ms").getOrDefault(table, "at_ms");
        return "INSERT OR IGNORE INTO changed (id, at_ms, year) SELECT " + id + ", " + at + ", " + Schema.year(ms)
                + " FROM " + table;
    }

    private void log(long change, Database.Transaction work) throws SQLException {
        watch();
        database.update("INSERT INTO logging VALUES (?)", change);
        work.run();
        database.update("DELETE FROM logging");
    }

    /**
     * Inserts rows within a change, and notes them all at once: with a million, a trigger for each takes longer than all
     * else.
     *
     * @param noted a query of those that need an entry, by the columns of their key
     * @param insert the statement
     */
    public void insert(String table, String noted, String insert) throws SQLException {
        var key =
                String.join(", ", TableColumns.of(database.connection(), table).key());
        database.update(entry(
                        "json_array(" + key + ") AS row_key, '' AS field, NULL AS before, NULL AS after",
                        "logging, (" + noted + ")",
                        "NOTHING")
                .replace("{table}", table));
        long change = database.number("SELECT change FROM logging");
        database.update("DELETE FROM logging");
        database.update(insert);
        database.update("INSERT INTO logging VALUES (?)", change);
    }

    /**
     * The change in which a session was last practised, if nothing else changed the session since, else a new one.
     *
     * @param what what to call the new one
     */
    public long practice(SessionRow session, String what) throws SQLException {
        var found = database.list(
                "SELECT change FROM change WHERE session = ?1 AND kind = 'practice' AND undone = 0"
                        + " AND NOT EXISTS (SELECT 1 FROM change_entry WHERE change_entry.change > change.change"
                        + " AND row_table = 'session' AND row_key = json_array(?1)) ORDER BY change DESC LIMIT 1",
                List.of(session.id()),
                row -> row.getLong(1));
        return found.isEmpty()
                ? begin(
                        ChangeKind.PRACTICE,
                        session.startedAt().toOffsetDateTime(),
                        what + " " + session.named(),
                        session.id())
                : found.get(0);
    }

    /** Makes the triggers, unless this connection has them: a transaction that failed has taken its own along. */
    private void watch() throws SQLException {
        if (database.number("SELECT count(*) FROM sqlite_temp_schema WHERE name = 'logging'") == 0) {
            database.update("CREATE TEMP TABLE logging (change INTEGER)");
            for (var table : tables()) {
                inserts(table);
                updates(table);
                deletes(table);
            }
        }
    }

    private void inserts(TableColumns table) throws SQLException {
        trigger(
                table,
                "INSERT",
                ofSession(table),
                entry("{new key} AS row_key, '' AS field, NULL AS before, NULL AS after", "logging", "NOTHING"));
    }

    private void updates(TableColumns table) throws SQLException {
        trigger(
                table,
                "UPDATE OF " + String.join(", ", table.cells()),
                hasEntry("{table}", "{new key}") + " OR " + ofSession(table),
                entry(
                        "{new key} AS row_key, field, before, after",
                        table.cells().stream()
                                .map(cell -> "'" + cell + "' AS field, old." + cell + " AS before, new." + cell
                                        + " AS after")
                                .collect(Collectors.joining(" UNION ALL SELECT ", "logging, (SELECT ", ")")),
                        "UPDATE SET after = excluded.after"));
    }

    private void deletes(TableColumns table) throws SQLException {
        trigger(
                table,
                "DELETE",
                "false",
                entry(
                        "{old key} AS row_key, '' AS field, json_object("
                                + list(table.cells(), cell -> "'" + cell + "', old." + cell)
                                + ") AS before, NULL AS after",
                        "logging",
                        "NOTHING"));
    }

    /** Puts entries in, sealed at once: an import may have a million. */
    private String entry(String cells, String from, String otherwise) throws SQLException {
        return "INSERT INTO change_entry (change, row_table, row_key, field, before, after, digest) SELECT *, "
                + database.digest("change_entry") + " FROM (SELECT change, '{table}' AS row_table, " + cells + " FROM "
                + from + ") WHERE before IS NOT after OR field = '' ON CONFLICT DO " + otherwise;
    }

    /** Whether the change has an entry for the whole session that the row is a step of. */
    private static String ofSession(TableColumns table) {
        return table.table().equals("step") ? hasEntry("session", "json_array(new.session)") : "false";
    }

    private static String hasEntry(String table, String key) {
        return "EXISTS (SELECT 1 FROM change_entry, logging WHERE change_entry.change = logging.change"
                + " AND row_table = '" + table + "' AND row_key = " + key + " AND field = '')";
    }

    private void trigger(TableColumns table, String event, String noted, String action) throws SQLException {
        var sql = "CREATE TEMP TRIGGER log_{table}_" + event.substring(0, 6) + " AFTER " + event + " ON main.{table}"
                + " WHEN EXISTS (SELECT 1 FROM logging) AND NOT (" + noted + ") BEGIN " + action + "; END";
        database.update(sql.replace("{table}", table.table())
                .replace("{new key}", "json_array(" + list(table.key(), cell -> "new." + cell) + ")")
                .replace("{old key}", "json_array(" + list(table.key(), cell -> "old." + cell) + ")"));
    }
}
