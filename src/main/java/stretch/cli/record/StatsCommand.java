package stretch.cli.record;

import java.time.Instant;
import stretch.catalogue.Goal;
import stretch.cli.Command;
import stretch.cli.CommandContext;
import stretch.cli.options.CommandSpecBuilder;
import stretch.cli.options.OptionValue;
import stretch.stats.DoneDays;
import stretch.stats.GoalProgress;
import stretch.stats.MarkerCounts;
import stretch.stats.PainWarning;
import stretch.stats.PracticeTotals;

/** Shows what the record adds up to. */
public final class StatsCommand extends Command {
    private final OptionValue<String> routine = options.optional("ROUTINE", "only this one; see 'stretch list'");
    private final OptionValue<Boolean> json = options.flag("--json", "print JSON, for scripts");

    public StatsCommand(CommandContext context, CommandSpecBuilder options) {
        super(context, options);
        options.about(
                "Shows streaks, weeks, a map of the year, left and right, and what was skipped, shortened or hurt.");
        options.example("stretch stats", "all routines together");
        options.example("stretch stats daily", "one of them");
    }

    @Override
    public Integer call() {
        var calendar = context.settings().calendar();
        var totals = new PracticeTotals(calendar, context.now());
        try (var history = context.openExistingHistory()) {
            routine.optional().ifPresent(id -> context.lookup().checkRoutine(id, history));
            totals.add(history.aggregates(calendar, routine.optional()));
            var answers = PainWarning.PainAnswer.since(Instant.EPOCH, calendar, history);
            var markers = MarkerCounts.of(history.checkIns(Instant.EPOCH), calendar, totals.today());
            var off = history.skippedDays();
            var catalogue = context.catalogue();
            var kept = catalogue.routines().values().stream()
                    .filter(one -> !routine.isGiven() || one.id().equals(routine.get()))
                    .filter(one -> !(one.goal() instanceof Goal.None))
                    .map(one -> GoalProgress.of(
                            one, DoneDays.of(catalogue, one, totals, history).days(), off, totals))
                    .toList();
            if (json.get()) {
                context.printer().json(StatsJson.of(totals, kept, answers, markers));
            } else if (totals.days().isEmpty()) {
                context.notice("no sessions" + (routine.isGiven() ? " of " + routine.get() : "")
                        + " yet; start with 'stretch run " + (routine.isGiven() ? routine.get() : "daily") + "'");
            } else {
                new StatsView(context.printer(), totals, answers, markers)
                        .print(!routine.isGiven() ? "" : routine.get() + ": ", kept);
            }
        }
        return 0;
    }
}
