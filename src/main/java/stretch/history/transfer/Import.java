package stretch.history.transfer;

import static stretch.history.db.TableColumns.list;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sqlite.ProgressHandler;
import stretch.history.db.ChangeLog;
import stretch.history.db.Database;
import stretch.history.db.SqliteErrors;
import stretch.history.entry.ChangeKind;
import stretch.history.entry.FieldRules;
import stretch.history.transfer.ImportResult.LeftOut;
import stretch.history.transfer.ImportResult.LeftOut.Reason;
import stretch.os.UserError;

/**
 * Brings in sessions and steps: from an export, or from the record of another machine.
 *
 * <p>The whole file is read and checked first, then merged in one transaction. Sessions are told apart by their id, so
 * that a file can be imported again and again. Of two versions of a session the one that was edited later wins, and a
 * deletion wins over everything that was done to the session before it; the order of imports makes no difference. To
 * undo counts as to edit, and to undo what made a session counts as to delete it, unless that was an import.
 */
public record Import(Database database, Clock clock) {
    /** Steps of SQLite's machine that take some milliseconds. */
    private static final int A_MOMENT = 100_000;

    /** What two versions of a session are compared by where neither was edited later. */
    private static final String FACE = "json_array({s}.routine, {s}.started_ms, {s}.started_offset, {s}.ended_ms,"
            + " {s}.ended_offset, {s}.active_ms, {s}.outcome, {s}.steps_planned, {s}.pain_before, {s}.pain_after,"
            + " {s}.note, {s}.device)";

    /** What two versions of a step are compared by; an older file does not know of loads. */
    private static final String STEP_FACE = "({s}.exercise, {s}.side, {s}.kind, {s}.planned, {s}.done, {s}.held_ms,"
            + " {s}.outcome, {s}.started_ms, {s}.started_offset, coalesce(nullif({s}.load, ''), s.load))";

    private static final String NOTHING = "SELECT NULL AS id WHERE 0";

    /** What a file that knows nothing of it leaves as it is: text has no plan, and an offset for a time zone. */
    private static final Map<String, String> KEPT = Map.of(
            "zone",
            "iif(excluded.started_ms = started_ms AND excluded.started_offset = started_offset, zone, excluded.zone)",
            "plan",
            "iif(excluded.outcome = 'completed', NULL, coalesce(excluded.plan, plan))",
            "broken_off",
            "iif(excluded.outcome = 'completed' OR excluded.plan IS NOT NULL, excluded.broken_off, broken_off)");

    /** When our version of a session was last edited, or an edit of it undone. */
    private static final String CHANGED = "max(coalesce(s.changed_ms, 0), coalesce(u.at_ms, 0))";

    private static final String DELETED = "id IN (SELECT session FROM in_deleted)";

    /** Thrown to leave a transaction without its changes. */
    private static final class DryRunRollback extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Imports a file.
     *
     * @param tryOnly only say what it would do
     * @param beforehand what has to happen before anything changes, if there is anything yet
     * @param advance is told often, also while SQLite works long at one thing
     * @throws UserError with every mistake in the file, if it has any; nothing was changed then
     */
    public ImportResult read(Path file, boolean tryOnly, Runnable beforehand, ImportProgress advance) {
        try {
            new Staging(database).stage(file, advance);
            tell(advance);
            // Each row was checked by a rule that is no weaker than those of the tables, which take longer than the
            // rest.
            database.update("PRAGMA ignore_check_constraints = ON");
            var result = new ImportResult[1];
            try {
                database.inTransaction(() -> {
                    result[0] = merge(file, tryOnly ? () -> {} : beforehand);
                    if (tryOnly) {
                        throw new DryRunRollback();
                    }
                });
            } catch (DryRunRollback e) {
                // The counts are what was wanted.
            } finally {
                database.update("PRAGMA ignore_check_constraints = OFF");
            }
            ProgressHandler.clearHandler(database.connection());
            return result[0];
        } catch (SQLException e) {
            throw SqliteErrors.of(file, e);
        }
    }

    private void tell(ImportProgress advance) throws SQLException {
        ProgressHandler.setHandler(database.connection(), A_MOMENT, new ProgressHandler() {
            @Override
            protected int progress() {
                advance.at(1, 1);
                return 0;
            }
        });
    }

    private ImportResult merge(Path file, Runnable beforehand) throws SQLException {
        database.update("CREATE TEMP TABLE undone AS " + DatabaseImport.undone("main"));
        database.update("CREATE UNIQUE INDEX temp.undone_id ON undone (id)");
        database.update("CREATE TEMP TABLE take AS SELECT i.id, s.id IS NULL AS added FROM in_session AS i"
                + " LEFT JOIN session AS s ON s.id = i.id LEFT JOIN deleted AS d ON d.session = i.id"
                + " LEFT JOIN undone AS u ON u.id = i.id"
                + " WHERE (d.session IS NULL OR coalesce(i.changed_ms, 0) > d.deleted_ms)"
                + " AND NOT EXISTS (SELECT 1 FROM in_deleted AS x WHERE x.session = i.id"
                + " AND coalesce(i.changed_ms, 0) <= x.deleted_ms) AND iif(s.id IS NULL,"
                + " u.id IS NULL OR coalesce(i.changed_ms, 0) > u.at_ms,"
                + " s.outcome IS NOT NULL AND (coalesce(i.changed_ms, 0) > " + CHANGED
                + " OR (coalesce(i.changed_ms, 0) = " + CHANGED + " AND " + FACE.replace("{s}", "i") + " > "
                + FACE.replace("{s}", "s") + ")))");
        database.update(
                "CREATE TEMP TABLE drop_out AS SELECT x.session AS id FROM in_deleted AS x JOIN session AS s ON s.id = x.session"
                        + " LEFT JOIN undone AS u ON u.id = s.id"
                        + " WHERE " + CHANGED + " <= x.deleted_ms AND s.outcome IS NOT NULL"
                        + " AND x.session NOT IN (SELECT id FROM take)");
        // By its row a step is found again at a tenth of the time that its session's id takes.
        database.update("CREATE TEMP TABLE more AS SELECT i.rowid AS place, i.session FROM in_step AS i"
                + " LEFT JOIN step AS s ON s.session = i.session AND s.step = i.step"
                + " WHERE (s.step IS NULL AND EXISTS (SELECT 1 FROM session WHERE id = i.session)"
                + " AND i.session NOT IN (SELECT id FROM drop_out)) OR i.session IN (SELECT id FROM take)");
        var result = new ImportResult(
                database.number("SELECT count(*) FROM take WHERE added"),
                database.number("SELECT count(*) FROM take WHERE NOT added"),
                new ImportResult.Deletions(
                        database.number("SELECT count(*) FROM drop_out"),
                        database.number("SELECT count(*) FROM checkin WHERE " + DELETED),
                        database.number("SELECT count(*) FROM rest WHERE " + DELETED)),
                database.number("SELECT count(*) FROM more"),
                database.number("SELECT count(*) FROM in_checkin WHERE " + isNew("checkin")),
                database.number("SELECT count(*) FROM in_rest WHERE " + isNew("rest")),
                leftOut());
        if (!result.isNothing()
                && database.number("SELECT EXISTS (SELECT 1 FROM session UNION ALL SELECT 1 FROM change)") == 1) {
            beforehand.run();
        }
        var log = new ChangeLog(database);
        var now = OffsetDateTime.now(clock);
        var what = "import " + file.getFileName() + ", " + result.words();
        long change = log.write(ChangeKind.IMPORT, now, what, "", () -> write(log));
        log.stamp(change, now.toInstant().toEpochMilli(), true);
        for (var table : List.of("session", "checkin", "rest")) {
            database.update(ChangeLog.stampNew(table) + " WHERE id IN (SELECT id FROM in_" + table + ")");
        }
        database.update(ChangeLog.stampNew("deleted") + " WHERE session IN (SELECT session FROM in_deleted)");
        return result;
    }

    /** Of a check-in or a pause that is here already, what is here stays; one that was deleted never comes again. */
    private static String isNew(String table) {
        return "id NOT IN (SELECT id FROM " + table + ") AND id NOT IN (SELECT id FROM undone)"
                + " AND id NOT IN (SELECT session FROM deleted UNION ALL SELECT session FROM in_deleted)";
    }

    private List<LeftOut> leftOut() {
        var here = " AND id IN (SELECT session FROM deleted)";
        var undone = " AND id IN (SELECT id FROM undone) AND id NOT IN (SELECT session FROM deleted)";
        return Stream.of(
                        leftOut(
                                Reason.SESSION_UNKNOWN,
                                "SELECT DISTINCT session AS id FROM in_step AS i"
                                        + " WHERE NOT EXISTS (SELECT 1 FROM session WHERE id = i.session)"
                                        + " AND NOT EXISTS (SELECT 1 FROM in_session WHERE id = i.session)"
                                        + " AND NOT EXISTS (SELECT 1 FROM deleted WHERE session = i.session)",
                                "SELECT session AS id FROM in_step WHERE session IN (SELECT id FROM sessions)",
                                NOTHING,
                                NOTHING),
                        leftOut(
                                Reason.SESSION_DELETED,
                                "SELECT session AS id FROM deleted AS d"
                                        + " WHERE (EXISTS (SELECT 1 FROM in_session WHERE id = d.session)"
                                        + " OR EXISTS (SELECT 1 FROM in_step WHERE session = d.session))"
                                        + " AND NOT EXISTS (SELECT 1 FROM take WHERE id = d.session)",
                                NOTHING,
                                without("checkin") + here,
                                without("rest") + here),
                        leftOut(
                                Reason.UNDONE,
                                without("session") + undone + " AND id NOT IN (SELECT id FROM take)",
                                NOTHING,
                                without("checkin") + undone,
                                without("rest") + undone),
                        leftOut(
                                Reason.OTHER_VERSION,
                                "SELECT i.id FROM in_session AS i JOIN session AS s ON s.id = i.id WHERE "
                                        + FACE.replace("{s}", "i") + " <> " + FACE.replace("{s}", "s")
                                        + " AND i.id NOT IN (SELECT id FROM take UNION ALL SELECT id FROM drop_out)",
                                "SELECT i.session AS id FROM in_step AS i"
                                        + " JOIN step AS s ON s.session = i.session AND s.step = i.step WHERE "
                                        + STEP_FACE.replace("{s}", "i") + " <> " + STEP_FACE.replace("{s}", "s")
                                        + " AND i.session NOT IN (SELECT id FROM take UNION ALL SELECT id FROM drop_out)",
                                others("checkin"),
                                others("rest")))
                .flatMap(Optional::stream)
                .toList();
    }

    /** What the file has and the history has not. */
    private static String without(String table) {
        return "SELECT id FROM in_" + table + " WHERE id NOT IN (SELECT id FROM " + table + ")";
    }

    /** What both have, but not the same; without what is deleted now. */
    private static String others(String table) {
        var cells = FieldRules.columns(table);
        return "SELECT i.id FROM in_" + table + " AS i JOIN " + table + " AS s ON s.id = i.id WHERE ("
                + list(cells, cell -> "i." + cell) + ") IS NOT (" + list(cells, cell -> "s." + cell)
                + ") AND i.id NOT IN (SELECT session FROM in_deleted)";
    }

    /** What a reason holds for, by the ids; nothing if it holds for none. */
    private Optional<LeftOut> leftOut(Reason reason, String sessions, String steps, String checkIns, String pauses) {
        var tables = List.of("sessions", "steps", "checkins", "rests");
        return database.one(
                        "WITH sessions AS (" + sessions + "), steps AS (" + steps + "), checkins AS (" + checkIns
                                + "), rests AS (" + pauses + ") SELECT "
                                + list(tables, table -> "(SELECT count(*) FROM " + table + ")") + ", coalesce("
                                + list(tables, table -> "(SELECT min(id) FROM " + table + ")") + ")",
                        List.of(),
                        row -> new LeftOut(
                                reason,
                                row.getLong(1),
                                row.getLong(2),
                                row.getLong(3),
                                row.getLong(4),
                                String.valueOf(row.getString(5))))
                .filter(left -> !left.words().isEmpty());
    }

    private void write(ChangeLog log) throws SQLException {
        var session = FieldRules.columns("session");
        var columns = FieldRules.columnList("session");
        database.update("DELETE FROM session WHERE id IN (SELECT id FROM drop_out)");
        for (var table : List.of("checkin", "rest")) {
            var cells = FieldRules.columnList(table);
            database.update("DELETE FROM " + table + " WHERE " + DELETED);
            database.update("INSERT INTO " + table + " (" + cells + ") SELECT " + cells + " FROM in_" + table
                    + " WHERE " + isNew(table));
        }
        // A session that comes without its steps keeps those it has.
        database.update(
                "DELETE FROM step WHERE session IN (SELECT id FROM take) AND session IN (SELECT session FROM in_step)");
        database.update("INSERT INTO session (" + columns + ") SELECT " + columns
                + " FROM in_session WHERE id IN (SELECT id FROM take) ON CONFLICT (id) DO UPDATE SET "
                + list(
                        session.subList(1, session.size()),
                        column -> column + " = " + KEPT.getOrDefault(column, "excluded." + column)));
        var step = FieldRules.columnList("step");
        var steps = " FROM in_step WHERE rowid IN (SELECT place FROM more)";
        log.insert(
                "step",
                "SELECT session, step" + steps + " AND session NOT IN (SELECT id FROM take WHERE added)",
                "INSERT OR IGNORE INTO step (" + step + ", digest) SELECT " + step + ", " + database.digest("step")
                        + steps);
        // What was edited after it had been deleted elsewhere lives.
        database.update("DELETE FROM deleted WHERE session IN (SELECT id FROM session)");
        database.update("INSERT INTO deleted (session, deleted_ms) SELECT session, deleted_ms FROM in_deleted"
                + " WHERE session NOT IN (SELECT id FROM session) ON CONFLICT (session)"
                + " DO UPDATE SET deleted_ms = excluded.deleted_ms WHERE excluded.deleted_ms > deleted_ms");
    }
}
