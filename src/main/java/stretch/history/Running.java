package stretch.history;

import java.io.IOException;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import stretch.Exit;
import stretch.Failure;
import stretch.history.History.Unfinished;

/** The session that runs: one at a time, and one that died is told from one that lives. */
record Running(Store store) {
    /** The session without an outcome, which runs or died. */
    Optional<SessionRow> session() {
        var found = new ArrayList<SessionRow>();
        store.each(
                "SELECT " + Rows.SESSION_COLUMNS
                        + " FROM session WHERE session.outcome IS NULL ORDER BY started_ms, id",
                List.of(),
                row -> found.add(Rows.session(row)));
        return found.stream().findFirst();
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
    private void interruptAll() throws java.sql.SQLException {
        store.update("""
                UPDATE session SET outcome = 'interrupted',
                  active_ms = coalesce((SELECT sum(held_ms) FROM step WHERE session = id), 0),
                  ended_ms = coalesce((SELECT max(started_ms + held_ms) FROM step WHERE session = id), started_ms),
                  ended_offset = started_offset
                WHERE outcome IS NULL""");
    }

    Recording begin(String id, String routine, ZonedDateTime startedAt, int stepsPlanned, OptionalInt painBefore) {
        return taken(id)
                .opened(
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

    Recording resume(SessionRow session) {
        return taken(session.id())
                .opened(
                        "UPDATE session SET outcome = NULL, ended_ms = NULL, ended_offset = NULL, broken_off = NULL"
                                + " WHERE id = ?",
                        session.id());
    }

    private Recording taken(String id) {
        try {
            var turn = Turn.await(store.file()).orElseThrow(this::busy);
            var recording = new Recording(store, id, turn);
            if (session().isPresent()) {
                // It died after this record was opened.
                store.immediately(this::interruptAll);
            }
            return recording;
        } catch (IOException e) {
            throw unusable(e);
        }
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
