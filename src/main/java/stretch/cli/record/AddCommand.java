package stretch.cli.record;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import stretch.catalogue.StepOutcome;
import stretch.cli.ArgumentParsers;
import stretch.cli.CommandContext;
import stretch.cli.CommandSpecBuilder;
import stretch.cli.DateTimeArgument;
import stretch.cli.OptionValue;
import stretch.history.StepRow;
import stretch.history.db.UuidV7;
import stretch.session.plan.Plan;
import stretch.session.plan.PlanOptions;

/** Puts a session on record that was done away from the terminal. */
public final class AddCommand implements Callable<Integer> {
    private final CommandContext context;
    private final OptionValue<String> routine;
    private final OptionValue<String> at;
    private final OptionValue<Duration> duration;
    private final OptionValue<String> note;

    public AddCommand(CommandContext context, CommandSpecBuilder options) {
        this.context = context;
        options.about("Puts a session on record that was done away from the terminal, every step of it as planned.");
        routine = options.argument("ROUTINE", "as 'stretch list' shows it");
        at = options.option(
                "--at",
                "WHEN",
                "when it began: 08:00, yesterday 08:00, 2026-11-21T08:00 (default: so that it ended now)");
        duration = options.option(
                "--duration",
                "TIME",
                "how long you practised (default: as planned)",
                Duration.class,
                ArgumentParsers::length);
        note = options.option("--note", "TEXT", "anything worth keeping", String.class, ArgumentParsers::note)
                .defaultValue("");
    }

    @Override
    public Integer call() {
        var catalogue = context.catalogue();
        var plan = Plan.of(
                catalogue, CommandContext.lookUp(catalogue.routines(), routine.get(), "routine"), PlanOptions.NONE);
        var clock = context.world().clock();
        var now = ZonedDateTime.now(clock);
        var planned = plan.steps().stream().map(step -> step.work()).reduce(Duration.ZERO, Duration::plus);
        var active = !duration.isGiven() ? planned : duration.get();
        var start = at.isGiven() ? DateTimeArgument.begun(at.get(), clock) : now.minus(active);
        var id = UuidV7.uuid7(start.toInstant().toEpochMilli(), new SecureRandom());
        try (var history = context.openHistory()) {
            history.editor(clock)
                    .add(id, plan.routine().id(), start, active, note.get(), steps(plan, start, planned, active));
        }
        context.printer()
                .line("added " + plan.routine().id() + ", " + start.toLocalDate() + " "
                        + start.toLocalTime().withSecond(0).withNano(0) + ", session " + UuidV7.shown(id));
        return 0;
    }

    /** The planned steps in order; a duration of one's own is shared out among them as the plan has it. */
    private static List<StepRow> steps(Plan plan, ZonedDateTime start, Duration planned, Duration active) {
        var rows = new ArrayList<StepRow>();
        var begin = start.toOffsetDateTime();
        for (var step : plan.steps()) {
            var held = Duration.ofMillis(step.work().toMillis() * active.toMillis() / Math.max(1, planned.toMillis()));
            rows.add(new StepRow(
                    step.number(),
                    step.exercise().id(),
                    step.side(),
                    step.kind(),
                    step.target(),
                    step.target(),
                    held,
                    StepOutcome.DONE,
                    begin,
                    step.setNumber(),
                    step.set().load()));
            begin = begin.plus(held);
        }
        return rows;
    }
}
