package stretch.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.Callable;
import stretch.catalogue.Goal;
import stretch.catalogue.Routine;
import stretch.history.CheckIn;
import stretch.history.History;
import stretch.progress.Adherence;
import stretch.progress.Signs;
import stretch.progress.Streak;
import stretch.progress.Tally;
import stretch.progress.Warning;

/** Shows what the record adds up to. */
final class StatsCommand implements Callable<Integer> {
    private final Desk desk;
    private final Given<String> routine;
    private final Given<Boolean> json;

    StatsCommand(Desk desk, Syntax takes) {
        this.desk = desk;
        takes.about("What the record adds up to: streaks, weeks, a map of the year, left and right, and which exercises"
                + " were skipped, shortened or hurt. Without a routine, all of them together.");
        routine = takes.optional("ROUTINE", "only this one; 'stretch list' shows them");
        json = takes.flag("--json", "as JSON, for scripts");
    }

    /** A routine with a goal, and how it is kept. */
    record Kept(Routine routine, Streak streak, Adherence adherence) {}

    @Override
    public Integer call() {
        var tally = new Tally(LocalDate.now(desk.world().clock()));
        var routines = desk.catalogue().routines();
        Set<LocalDate> skipped = Set.of();
        var answers = new ArrayList<Warning.Answer>();
        var checkIns = new ArrayList<CheckIn>();
        try (var history = desk.existingRecord().orElse(null)) {
            if (history != null) {
                count(history, tally);
                skipped = history.skipped();
                checkIns.addAll(history.checkIns(Instant.EPOCH));
                history.pains(Instant.EPOCH, (day, pain) -> answers.add(new Warning.Answer(day, pain)));
            }
        }
        if (routine.isGiven() && tally.days().isEmpty()) {
            // One that is on record may since have left the catalogue.
            Desk.pick(routines, routine.get(), "routine");
        }
        var off = skipped;
        var signs = Signs.of(checkIns, tally.today());
        var kept = routines.values().stream()
                .filter(one -> !routine.isGiven() || one.id().equals(routine.get()))
                .filter(one -> !(one.goal() instanceof Goal.None))
                .map(one -> kept(one, tally, off))
                .toList();
        if (json.get()) {
            desk.page()
                    .json(StatsShape.of(
                            tally,
                            kept,
                            tally.weeks(StatsPage.WEEKS),
                            tally.troubles(StatsPage.EXERCISES),
                            answers,
                            signs));
        } else if (tally.days().isEmpty()) {
            desk.say("no " + (!routine.isGiven() ? "session" : "session of " + routine.get()) + " yet; 'stretch run "
                    + (!routine.isGiven() ? "daily" : routine.get()) + "' makes the first");
        } else {
            new StatsPage(desk.page(), tally, answers, signs)
                    .print(!routine.isGiven() ? "" : routine.get() + ": ", kept);
        }
        return 0;
    }

    private void count(History history, Tally tally) {
        var sums = history.sums(routine.optional());
        var balance = tally.balance();
        sums.sessions(tally::add);
        sums.sides(balance.before().from(), balance.recent().to(), tally::add);
        sums.outcomes(tally.firstOfYear(), tally.today(), tally::add);
    }

    private static Kept kept(Routine routine, Tally tally, Set<LocalDate> off) {
        var done = tally.completed(routine.id());
        var goal = routine.goal();
        return new Kept(
                routine, Streak.of(goal, done, off, tally.today()), Adherence.of(goal, done, off, tally.today()));
    }
}
