package stretch.cli.practise;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import stretch.cli.Command;
import stretch.cli.CommandContext;
import stretch.cli.options.ArgumentParsers;
import stretch.cli.options.CommandSpecBuilder;
import stretch.cli.options.OptionValue;
import stretch.coaching.RoundedSpineAdvice;
import stretch.coaching.SessionRunner;
import stretch.history.History;
import stretch.history.db.UuidV7;
import stretch.os.ExitCode;
import stretch.os.UserError;
import stretch.session.SessionRules;
import stretch.session.plan.Plan;
import stretch.terminal.Keyboard;

/** Runs a timed routine and records it. */
public final class RunCommand extends Command {
    private final OptionValue<List<String>> names =
            options.arguments("NAME", "a routine, or one or more exercises; see 'stretch list'");
    private final PlanArguments planned = new PlanArguments(context, options);
    private final SessionOptions session = new SessionOptions(options);
    private final OptionValue<Integer> pain = options.group(SessionOptions.RECORDING)
            .option("--pain", "0-10", "record how your back feels before", Integer.class);

    public RunCommand(CommandContext context, CommandSpecBuilder options) {
        super(context, options);
        options.about(
                "Runs a timed routine, or one or more exercises, and records every finished step.",
                "No key is needed; on the full screen, ? shows the keys.");
        options.example("stretch run daily", "the daily routine");
        options.example("stretch run daily --avoid kneeling --dry-run", "the plan without kneeling; runs nothing");
        options.example("stretch run hip-hinge glute-bridge --sound off", "two exercises, silent");
        options.notes(
                "Bells: 1 start, 2 half way, 3 step done, 4 change sides, 5 get ready, 6 routine done; slow: 2 next rep, 3"
                        + " the hold ends soon.");
    }

    /** Runs a routine as the command does that names it and nothing else. */
    public static int run(CommandContext context, String routine) {
        var command = new RunCommand(context, CommandSpecBuilder.of("run"));
        command.names.set(List.of(routine));
        return command.call();
    }

    @Override
    public Integer call() {
        boolean isDryRun = session.isDryRun();
        if (!session.isRecorded()) {
            context.paths().doWithoutHome(context::notice);
        }
        var said = ArgumentParsers.pain(pain);
        var chosen = context.lookup().practice(names.get());
        var runner = session.runner(context);
        var plan = planned.plan(chosen);
        RoundedSpineAdvice.in(plan).ifPresent(context::notice);
        if (session.isRecorded()) {
            return runRecorded(runner, plan, said);
        }
        var minded = runner.timed(planned.adjusted(plan));
        if (isDryRun) {
            session.print(context, minded);
            return 0;
        }
        try (var keyboard = runner.keyboard().orElse(null)) {
            if (!session.isRehearsal() && !readCautions(runner, minded, keyboard)) {
                return ExitCode.ENDED_EARLY.code();
            }
            return session.leadUnrecorded(runner, keyboard, minded, SessionRules.begin(minded));
        }
    }

    /** Of a session that is not recorded nothing is noted either: only who has read the cautions before is spared. */
    private boolean readCautions(SessionRunner runner, Plan plan, @Nullable Keyboard keyboard) {
        var care = context.safety(keyboard);
        try (var history = context.knownRecord()) {
            if (care.knowsCautions(history)) {
                return true;
            }
        } catch (UserError e) {
            // It was told already, by the plan that does without the history.
        }
        return care.cautions(History.none(), text -> runner.aloud(plan.routine(), text));
    }

    /** The record is open, and the session in it, before the first countdown: nothing is practised in vain. */
    private int runRecorded(SessionRunner runner, Plan asked, OptionalInt said) {
        try (History history = context.openHistory();
                var keyboard = runner.keyboard().orElse(null)) {
            var care = context.safety(keyboard);
            var plan = runner.timed(planned.adjusted(asked, history));
            boolean isKnown = care.knowsCautions(history);
            if (!care.cautions(history, text -> runner.aloud(plan.routine(), text))) {
                return ExitCode.ENDED_EARLY.code();
            }
            var settings = context.settings();
            boolean asks = keyboard != null && settings.checkin().before();
            var before = said.isPresent() ? said : asks ? care.pain("now") : OptionalInt.empty();
            if (!care.showWarnings(history, settings.calendar(), before, plan, !isKnown)) {
                return ExitCode.ENDED_EARLY.code();
            }
            var clock = context.world().clock();
            var id = UuidV7.next(clock.millis());
            var writer = history.begin(
                    id,
                    plan.routine().id(),
                    ZonedDateTime.now(clock),
                    plan.steps().size(),
                    before);
            writer.plan(plan.toJson(), plan.stepCount());
            int code = runner.run(
                    keyboard,
                    plan,
                    SessionRules.begin(plan),
                    Optional.of(new SessionRunner.OpenSession(
                            id, writer, context.paths().hooksFolder(), history)),
                    1);
            if (asks && code == ExitCode.OK.code()) {
                care.recordPainAfter(history, id, before);
            }
            return code;
        }
    }
}
