package stretch.history;

import java.io.IOException;
import java.sql.SQLException;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import stretch.history.db.ChangeLog;
import stretch.history.db.Database;
import stretch.history.db.RowMapper;
import stretch.history.db.UuidV7;
import stretch.history.entry.ChangeKind;
import stretch.history.entry.FieldRules;
import stretch.history.entry.HistoryEntry;
import stretch.history.entry.SessionRow;
import stretch.history.entry.UnfinishedSession;
import stretch.os.ExitCode;
import stretch.os.UserError;

/** The session that runs: one at a time, and one that died is told from one that lives. */
record ActiveSession(Database database) {
    /** The session without an outcome, which runs or died. */
    Optional<SessionRow> session() {
        return sessions().stream().findFirst();
    }

    private List<SessionRow> sessions() {
        return database.list(
                "SELECT " + RowMapper.SESSION_COLUMNS
                        + " FROM session WHERE session.outcome IS NULL ORDER BY started_ms, id",
                List.of(),
                row -> RowMapper.session(row));
    }

    /** Closes sessions whose process died: nobody has the turn, yet they have no outcome. */
    void closeDead() {
        if (session().isEmpty()) {
            return;
        }
        // Asked inside the transaction: whoever tidies up at the same moment is waited for, and not taken for a
        // session.
        database.inTransaction(() -> {
            try (var lock = SessionLock.tryAcquire(database.file()).orElse(null)) {
                if (lock != null) {
                    interruptAll();
                }
            } catch (IOException e) {
                throw unusable(e);
            }
        });
    }

    /** The caller has the turn, so that none of them runs, and a transaction. */
    private void interruptAll() throws SQLException {
        var log = new ChangeLog(database);
        for (var row : sessions()) {
            log.goOn(
                    log.practice(row, "run"),
                    0,
                    () -> database.update("""
                    UPDATE session SET outcome = 'interrupted',
                      active_ms = min(?, coalesce((SELECT sum(held_ms) FROM step WHERE session = id), 0)),
                      ended_ms = coalesce((SELECT max(started_ms + held_ms) FROM step WHERE session = id), started_ms),
                      ended_offset = started_offset
                    WHERE id = ?""", FieldRules.ACTIVE.most().toMillis(), row.id()));
        }
    }

    SessionWriter begin(String id, String routine, ZonedDateTime startedAt, int stepsPlanned, OptionalInt painBefore) {
        return opened(
                id,
                "run " + SessionRow.named(routine, startedAt, id),
                startedAt,
                () -> {},
                "INSERT INTO session (id, routine, started_ms, started_offset, zone, steps_planned, pain_before,"
                        + " device) VALUES (?, ?, ?, ?, ?, ?, ?, (SELECT value FROM meta WHERE key = 'device'))",
                id,
                routine,
                startedAt.toInstant().toEpochMilli(),
                startedAt.getOffset().getTotalSeconds(),
                startedAt.getZone().getId(),
                stepsPlanned,
                SessionWriter.number(painBefore));
    }

    Optional<UnfinishedSession> unfinished() {
        return database.one(
                        "SELECT " + RowMapper.SESSION_COLUMNS + ", plan, broken_off FROM session"
                                + " WHERE id = (SELECT id FROM session ORDER BY started_ms DESC, id DESC LIMIT 1)"
                                + " AND outcome IN ('stopped', 'interrupted') AND plan IS NOT NULL",
                        List.of(),
                        row -> {
                            var session = RowMapper.session(row);
                            var brokenOff = RowMapper.number(row, "broken_off");
                            return new UnfinishedSession(
                                    session, row.getString("plan"), brokenOff, settled(session, brokenOff));
                        })
                .filter(session -> session.next().isPresent());
    }

    private Set<Integer> settled(SessionRow session, OptionalInt brokenOff) {
        var settled = new HashSet<>(
                database.list("SELECT step FROM step WHERE session = ?", List.of(session.id()), row -> row.getInt(1)));
        brokenOff.ifPresent(settled::remove);
        return settled;
    }

    /** Fails if it is not what was looked at before: meanwhile it may have been resumed, deleted, or another done. */
    SessionWriter resume(SessionRow session, ZonedDateTime at) {
        return opened(
                session.id(),
                "resume " + session.named(),
                at,
                () -> {
                    if (unfinished().filter(it -> it.session().equals(session)).isEmpty()) {
                        throw changed(session);
                    }
                },
                "UPDATE session SET outcome = NULL, ended_ms = NULL, ended_offset = NULL WHERE id = ?",
                session.id());
    }

    /** Takes the turn, and opens the session by this statement; the turn is given back if that fails. */
    private SessionWriter opened(
            String id, String what, ZonedDateTime at, Runnable check, String sql, @Nullable Object... values) {
        try {
            var lock = SessionLock.acquire(database.file()).orElseThrow(this::busy);
            try {
                long change = database.inTransaction(() -> {
                    // One may have died after this record was opened.
                    interruptAll();
                    check.run();
                    return new ChangeLog(database)
                            .write(
                                    ChangeKind.PRACTICE,
                                    at.toOffsetDateTime(),
                                    what,
                                    id,
                                    () -> database.update(sql, values));
                });
                return new SessionWriter(database, id, change, lock);
            } catch (UserError failure) {
                lock.close();
                throw failure;
            }
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private UserError unusable(IOException fault) {
        return new UserError(ExitCode.IO, database.file() + ": its lock cannot be used (" + fault.getMessage() + ")");
    }

    private UserError busy() {
        return new UserError(
                ExitCode.BUSY,
                session()
                        .map(row -> "another session is running (" + row.routine() + ", since "
                                + row.startedAt().toLocalTime().withNano(0) + ", session "
                                + UuidV7.shown(row.id()) + "); finish or quit that one first")
                        .orElse("'stretch restore' is replacing the history now; try again when it has ended"));
    }

    /** Says that it was another a moment before. */
    static UserError changed(HistoryEntry seen) {
        return new UserError(
                ExitCode.BUSY,
                seen.kind() + " " + UuidV7.shown(seen.id())
                        + " was changed a moment ago by another command; run this one again");
    }

    /** Says that this session has to end before it is changed. */
    static UserError running(String id) {
        return new UserError(ExitCode.BUSY, "session " + UuidV7.shown(id) + " is running; finish or quit it first");
    }
}
