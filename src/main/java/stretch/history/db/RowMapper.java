package stretch.history.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import stretch.catalogue.Outcome;
import stretch.catalogue.StepOutcome;
import stretch.catalogue.exercise.DoseKind;
import stretch.catalogue.exercise.Side;
import stretch.history.entry.ChangeKind;
import stretch.history.entry.CheckIn;
import stretch.history.entry.FieldRule;
import stretch.history.entry.FieldRules;
import stretch.history.entry.ReminderPause;
import stretch.history.entry.SessionRow;
import stretch.history.entry.StepRow;
import stretch.history.entry.UndoEntry;
import stretch.history.transfer.CellParser;
import stretch.text.TerminalSafe;
import stretch.text.Words;

/** Turns rows of the database into records. */
public final class RowMapper {
    /** What {@link #session} reads, by number; it comes first in a query. */
    public static final String SESSION_COLUMNS =
            "session.id, session.routine, session.started_ms, session.started_offset, session.zone, session.ended_ms,"
                    + " session.ended_offset, session.active_ms, session.outcome, session.steps_planned, session.pain_before,"
                    + " session.pain_after, session.note, session.device, session.changed_ms, coalesce(nullif((SELECT count(*) FROM step AS done"
                    + " WHERE done.session = session.id AND done.outcome IN ('done', 'shortened')), 0),"
                    + " session.steps_claimed, 0) AS steps_done";

    /** What {@link #step} reads, by number. */
    public static final String STEP_COLUMNS = "step.step, step.exercise, step.side, step.kind, step.planned, step.done,"
            + " step.held_ms, step.outcome, step.started_ms, step.started_offset, step.set_number, step.load";

    /** The order of sessions wherever there are several. */
    public static final String SESSION_ORDER = " ORDER BY started_ms, id";

    /** Four digits: those of every form of a date. */
    private static final int LAST_YEAR = 9999;

    /** A thousand years: whatever is longer was never practised. */
    private static final long MOST_MILLIS = Duration.ofDays(365_250).toMillis();

    private RowMapper() {}

    public static SessionRow session(ResultSet row) throws SQLException {
        var id = id("session", row.getString(1));
        return read("session " + id, () -> session(id, row));
    }

    /** Each cell is asked for once: that takes longer than to read the row. */
    private static SessionRow session(String id, ResultSet row) throws SQLException {
        long ended = row.getLong(6);
        boolean ends = !row.wasNull();
        var outcome = row.getString(9);
        long changed = row.getLong(15);
        boolean isChanged = !row.wasNull();
        return new SessionRow(
                id,
                row.getString(2),
                zoned(row.getLong(3), row.getInt(4), row.getString(5)),
                ends ? Optional.of(moment(ended, row.getInt(7))) : Optional.empty(),
                length("active_ms", row.getLong(8)),
                Optional.ofNullable(outcome).map(RowMapper::outcome),
                count("steps_done", row.getLong(16)),
                count("steps_planned", row.getLong(10)),
                number("pain_before", row, 11),
                number("pain_after", row, 12),
                row.getString(13),
                row.getString(14),
                isChanged ? Optional.of(moment(changed, 0).toInstant()) : Optional.empty());
    }

    public static ReminderPause pause(ResultSet row) throws SQLException {
        var id = id("rest", row.getString("id"));
        return read("rest " + id, () -> {
            word("kind", FieldRules.REST_KIND, row.getString("kind"));
            int offset = row.getInt("at_offset");
            return new ReminderPause(
                    id,
                    moment(row.getLong("at_ms"), offset),
                    row.getObject("until_ms") == null
                            ? Optional.empty()
                            : Optional.of(moment(row.getLong("until_ms"), offset)),
                    count("days", row.getLong("days")),
                    row.getString("reason"));
        });
    }

    public static CheckIn checkIn(ResultSet row) throws SQLException {
        var id = id("checkin", row.getString("id"));
        return read("checkin " + id, () -> {
            var markers = new LinkedHashMap<String, String>();
            for (var marker : CheckIn.MARKERS) {
                var word = row.getString("marker_" + marker);
                if (word != null) {
                    markers.put(marker, word("marker_" + marker, FieldRules.MARKER, word));
                }
            }
            return new CheckIn(
                    id,
                    moment(row.getLong("at_ms"), row.getInt("at_offset")),
                    number(row, "pain"),
                    markers,
                    row.getString("note"));
        });
    }

    /** A step, of the session that {@code of} names in messages. */
    public static StepRow step(String of, ResultSet row) throws SQLException {
        return read(
                "step " + of + ", " + row.getInt(1),
                () -> new StepRow(
                        row.getInt(1),
                        row.getString(2),
                        side(row.getString(3)),
                        kind(row.getString(4)),
                        count("planned", row.getLong(5)),
                        count("done", row.getLong(6)),
                        length("held_ms", row.getLong(7)),
                        stepOutcome(row.getString(8)),
                        moment(row.getLong(9), row.getInt(10)),
                        number(row, "set_number"),
                        row.getString(12)));
    }

    public static OptionalInt number(ResultSet row, String column) throws SQLException {
        return number(column, row, row.findColumn(column));
    }

    private static OptionalInt number(String column, ResultSet row, int index) throws SQLException {
        long number = row.getLong(index);
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(count(column, number));
    }

    static Outcome outcome(String word) {
        return parsed(Outcome.values(), Outcome::id, "outcome", FieldRules.OUTCOME, word);
    }

    public static StepOutcome stepOutcome(String word) {
        return parsed(StepOutcome.values(), StepOutcome::id, "outcome", FieldRules.STEP_OUTCOME, word);
    }

    public static Side side(String word) {
        return parsed(Side.values(), Side::id, "side", FieldRules.SIDE, word);
    }

    public static DoseKind kind(String word) {
        return parsed(DoseKind.values(), DoseKind::id, "kind", FieldRules.KIND, word);
    }

    private static <E> E parsed(E[] values, Function<E, String> id, String column, FieldRule.Word rule, String word) {
        return Words.parse(values, id, word).orElseThrow(() -> new UnreadableRow(rule.fault(column, word)));
    }

    /** A change; one that an older version made has no kind. */
    public static UndoEntry change(ResultSet row) throws SQLException {
        long number = row.getLong("change");
        return read("change " + number, () -> {
            var kind = row.getString("kind");
            return new UndoEntry(
                    number,
                    moment(row.getLong("made_ms"), row.getInt("made_offset")),
                    row.getString("what"),
                    kind == null ? Optional.empty() : Optional.of(changeKind(kind)),
                    row.getInt("undone") == 1,
                    row.getInt("kept") == 1);
        });
    }

    private static ChangeKind changeKind(String word) {
        return parsed(ChangeKind.values(), ChangeKind::id, "kind", FieldRules.CHANGE_KIND, word);
    }

    /** A word that stays one; fails if it is none of those that there are. */
    static String word(String column, FieldRule.Word rule, String word) {
        if (!rule.allows(word)) {
            throw new UnreadableRow(rule.fault(column, word));
        }
        return word;
    }

    /** An id, which may be shortened; fails if it is none. */
    public static String id(String table, String id) {
        if (!CellParser.isId(id)) {
            throw new UnreadableRow(table + " " + TerminalSafe.line(id) + ": " + FieldRules.ID.fault("id", id));
        }
        return id;
    }

    /** Milliseconds since 1970 at an offset; fails where there is no such moment, or none that a calendar could show. */
    public static OffsetDateTime moment(long millis, int offset) {
        try {
            var moment = Instant.ofEpochMilli(millis).atOffset(ZoneOffset.ofTotalSeconds(offset));
            if (moment.getYear() < 0 || moment.getYear() > LAST_YEAR) {
                throw new UnreadableRow(FieldRules.MOMENT.fault("time", moment.toString()));
            }
            return moment;
        } catch (DateTimeException e) {
            throw new UnreadableRow("invalid offset '" + offset + "': expected seconds of at most 18 hours");
        }
    }

    /** How many there are, or were; no fewer than none, and no more than can be reckoned with. */
    public static int count(String column, long number) {
        if (number < 0 || number > Integer.MAX_VALUE) {
            throw new UnreadableRow("invalid " + column + " '" + number + "': expected 0 to " + Integer.MAX_VALUE);
        }
        return (int) number;
    }

    /** A length of time in milliseconds, or a sum of such. */
    public static Duration length(String column, long millis) {
        if (millis < 0 || millis > MOST_MILLIS) {
            throw new UnreadableRow("invalid " + column + " '" + millis + "': expected 0 to " + MOST_MILLIS);
        }
        return Duration.ofMillis(millis);
    }

    /** A local day, of days since 1970. */
    public static LocalDate day(long days) {
        if (days < LocalDate.of(0, 1, 1).toEpochDay()
                || days > LocalDate.of(LAST_YEAR, 12, 31).toEpochDay()) {
            throw new UnreadableRow(FieldRules.MOMENT.fault("time", "day " + days));
        }
        return LocalDate.ofEpochDay(days);
    }

    /** The offset that was stored wins: zone rules change, what the clock showed then does not. */
    private static ZonedDateTime zoned(long millis, int offset, String zone) {
        var moment = moment(millis, offset);
        try {
            return ZonedDateTime.ofStrict(moment.toLocalDateTime(), moment.getOffset(), ZoneId.of(zone));
        } catch (DateTimeException e) {
            return moment.toZonedDateTime();
        }
    }

    /** What does not make sense is said with the row that it stands in. */
    private static <T> T read(String row, Database.Answer<T> reading) throws SQLException {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw new UnreadableRow(row + ": " + e.getMessage());
        }
    }
}
