package stretch.stats;

import java.time.LocalDate;
import java.util.Set;
import stretch.catalogue.Routine;
import stretch.text.Numbers;

/**
 * A routine with a goal, and how it is kept.
 *
 * @param done the days on which it was done
 */
public record GoalProgress(Routine routine, Set<LocalDate> done, Streak streak, Adherence adherence) {
    /**
     * Looks back from the day that the totals do.
     *
     * @param off the days that were taken off on purpose
     */
    public static GoalProgress of(Routine routine, Set<LocalDate> done, Set<LocalDate> off, PracticeTotals totals) {
        var goal = routine.goal();
        var calendar = totals.calendar();
        var today = totals.today(goal);
        var skipped = totals.off(goal, off);
        return new GoalProgress(
                routine,
                done,
                Streak.of(goal, done, skipped, calendar, today),
                Adherence.of(goal, done, skipped, calendar, today));
    }

    /** In words: {@code 12 days in a row, longest 30; daily kept on 25 of 28 days (89 %)}. */
    public String words() {
        var goal = routine.goal().id();
        var longest = new Streak(streak.longest(), streak.longest(), streak.weeks()).words();
        var run = streak.longest() == 0
                ? "no streak yet"
                : streak.current() == 0
                        ? "no streak now, longest " + longest
                        : streak.words() + " in a row, longest " + streak.longest();
        return adherence.asked() == 0
                ? run + "; its goal is " + goal
                : run + "; " + goal + " kept on " + adherence.met() + " of " + Numbers.count(adherence.asked(), "day")
                        + " (" + adherence.percent() + " %)";
    }
}
