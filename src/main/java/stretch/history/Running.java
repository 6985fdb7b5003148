package stretch.history;

import java.io.IOException;
import java.sql.SQLException;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import stretch.Exit;
import stretch.Failure;
import stretch.Lock;
import stretch.history.History.Unfinished;

/** The session that runs: one at a time, and one that died is told from one that lives. */
record Running(Store store) {
    /** The session without an outcome, which runs or died. */
    Optional<SessionRow> session() {
        return sessions().stream().findFirst();
    }

    private List<SessionRow> sessions() {
        var found = new ArrayList<SessionRow>();
        store.each(
                "SELECT " + Rows.SESSION_COLUMNS
                        + " FROM session WHERE session.outcome IS NULL ORDER BY started_ms, id",
                List.of(),
                row -> found.add(Rows.session(row)));
        return found;
    }

    /** Closes sessions whose process died: nobody has the turn, yet they have no outcome. */
    void closeDead() {
        if (session().isEmpty()) {
            return;
        }
        // Asked inside the transaction: whoever tidies up at the same moment is waited for, and not taken for a
        // session.
        store.immediately(() -> {
            try (var turn = Turn.take(store.file()).orElse(null)) {
                if (turn != null) {
                    interruptAll();
                }
            } catch (IOException e) {
                throw unusable(e);
            }
        });
    }

    /** The caller has the turn, so that none of them runs, and a transaction. */
    private void interruptAll() throws SQLException {
        var log = new ChangeLog(store);
        for (var row : sessions()) {
            log.goOn(
                    log.practice(row, "run"),
                    () -> store.update("""
                    UPDATE session SET outcome = 'interrupted',
                      active_ms = min(?, coalesce((SELECT sum(held_ms) FROM step WHERE session = id), 0)),
                      ended_ms = coalesce((SELECT max(started_ms + held_ms) FROM step WHERE session = id), started_ms),
                      ended_offset = started_offset
                    WHERE id = ?""", FieldRules.ACTIVE.most().toMillis(), row.id()));
        }
    }

    Recording begin(String id, String routine, ZonedDateTime startedAt, int stepsPlanned, OptionalInt painBefore) {
        return opened(
                id,
                "run " + ChangeLog.words(routine, startedAt, id),
                startedAt,
                "INSERT INTO session (id, routine, started_ms, started_offset, zone, steps_planned, pain_before, device)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, (SELECT value FROM meta WHERE key = 'device'))",
                id,
                routine,
                startedAt.toInstant().toEpochMilli(),
                startedAt.getOffset().getTotalSeconds(),
                startedAt.getZone().getId(),
                stepsPlanned,
                painBefore.isPresent() ? painBefore.getAsInt() : null);
    }

    Optional<Unfinished> unfinished() {
        var found = new ArrayList<Unfinished>();
        store.each(
                "SELECT " + Rows.SESSION_COLUMNS + ", plan, broken_off FROM session"
                        + " WHERE outcome IN ('stopped', 'interrupted') AND plan IS NOT NULL"
                        + " ORDER BY started_ms DESC, id DESC LIMIT 1",
                List.of(),
                row -> found.add(
                        new Unfinished(Rows.session(row), row.getString("plan"), Rows.number(row, "broken_off"))));
        return found.stream().findFirst();
    }

    Recording resume(SessionRow session, ZonedDateTime at) {
        return opened(
                session.id(),
                "resume " + ChangeLog.words(session),
                at,
                "UPDATE session SET outcome = NULL, ended_ms = NULL, ended_offset = NULL WHERE id = ?",
                session.id());
    }

    /** Takes the turn, and opens the session by this statement; the turn is given back if that fails. */
    private Recording opened(String id, String what, ZonedDateTime at, String sql, @Nullable Object... values) {
        try {
            var turn = Turn.await(store.file()).orElseThrow(this::busy);
            try {
                return recording(id, what, at, turn, () -> store.update(sql, values));
            } catch (Failure failure) {
                turn.close();
                throw failure;
            }
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private Recording recording(String id, String what, ZonedDateTime at, Lock turn, Store.Work work) {
        var log = new ChangeLog(store);
        var change = new long[1];
        store.immediately(() -> {
            // One may have died after this record was opened.
            interruptAll();
            change[0] = log.write(ChangeKind.PRACTICE, at.toOffsetDateTime(), what, id, work);
        });
        return new Recording(store, id, log, change[0], turn);
    }

    private Failure unusable(IOException fault) {
        return new Failure(Exit.IO, store.file() + ": its lock cannot be used (" + fault.getMessage() + ")");
    }

    private Failure busy() {
        var which = session()
                .map(row -> " (" + row.routine() + ", since "
                        + row.startedAt().toLocalTime().withNano(0) + ", session "
                        + row.id().substring(0, 8) + ")")
                .orElse("");
        return new Failure(Exit.BUSY, "another session is running" + which + "; finish or quit that one first");
    }
}
