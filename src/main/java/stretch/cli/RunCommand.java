package stretch.cli;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
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
import stretch.session.Tempo;
import stretch.session.Wishes;
import stretch.terminal.PlainConsole;
import stretch.text.DidYouMean;
import stretch.text.Durations;

/** Runs a timed routine and records it. */
@Command(
        name = "run",
        description = "Runs a timed routine and records every finished step. No key has to be pressed.",
        footer = {
            "%nOn the full screen, ? shows the keys: pause, skip, back, restart, more, enough, swap, hurts, mute, quit.",
            "Bells: 1 start or next repetition, 2 half way, 3 step done, 4 change sides, 5 get ready, 6 routine done."
        })
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
    private static final int REHEARSAL = 10;

    private final Desk desk;

    @Parameters(paramLabel = "ROUTINE", description = "as 'stretch list' shows it")
    private String routine = "";

    @Mixin
    private final Performance performance = new Performance();

    @Option(
            names = "--prepare",
            paramLabel = "TIME",
            converter = Converters.Wait.class,
            description = "get-ready time before each exercise (default: 10s, more for a long set-up)")
    private @Nullable Duration prepare;

    @Option(
            names = "--switch",
            paramLabel = "TIME",
            converter = Converters.Wait.class,
            description = "time to change sides (default: 5s)")
    private @Nullable Duration change;

    @Option(
            names = "--dose",
            paramLabel = "low|high|progress",
            description = "which end of a range, or from low to high over four weeks of steady practice (default: low)")
    private @Nullable End dose;

    @Option(
            names = "--pace",
            paramLabel = "slow|normal|fast",
            description = "how fast repetitions and breaths go (default: normal)")
    private @Nullable Pace pace;

    @Option(
            names = "--hold",
            paramLabel = "TIME",
            converter = Converters.Length.class,
            description = "the length of every hold")
    private @Nullable Duration hold;

    @Option(
            names = "--avoid",
            paramLabel = "WHAT",
            split = ",",
            description = "kneeling, floor, a position or equipment; alternatives take over")
    private List<String> avoid = List.of();

    @Option(
            names = "--swap",
            paramLabel = "EXERCISE=EXERCISE",
            description = "do another exercise instead; may be given more than once")
    private Map<String, String> swaps = new LinkedHashMap<>();

    @Option(
            names = "--first-side",
            paramLabel = "left|right",
            description = "the side to begin with (default: as the catalogue has it)")
    private @Nullable FirstSide firstSide;

    @Option(names = "--pain", paramLabel = "0-10", description = "how the back feels before, for the record")
    private @Nullable Integer pain;

    @Option(names = "--as-planned", description = "the whole dose also of what hurt last time")
    private boolean asPlanned;

    @Option(names = "--no-log", description = "record nothing")
    private boolean noLog;

    @Option(names = "--rehearse", description = "ten times as fast, and record nothing")
    private boolean rehearse;

    @Option(names = "--dry-run", description = "print the plan and run nothing")
    private boolean dryRun;

    @Option(names = "--json", description = "with --dry-run: the plan as JSON")
    private boolean json;

    RunCommand(Desk desk) {
        this.desk = desk;
    }

    /** Runs a routine as the command does that names it and nothing else. */
    static int run(Desk desk, String routine) {
        var command = new RunCommand(desk);
        command.routine = routine;
        return command.call();
    }

    @Override
    public Integer call() {
        if (json && !dryRun) {
            throw new Failure(
                    Exit.USAGE, "--json goes with --dry-run only; 'stretch history --json' shows what was done");
        }
        if (pain != null && (pain < 0 || pain > 10)) {
            throw new Failure(Exit.USAGE, "--pain " + pain + " is out of range; write 0 (none) to 10 (worst)");
        }
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
        if (dryRun) {
            dryRun(known(plan, settings));
            return 0;
        }
        if (!noLog && !rehearse) {
            return recorded(plan, settings);
        }
        var minded = known(plan, settings);
        if (!rehearse && !readCautions()) {
            return 0;
        }
        return performance.lead(
                desk, settings, minded, Session.begin(minded), Optional.empty(), List::of, rehearse ? REHEARSAL : 1);
    }

    /** The plan by what is on record, of which nothing is changed. */
    private Plan known(Plan plan, Settings settings) {
        try (var history = desk.existingRecord().orElse(null)) {
            return minded(plan, settings, history);
        }
    }

    private Plan minded(Plan plan, Settings settings, @Nullable History history) {
        boolean grows = (dose == null ? settings.dose() : dose) == End.progress;
        return asPlanned && !grows ? plan : new Care(desk).minded(plan, history, grows, !asPlanned);
    }

    private boolean readCautions() {
        try (var history = desk.existingRecord().orElse(null)) {
            return new Care(desk).cautions(history, performance.hasKeys(desk));
        }
    }

    private Routine routine(Catalogue catalogue) {
        var exercise = catalogue.exercises().get(routine);
        if (exercise != null && !catalogue.routines().containsKey(routine)) {
            throw new Failure(
                    Exit.USAGE,
                    "'" + routine + "' is an exercise; run a routine that holds it, or 'stretch show " + routine + "'");
        }
        return Desk.pick(catalogue.routines(), routine, "routine");
    }

    private Wishes wishes(Catalogue catalogue, Routine of, Settings settings) {
        swaps.forEach((from, to) -> {
            Desk.pick(catalogue.exercises(), from, "exercise");
            Desk.pick(catalogue.exercises(), to, "exercise");
        });
        var avoided = avoid.isEmpty() ? settings.avoid() : avoid;
        avoided.forEach(word -> checkAvoidable(catalogue, word));
        return new Wishes(
                (dose == null ? settings.dose() : dose) == End.high,
                Optional.ofNullable(hold),
                Optional.ofNullable(prepare).or(settings::prepare),
                Optional.ofNullable(change).or(settings::change),
                Optional.ofNullable(pace).map(Pace::tempo).or(settings::tempo).orElse(Tempo.NORMAL),
                Optional.ofNullable(firstSide).map(FirstSide::side).or(settings::firstSide),
                swaps,
                avoided,
                performance.sound(of, settings) == Sound.VOICE);
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

    private void dryRun(Plan plan) {
        var page = desk.page();
        if (json) {
            page.json(Shapes.of(plan));
            return;
        }
        page.line(PlainConsole.summary(plan));
        plan.notes().forEach(note -> page.paragraph(2, note));
        steps(page, plan);
    }

    /** The steps of a plan, a line each, with the time at which each begins. */
    static void steps(Page page, Plan plan) {
        var at = Duration.ZERO;
        for (var step : plan.steps()) {
            var start = String.format("%3d:%02d", at.toMinutes(), at.toSecondsPart());
            var high = step.range().high() > step.target()
                    ? " (up to " + step.amount(step.range().high()) + ")"
                    : "";
            page.hanging(
                    start + "  " + step.number() + ". ",
                    step.label() + ": " + step.amount(step.target()) + high + ", get ready "
                            + Durations.words(step.prepare()));
            at = at.plus(step.prepare()).plus(step.work());
        }
        page.line(String.format("%3d:%02d  the end", at.toMinutes(), at.toSecondsPart()));
    }

    /** The record is open, and the session in it, before the first countdown: nothing is practised in vain. */
    private int recorded(Plan asked, Settings settings) {
        try (History history = desk.record()) {
            var care = new Care(desk);
            boolean keys = performance.hasKeys(desk);
            var plan = minded(asked, settings, history);
            if (!care.cautions(history, keys)) {
                return 0;
            }
            boolean asks = keys && settings.checkin().before();
            var before = pain != null ? OptionalInt.of(pain) : asks ? care.pain("now") : OptionalInt.empty();
            if (!care.warned(history, before, plan, keys)) {
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
