package stretch.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import stretch.Exit;
import stretch.Failure;
import stretch.catalogue.Catalogue;
import stretch.catalogue.Position;
import stretch.catalogue.Routine;
import stretch.catalogue.Side;
import stretch.cue.Bell;
import stretch.history.History;
import stretch.history.Ids;
import stretch.history.Recording;
import stretch.session.Coach;
import stretch.session.Console;
import stretch.session.Event;
import stretch.session.Outlet;
import stretch.session.Plan;
import stretch.session.Session;
import stretch.session.Wishes;
import stretch.terminal.FullScreen;
import stretch.terminal.PlainConsole;
import stretch.terminal.Signals;
import stretch.text.DidYouMean;
import stretch.text.Durations;

/** Runs a timed routine and records it. */
@Command(
        name = "run",
        description = "Runs a timed routine and records every finished step. No key has to be pressed.",
        footer = {
            "%nKeys on the full screen: space pause, s skip, b back, + more, q quit (twice).",
            "Bells: 1 start, 2 half way, 3 step done, 4 change sides, 5 get ready, 6 routine done."
        })
final class RunCommand implements Callable<Integer> {
    /** Which end of a range. */
    enum End {
        low,
        high
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

    /** What is heard. */
    enum Sound {
        bell,
        off
    }

    /** Rehearsals run at ten times the speed: fast enough to see a routine through, slow enough to follow. */
    private static final int REHEARSAL = 10;

    private final Desk desk;

    @Parameters(paramLabel = "ROUTINE", description = "as 'stretch list' shows it")
    private String routine = "";

    @Option(names = "--plain", description = "lines of text instead of the full screen")
    private boolean plain;

    @Option(names = "--sound", paramLabel = "SOUND", description = "bell or off (default: bell)")
    private @Nullable Sound sound;

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

    @Option(names = "--dose", paramLabel = "low|high", description = "which end of a range (default: low)")
    private @Nullable End dose;

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
        var plan = Plan.of(catalogue, chosen, wishes(catalogue, settings));
        if (plan.steps().isEmpty()) {
            throw new Failure(
                    Exit.USAGE,
                    "nothing of '" + chosen.id() + "' is left: " + String.join("; ", plan.notes()) + "; avoid less");
        }
        if (dryRun) {
            dryRun(plan);
            return 0;
        }
        return noLog || rehearse ? lead(plan, settings, Optional.empty()) : recorded(plan, settings);
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

    private Wishes wishes(Catalogue catalogue, Settings settings) {
        swaps.forEach((from, to) -> {
            Desk.pick(catalogue.exercises(), from, "exercise");
            Desk.pick(catalogue.exercises(), to, "exercise");
        });
        var avoided = avoid.isEmpty() ? settings.avoid() : avoid;
        avoided.forEach(word -> checkAvoidable(catalogue, word));
        return new Wishes(
                dose == null ? settings.high() : dose == End.high,
                Optional.ofNullable(hold),
                Optional.ofNullable(prepare).or(settings::prepare),
                Optional.ofNullable(change).or(settings::change),
                Optional.ofNullable(firstSide).map(FirstSide::side).or(settings::firstSide),
                swaps,
                avoided);
    }

    private static void checkAvoidable(Catalogue catalogue, String word) {
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
    private int recorded(Plan plan, Settings settings) {
        try (History history = desk.record()) {
            var clock = desk.world().clock();
            var id = Ids.uuid7(clock.millis(), new java.security.SecureRandom());
            var recording = history.begin(
                    id,
                    plan.routine().id(),
                    ZonedDateTime.now(clock),
                    plan.steps().size(),
                    pain == null ? OptionalInt.empty() : OptionalInt.of(pain));
            return lead(plan, settings, Optional.of(new Log(id, recording)));
        }
    }

    /** An open session of the record. */
    private record Log(String id, Recording recording) {}

    private int lead(Plan plan, Settings settings, Optional<Log> log) {
        Queue<Event> inbox = new ConcurrentLinkedQueue<>();
        Session ended;
        try (var console = console(plan, inbox)) {
            var outlets = new ArrayList<Outlet>();
            log.ifPresent(open ->
                    outlets.add(new Journal(open.recording(), desk.world().clock())));
            outlets.add(console);
            if (rings(settings) && isHeard(console)) {
                outlets.add(new Bell(() -> ring(console)));
            }
            ended = new Coach(desk.world().time(), console, outlets, rehearse ? REHEARSAL : 1).lead(plan);
        } catch (RuntimeException | Error e) {
            log.ifPresent(open -> open.recording().abandon());
            throw e;
        }
        var ending = ended.ending().orElseThrow();
        desk.page()
                .line(ending.outcome().id() + " " + plan.routine().id() + ": " + ended.stepsDone() + " of "
                        + plan.steps().size() + " steps, " + Durations.words(ended.active())
                        + log.map(open -> ", session " + open.id().substring(0, 8))
                                .orElse(", not recorded"));
        return ending.exit().code();
    }

    private boolean rings(Settings settings) {
        return (sound == null ? settings.sound().orElse(Sound.bell) : sound) == Sound.bell;
    }

    private Console console(Plan plan, Queue<Event> inbox) {
        var world = desk.world();
        var term = world.variable("TERM").orElse("dumb");
        if (plain || !world.terminals().input() || !world.terminals().output() || term.equals("dumb")) {
            Signals.into(inbox);
            var prompts = desk.common().quiet()
                    ? new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)
                    : world.err();
            return new PlainConsole(plan, world.out(), prompts, inbox);
        }
        return new FullScreen(
                inbox, desk.caches(), desk.colour(), world.terminals().unicode());
    }

    /** Bells that nobody hears would only hold up the end, which waits for the last of them. */
    private boolean isHeard(Console console) {
        return console instanceof FullScreen || desk.world().terminals().errors();
    }

    /** Plain output holds no control bytes: its bells go where messages go, if that is a terminal. */
    private void ring(Console console) {
        if (console instanceof FullScreen screen) {
            screen.ring();
        } else {
            desk.world().err().print('\007');
            desk.world().err().flush();
        }
    }
}
