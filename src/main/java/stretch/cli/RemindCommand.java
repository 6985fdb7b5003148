package stretch.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import stretch.session.Plan;
import stretch.session.Wishes;
import stretch.text.Durations;

/** Reminds of practice that is due, and is silent otherwise. */
@Command(
        name = "remind",
        description = "Prints a reminder for each routine that is due, and nothing at all otherwise; made for cron.")
final class RemindCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(arity = "0..1", paramLabel = "ROUTINE", description = "as 'stretch list' shows it")
    private @Nullable String routine;

    RemindCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        for (var practice : Practice.of(desk, routine)) {
            if (practice.due().due()) {
                var plan = Plan.of(practice.catalogue(), practice.routine(), Wishes.NONE);
                desk.page()
                        .line("Time for " + practice.routine().name() + ", " + Durations.about(plan.length()) + " ("
                                + practice.due().why() + "): stretch run "
                                + practice.routine().id());
            }
        }
        return 0;
    }
}
