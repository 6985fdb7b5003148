package stretch.stats;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import stretch.catalogue.Goal;
import stretch.history.PracticeCalendar;
import stretch.text.Numbers;

/**
 * How often in a row a goal was met, in days, or in weeks for a goal of so many days a week.
 *
 * <p>A day off that was asked for, and one on which the goal does not ask, neither break it nor count. The day or week
 * that runs does not break it before it is over.
 *
 * @param weeks whether the numbers are weeks
 */
public record Streak(int current, int longest, boolean weeks) {
    /**
     * Counts by days of practice, each by the offset stored with its session.
     *
     * @param done the days on which the routine was done
     * @param skipped the days that were taken off on purpose
     */
    public static Streak of(
            Goal goal, Set<LocalDate> done, Set<LocalDate> skipped, PracticeCalendar calendar, LocalDate today) {
        return of(goal, verdicts(goal, done, skipped, calendar, first(done, today), today));
    }

    /**
     * The same by the days since the first of a week; nothing if no day since then broke it, so that it may be longer.
     * The longest is only that of these days.
     */
    static Optional<Streak> since(
            LocalDate from,
            Goal goal,
            Set<LocalDate> done,
            Set<LocalDate> skipped,
            PracticeCalendar calendar,
            LocalDate today) {
        var verdicts = verdicts(goal, done, skipped, calendar, from, today);
        return verdicts.contains(false) ? Optional.of(of(goal, verdicts)) : Optional.empty();
    }

    private static Streak of(Goal goal, List<Boolean> verdicts) {
        int run = 0;
        int longest = 0;
        for (boolean met : verdicts) {
            run = met ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return new Streak(run, longest, goal.often() instanceof Goal.Weekly);
    }

    private static List<Boolean> verdicts(
            Goal goal,
            Set<LocalDate> done,
            Set<LocalDate> skipped,
            PracticeCalendar calendar,
            LocalDate from,
            LocalDate today) {
        return goal.often() instanceof Goal.Weekly weekly
                ? weeks(weekly.days(), done, skipped, calendar, from, today)
                : days(goal, done, skipped, from, today);
    }

    /** How a goal by the day was met, in order: true for each day on which it was, false for each time it was missed. */
    static List<Boolean> days(Goal goal, Set<LocalDate> done, Set<LocalDate> skipped, LocalDate from, LocalDate today) {
        var verdicts = new ArrayList<Boolean>();
        int missed = 0;
        for (var day = from; !day.isAfter(today); day = day.plusDays(1)) {
            if (!goal.asks(day)) {
                continue;
            }
            if (done.contains(day)) {
                verdicts.add(true);
                missed = 0;
            } else if (!skipped.contains(day) && day.isBefore(today) && ++missed == goal.span()) {
                verdicts.add(false);
                missed = 0;
            }
        }
        return verdicts;
    }

    /** The same of a goal of so many days a week. */
    private static List<Boolean> weeks(
            int days,
            Set<LocalDate> done,
            Set<LocalDate> skipped,
            PracticeCalendar calendar,
            LocalDate from,
            LocalDate today) {
        var verdicts = new ArrayList<Boolean>();
        var thisWeek = calendar.weekOf(today);
        for (var week = calendar.weekOf(from); !week.isAfter(thisWeek); week = week.plusWeeks(1)) {
            int met = count(done, week);
            if (met >= days) {
                verdicts.add(true);
            } else if (met + count(skipped, week) < days && week.isBefore(thisWeek)) {
                verdicts.add(false);
            }
        }
        return verdicts;
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

    /** In words: {@code 12 days}, {@code 1 week}. */
    public String words() {
        return Numbers.count(current, weeks ? "week" : "day");
    }
}
