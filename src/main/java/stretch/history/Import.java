package stretch.history;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.sqlite.ProgressHandler;
import stretch.Failure;

/**
 * Brings in sessions and steps: from an export, or from the record of another machine.
 *
 * <p>The whole file is read and checked first, then merged in one transaction. Sessions are told apart by their id, so
 * that a file can be imported again and again. Of two versions of a session the one that was edited later wins, and a
 * deletion wins over everything that was done to the session before it; the order of imports makes no difference.
 */
public final class Import {
    /** Steps of SQLite's machine that take some milliseconds. */
    private static final int A_MOMENT = 100_000;

    /** What two versions of a session are compared by where neither was edited later. */
    private static final String FACE = "json_array({s}.routine, {s}.started_ms, {s}.started_offset, {s}.ended_ms,"
            + " {s}.ended_offset, {s}.active_ms, {s}.outcome, {s}.steps_planned, {s}.pain_before, {s}.pain_after,"
            + " {s}.note, {s}.device)";

    private final Store store;
    private final Clock clock;

    Import(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** What an import did, or would do. */
    public record Result(long added, long changed, long deleted, long steps, long checkIns, long rests) {
        /** Whether the record is as it was. */
        public boolean isNothing() {
            return added + changed + deleted + steps + checkIns + rests == 0;
        }
    }

    /** Thrown to leave a transaction without its changes. */
    private static final class OnlyTried extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Is told how far an import has come. */
    public interface Advance {
        /** So many bytes of the file are read, of so many; once they are all read, what they hold is merged. */
        void at(long done, long all);
    }

    /** Imports a file, and tells nobody on the way. */
    public Result read(Path file, boolean tryOnly) {
        return read(file, tryOnly, () -> {}, (done, all) -> {});
    }

    /**
     * Imports a file.
     *
     * @param tryOnly only say what it would do
     * @param beforehand what has to happen before anything changes, if there is anything yet
     * @param advance is told often, also while SQLite works long at one thing
     * @throws Failure with every mistake in the file, if it has any; nothing was changed then
     */
    public Result read(Path file, boolean tryOnly, Runnable beforehand, Advance advance) {
        try {
            new Staging(store).stage(file, advance);
            tell(advance);
            var result = new Result[1];
            try {
                store.immediately(() -> {
                    result[0] = merge(file, tryOnly ? () -> {} : beforehand);
                    if (tryOnly) {
                        throw new OnlyTried();
                    }
                });
            } catch (OnlyTried e) {
                // The counts are what was wanted.
            }
            ProgressHandler.clearHandler(store.connection());
            return result[0];
        } catch (SQLException e) {
            throw Faults.of(file, e);
        }
    }

    private void tell(Advance advance) throws SQLException {
        ProgressHandler.setHandler(store.connection(), A_MOMENT, new ProgressHandler() {
            @Override
            protected int progress() {
                advance.at(1, 1);
                return 0;
            }
        });
    }

    private Result merge(Path file, Runnable beforehand) throws SQLException {
        store.update("CREATE TEMP TABLE take AS SELECT i.id, s.id IS NULL AS added FROM in_session AS i"
                + " LEFT JOIN session AS s ON s.id = i.id LEFT JOIN deleted AS d ON d.session = i.id"
                + " WHERE (d.session IS NULL OR coalesce(i.changed_ms, 0) > d.deleted_ms)"
                + " AND (s.id IS NULL OR (s.outcome IS NOT NULL AND (coalesce(i.changed_ms, 0) > coalesce(s.changed_ms, 0)"
                + " OR (coalesce(i.changed_ms, 0) = coalesce(s.changed_ms, 0) AND " + FACE.replace("{s}", "i") + " > "
                + FACE.replace("{s}", "s") + "))))");
        store.update(
                "CREATE TEMP TABLE drop_out AS SELECT x.session AS id FROM in_deleted AS x JOIN session AS s ON s.id = x.session"
                        + " WHERE coalesce(s.changed_ms, 0) <= x.deleted_ms AND s.outcome IS NOT NULL"
                        + " AND x.session NOT IN (SELECT id FROM take)");
        // By its row a step is found again at a tenth of the time that its session's id takes.
        store.update("CREATE TEMP TABLE more AS SELECT i.rowid AS place, i.session FROM in_step AS i"
                + " LEFT JOIN step AS s ON s.session = i.session AND s.step = i.step"
                + " WHERE (s.step IS NULL AND EXISTS (SELECT 1 FROM session WHERE id = i.session)"
                + " AND i.session NOT IN (SELECT id FROM drop_out)) OR i.session IN (SELECT id FROM take)");
        var result = new Result(
                store.number("SELECT count(*) FROM take WHERE added"),
                store.number("SELECT count(*) FROM take WHERE NOT added"),
                store.number("SELECT count(*) FROM drop_out"),
                store.number("SELECT count(*) FROM more"),
                store.number("SELECT count(*) FROM in_checkin WHERE id NOT IN (SELECT id FROM checkin)"),
                store.number("SELECT count(*) FROM in_rest WHERE id NOT IN (SELECT id FROM rest)"));
        if (!result.isNothing()) {
            if (store.number("SELECT EXISTS (SELECT 1 FROM session UNION ALL SELECT 1 FROM change)") == 1) {
                beforehand.run();
            }
            log(file, result);
            write();
        }
        store.update(
                "INSERT INTO deleted (session, deleted_ms) SELECT * FROM in_deleted WHERE true ON CONFLICT (session)"
                        + " DO UPDATE SET deleted_ms = max(deleted_ms, excluded.deleted_ms)");
        // What was edited after it had been deleted elsewhere lives.
        store.update("DELETE FROM deleted WHERE session IN (SELECT id FROM session)");
        return result;
    }

    private void log(Path file, Result result) throws SQLException {
        store.update(
                "INSERT INTO change (made_ms, made_offset, what, session) VALUES (?, ?, ?, '')",
                clock.millis(),
                OffsetDateTime.now(clock).getOffset().getTotalSeconds(),
                "import " + file.getFileName() + ", " + result.added() + " added, " + result.changed()
                        + " changed, " + result.deleted() + " deleted, " + result.steps() + " steps"
                        + (result.checkIns() > 0 ? ", " + result.checkIns() + " check-ins" : "")
                        + (result.rests() > 0 ? ", " + result.rests() + " snoozed or skipped" : ""));
        store.update(
                "INSERT INTO change (made_ms, made_offset, what, session, before, part_of)"
                        + " SELECT c.made_ms, c.made_offset, '', it.id, (SELECT " + Mending.BEFORE
                        + " FROM session WHERE session.id = it.id), c.change FROM (SELECT id FROM take UNION SELECT id FROM drop_out"
                        + " UNION SELECT session FROM more"
                        + " UNION SELECT id FROM in_checkin WHERE id NOT IN (SELECT id FROM checkin)"
                        + " UNION SELECT id FROM in_rest WHERE id NOT IN (SELECT id FROM rest)) AS it, (SELECT * FROM change ORDER BY change DESC LIMIT 1) AS c");
    }

    private void write() throws SQLException {
        var columns = String.join(", ", Mending.SESSION);
        store.update("DELETE FROM session WHERE id IN (SELECT id FROM drop_out)");
        // A session that comes without its steps keeps those it has.
        store.update(
                "DELETE FROM step WHERE session IN (SELECT id FROM take) AND session IN (SELECT session FROM in_step)");
        store.update("INSERT INTO session (" + columns + ") SELECT " + columns
                + " FROM in_session WHERE id IN (SELECT id FROM take) ON CONFLICT (id) DO UPDATE SET "
                + String.join(
                        ", ",
                        Mending.SESSION.stream()
                                .filter(column -> !column.equals("id"))
                                .map(column -> column + " = excluded." + column)
                                .toList()));
        store.update("INSERT OR IGNORE INTO step (" + Staging.STEP + ") SELECT " + Staging.STEP
                + " FROM in_step WHERE rowid IN (SELECT place FROM more)");
        // Nobody edits these, so that one of an id is like the other.
        store.update("INSERT OR IGNORE INTO checkin (" + Staging.CHECKIN + ") SELECT " + Staging.CHECKIN
                + " FROM in_checkin");
        store.update("INSERT OR IGNORE INTO rest (" + Staging.REST + ") SELECT " + Staging.REST + " FROM in_rest");
    }
}
