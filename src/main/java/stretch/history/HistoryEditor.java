package stretch.history;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import stretch.catalogue.DoseKind;
import stretch.catalogue.Outcome;
import stretch.catalogue.StepOutcome;
import stretch.history.Undo.Undone;
import stretch.history.db.ChangeLog;
import stretch.history.db.Database;
import stretch.history.db.RowMapper;
import stretch.history.db.SqliteErrors;
import stretch.text.Numbers;

/** Changes of what is on record. Each is one transaction, together with what it takes to undo it. */
public final class HistoryEditor {
    public static final List<String> SESSION = List.of(
            "id",
            "routine",
            "started_ms",
            "started_offset",
            "zone",
            "ended_ms",
            "ended_offset",
            "active_ms",
            "outcome",
            "steps_planned",
            "pain_before",
            "pain_after",
            "note",
            "device",
            "plan",
            "broken_off",
            "changed_ms",
            "steps_claimed");

    public static final List<String> STEP = List.of(
            "step",
            "exercise",
            "side",
            "kind",
            "planned",
            "done",
            "held_ms",
            "outcome",
            "started_ms",
            "started_offset",
            "set_number",
            "load");

    public static final List<String> CHECKIN = List.of(
            "id",
            "at_ms",
            "at_offset",
            "pain",
            "marker_bending",
            "marker_hips",
            "marker_balance",
            "marker_ease",
            "note",
            "device");

    public static final List<String> REST =
            List.of("id", "kind", "at_ms", "at_offset", "until_ms", "days", "reason", "device");

    private final Database database;
    private final Clock clock;

    HistoryEditor(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

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
        undoable("add " + ChangeLog.words(session), () -> {
            var startedAt = session.startedAt();
            var end = session.endedAt()
                    .orElseGet(() -> startedAt.plus(session.active()).toOffsetDateTime());
            update(
                    "INSERT INTO session (id, routine, started_ms, started_offset, zone, ended_ms, ended_offset,"
                            + " active_ms, outcome, steps_planned, pain_before, pain_after, note, device) VALUES (?,"
                            + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, (SELECT value FROM meta WHERE key = 'device'))",
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
        refuseRunning(row);
        undoable("edit " + ChangeLog.words(row), () -> {
            edit.note().ifPresent(note -> set(row, "note", note));
            edit.outcome().ifPresent(outcome -> set(row, "outcome", outcome.id()));
            edit.active().ifPresent(active -> set(row, "active_ms", active.toMillis()));
            edit.painBefore().ifPresent(pain -> set(row, "pain_before", pain));
            edit.painAfter().ifPresent(pain -> set(row, "pain_after", pain));
            edit.routine().ifPresent(routine -> set(row, "routine", routine));
            edit.startedAt().ifPresent(start -> move(row, start));
            set(row, "changed_ms", clock.millis());
        });
    }

    /** Changes a step of a session; what a hold was longer or shorter, the session was practised longer or shorter. */
    public void edit(SessionRow row, StepRow step, StepEdit edit) {
        refuseRunning(row);
        undoable("edit step " + step.step() + " of " + ChangeLog.words(row), () -> {
            edit.done().ifPresent(done -> {
                set(row, step, "done", done);
                if (step.kind() == DoseKind.HOLD) {
                    long held = Duration.ofSeconds(done).toMillis();
                    set(row, step, "held_ms", held);
                    long active = row.active().toMillis() - step.held().toMillis() + held;
                    set(
                            row,
                            "active_ms",
                            Math.max(
                                    0, Math.min(active, FieldRules.ACTIVE.most().toMillis())));
                }
            });
            edit.outcome().ifPresent(outcome -> set(row, step, "outcome", outcome.id()));
            edit.load().ifPresent(load -> set(row, step, "load", load));
            set(row, "changed_ms", clock.millis());
        });
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
        undoable(
                words(pause),
                () -> update(
                        "INSERT INTO rest (id, kind, at_ms, at_offset, until_ms, days, reason, device)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, (SELECT value FROM meta WHERE key = 'device'))",
                        pause.id(),
                        pause.kind(),
                        pause.at().toInstant().toEpochMilli(),
                        pause.at().getOffset().getTotalSeconds(),
                        pause.until()
                                .map(until -> until.toInstant().toEpochMilli())
                                .orElse(null),
                        pause.until().isPresent() ? null : pause.days(),
                        pause.reason()));
    }

    /** Puts time off from reminders in the place of what it was. */
    public void edit(ReminderPause pause) {
        undoable(
                "edit " + words(pause),
                () -> update(
                        "UPDATE rest SET at_ms = ?, at_offset = ?, until_ms = ?, days = ?, reason = ? WHERE id = ?",
                        pause.at().toInstant().toEpochMilli(),
                        pause.at().getOffset().getTotalSeconds(),
                        pause.until()
                                .map(until -> until.toInstant().toEpochMilli())
                                .orElse(null),
                        pause.until().isPresent() ? null : pause.days(),
                        pause.reason(),
                        pause.id()));
    }

    private static String words(ReminderPause pause) {
        return pause.kind()
                + pause.until()
                        .map(until -> " until " + until.toLocalDate() + " "
                                + until.toLocalTime().withSecond(0).withNano(0))
                        .orElseGet(() -> ", " + Numbers.count(pause.days(), "day") + " from "
                                + pause.at().toLocalDate());
    }

    /** Puts a check-in on record. */
    public void addCheckIn(CheckIn it) {
        var at = it.at();
        undoable(
                words(it),
                () -> update(
                        "INSERT INTO checkin (id, at_ms, at_offset, pain, marker_bending, marker_hips, marker_balance,"
                                + " marker_ease, note, device)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, (SELECT value FROM meta WHERE key = 'device'))",
                        it.id(),
                        at.toInstant().toEpochMilli(),
                        at.getOffset().getTotalSeconds(),
                        SessionWriter.number(it.pain()),
                        it.markers().get("bending"),
                        it.markers().get("hips"),
                        it.markers().get("balance"),
                        it.markers().get("ease"),
                        it.note()));
    }

    /** Puts a check-in in the place of what it was. */
    public void edit(CheckIn it) {
        undoable(
                "edit " + words(it),
                () -> update(
                        "UPDATE checkin SET at_ms = ?, at_offset = ?, pain = ?, marker_bending = ?, marker_hips = ?,"
                                + " marker_balance = ?, marker_ease = ?, note = ? WHERE id = ?",
                        it.at().toInstant().toEpochMilli(),
                        it.at().getOffset().getTotalSeconds(),
                        SessionWriter.number(it.pain()),
                        it.markers().get("bending"),
                        it.markers().get("hips"),
                        it.markers().get("balance"),
                        it.markers().get("ease"),
                        it.note(),
                        it.id()));
    }

    private static String words(CheckIn it) {
        return "checkin, " + it.minute();
    }

    /** Takes a session with its steps, a check-in, a snooze or a skip off the record. */
    public void delete(HistoryEntry row) {
        if (row instanceof SessionRow session) {
            refuseRunning(session);
        }
        undoable("delete " + words(row), () -> {
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

    private static String words(HistoryEntry row) {
        if (row instanceof CheckIn it) {
            return words(it);
        }
        return row instanceof ReminderPause pause ? words(pause) : ChangeLog.words((SessionRow) row);
    }

    /** The changes, newest first. */
    public List<UndoEntry> undoEntries() {
        return database.list(
                "SELECT change, made_ms, made_offset, what, kind, undone FROM change WHERE part_of IS NULL"
                        + " ORDER BY change DESC",
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
        var undone = new ArrayList<Undone>();
        database.inTransaction(() -> {
            // Looked up inside the transaction: two at once must not take back the same one.
            var found = undoEntries().stream().filter(wanted).findFirst();
            if (found.isPresent()) {
                undone.add(new Undo(database, clock).takeBack(found.get()));
            }
        });
        return undone.stream().findFirst();
    }

    private void undoable(String what, Database.Transaction work) {
        database.inTransaction(
                () -> new ChangeLog(database).write(ChangeKind.CORRECTION, OffsetDateTime.now(clock), what, "", work));
    }

    private void set(SessionRow row, String column, Object value) {
        update("UPDATE session SET " + column + " = ? WHERE id = ?", value, row.id());
    }

    private void update(String sql, @Nullable Object... values) {
        try {
            database.update(sql, values);
        } catch (SQLException e) {
            throw SqliteErrors.of(database.file(), e);
        }
    }

    private static void refuseRunning(SessionRow row) {
        if (row.outcome().isEmpty()) {
            throw ActiveSession.running(row.id());
        }
    }
}
