package stretch.cli.practise;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import stretch.catalogue.Catalogue;
import stretch.catalogue.Outcome;
import stretch.cli.Command;
import stretch.cli.CommandContext;
import stretch.cli.options.CommandSpecBuilder;
import stretch.coaching.SessionRunner;
import stretch.history.History;
import stretch.history.db.UuidV7;
import stretch.history.entry.SessionRow;
import stretch.history.entry.UnfinishedSession;
import stretch.os.ExitCode;
import stretch.os.UserError;
import stretch.session.SessionRules;
import stretch.session.StepResult;
import stretch.session.plan.Plan;
import stretch.session.plan.Step;
import stretch.session.plan.WrittenPlan;

/** Goes on with a session that broke off. */
public final class ResumeCommand extends Command {
    /** The options of {@code run} for what is practised, which was settled when the session began. */
    private static final List<String> OF_THE_BEGINNING =
            List.of("--dose", "--hold", "--avoid", "--swap", "--first-side", "--as-planned", "--pain");

    private final SessionOptions session = new SessionOptions(options);
    private final PaceOptions pace = new PaceOptions(options);

    public ResumeCommand(CommandContext context, CommandSpecBuilder options) {
        super(context, options);
        options.about(
                "Continues the last stopped or interrupted session where it broke off.",
                "It stays the same session, with the exercises and doses that were planned.");
        options.example("stretch resume", "continue, and record the rest");
        options.example("stretch resume --dry-run", "print what is left; runs nothing");
        OF_THE_BEGINNING.forEach(
                name -> options.refusedOption(name, "is for a new session; resume continues with what was planned"));
    }

    @Override
    public Integer call() {
        boolean isDryRun = session.isDryRun();
        var runner = session.runner(context);
        try (var history = context.openExistingHistory()) {
            var unfinished = history.unfinished().orElseThrow(() -> nothing(history));
            var row = unfinished.session();
            var plan = plan(context.catalogue(), unfinished);
            var spent = new TreeMap<Integer, StepResult>();
            for (var step : history.steps(row.id())) {
                planned(plan, step.step())
                        .ifPresent(of ->
                                spent.put(step.step(), new StepResult(of, step.done(), step.held(), step.outcome())));
            }
            var rest = runner.timed(plan.without(unfinished.settled()));
            if (rest.steps().isEmpty()) {
                throw cannotGoOn(row, "step " + unfinished.next().orElseThrow() + " is not in its plan");
            }
            if (isDryRun) {
                session.print(context, rest);
                return 0;
            }
            var now = context.now();
            var beginning = SessionRules.resume(rest, spent);
            try (var keyboard = runner.keyboard().orElse(null)) {
                if (!session.isRecorded()) {
                    return session.leadUnrecorded(runner, keyboard, rest, beginning);
                }
                context.changesHistory();
                return runner.run(
                        keyboard,
                        rest,
                        beginning,
                        Optional.of(new SessionRunner.OpenSession(
                                row.id(),
                                history.resume(row, now),
                                context.paths().hooksFolder(),
                                history)),
                        1);
            }
        }
    }

    private Plan plan(Catalogue catalogue, UnfinishedSession unfinished) {
        var row = unfinished.session();
        return catalogue
                .practice(row.routine())
                .flatMap(routine -> Plan.of(catalogue, routine, pace.of(written(unfinished))))
                .orElseThrow(() -> cannotGoOn(
                        row, "routine '" + row.routine() + "' or an exercise of it is no longer in the catalogue"));
    }

    private static WrittenPlan written(UnfinishedSession unfinished) {
        try {
            return WrittenPlan.parse(unfinished.plan());
        } catch (IllegalArgumentException e) {
            throw cannotGoOn(unfinished.session(), String.valueOf(e.getMessage()));
        }
    }

    private static UserError cannotGoOn(SessionRow row, String why) {
        return new UserError(
                ExitCode.UNUSABLE,
                "session " + UuidV7.shown(row.id()) + " cannot be continued: " + why
                        + "; start a new one with 'stretch run'");
    }

    private static Optional<Step> planned(Plan plan, int number) {
        return plan.steps().stream().filter(step -> step.number() == number).findFirst();
    }

    /** Says why the newest session is none to go on with. */
    private static UserError nothing(History history) {
        var newest = history.newest();
        if (newest.isEmpty()) {
            return nothing("no session was stopped or interrupted");
        }
        var row = newest.get();
        var what = row.named();
        if (row.outcome().isEmpty()) {
            return new UserError(ExitCode.BUSY, what + " is running; finish or quit it first");
        }
        return nothing(
                row.outcome().get() == Outcome.COMPLETED
                        ? "the last session, " + what + ", was completed"
                        : "of the last session, " + what + ", "
                                + (history.steps(row.id()).size() < row.stepsPlanned()
                                        ? "the plan is not known"
                                        : "every step was done or left out"));
    }

    private static UserError nothing(String why) {
        return UserError.usage("there is nothing to resume: " + why + "; start one with 'stretch run daily'");
    }
}
