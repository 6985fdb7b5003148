package stretch.cli.practise;

import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import stretch.cli.ArgumentParsers;
import stretch.cli.CommandContext;
import stretch.cli.CommandSpecBuilder;
import stretch.cli.OptionValue;
import stretch.coaching.CompletionMessage;
import stretch.coaching.RoundedSpineAdvice;
import stretch.coaching.SafetyPrompts;
import stretch.coaching.SessionRunner;
import stretch.config.Settings;
import stretch.history.History;
import stretch.history.db.UuidV7;
import stretch.os.ExitCode;
import stretch.os.UserError;
import stretch.session.SessionRules;
import stretch.session.plan.Plan;
import stretch.session.plan.SpeechTiming;
import stretch.terminal.Keyboard;

/** Runs a timed routine and records it. */
public final class RunCommand implements Callable<Integer> {
    /** Rehearsals run at ten times the speed: fast enough to see a routine through, slow enough to follow. */
    private static final int REHEARSAL = 10;

    private final CommandContext context;
    private final OptionValue<String> routine;
    private final SessionOptions session;
    private final PlanArguments planned;
    private final OptionValue<Integer> pain;
    private final OptionValue<Boolean> noLog;
    private final OptionValue<Boolean> rehearse;
    private final OptionValue<Boolean> script;
    private final OptionValue<Boolean> dryRun;
    private final OptionValue<Boolean> json;

    public RunCommand(CommandContext context, CommandSpecBuilder options) {
        this.context = context;
        options.about("Runs a timed routine and records every finished step. No key has to be pressed.");
        options.footer(
                "%nOn the full screen, ? shows the keys: pause, skip, back, restart, more, enough, swap, hurts, mute, quit.",
                "Bells: 1 start, 2 half way, 3 step done, 4 change sides, 5 get ready, 6 routine done; slow ones: 2 next"
                        + " repetition, 3 the hold is about to end.");
        routine = options.argument("ROUTINE", "as 'stretch list' shows it");
        session = new SessionOptions(options);
        planned = new PlanArguments(context, options);
        pain = options.option("--pain", "0-10", "how the back feels before, for the record", Integer.class);
        noLog = options.flag("--no-log", "record nothing");
        rehearse = options.flag("--rehearse", "ten times as fast, and record nothing");
        dryRun = options.flag("--dry-run", "print the plan and run nothing");
        script = options.flag("--script", "with --dry-run: every word and cue with its moment");
        json = options.flag("--json", "with --dry-run: the plan as JSON");
    }

    /** Runs a routine as the command does that names it and nothing else. */
    public static int run(CommandContext context, String routine) {
        var command = new RunCommand(context, CommandSpecBuilder.of("run"));
        command.routine.set(routine);
        return command.call();
    }

    @Override
    public Integer call() {
        if (script.get() && !dryRun.get()) {
            throw new UserError(ExitCode.USAGE, "--script goes with --dry-run only; 'stretch run --help' shows both");
        }
        if (json.get() && !dryRun.get()) {
            throw new UserError(
                    ExitCode.USAGE, "--json goes with --dry-run only; 'stretch history --json' shows what was done");
        }
        var said = ArgumentParsers.pain("--pain", pain);
        var chosen = planned.routine(routine.get());
        var settings = context.settings();
        var runner = session.runner(context);
        var plan = planned.plan(chosen, SpeechTiming.READING);
        RoundedSpineAdvice.in(plan).ifPresent(context::notice);
        if (dryRun.get()) {
            new PlanView(context.printer()).print(runner.timed(planned.adjusted(plan)), script.get(), json.get());
            return 0;
        }
        if (!noLog.get() && !rehearse.get()) {
            return runRecorded(runner, plan, settings, said);
        }
        var minded = runner.timed(planned.adjusted(plan));
        try (var keyboard = runner.keyboard().orElse(null)) {
            if (!rehearse.get() && !readCautions(runner, minded, keyboard)) {
                return 0;
            }
            return runner.run(
                    keyboard,
                    minded,
                    SessionRules.begin(minded),
                    Optional.empty(),
                    () -> CompletionMessage.NONE,
                    rehearse.get() ? REHEARSAL : 1);
        }
    }

    private boolean readCautions(SessionRunner runner, Plan plan, @Nullable Keyboard keyboard) {
        try (var history = context.knownRecord().orElse(null)) {
            return care(keyboard).cautions(history, text -> runner.aloud(plan.routine(), text));
        }
    }

    private SafetyPrompts care(@Nullable Keyboard keyboard) {
        return new SafetyPrompts(context.world(), context.errorPrinter(), context::catalogue, keyboard);
    }

    /** The record is open, and the session in it, before the first countdown: nothing is practised in vain. */
    private int runRecorded(SessionRunner runner, Plan asked, Settings settings, OptionalInt said) {
        try (History history = context.openHistory();
                var keyboard = runner.keyboard().orElse(null)) {
            var care = care(keyboard);
            var plan = runner.timed(planned.adjusted(asked, history));
            if (!care.cautions(history, text -> runner.aloud(plan.routine(), text))) {
                return 0;
            }
            boolean asks = keyboard != null && settings.checkin().before();
            var before = said.isPresent() ? said : asks ? care.pain("now") : OptionalInt.empty();
            if (!care.showWarnings(history, before, plan)) {
                return 0;
            }
            var clock = context.world().clock();
            var id = UuidV7.uuid7(clock.millis(), new java.security.SecureRandom());
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
                    Optional.of(new SessionRunner.OpenSession(id, writer)),
                    () -> CompletionMessage.of(ZonedDateTime.now(clock), settings, history, plan.routine()),
                    1);
            if (asks && code == ExitCode.OK.code()) {
                care.recordPainAfter(history, id, before);
            }
            return code;
        }
    }
}
