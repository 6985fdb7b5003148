package stretch.history.entry;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.OptionalInt;
import stretch.catalogue.Outcome;
import stretch.history.db.UuidV7;

/**
 * A session on record.
 *
 * @param id a UUIDv7
 * @param startedAt with the offset and zone it was recorded in
 * @param active time spent at its steps, pauses and get-ready left out
 * @param outcome empty while it runs
 * @param stepsDone steps that count as practised
 * @param device a random name of the database it was first recorded in
 * @param changedAt when it was last edited, if ever
 */
public record SessionRow(
        String id,
        String routine,
        ZonedDateTime startedAt,
        Optional<OffsetDateTime> endedAt,
        Duration active,
        Optional<Outcome> outcome,
        int stepsDone,
        int stepsPlanned,
        OptionalInt painBefore,
        OptionalInt painAfter,
        String note,
        String device,
        Optional<Instant> changedAt)
        implements HistoryEntry {
    @Override
    public String kind() {
        return "session";
    }

    @Override
    public ZonedDateTime when() {
        return startedAt;
    }

    @Override
    public String called() {
        return routine;
    }

    /** When it ended; as long after its start as was practised, where an import did not say. */
    public OffsetDateTime end() {
        return endedAt.orElseGet(() -> startedAt.plus(active).toOffsetDateTime());
    }

    /** How it ended, or that it is running, as a word. */
    public String state() {
        return outcome.map(Outcome::id).orElse("running");
    }

    @Override
    public String named() {
        return named(routine, startedAt, id);
    }

    /** The same of one that is not on record yet. */
    public static String named(String routine, ZonedDateTime startedAt, String id) {
        return routine + ", " + HistoryEntry.minute(startedAt.toLocalDateTime()) + ", session " + UuidV7.shown(id);
    }
}
