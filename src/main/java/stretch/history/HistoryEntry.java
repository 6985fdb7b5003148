package stretch.history;

import java.time.ZonedDateTime;

/** What an id of the history names. */
public sealed interface HistoryEntry permits SessionRow, CheckIn, ReminderPause {
    /** A UUIDv7. */
    String id();

    /** {@code session}, {@code check-in}, {@code snooze} or {@code skip}. */
    String kind();

    /** When it began, or was said. */
    ZonedDateTime when();

    /** As lists call it: the routine of a session, and else its kind. */
    default String called() {
        return kind();
    }
}
