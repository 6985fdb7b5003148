package stretch.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.Callable;
import stretch.catalogue.Goal;
import stretch.history.CheckIn;
import stretch.progress.Kept;
import stretch.progress.Signs;
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

    @Override
    public Integer call() {
        var tally = new Tally(LocalDate.now(desk.world().clock()));
        var routines = desk.catalogue().routines();
        Set<LocalDate> skipped = Set.of();
        var answers = new ArrayList<Warning.Answer>();
        var checkIns = new ArrayList<CheckIn>();
        try (var history = desk.existingRecord().orElse(null)) {
            routine.optional().ifPresent(id -> desk.checkRoutine(id, history));
            if (history != null) {
                tally.add(history.sums(routine.optional()));
                skipped = history.skipped();
                checkIns.addAll(history.checkIns(Instant.EPOCH));
                history.pains(Instant.EPOCH, (day, pain) -> answers.add(new Warning.Answer(day, pain)));
            }
        }
        var off = skipped;
        var signs = Signs.of(checkIns, tally.today());
        var kept = routines.values().stream()
                .filter(one -> !routine.isGiven() || one.id().equals(routine.get()))
                .filter(one -> !(one.goal() instanceof Goal.None))
                .map(one -> Kept.of(one, tally, off))
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
}
