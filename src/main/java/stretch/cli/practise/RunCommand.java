package stretch.cli.practise;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import stretch.catalogue.Catalogue;
import stretch.catalogue.Routine;
import stretch.catalogue.Side;
import stretch.catalogue.Sound;
import stretch.cli.ArgumentParsers;
import stretch.cli.CommandContext;
import stretch.cli.CommandSpecBuilder;
import stretch.cli.OptionValue;
import stretch.coaching.CompletionMessage;
import stretch.coaching.DoseAdjuster;
import stretch.coaching.RoundedSpineAdvice;
import stretch.coaching.SafetyPrompts;
import stretch.coaching.SessionRunner;
import stretch.config.DoseMode;
import stretch.config.Settings;
import stretch.history.History;
import stretch.history.db.UuidV7;
import stretch.os.ExitCode;
import stretch.os.UserError;
import stretch.session.Session;
import stretch.session.plan.Plan;
import stretch.session.plan.PlanOptions;
import stretch.session.plan.SpeechTiming;
import stretch.session.plan.Tempo;
import stretch.terminal.Keyboard;

/** Runs a timed routine and records it. */
public final class RunCommand implements Callable<Integer> {
    /** How fast repetitions and breaths go. */
    enum TempoOption {
        slow(Tempo.SLOW),
        normal(Tempo.NORMAL),
        fast(Tempo.FAST);

        private final Tempo tempo;

        TempoOption(Tempo tempo) {
            this.tempo = tempo;
        }

        Tempo tempo() {
            return tempo;
        }
    }

    /** The side to begin with. */
    enum FirstSideOption {
        left(Side.LEFT),
        right(Side.RIGHT);

        private final Side side;

        FirstSideOption(Side side) {
            this.side = side;
        }

        Side side() {
            return side;
        }
    }

    /** What espeak-ng says in a minute, unless told otherwise. */
    private static final int WORDS_PER_MINUTE = 165;

    /** Rehearsals run at ten times the speed: fast enough to see a routine through, slow enough to follow. */
    private static final int REHEARSAL = 10;

    /** With {@code --avoid}: not even what the settings avoid. */
    private static final String NOTHING = "none";

    private final CommandContext context;
    private final OptionValue<String> routine;
    private final SessionOptions session;
    private final OptionValue<Duration> prepare;
    private final OptionValue<Duration> change;
    private final OptionValue<DoseMode> dose;
    private final OptionValue<TempoOption> pace;
    private final OptionValue<Duration> hold;
    private final OptionValue<List<String>> avoid;
    private final OptionValue<Map<String, String>> swaps;
    private final OptionValue<FirstSideOption> firstSide;
    private final OptionValue<Integer> pain;
    private final OptionValue<Boolean> asPlanned;
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
        prepare = options.option(
                "--prepare",
                "TIME",
                "time before each exercise (default: as long as its words and the way into it take)",
                Duration.class,
                ArgumentParsers::waiting);
        change = options.option(
                "--switch",
                "TIME",
                "time to change sides (default: likewise)",
                Duration.class,
                ArgumentParsers::waiting);
        dose = options.option(
                "--dose",
                "low|high|progress",
                "which end of a range, or from low to high over four weeks of steady practice (default: low)",
                DoseMode.class);
        pace = options.option(
                "--pace",
                "slow|normal|fast",
                "how fast repetitions and breaths go (default: normal)",
                TempoOption.class);
        hold = options.option("--hold", "TIME", "the length of every hold", Duration.class, ArgumentParsers::length);
        avoid = options.list(
                "--avoid",
                "WHAT",
                "kneeling, floor, a position or equipment, added to the setting; alternatives take over; none empties"
                        + " the setting",
                ",");
        swaps = options.map("--swap", "EXERCISE=EXERCISE", "do another exercise instead; may be given more than once");
        firstSide = options.option(
                "--first-side",
                "left|right",
                "the side to begin with (default: as the catalogue has it)",
                FirstSideOption.class);
        pain = options.option("--pain", "0-10", "how the back feels before, for the record", Integer.class);
        asPlanned = options.flag("--as-planned", "the whole dose also of what hurt last time");
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
        var catalogue = context.catalogue();
        var chosen = routine(catalogue);
        var settings = context.settings();
        var runner = session.runner(context);
        var plan = Plan.of(catalogue, chosen, planOptions(catalogue, settings, runner.sound(chosen)));
        if (plan.steps().isEmpty()) {
            throw new UserError(
                    ExitCode.USAGE,
                    "nothing of '" + chosen.id() + "' is left: " + String.join("; ", plan.notes()) + "; avoid less");
        }
        RoundedSpineAdvice.in(plan).ifPresent(context::notice);
        if (dryRun.get()) {
            new PlanView(context.printer()).print(withCautionsRead(plan, settings), script.get(), json.get());
            return 0;
        }
        if (!noLog.get() && !rehearse.get()) {
            return runRecorded(runner, plan, settings, said);
        }
        var minded = withCautionsRead(plan, settings);
        try (var keyboard = runner.keyboard().orElse(null)) {
            if (!rehearse.get() && !readCautions(keyboard)) {
                return 0;
            }
            return runner.run(
                    keyboard,
                    minded,
                    Session.begin(minded),
                    Optional.empty(),
                    List::of,
                    rehearse.get() ? REHEARSAL : 1);
        }
    }

    /** The plan by what is on record, of which nothing is changed. */
    private Plan withCautionsRead(Plan plan, Settings settings) {
        try (var history = context.knownRecord().orElse(null)) {
            return adjusted(plan, settings, history);
        }
    }

    private Plan adjusted(Plan plan, Settings settings, @Nullable History history) {
        boolean grows = dose.optional().orElseGet(settings::dose) == DoseMode.progress;
        return history == null || (asPlanned.get() && !grows)
                ? plan
                : new DoseAdjuster(context.world().clock(), history).adjusted(plan, grows, !asPlanned.get());
    }

    private boolean readCautions(@Nullable Keyboard keyboard) {
        try (var history = context.knownRecord().orElse(null)) {
            return care(keyboard).cautions(history);
        }
    }

    private SafetyPrompts care(@Nullable Keyboard keyboard) {
        return new SafetyPrompts(context.world(), context.errorPrinter(), context::catalogue, keyboard);
    }

    private Routine routine(Catalogue catalogue) {
        var exercise = catalogue.exercises().get(routine.get());
        if (exercise != null && !catalogue.routines().containsKey(routine.get())) {
            throw new UserError(
                    ExitCode.USAGE,
                    "'" + routine.get() + "' is an exercise; run a routine that holds it, or 'stretch show "
                            + routine.get() + "'");
        }
        return CommandContext.lookUp(catalogue.routines(), routine.get(), "routine");
    }

    private PlanOptions planOptions(Catalogue catalogue, Settings settings, Sound sound) {
        swaps.get().forEach((from, to) -> {
            CommandContext.lookUp(catalogue.exercises(), from, "exercise");
            CommandContext.lookUp(catalogue.exercises(), to, "exercise");
        });
        var avoided = avoided(settings);
        avoided.forEach(word -> ArgumentParsers.checkAvoidable(catalogue, word));
        return new PlanOptions(
                dose.optional().orElseGet(settings::dose) == DoseMode.high,
                hold.optional(),
                prepare.optional().or(settings::prepare),
                change.optional().or(settings::change),
                pace.optional().map(TempoOption::tempo).or(settings::tempo).orElse(Tempo.NORMAL),
                firstSide.optional().map(FirstSideOption::side).or(settings::firstSide),
                swaps.get(),
                avoided,
                sound == Sound.VOICE ? SpeechTiming.speaking(WORDS_PER_MINUTE) : SpeechTiming.READING);
    }

    /** What the settings avoid and what is added for this run; {@code none} leaves out what the settings avoid. */
    private List<String> avoided(Settings settings) {
        var words = new LinkedHashSet<>(settings.avoid());
        words.addAll(avoid.get());
        if (words.removeIf(NOTHING::equalsIgnoreCase)) {
            words.retainAll(avoid.get());
        }
        return List.copyOf(words);
    }

    /** The record is open, and the session in it, before the first countdown: nothing is practised in vain. */
    private int runRecorded(SessionRunner runner, Plan asked, Settings settings, OptionalInt said) {
        try (History history = context.openHistory();
                var keyboard = runner.keyboard().orElse(null)) {
            var care = care(keyboard);
            var plan = adjusted(asked, settings, history);
            if (!care.cautions(history)) {
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
                    Session.begin(plan),
                    Optional.of(new SessionRunner.OpenSession(id, writer)),
                    () -> CompletionMessage.lines(LocalDate.now(clock), history, plan.routine()),
                    1);
            if (asks && code == ExitCode.OK.code()) {
                care.recordPainAfter(history, id, before);
            }
            return code;
        }
    }
}
