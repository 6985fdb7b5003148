package stretch.history;

import static stretch.history.db.TableColumns.items;
import static stretch.history.db.TableColumns.list;

import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import stretch.history.db.ChangeLog;
import stretch.history.db.Database;
import stretch.history.db.TableColumns;
import stretch.history.entry.ChangeKind;
import stretch.history.entry.UndoEntry;
import stretch.os.UserError;

/**
 * Takes a change back: what it did and nothing else did since.
 *
 * <p>Rows and fields that something else changed later stay as that left them, and are named. The later change then
 * takes over what was before, so that whatever order changes are taken back in, the record ends as it began.
 */
public record Undo(Database database, Clock clock) {
    /** The key under which the number of the last change stands that a sync wrote to its folder. */
    public static final String WRITTEN = "written_change";

    /** Forgets what an import that no sync has written yet brought and nothing else knew. */
    private static final String FORGET = """
            DELETE FROM changed WHERE id IN (
              SELECT json_extract(row_key, '$[0]') FROM change_entry
              WHERE change = ? AND row_table <> 'step' AND field = ''
              AND before IS NULL AND change > (SELECT coalesce(max(CAST(value AS INTEGER)), 0) FROM meta WHERE key = '{written}'))
            AND at_ms = coalesce((SELECT changed_ms FROM session WHERE session.id = changed.id),
              (SELECT deleted_ms FROM deleted WHERE session = changed.id), 0)""".replace("{written}", WRITTEN);

    /** Of the change, where a later one that stands has an entry for the same; an entry without a field is all of it. */
    private static final String OVERTAKEN = """
            WITH later AS MATERIALIZED (
              SELECT change, row_table, row_key, field FROM change_entry JOIN change USING (change)
              WHERE change > ?1 AND undone = 0),
            pair AS (
              SELECT mine.row_table, mine.row_key, mine.field, later.change FROM later CROSS JOIN change_entry AS mine
              ON mine.change = ?1 AND mine.row_table = later.row_table AND mine.row_key = later.row_key
              WHERE later.field IN ('', mine.field) OR mine.field = ''
              UNION ALL
              SELECT mine.row_table, mine.row_key, mine.field, later.change FROM later CROSS JOIN change_entry AS mine
              ON mine.change = ?1 AND mine.row_table = 'session'
              AND mine.row_key = json_array(json_extract(later.row_key, '$[0]')) AND mine.field = ''
              WHERE later.row_table = 'step'
              UNION ALL
              SELECT mine.row_table, mine.row_key, mine.field, later.change FROM later CROSS JOIN change_entry AS mine
              ON mine.change = ?1 AND mine.row_table = 'step'
              AND mine.row_key BETWEEN rtrim(later.row_key, ']') || ',' AND rtrim(later.row_key, ']') || '-'
              WHERE later.row_table = 'session' AND later.field = '')
            SELECT row_table, row_key, field, next, what
            FROM (SELECT row_table, row_key, field, min(change) AS next FROM pair GROUP BY 1, 2, 3)
            JOIN change ON change.change = next""";

    /**
     * What was taken back.
     *
     * @param kept what was not, as something else changed it later
     * @param rows how many rows and fields it was, bookkeeping left out
     */
    public record Undone(UndoEntry entry, List<String> kept, int rows) {
        public Undone {
            kept = List.copyOf(kept);
        }

        /** Whether all of the change is kept. */
        public boolean isNothing() {
            return rows == 0 && !kept.isEmpty();
        }
    }

    private record Entry(String table, String key, String field) {
        boolean isSession() {
            return table.equals("session") && field.isEmpty();
        }
    }

    private record Overtaken(Entry entry, long next, String what) {}

    /** Takes it back, within a transaction. */
    Undone takeBack(UndoEntry entry) throws SQLException {
        refuse(entry);
        var kept = new LinkedHashSet<String>();
        for (var one : overtaken(entry.number())) {
            if (one.entry().isSession()) {
                handOverSession(entry.number(), one);
                keep(kept, one.entry(), "'" + one.what() + "'");
            }
        }
        for (var one : overtaken(entry.number())) {
            handOver(entry.number(), one);
            keep(kept, one.entry(), "'" + one.what() + "'");
        }
        boolean isImport = entry.kind().equals(Optional.of(ChangeKind.IMPORT));
        if (isImport) {
            forget(entry.number());
        }
        var log = new ChangeLog(database);
        var tables = log.tables();
        int rows = 0;
        for (var table : tables) {
            rows += rows(entry.number(), table);
        }
        for (var table : tables) {
            rows += fields(entry.number(), table, kept);
        }
        log.stamp(entry.number(), clock.millis(), isImport);
        database.update("UPDATE change SET undone = 1, undone_ms = ? WHERE change = ?", clock.millis(), entry.number());
        var undone = new Undone(entry, List.copyOf(kept), rows);
        if (undone.isNothing()) {
            // By this the list of changes knows it.
            database.update("DELETE FROM change_entry WHERE change = ?", entry.number());
        }
        return undone;
    }

    /** As if it had never been here: it is no deletion, and comes again with whatever file has it. */
    private void forget(long change) throws SQLException {
        database.update(FORGET, change);
        database.update("UPDATE sync_file SET sha256 = '' WHERE year IS NULL");
    }

    private void refuse(UndoEntry entry) {
        if (entry.undone()) {
            throw UserError.usage("change " + entry.number() + " is undone already");
        }
        if (entry.kind().isEmpty()) {
            throw UserError.usage(
                    "'" + entry.what() + "' cannot be undone: it was changed by an older version of stretch;"
                            + " use 'stretch edit' or 'stretch delete'");
        }
        database.each(
                "SELECT id FROM session JOIN change ON change.session = id WHERE change = ? AND outcome IS NULL",
                List.of(entry.number()),
                row -> {
                    throw ActiveSession.running(row.getString(1));
                });
    }

    private List<Overtaken> overtaken(long change) {
        return database.list(
                OVERTAKEN,
                List.of(change),
                row -> new Overtaken(
                        new Entry(row.getString(1), row.getString(2), row.getString(3)),
                        row.getLong(4),
                        row.getString(5)));
    }

    /** The next change gets the whole session as it was before this one, its steps with it. */
    private void handOverSession(long change, Overtaken one) throws SQLException {
        var all = "change = ? AND (row_table = 'session' AND row_key = ? OR row_table = 'step'"
                + " AND row_key BETWEEN rtrim(?, ']') || ',' AND rtrim(?, ']') || '-')";
        var key = one.entry().key();
        database.update("DELETE FROM change_entry WHERE " + all, one.next(), key, key, key);
        database.update("UPDATE change_entry SET change = ? WHERE " + all, one.next(), change, key, key, key);
    }

    /** The next change gets what was before this one, and this one has nothing more to do with it. */
    private void handOver(long change, Overtaken one) throws SQLException {
        var entry = one.entry();
        var of = "change = ?1 AND row_table = ?3 AND row_key = ?4";
        var mine = "FROM change_entry WHERE " + of + " AND field = ?5";
        if (entry.field().isEmpty()) {
            update("DELETE FROM change_entry WHERE " + of.replace("?1", "?2") + " AND field <> ?5", change, one);
            update(
                    "INSERT INTO change_entry (change, row_table, row_key, field, before)"
                            + " SELECT ?2, row_table, row_key, field, before " + mine
                            + " ON CONFLICT DO UPDATE SET before = excluded.before",
                    change,
                    one);
        } else {
            var before = "(SELECT before " + mine + ")";
            update(
                    "UPDATE change_entry SET before = CASE field WHEN '' THEN json_set(before, '$.' || ?5, " + before
                            + ") ELSE " + before + " END WHERE " + of.replace("?1", "?2") + " AND field IN ('', ?5)",
                    change,
                    one);
        }
        update("DELETE " + mine, change, one);
    }

    private void update(String sql, long change, Overtaken one) throws SQLException {
        var entry = one.entry();
        database.update(sql, change, one.next(), entry.table(), entry.key(), entry.field());
    }

    /** Rows that came go, and rows that went or were replaced come back; the steps of a session go with it. */
    private int rows(long change, TableColumns table) throws SQLException {
        var entries = " FROM change_entry WHERE change = ? AND row_table = ? AND field = ''";
        int rows = database.update(
                "DELETE FROM " + table.table() + " WHERE (" + String.join(", ", table.key()) + ") IN (SELECT "
                        + items("row_key", 0, table.key().size()) + entries + ")",
                change,
                table.table());
        rows += database.update(
                "INSERT INTO " + table.table() + " (" + String.join(", ", table.cells()) + ") SELECT "
                        + list(table.cells(), cell -> "json_extract(before, '$." + cell + "')") + entries
                        + " AND before IS NOT NULL"
                        // Somebody who wrote past the log may have deleted the session.
                        + (table.table().equals("step")
                                ? " AND json_extract(before, '$.session') IN (SELECT id FROM session)"
                                : ""),
                change,
                table.table());
        return FieldNames.isRow(table.table()) ? rows : 0;
    }

    /** Fields go back to what they were, if they are what the change made of them. */
    private int fields(long change, TableColumns table, Set<String> kept) throws SQLException {
        var found = database.list(
                "SELECT DISTINCT field FROM change_entry WHERE change = ? AND row_table = ? AND field <> ''",
                List.of(change, table.table()),
                row -> row.getString(1));
        found.retainAll(table.cells());
        int fields = 0;
        for (var field : found) {
            var entry = " FROM change_entry AS entry"
                    + (" WHERE entry.change = ? AND entry.row_table = ?"
                            + " AND entry.field = ? AND (" + list(table.key(), key -> "it." + key) + ") = ("
                            + items("entry.row_key", 0, table.key().size()) + ") AND it." + field);
            database.each(
                    "SELECT row_key" + entry.replace("AS entry", "AS entry, " + table.table() + " AS it")
                            + " IS NOT entry.after",
                    List.of(change, table.table(), field),
                    row -> keep(kept, new Entry(table.table(), row.getString(1), field), "something else"));
            int back = database.update(
                    "UPDATE " + table.table() + " AS it SET " + field + " = entry.before" + entry + " IS entry.after",
                    change,
                    table.table(),
                    field);
            fields += FieldNames.isField(field) ? back : 0;
        }
        return fields;
    }

    private void keep(Set<String> kept, Entry entry, String by) {
        if (!FieldNames.isRow(entry.table())) {
            return;
        }
        var table = entry.table().equals("step") ? "session" : entry.table();
        var there = database.one(
                "SELECT 1 FROM " + table + " WHERE id = json_extract(?, '$[0]')", List.of(entry.key()), row -> true);
        FieldNames.of(entry.table(), entry.key(), there.isPresent() ? entry.field() : "")
                .ifPresent(name -> kept.add(
                        there.isPresent()
                                ? "kept " + name + ", which " + by + " changed later"
                                : name + " stays deleted, as " + by + " left it"));
    }
}
