package stretch.cli;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import stretch.Exit;
import stretch.Failure;
import stretch.catalogue.Catalogue;
import stretch.catalogue.Position;
import stretch.catalogue.Routine;
import stretch.catalogue.Side;
import stretch.catalogue.Sound;
import stretch.history.History;
import stretch.history.Ids;
import stretch.session.Plan;
import stretch.session.Session;
import stretch.session.SpeechTiming;
import stretch.session.Tempo;
import stretch.session.Wishes;
import stretch.terminal.Keyboard;
import stretch.text.DidYouMean;

/** Runs a timed routine and records it. */
final class RunCommand implements Callable<Integer> {
    /** Which end of a range; or from the low to the high one over weeks of steady practice. */
    enum End {
        low,
        high,
        progress
    }

    /** How fast repetitions and breaths go. */
    enum Pace {
        slow(Tempo.SLOW),
        normal(Tempo.NORMAL),
        fast(Tempo.FAST);

        private final Tempo tempo;

        Pace(Tempo tempo) {
            this.tempo = tempo;
        }

        Tempo tempo() {
            return tempo;
        }
    }

    /** The side to begin with. */
    enum FirstSide {
        left(Side.LEFT),
        right(Side.RIGHT);

        private final Side side;

        FirstSide(Side side) {
            this.side = side;
        }

        Side side() {
            return side;
        }
    }

    /** Rehearsals run at ten times the speed: fast enough to see a routine through, slow enough to follow. */
    /** What espeak-ng says in a minute, unless told otherwise. */
    private static final int WORDS_PER_MINUTE = 165;

    private static final int REHEARSAL = 10;

    /** With {@code --avoid}: not even what the settings avoid. */
    private static final String NOTHING = "none";

    private final Desk desk;
    private final Given<String> routine;
    private final Performance performance;
    private final Given<Duration> prepare;
    private final Given<Duration> change;
    private final Given<End> dose;
    private final Given<Pace> pace;
    private final Given<Duration> hold;
    private final Given<List<String>> avoid;
    private final Given<Map<String, String>> swaps;
    private final Given<FirstSide> firstSide;
    private final Given<Integer> pain;
    private final Given<Boolean> asPlanned;
    private final Given<Boolean> noLog;
    private final Given<Boolean> rehearse;
    private final Given<Boolean> script;
    private final Given<Boolean> dryRun;
    private final Given<Boolean> json;

    RunCommand(Desk desk, Syntax takes) {
        this.desk = desk;
        takes.about("Runs a timed routine and records every finished step. No key has to be pressed.");
        takes.footer(
                "%nOn the full screen, ? shows the keys: pause, skip, back, restart, more, enough, swap, hurts, mute, quit.",
                "Bells: 1 start or next repetition, 2 half way, 3 step done, 4 change sides, 5 get ready, 6 routine done.");
        routine = takes.argument("ROUTINE", "as 'stretch list' shows it");
        performance = new Performance(takes);
        prepare = takes.option(
                "--prepare",
                "TIME",
                "get-ready time before each exercise (default: 10s, more for a long set-up)",
                Duration.class,
                Converters::waiting);
        change = takes.option(
                "--switch", "TIME", "time to change sides (default: 5s)", Duration.class, Converters::waiting);
        dose = takes.option(
                "--dose",
                "low|high|progress",
                "which end of a range, or from low to high over four weeks of steady practice (default: low)",
                End.class);
        pace = takes.option(
                "--pace", "slow|normal|fast", "how fast repetitions and breaths go (default: normal)", Pace.class);
        hold = takes.option("--hold", "TIME", "the length of every hold", Duration.class, Converters::length);
        avoid = takes.list(
                "--avoid",
                "WHAT",
                "kneeling, floor, a position or equipment, added to the setting; alternatives take over; none empties"
                        + " the setting",
                ",");
        swaps = takes.map("--swap", "EXERCISE=EXERCISE", "do another exercise instead; may be given more than once");
        firstSide = takes.option(
                "--first-side",
                "left|right",
                "the side to begin with (default: as the catalogue has it)",
                FirstSide.class);
        pain = takes.option("--pain", "0-10", "how the back feels before, for the record", Integer.class);
        asPlanned = takes.flag("--as-planned", "the whole dose also of what hurt last time");
        noLog = takes.flag("--no-log", "record nothing");
        rehearse = takes.flag("--rehearse", "ten times as fast, and record nothing");
        dryRun = takes.flag("--dry-run", "print the plan and run nothing");
        script = takes.flag("--script", "with --dry-run: every word and cue with its moment");
        json = takes.flag("--json", "with --dry-run: the plan as JSON");
    }

    /** Runs a routine as the command does that names it and nothing else. */
    static int run(Desk desk, String routine) {
        var command = new RunCommand(desk, Syntax.of("run"));
        command.routine.set(routine);
        return command.call();
    }

    @Override
    public Integer call() {
        if (script.get() && !dryRun.get()) {
            throw new Failure(Exit.USAGE, "--script goes with --dry-run only; 'stretch run --help' shows both");
        }
        if (json.get() && !dryRun.get()) {
            throw new Failure(
                    Exit.USAGE, "--json goes with --dry-run only; 'stretch history --json' shows what was done");
        }
        var said = Converters.pain("--pain", pain);
        var catalogue = desk.catalogue();
        var chosen = routine(catalogue);
        var settings = desk.settings();
        var plan = Plan.of(catalogue, chosen, wishes(catalogue, chosen, settings));
        if (plan.steps().isEmpty()) {
            throw new Failure(
                    Exit.USAGE,
                    "nothing of '" + chosen.id() + "' is left: " + String.join("; ", plan.notes()) + "; avoid less");
        }
        Rounding.in(plan).ifPresent(desk::say);
        if (dryRun.get()) {
            new PlanPage(desk.page()).print(known(plan, settings), script.get(), json.get());
            return 0;
        }
        if (!noLog.get() && !rehearse.get()) {
            return recorded(plan, settings, said);
        }
        var minded = known(plan, settings);
        try (var keyboard = performance.keyboard(desk).orElse(null)) {
            if (!rehearse.get() && !readCautions(keyboard)) {
                return 0;
            }
            return performance.lead(
                    desk,
                    keyboard,
                    settings,
                    minded,
                    Session.begin(minded),
                    Optional.empty(),
                    List::of,
                    rehearse.get() ? REHEARSAL : 1);
        }
    }

    /** The plan by what is on record, of which nothing is changed. */
    private Plan known(Plan plan, Settings settings) {
        try (var history = desk.knownRecord().orElse(null)) {
            return minded(plan, settings, history);
        }
    }

    private Plan minded(Plan plan, Settings settings, @Nullable History history) {
        boolean grows = dose.optional().orElseGet(settings::dose) == End.progress;
        return history == null || (asPlanned.get() && !grows)
                ? plan
                : new Dosage(desk.world().clock(), history).minded(plan, grows, !asPlanned.get());
    }

    private boolean readCautions(@Nullable Keyboard keyboard) {
        try (var history = desk.knownRecord().orElse(null)) {
            return new Care(desk, keyboard).cautions(history);
        }
    }

    private Routine routine(Catalogue catalogue) {
        var exercise = catalogue.exercises().get(routine.get());
        if (exercise != null && !catalogue.routines().containsKey(routine.get())) {
            throw new Failure(
                    Exit.USAGE,
                    "'" + routine.get() + "' is an exercise; run a routine that holds it, or 'stretch show "
                            + routine.get() + "'");
        }
        return Desk.pick(catalogue.routines(), routine.get(), "routine");
    }

    private Wishes wishes(Catalogue catalogue, Routine of, Settings settings) {
        swaps.get().forEach((from, to) -> {
            Desk.pick(catalogue.exercises(), from, "exercise");
            Desk.pick(catalogue.exercises(), to, "exercise");
        });
        var avoided = avoided(settings);
        avoided.forEach(word -> checkAvoidable(catalogue, word));
        return new Wishes(
                dose.optional().orElseGet(settings::dose) == End.high,
                hold.optional(),
                prepare.optional().or(settings::prepare),
                change.optional().or(settings::change),
                pace.optional().map(Pace::tempo).or(settings::tempo).orElse(Tempo.NORMAL),
                firstSide.optional().map(FirstSide::side).or(settings::firstSide),
                swaps.get(),
                avoided,
                performance.sound(of, settings) == Sound.VOICE
                        ? SpeechTiming.speaking(WORDS_PER_MINUTE)
                        : SpeechTiming.READING);
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

    /** Fails unless something goes by this word. */
    static void checkAvoidable(Catalogue catalogue, String word) {
        var words = new ArrayList<>(Position.avoidable());
        catalogue.exercises().values().forEach(exercise -> words.addAll(exercise.equipment()));
        if (!words.contains(word)) {
            throw new Failure(
                    Exit.USAGE,
                    "nothing goes by '" + word + "' that could be avoided; "
                            + DidYouMean.advice(words, word, "write kneeling, floor, a position or equipment"));
        }
    }

    /** The record is open, and the session in it, before the first countdown: nothing is practised in vain. */
    private int recorded(Plan asked, Settings settings, OptionalInt said) {
        try (History history = desk.record();
                var keyboard = performance.keyboard(desk).orElse(null)) {
            var care = new Care(desk, keyboard);
            var plan = minded(asked, settings, history);
            if (!care.cautions(history)) {
                return 0;
            }
            boolean asks = keyboard != null && settings.checkin().before();
            var before = said.isPresent() ? said : asks ? care.pain("now") : OptionalInt.empty();
            if (!care.warned(history, before, plan)) {
                return 0;
            }
            var clock = desk.world().clock();
            var id = Ids.uuid7(clock.millis(), new java.security.SecureRandom());
            var recording = history.begin(
                    id,
                    plan.routine().id(),
                    ZonedDateTime.now(clock),
                    plan.steps().size(),
                    before);
            recording.plan(plan.written(), plan.total());
            int code = performance.lead(
                    desk,
                    keyboard,
                    settings,
                    plan,
                    Session.begin(plan),
                    Optional.of(new Performance.Log(id, recording)),
                    () -> Farewell.lines(desk, history, plan.routine()),
                    1);
            if (asks && code == Exit.OK.code()) {
                care.after(history, id, before);
            }
            return code;
        }
    }
}
