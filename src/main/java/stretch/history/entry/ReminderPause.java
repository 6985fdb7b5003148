package stretch.history.entry;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import stretch.text.Numbers;

/**
 * Time off from reminders that was asked for: a snooze lasts until a moment, a skip for whole days of practice.
 *
 * @param id a UUIDv7
 * @param at when it was asked for; its local date names the first day of a skip, whenever days begin
 * @param until the end of a snooze; empty for a skip
 * @param days how many days a skip lasts, 1 to 366; 0 for a snooze
 * @param reason in the user's words; may be empty
 */
public record ReminderPause(String id, OffsetDateTime at, Optional<OffsetDateTime> until, int days, String reason)
        implements HistoryEntry {
    /** The most days that can be skipped at once: a year. Our choice. */
    public static final int MOST_DAYS = 366;

    static final List<String> KINDS = List.of("snooze", "skip");

    public ReminderPause {
        if (until.isPresent() ? days != 0 : days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException("neither a snooze nor a skip of 1 to " + MOST_DAYS + " days: " + days);
        }
    }

    public boolean skips(LocalDate day) {
        var first = at.toLocalDate();
        return !day.isBefore(first) && day.isBefore(first.plusDays(days));
    }

    /** The days that are skipped; none by a snooze. */
    public Stream<LocalDate> skipped() {
        return Stream.iterate(at.toLocalDate(), day -> day.plusDays(1)).limit(days);
    }

    /** As commands and exports call it: {@code snooze} or {@code skip}. */
    @Override
    public String kind() {
        return until.isPresent() ? "snooze" : "skip";
    }

    @Override
    public String named() {
        return kind()
                + until.map(end -> " until " + HistoryEntry.minute(end.toLocalDateTime()))
                        .orElseGet(() -> ", " + Numbers.count(days, "day") + " from " + at.toLocalDate());
    }

    @Override
    public ZonedDateTime when() {
        return at.toZonedDateTime();
    }
}
