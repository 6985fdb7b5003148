package stretch.stats;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/**
 * What was practised in one week.
 *
 * @param first its first day, a Monday or a Sunday
 * @param sessions those with any time at their steps, however they ended, and completed ones
 * @param completed of these, those that reached the end of their plan
 */
public record Week(LocalDate first, int sessions, int completed, Duration active) {
    public LocalDate monday() {
        return first.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    }

    /** The name of the week from its Monday on, by ISO 8601, such as {@code 2026-W53}: its year is the one that has its Thursday. */
    public String iso() {
        return String.format(
                Locale.ROOT,
                "%04d-W%02d",
                monday().get(IsoFields.WEEK_BASED_YEAR),
                monday().get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
}
