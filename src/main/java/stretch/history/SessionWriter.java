package stretch.history;

import static stretch.history.db.TableColumns.list;

import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import stretch.catalogue.Outcome;
import stretch.history.db.ChangeLog;
import stretch.history.db.Database;
import stretch.history.entry.FieldRules;
import stretch.history.entry.StepRow;
import stretch.os.FileLock;

/** A session that is being recorded; each call is on disk when it returns. */
public final class SessionWriter {
    private static final List<String> STEP = FieldRules.columns("step");

    private static final String INSERT = "INSERT INTO step (" + String.join(", ", STEP) + ") VALUES (?"
            + ", ?".repeat(STEP.size() - 1) + ") ON CONFLICT (session, step) DO UPDATE SET "
            + list(STEP.subList(2, STEP.size()), column -> column + " = excluded." + column);

    private final Database database;
    private final String id;
    private final long change;
    private final FileLock lock;

    /** The session is open, by this change. */
    SessionWriter(Database database, String id, long change, FileLock lock) {
        this.database = database;
        this.id = id;
        this.change = change;
        this.lock = lock;
    }

    /** Puts a step on record; a step that was gone back to replaces its earlier row, whose time it includes. */
    public void save(StepRow step) {
        write(0, () -> {
            insert(database, id, step);
            database.update("UPDATE session SET broken_off = NULL WHERE id = ? AND broken_off = ?", id, step.step());
        });
    }

    static void insert(Database database, String id, StepRow step) throws SQLException {
        database.update(
                INSERT,
                id,
                step.step(),
                step.exercise(),
                step.side().id(),
                step.kind().id(),
                step.planned(),
                step.done(),
                millis(step.held()),
                step.outcome().id(),
                step.startedAt().toInstant().toEpochMilli(),
                step.startedAt().getOffset().getTotalSeconds(),
                number(step.set()),
                step.load());
    }

    /** A number that may be missing, as a parameter of a statement. */
    static @Nullable Integer number(OptionalInt value) {
        return value.isPresent() ? (Integer) value.getAsInt() : null;
    }

    /** Nobody practises longer than the rule allows: a session was left to itself. */
    private static long millis(Duration active) {
        return Math.min(active.toMillis(), FieldRules.ACTIVE.most().toMillis());
    }

    /** Keeps what is to be done, so that the session can go on if it breaks off; steps may come in on the way. */
    public void plan(String plan, int steps) {
        update(0, "UPDATE session SET plan = ?, steps_planned = ? WHERE id = ?", plan, steps, id);
    }

    /** Keeps which step was cut in its middle, where the session goes on if it is resumed. */
    public void brokeOff(int step) {
        update(0, "UPDATE session SET broken_off = ? WHERE id = ?", step, id);
    }

    private void update(long at, String sql, @Nullable Object... values) {
        write(at, () -> database.update(sql, values));
    }

    private void write(long at, Database.Transaction work) {
        database.inTransaction(() -> new ChangeLog(database).goOn(change, at, work));
    }

    /** Closes the session and gives the turn back. */
    public void end(Outcome outcome, OffsetDateTime endedAt, Duration active) {
        try (lock) {
            update(
                    endedAt.toInstant().toEpochMilli(),
                    "UPDATE session SET outcome = ?1, ended_ms = ?, ended_offset = ?, active_ms = ?,"
                            + " plan = CASE WHEN ?1 = 'completed' THEN NULL ELSE plan END WHERE id = ?",
                    outcome.id(),
                    endedAt.toInstant().toEpochMilli(),
                    endedAt.getOffset().getTotalSeconds(),
                    millis(active),
                    id);
        }
    }

    /** Gives the turn back without a word on how the session ended; the next command finds it interrupted. */
    public void abandon() {
        lock.close();
    }
}
