package stretch.stats;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.TreeSet;
import stretch.catalogue.exercise.Range;

/**
 * How far somebody is who practises day by day.
 *
 * @param week the week that runs, from 1, counted from the first day of practice; 0 if there was none
 * @param days of the last seven days, today among them, those with practice
 * @param level how far doses with a range have grown: 0 is their low end, {@link #LEVELS} their high end
 */
public record Progression(int week, int days, int level) {
    /** From the low to the high end in four weeks of steady practice. */
    public static final int LEVELS = 4;

    /** Practice on so many days of a week is steady, and doses grow by a level after it. Our choice. */
    private static final int STEADY = 5;

    /** On fewer days than that it was a pause, and doses go back by a level. Our choice. */
    private static final int PAUSE = 2;

    /** The days that are looked back on. */
    public static final int WEEK = 7;

    /**
     * Counts by days of practice.
     *
     * @param done the days on which something was completed
     */
    public static Progression of(Set<LocalDate> done, LocalDate today) {
        var days = new TreeSet<>(done).headSet(today, true);
        if (days.isEmpty()) {
            return new Progression(0, 0, 0);
        }
        var first = days.first();
        int level = 0;
        for (var week = first; !week.plusDays(WEEK).isAfter(today); week = week.plusDays(WEEK)) {
            int count = days.subSet(week, week.plusDays(WEEK)).size();
            level += count >= STEADY ? 1 : count < PAUSE ? -1 : 0;
            level = Math.max(0, Math.min(LEVELS, level));
        }
        int week = (int) (ChronoUnit.DAYS.between(first, today) / WEEK) + 1;
        return new Progression(week, days.tailSet(today.minusDays(WEEK - 1L)).size(), level);
    }

    /** Where between its ends a dose is now; a level back for what hurt lately. */
    public int target(Range range, boolean back) {
        int at = Math.max(0, level - (back ? 1 : 0));
        return range.low() + Math.round((float) (range.high() - range.low()) * at / LEVELS);
    }

    /** In words: {@code week 3, completed sessions on 5 of the last 7 days}. */
    public String words() {
        return "week " + week + ", completed sessions on " + days + " of the last " + WEEK + " days";
    }
}
