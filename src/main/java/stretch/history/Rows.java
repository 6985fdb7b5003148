package stretch.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import stretch.catalogue.Kind;
import stretch.catalogue.Outcome;
import stretch.catalogue.Side;
import stretch.catalogue.StepOutcome;

/** Turns rows of the database into records. */
final class Rows {
    /** What {@link #session} reads. */
    static final String SESSION_COLUMNS =
            "session.id, session.routine, session.started_ms, session.started_offset, session.zone, session.ended_ms,"
                    + " session.ended_offset, session.active_ms, session.outcome, session.steps_planned, session.pain_before,"
                    + " session.pain_after, session.note, session.device, session.changed_ms, coalesce(nullif((SELECT count(*) FROM step AS done"
                    + " WHERE done.session = session.id AND done.outcome IN ('done', 'shortened')), 0),"
                    + " session.steps_claimed, 0) AS steps_done";

    /** What {@link #step} reads, by number. */
    static final String STEP_COLUMNS = "step.step, step.exercise, step.side, step.kind, step.planned, step.done,"
            + " step.held_ms, step.outcome, step.started_ms, step.started_offset";

    private Rows() {}

    static SessionRow session(ResultSet row) throws SQLException {
        return new SessionRow(
                row.getString("id"),
                row.getString("routine"),
                zoned(row.getLong("started_ms"), row.getInt("started_offset"), row.getString("zone")),
                row.getObject("ended_ms") == null
                        ? Optional.empty()
                        : Optional.of(moment(row.getLong("ended_ms"), row.getInt("ended_offset"))),
                Duration.ofMillis(row.getLong("active_ms")),
                Optional.ofNullable(row.getString("outcome")).map(word -> word(Outcome.class, word)),
                row.getInt("steps_done"),
                row.getInt("steps_planned"),
                number(row, "pain_before"),
                number(row, "pain_after"),
                row.getString("note"),
                row.getString("device"),
                row.getObject("changed_ms") == null
                        ? Optional.empty()
                        : Optional.of(Instant.ofEpochMilli(row.getLong("changed_ms"))));
    }

    static Rest rest(ResultSet row) throws SQLException {
        int offset = row.getInt("at_offset");
        return new Rest(
                row.getString("id"),
                moment(row.getLong("at_ms"), offset),
                row.getObject("until_ms") == null
                        ? Optional.empty()
                        : Optional.of(moment(row.getLong("until_ms"), offset)),
                row.getInt("days"),
                row.getString("reason"));
    }

    static CheckIn checkIn(ResultSet row) throws SQLException {
        var markers = new LinkedHashMap<String, String>();
        for (var marker : CheckIn.MARKERS) {
            var word = row.getString("marker_" + marker);
            if (word != null) {
                markers.put(marker, word);
            }
        }
        return new CheckIn(
                row.getString("id"),
                moment(row.getLong("at_ms"), row.getInt("at_offset")),
                number(row, "pain"),
                markers,
                row.getString("note"));
    }

    static StepRow step(ResultSet row) throws SQLException {
        return new StepRow(
                row.getInt(1),
                row.getString(2),
                word(Side.class, row.getString(3)),
                word(Kind.class, row.getString(4)),
                row.getInt(5),
                row.getInt(6),
                Duration.ofMillis(row.getLong(7)),
                word(StepOutcome.class, row.getString(8)),
                moment(row.getLong(9), row.getInt(10)));
    }

    static OptionalInt number(ResultSet row, String column) throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(number);
    }

    static <E extends Enum<E>> E word(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
    }

    static OffsetDateTime moment(long millis, int offset) {
        return Instant.ofEpochMilli(millis).atOffset(ZoneOffset.ofTotalSeconds(offset));
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
}
