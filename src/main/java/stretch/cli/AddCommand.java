package stretch.cli;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import stretch.catalogue.StepOutcome;
import stretch.history.Ids;
import stretch.history.StepRow;
import stretch.session.Plan;
import stretch.session.Wishes;

/** Puts a session on record that was done away from the terminal. */
final class AddCommand implements Callable<Integer> {
    private final Desk desk;
    private final Given<String> routine;
    private final Given<String> at;
    private final Given<Duration> duration;
    private final Given<String> note;

    AddCommand(Desk desk, Syntax takes) {
        this.desk = desk;
        takes.about("Puts a session on record that was done away from the terminal, every step of it as planned.");
        routine = takes.argument("ROUTINE", "as 'stretch list' shows it");
        at = takes.option(
                "--at",
                "WHEN",
                "when it began: 08:00, yesterday 08:00, 2026-11-21T08:00 (default: so that it ended now)");
        duration = takes.option(
                "--duration",
                "TIME",
                "how long you practised (default: as planned)",
                Duration.class,
                Converters::length);
        note = takes.option("--note", "TEXT", "anything worth keeping", String.class, Converters::note)
                .standard("");
    }

    @Override
    public Integer call() {
        var catalogue = desk.catalogue();
        var plan = Plan.of(catalogue, Desk.pick(catalogue.routines(), routine.get(), "routine"), Wishes.NONE);
        var clock = desk.world().clock();
        var now = ZonedDateTime.now(clock);
        var planned = plan.steps().stream().map(step -> step.work()).reduce(Duration.ZERO, Duration::plus);
        var active = !duration.isGiven() ? planned : duration.get();
        var start = at.isGiven() ? When.begun(at.get(), clock) : now.minus(active);
        var id = Ids.uuid7(start.toInstant().toEpochMilli(), new SecureRandom());
        try (var history = desk.record()) {
            history.mending(clock)
                    .add(id, plan.routine().id(), start, active, note.get(), steps(plan, start, planned, active));
        }
        desk.page()
                .line("added " + plan.routine().id() + ", " + start.toLocalDate() + " "
                        + start.toLocalTime().withSecond(0).withNano(0) + ", session " + id.substring(0, 8));
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
                    begin));
            begin = begin.plus(held);
        }
        return rows;
    }
}
