package stretch.stats;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/**
 * What was practised in one week, which begins on Monday.
 *
 * @param sessions those with any time at their steps, however they ended, and completed ones
 * @param completed of these, those that reached the end of their plan
 */
public record Week(LocalDate monday, int sessions, int completed, Duration active) {
    /** The first day of the week of a day, as ISO 8601 has it. */
    public static LocalDate mondayOf(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** Its name by ISO 8601, such as {@code 2026-W53}: its year is the one that has its Thursday. */
    public String iso() {
        return String.format(
                Locale.ROOT,
                "%04d-W%02d",
                monday.get(IsoFields.WEEK_BASED_YEAR),
                monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
}
