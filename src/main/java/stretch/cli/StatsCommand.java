package stretch.cli;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import stretch.catalogue.Goal;
import stretch.catalogue.Routine;
import stretch.history.History;
import stretch.progress.Adherence;
import stretch.progress.Streak;
import stretch.progress.Tally;

/** Shows what the record adds up to. */
@Command(
        name = "stats",
        description =
                "What the record adds up to: streaks, weeks, a map of the year, left and right, and which exercises"
                        + " were skipped, shortened or hurt. Without a routine, all of them together.")
final class StatsCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(arity = "0..1", paramLabel = "ROUTINE", description = "only this one; 'stretch list' shows them")
    private @Nullable String routine;

    @Option(names = "--json", description = "as JSON, for scripts")
    private boolean json;

    StatsCommand(Desk desk) {
        this.desk = desk;
    }

    /** A routine with a goal, and how it is kept. */
    record Kept(Routine routine, Streak streak, Adherence adherence) {}

    @Override
    public Integer call() {
        var tally = new Tally(LocalDate.now(desk.world().clock()));
        var routines = desk.catalogue().routines();
        Set<LocalDate> skipped = Set.of();
        try (var history = desk.existingRecord().orElse(null)) {
            if (history != null) {
                count(history, tally);
                skipped = history.skipped();
            }
        }
        if (routine != null && tally.days().isEmpty()) {
            // One that is on record may since have left the catalogue.
            Desk.pick(routines, routine, "routine");
        }
        var off = skipped;
        var kept = routines.values().stream()
                .filter(one -> routine == null || one.id().equals(routine))
                .filter(one -> !(one.goal() instanceof Goal.None))
                .map(one -> kept(one, tally, off))
                .toList();
        if (json) {
            desk.page()
                    .json(StatsShape.of(
                            tally, kept, tally.weeks(StatsPage.WEEKS), tally.troubles(StatsPage.EXERCISES)));
        } else if (tally.days().isEmpty()) {
            desk.say("no " + (routine == null ? "session" : "session of " + routine) + " yet; 'stretch run "
                    + (routine == null ? "daily" : routine) + "' makes the first");
        } else {
            new StatsPage(desk.page(), tally).print(routine == null ? "" : routine + ": ", kept);
        }
        return 0;
    }

    private void count(History history, Tally tally) {
        var sums = history.sums(Optional.ofNullable(routine));
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
