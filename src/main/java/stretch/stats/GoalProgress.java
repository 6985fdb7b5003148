package stretch.stats;

import java.time.LocalDate;
import java.util.Set;
import stretch.catalogue.Routine;

/** A routine with a goal, and how it is kept. */
public record GoalProgress(Routine routine, Streak streak, Adherence adherence) {
    /**
     * Looks back from the tally's day.
     *
     * @param off the days that were taken off on purpose
     */
    public static GoalProgress of(Routine routine, PracticeTotals totals, Set<LocalDate> off) {
        var kept = Adherence.of(routine.goal(), totals.completed(routine.id()), off, totals.today());
        return new GoalProgress(routine, Streak.of(routine, totals, off), kept);
    }

    /** In words: {@code 12 days in a row, 30 at most; daily kept on 25 of 28 days (89 %)}. */
    public String words() {
        var goal = routine.goal().id();
        var longest = new Streak(streak.longest(), streak.longest(), streak.weeks()).words();
        var run = streak.longest() == 0
                ? "no streak yet"
                : streak.current() == 0
                        ? "no streak now, " + longest + " at most"
                        : streak.words() + " in a row, " + streak.longest() + " at most";
        return adherence.asked() == 0
                ? run + "; its goal is " + goal
                : run + "; " + goal + " kept on " + adherence.met() + " of " + adherence.asked()
                        + (adherence.asked() == 1 ? " day (" : " days (") + adherence.percent() + " %)";
    }
}
