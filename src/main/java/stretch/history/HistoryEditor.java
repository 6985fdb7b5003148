package stretch.history;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import stretch.catalogue.Outcome;
import stretch.catalogue.StepOutcome;
import stretch.catalogue.exercise.DoseKind;
import stretch.history.Undo.Undone;
import stretch.history.db.ChangeLog;
import stretch.history.db.Database;
import stretch.history.db.RowMapper;
import stretch.history.db.SqliteErrors;
import stretch.history.entry.ChangeKind;
import stretch.history.entry.CheckIn;
import stretch.history.entry.FieldRules;
import stretch.history.entry.HistoryEntry;
import stretch.history.entry.ReminderPause;
import stretch.history.entry.SessionRow;
import stretch.history.entry.StepRow;
import stretch.history.entry.UndoEntry;

/** Changes of what is on record. Each is one transaction, together with what it takes to undo it. */
public record HistoryEditor(Database database, Clock clock) {
    /** What is to be different; what is empty stays. */
    public record SessionEdit(
            Optional<String> note,
            Optional<ZonedDateTime> startedAt,
            Optional<Duration> active,
            Optional<Outcome> outcome,
            OptionalInt painBefore,
            OptionalInt painAfter,
            Optional<String> routine) {}

    /** What is to be different of a step; what is empty stays. */
    public record StepEdit(OptionalInt done, Optional<StepOutcome> outcome, Optional<String> load) {}

    /** Puts a session on record that was done elsewhere, with its steps; as one of this database. */
    public void add(SessionRow session, List<StepRow> steps) {
        undoable("add " + session.named(), () -> {
            var startedAt = session.startedAt();
            var end = session.end();
            insert(
                    "session",
                    session.id(),
                    session.routine(),
                    startedAt.toInstant().toEpochMilli(),
                    startedAt.getOffset().getTotalSeconds(),
                    startedAt.getZone().getId(),
                    end.toInstant().toEpochMilli(),
                    end.getOffset().getTotalSeconds(),
                    session.active().toMillis(),
                    session.outcome().map(Outcome::id).orElse(null),
                    session.stepsPlanned(),
                    SessionWriter.number(session.painBefore()),
                    SessionWriter.number(session.painAfter()),
                    session.note());
            for (var step : steps) {
                SessionWriter.insert(database, session.id(), step);
            }
        });
    }

    /** Changes a session; it moves as a whole if it begins at another time. */
    public void edit(SessionRow row, SessionEdit edit) {
        undoable("edit " + row.named(), row, () -> {
            edit.note().ifPresent(note -> set(row, "note", note));
            edit.outcome().ifPresent(outcome -> set(row, "outcome", outcome.id()));
            edit.active().ifPresent(active -> lasts(row, active.toMillis()));
            edit.painBefore().ifPresent(pain -> set(row, "pain_before", pain));
            edit.painAfter().ifPresent(pain -> set(row, "pain_after", pain));
            edit.routine().ifPresent(routine -> set(row, "routine", routine));
            edit.startedAt().ifPresent(start -> move(row, start));
            set(row, "changed_ms", clock.millis());
        });
    }

    /**
     * Changes a step of a session; what that takes longer or shorter, the session was practised longer or shorter, with
     * the steps after it later or sooner, and one in which nothing is done any more was not completed.
     */
    public void edit(SessionRow row, StepRow step, StepEdit edit) {
        undoable("edit step " + step.step() + " of " + row.named(), row, () -> {
            edit.done().ifPresent(done -> {
                long held = held(step, done);
                long by = held - step.held().toMillis();
                set(row, step, "done", done);
                set(row, step, "held_ms", held);
                var after = "UPDATE step SET started_ms = started_ms + ? WHERE session = ? AND step > ?";
                update(after, by, row.id(), step.step());
                lasts(row, possible(row.active().toMillis() + by));
            });
            edit.outcome().ifPresent(outcome -> {
                set(row, step, "outcome", outcome.id());
                update(
                        "UPDATE session SET outcome = 'stopped' WHERE id = ?1 AND outcome = 'completed' AND NOT EXISTS"
                                + " (SELECT 1 FROM step WHERE session = ?1 AND outcome IN ('done', 'shortened'))",
                        row.id());
            });
            edit.load().ifPresent(load -> set(row, step, "load", load));
            set(row, "changed_ms", clock.millis());
        });
    }

    /** How long so much of a step takes: by the pace of what is on record, and as long as before where nothing is. */
    private static long held(StepRow step, int done) {
        long before = step.held().toMillis();
        return possible(
                step.kind() == DoseKind.HOLD
                        ? Duration.ofSeconds(done).toMillis()
                        : step.done() == 0 ? before : (before * done + step.done() - 1) / step.done());
    }

    private static long possible(long millis) {
        return Math.max(0, Math.min(millis, FieldRules.ACTIVE.most().toMillis()));
    }

    /** Its end moves by what it was practised longer or shorter, so that its pauses stay. */
    private void lasts(SessionRow row, long active) {
        update(
                "UPDATE session SET ended_ms = max(started_ms + ?1, ended_ms + ?1 - active_ms), active_ms = ?1"
                        + " WHERE id = ?2",
                active,
                row.id());
    }

    private void set(SessionRow row, StepRow step, String column, Object value) {
        update("UPDATE step SET " + column + " = ? WHERE session = ? AND step = ?", value, row.id(), step.step());
    }

    private void move(SessionRow row, ZonedDateTime start) {
        long by = start.toInstant().toEpochMilli() - row.startedAt().toInstant().toEpochMilli();
        int offset = start.getOffset().getTotalSeconds();
        update(
                "UPDATE session SET started_ms = started_ms + ?, started_offset = ?, zone = ?,"
                        + " ended_ms = ended_ms + ?, ended_offset = ? WHERE id = ?",
                by,
                offset,
                start.getZone().getId(),
                by,
                offset,
                row.id());
        update(
                "UPDATE step SET started_ms = started_ms + ?, started_offset = ? WHERE session = ?",
                by,
                offset,
                row.id());
    }

    /** Puts time off from reminders on record. */
    public void addPause(ReminderPause pause) {
        undoable(pause.named(), () -> insert("rest", values(pause)));
    }

    /** Puts time off from reminders in the place of what it was. */
    public void edit(ReminderPause seen, ReminderPause pause) {
        undoable("edit " + pause.named(), seen, () -> replace("rest", values(pause)));
    }

    private static @Nullable Object[] values(ReminderPause pause) {
        return new @Nullable Object[] {
            pause.id(),
            pause.kind(),
            pause.at().toInstant().toEpochMilli(),
            pause.at().getOffset().getTotalSeconds(),
            pause.until().map(until -> until.toInstant().toEpochMilli()).orElse(null),
            pause.until().isPresent() ? null : pause.days(),
            pause.reason()
        };
    }

    public void addCheckIn(CheckIn it) {
        undoable(it.named(), () -> insert("checkin", values(it)));
    }

    /** Puts a check-in in the place of what it was. */
    public void edit(CheckIn seen, CheckIn it) {
        undoable("edit " + it.named(), seen, () -> replace("checkin", values(it)));
    }

    private static @Nullable Object[] values(CheckIn it) {
        return new @Nullable Object[] {
            it.id(),
            it.at().toInstant().toEpochMilli(),
            it.at().getOffset().getTotalSeconds(),
            SessionWriter.number(it.pain()),
            it.markers().get("bending"),
            it.markers().get("hips"),
            it.markers().get("balance"),
            it.markers().get("ease"),
            it.note()
        };
    }

    /** Takes a session with its steps, a check-in, a snooze or a skip off the record. */
    public void delete(HistoryEntry row) {
        undoable("delete " + row.named(), row, () -> {
            update("DELETE FROM " + table(row) + " WHERE id = ?", row.id());
            update(
                    "INSERT INTO deleted (session, deleted_ms) VALUES (?, ?)"
                            + " ON CONFLICT DO UPDATE SET deleted_ms = excluded.deleted_ms",
                    row.id(),
                    clock.millis());
        });
    }

    private static String table(HistoryEntry row) {
        if (row instanceof SessionRow) {
            return "session";
        }
        return row instanceof CheckIn ? "checkin" : "rest";
    }

    /** The changes, newest first. */
    public List<UndoEntry> undoEntries() {
        return database.list(
                "SELECT change, made_ms, made_offset, what, kind, undone, undone = 1 AND NOT EXISTS (SELECT 1 FROM"
                        + " change_entry WHERE change_entry.change = change.change) AS kept FROM change"
                        + " WHERE part_of IS NULL ORDER BY change DESC",
                List.of(),
                row -> RowMapper.change(row));
    }

    /** Takes back the newest change that stands, what was practised left out; empty if there is none. */
    public Optional<Undone> undo() {
        return undo(entry -> !entry.undone() && !entry.kind().equals(Optional.of(ChangeKind.PRACTICE)));
    }

    /** Takes back the change of this number; empty if there is none. */
    public Optional<Undone> undo(long number) {
        return undo(entry -> entry.number() == number);
    }

    private Optional<Undone> undo(Predicate<UndoEntry> wanted) {
        return database.inTransaction(() -> {
            // Looked up inside the transaction: two at once must not take back the same one.
            var found = undoEntries().stream().filter(wanted).findFirst();
            return found.isPresent()
                    ? Optional.of(new Undo(database, clock).takeBack(found.get()))
                    : Optional.<Undone>empty();
        });
    }

    /** A change to what was looked at before: of two at once, none is lost. */
    private void undoable(String what, HistoryEntry seen, Database.Transaction work) {
        undoable(what, () -> {
            new EntryFinder(database).requireUnchanged(seen);
            work.run();
        });
    }

    private void undoable(String what, Database.Transaction work) {
        database.inTransaction(
                () -> new ChangeLog(database).write(ChangeKind.CORRECTION, OffsetDateTime.now(clock), what, "", work));
    }

    private void set(SessionRow row, String column, Object value) {
        update("UPDATE session SET " + column + " = ? WHERE id = ?", value, row.id());
    }

    /** Puts a row on record, as one of this database: the values of the columns before the device. */
    private void insert(String table, @Nullable Object... values) {
        update(
                "INSERT INTO " + table + " (" + columns(table, values) + ", device) VALUES ("
                        + "?, ".repeat(values.length) + "(SELECT value FROM meta WHERE key = 'device'))",
                values);
    }

    /** Puts such values in the place of those that the row with this id has. */
    private void replace(String table, @Nullable Object... values) {
        update(
                "UPDATE " + table + " SET (" + columns(table, values) + ") = (?" + ", ?".repeat(values.length - 1)
                        + ") WHERE id = ?1",
                values);
    }

    private static String columns(String table, @Nullable Object... values) {
        return String.join(", ", FieldRules.columns(table).subList(0, values.length));
    }

    private void update(String sql, @Nullable Object... values) {
        try {
            database.update(sql, values);
        } catch (SQLException e) {
            throw SqliteErrors.of(database.file(), e);
        }
    }
}
