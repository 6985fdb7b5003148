package stretch.history.entry;

import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.UnaryOperator;
import stretch.history.db.UuidV7;

/** What an id of the history names. */
public sealed interface HistoryEntry permits SessionRow, CheckIn, ReminderPause {
    /** A UUIDv7. */
    String id();

    /** {@code session}, {@code check-in}, {@code snooze} or {@code skip}. */
    String kind();

    /** When it began, or was said. */
    ZonedDateTime when();

    /** The same by the clock there, without seconds: {@code 2026-11-21 08:00}. */
    default String minute() {
        return minute(when().toLocalDateTime());
    }

    /** A moment without its seconds: {@code 2026-11-21 08:00}. */
    static String minute(LocalDateTime at) {
        return at.toLocalDate() + " " + at.toLocalTime().withSecond(0).withNano(0);
    }

    /** A zone as people call it: an offset of none is that of UTC. */
    static String zone(String id) {
        return id.equals("Z") ? "UTC" : id;
    }

    /** As lists call it: the routine of a session, and else its kind. */
    default String called() {
        return kind();
    }

    /** As the log of changes calls it: {@code daily, 2026-11-21 08:00, session 1234abcd}, {@code skip, 2 days from ...}. */
    String named();

    /** How ids are written beside each other: what is shown of them, or all of them where some end alike. */
    static UnaryOperator<String> ids(List<? extends HistoryEntry> entries) {
        boolean alike = entries.stream()
                        .map(entry -> UuidV7.shown(entry.id()))
                        .distinct()
                        .count()
                < entries.size();
        return alike ? UnaryOperator.identity() : UuidV7::shown;
    }
}
