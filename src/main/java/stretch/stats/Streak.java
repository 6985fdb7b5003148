package stretch.stats;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import stretch.catalogue.Goal;
import stretch.catalogue.Routine;

/**
 * How often in a row a goal was met, in days, or in weeks for a goal of so many days a week.
 *
 * <p>A day off that was asked for, and the weekend of a goal for weekdays, neither break it nor count. The day or week
 * that runs does not break it before it is over.
 *
 * @param weeks whether the numbers are weeks
 */
public record Streak(int current, int longest, boolean weeks) {
    /**
     * That of a routine, up to the tally's day.
     *
     * @param off the days that were taken off on purpose
     */
    public static Streak of(Routine routine, PracticeTotals totals, Set<LocalDate> off) {
        return of(routine.goal(), totals.completed(routine.id()), off, totals.today());
    }

    /**
     * Counts by local days, each by the offset stored with its session.
     *
     * @param done the days on which the routine was completed
     * @param skipped the days that were taken off on purpose
     */
    public static Streak of(Goal goal, Set<LocalDate> done, Set<LocalDate> skipped, LocalDate today) {
        if (goal instanceof Goal.Weekly weekly) {
            return weeks(weekly.days(), done, skipped, today);
        }
        boolean weekdays = goal instanceof Goal.Weekdays;
        int run = 0;
        int longest = 0;
        for (var day = first(done, today); !day.isAfter(today); day = day.plusDays(1)) {
            boolean free = skipped.contains(day) || (weekdays && isWeekend(day));
            if (done.contains(day) && !(weekdays && isWeekend(day))) {
                run++;
            } else if (!free && day.isBefore(today)) {
                run = 0;
            }
            longest = Math.max(longest, run);
        }
        return new Streak(run, longest, false);
    }

    private static Streak weeks(int days, Set<LocalDate> done, Set<LocalDate> skipped, LocalDate today) {
        int run = 0;
        int longest = 0;
        var thisWeek = Week.mondayOf(today);
        for (var week = Week.mondayOf(first(done, today)); !week.isAfter(thisWeek); week = week.plusWeeks(1)) {
            int met = count(done, week);
            if (met >= days) {
                run++;
            } else if (met + count(skipped, week) < days && week.isBefore(thisWeek)) {
                run = 0;
            }
            longest = Math.max(longest, run);
        }
        return new Streak(run, longest, true);
    }

    private static int count(Set<LocalDate> days, LocalDate week) {
        int count = 0;
        for (int i = 0; i < 7; i++) {
            count += days.contains(week.plusDays(i)) ? 1 : 0;
        }
        return count;
    }

    private static LocalDate first(Set<LocalDate> done, LocalDate today) {
        return done.isEmpty() ? today : new TreeSet<>(done).first();
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** In words: {@code 12 days}, {@code 1 week}. */
    public String words() {
        return current + (weeks ? " week" : " day") + (current == 1 ? "" : "s");
    }
}
