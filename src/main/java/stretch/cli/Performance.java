package stretch.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import stretch.catalogue.Routine;
import stretch.catalogue.Sound;
import stretch.cue.Bell;
import stretch.cue.Cues;
import stretch.cue.Tones;
import stretch.cue.Voice;
import stretch.history.Recording;
import stretch.session.Coach;
import stretch.session.Console;
import stretch.session.Event;
import stretch.session.Next;
import stretch.session.Outlet;
import stretch.session.Plan;
import stretch.session.Recorder;
import stretch.session.Session;
import stretch.session.Unrecorded;
import stretch.terminal.FullScreen;
import stretch.terminal.Keyboard;
import stretch.terminal.Palette;
import stretch.terminal.ParentWatch;
import stretch.terminal.PlainConsole;
import stretch.terminal.Signals;
import stretch.text.Durations;

/** How a session is shown and heard: the same for one that begins and one that is resumed. */
final class Performance {
    /** As a shell says of a program that was killed: after that the launcher gives the terminal back. */
    private static final int KILLED = 128 + 9;

    private final Given<Boolean> plain;
    private final Given<Sound> sound;
    private final Given<Palette.Theme> theme;

    Performance(Syntax takes) {
        plain = takes.flag("--plain", "lines of text instead of the full screen");
        sound = takes.option(
                "--sound", "SOUND", "bell, tone, voice or off (default: bell)", Sound.class, Converters::soundWord);
        theme = takes.option(
                "--theme",
                "THEME",
                "auto, dark, light or contrast (default: auto)",
                Palette.Theme.class,
                Converters::themeWord);
    }

    /** An open session of the record. */
    record Log(String id, Recording recording) {}

    /**
     * Leads a session to its end.
     *
     * @param keyboard the keys of a full screen; without them there are lines of text
     * @param log where it is recorded, if it is
     * @param farewell what to say at the end of a completed session
     * @param speed how many times faster than real time
     * @return the exit code
     */
    int lead(
            Desk desk,
            @Nullable Keyboard keyboard,
            Settings settings,
            Plan plan,
            Next beginning,
            Optional<Log> log,
            Supplier<List<String>> farewell,
            int speed) {
        Queue<Event> inbox = new ConcurrentLinkedQueue<>();
        var reports = new ArrayList<String>();
        Session ended;
        var signals = Signals.into(inbox, exit -> World.endAtOnce(keyboard == null ? exit.code() : KILLED));
        // Without a terminal a session may outlive the shell that it was started from.
        var watch = desk.world().terminals().output() ? ParentWatch.over(signals) : null;
        try (signals;
                watch;
                var console = console(desk, keyboard, settings, plan, inbox, farewell)) {
            Consumer<String> report = console instanceof FullScreen ? reports::add : desk::say;
            var recorder = log.<Recorder>map(
                            open -> new Journal(open.recording(), desk.world().clock(), console))
                    .orElseGet(Unrecorded::new);
            var outlets = new ArrayList<Outlet>(List.of(console));
            sounds(desk, settings, plan, console, report).ifPresent(outlets::add);
            ended = new Coach(desk.world().time(), console, recorder, outlets, speed).lead(beginning);
        } catch (RuntimeException | Error e) {
            log.ifPresent(open -> open.recording().abandon());
            throw e;
        }
        reports.forEach(desk::say);
        var ending = ended.ending().orElseThrow();
        desk.page()
                .line(ending.outcome().id() + " " + plan.routine().id() + ": " + ended.stepsDone() + " of "
                        + ended.plan().total() + " steps, "
                        + Durations.words(Duration.ofSeconds(ended.active().toSeconds()))
                        + log.map(open -> ", session " + open.id().substring(0, 8))
                                .orElse(", not recorded"));
        return signals.came().orElse(ending.exit()).code();
    }

    /** What is to be heard: as asked for, else as the routine has it, else as the settings have it. */
    Sound sound(Routine routine, Settings settings) {
        return sound.optional().or(routine::sound).or(settings::sound).orElse(Sound.BELL);
    }

    /** The keys, if there is a screen and somebody to press them. */
    Optional<Keyboard> keyboard(Desk desk) {
        var world = desk.world();
        var kind = world.variable("TERM").orElse("dumb");
        boolean there =
                !plain.get() && world.terminals().input() && world.terminals().output() && !kind.equals("dumb");
        return there ? Optional.of(new Keyboard(desk.caches(), kind)) : Optional.empty();
    }

    private Console console(
            Desk desk,
            @Nullable Keyboard keyboard,
            Settings settings,
            Plan plan,
            Queue<Event> inbox,
            Supplier<List<String>> farewell) {
        var world = desk.world();
        if (keyboard == null) {
            var prompts = desk.common().quiet()
                    ? new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)
                    : world.err();
            return new PlainConsole(plan, world.out(), prompts, world.err(), inbox);
        }
        var wanted = theme.optional().or(settings::theme).orElse(Palette.Theme.AUTO);
        var palette = new Palette(
                desk.colour(),
                wanted.on(world.variable("COLORFGBG").orElse("")),
                world.variable("COLORTERM").orElse("").matches("truecolor|24bit"));
        return new FullScreen(
                keyboard, inbox, palette, world.terminals().unicode(), farewell, new Programs(world)::stopOurGroup);
    }

    /** What is heard; bells that nobody hears would only hold up the end, which waits for the last of them. */
    private Optional<Outlet> sounds(Desk desk, Settings settings, Plan plan, Console console, Consumer<String> report) {
        boolean rings =
                console instanceof FullScreen || desk.world().terminals().errors();
        var bell = new Bell(rings ? () -> ring(desk, console) : () -> {});
        var programs = new Programs(desk.world());
        return switch (sound(plan.routine(), settings)) {
            case OFF -> Optional.empty();
            case BELL -> rings ? Optional.of(new Cues(bell)) : Optional.empty();
            case TONE ->
                Optional.of(new Cues(found(programs, Tones.PLAYERS, report)
                        .<stretch.cue.Instrument>map(
                                program -> new Tones(program, desk.caches(), programs::start, bell, report))
                        .orElse(bell)));
            case VOICE ->
                Optional.of(found(programs, Voice.SPEAKERS, report)
                        .<Outlet>map(program -> new Voice(program, programs::start, new Cues(bell), report))
                        .orElseGet(() -> new Cues(bell)));
        };
    }

    private static Optional<Path> found(Programs programs, List<String> names, Consumer<String> report) {
        var found = programs.first(names);
        if (found.isEmpty()) {
            report.accept("no sound: none of " + String.join(", ", names) + " is installed; the bell takes over");
        }
        return found;
    }

    /** Plain output holds no control bytes: its bells go where messages go, if that is a terminal. */
    private static void ring(Desk desk, Console console) {
        if (console instanceof FullScreen screen) {
            screen.ring();
        } else {
            desk.world().err().print('\007');
            desk.world().err().flush();
        }
    }
}
