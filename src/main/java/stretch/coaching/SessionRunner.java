package stretch.coaching;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import stretch.catalogue.Outcome;
import stretch.catalogue.Routine;
import stretch.catalogue.Sound;
import stretch.config.Settings;
import stretch.config.VoiceChoice;
import stretch.history.History;
import stretch.history.SessionWriter;
import stretch.history.db.UuidV7;
import stretch.os.Environment;
import stretch.os.process.ChildProcess;
import stretch.os.process.ProcessRunner;
import stretch.output.Printer;
import stretch.screen.Farewell;
import stretch.session.Effect.EffectHandler;
import stretch.session.Event;
import stretch.session.Session;
import stretch.session.Transition;
import stretch.session.UnrecordedSteps;
import stretch.session.loop.Console;
import stretch.session.loop.SessionLoop;
import stretch.session.loop.StepRecorder;
import stretch.session.plan.Plan;
import stretch.sound.Bell;
import stretch.sound.CueSounds;
import stretch.sound.Instrument;
import stretch.sound.Tones;
import stretch.sound.Voice;
import stretch.sound.speech.Speaker;
import stretch.sound.speech.SpeechLengths;
import stretch.terminal.FullScreen;
import stretch.terminal.Keyboard;
import stretch.terminal.ParentWatch;
import stretch.terminal.PlainConsole;
import stretch.terminal.Signals;
import stretch.text.Durations;

/** How a session is shown and heard: the same for one that begins and one that is resumed. */
public final class SessionRunner {
    private final Environment environment;
    private final Path cacheFolder;
    private final Settings settings;
    private final SessionWishes wishes;
    private final ProcessRunner processes;
    private final ScreenChoice choice;

    /** Asked for by the timing of the words, by what is read out, and by the voice. */
    private final Supplier<Optional<Speaker>> speaker = once(this::findSpeaker);

    /** Where messages for people go. */
    private final PrintStream notices;

    public SessionRunner(Environment environment, Path cacheFolder, Settings settings, SessionWishes wishes) {
        this.environment = environment;
        this.cacheFolder = cacheFolder;
        this.settings = settings;
        this.wishes = wishes;
        this.processes = new ProcessRunner(environment);
        this.choice = new ScreenChoice(environment, cacheFolder, settings, wishes);
        this.notices = wishes.quiet()
                ? new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)
                : environment.err();
    }

    /**
     * An open session of the record.
     *
     * @param hooks the folder of the user's programs that hear of it, if there is one
     * @param history the record that it is in, asked when it has ended
     */
    public record OpenSession(String id, SessionWriter writer, Optional<Path> hooks, History history) {}

    /**
     * Leads a session to its end.
     *
     * @param keyboard the keys; without them there is no full screen
     * @param log where it is recorded, if it is
     * @param speed how many times faster than real time
     * @return the exit code
     */
    public int run(@Nullable Keyboard keyboard, Plan plan, Transition beginning, Optional<OpenSession> log, int speed) {
        // The screen and the voice both want it, and it reads the whole record.
        var message = once(() -> log.map(open -> message(open.history(), plan)).orElse(CompletionMessage.NONE));
        Queue<Event> inbox = new ConcurrentLinkedQueue<>();
        var reports = new ArrayList<String>();
        Session ended;
        var signals = Signals.into(
                inbox, exitCode -> Environment.endAtOnce(keyboard == null ? exitCode.code() : Signals.KILLED));
        // Without a terminal a session may outlive the shell that it was started from.
        var watch = environment.streams().output() ? new ParentWatch(signals) : null;
        try (signals;
                watch;
                var console = console(keyboard, plan, inbox, () -> message.get().shown())) {
            Consumer<String> report = console instanceof FullScreen ? reports::add : this::notice;
            var recorder = log.<StepRecorder>map(
                            open -> new RecordingListener(open.writer(), environment.clock(), console))
                    .orElseGet(UnrecordedSteps::new);
            var outlets = new ArrayList<EffectHandler>(List.of(console));
            sounds(plan, console, message, speed, report).ifPresent(outlets::add);
            if (speed > 1) {
                Consumer<String> show = console instanceof FullScreen ? console::notice : this::notice;
                show.accept("Rehearsal, not recorded, " + speed + " times as fast.");
            } else if (settings.awake()) {
                outlets.add(new KeepAwake(processes));
            }
            log.ifPresent(open -> open.hooks()
                    .ifPresent(folder ->
                            outlets.add(new Hooks(processes, folder, environment.clock(), plan, open.id(), report))));
            ended = new SessionLoop(environment.loopClock(), console, recorder, outlets, speed).run(beginning);
        } catch (RuntimeException | Error e) {
            log.ifPresent(open -> open.writer().abandon());
            throw e;
        }
        reports.forEach(this::notice);
        var ending = ended.ending().orElseThrow();
        new Printer(environment.out(), wishes.colour(), environment.streams())
                .line(ending.outcome().id() + " " + plan.routine().id() + ": " + ended.stepsDone() + " of "
                        + ended.plan().stepCount() + " steps, "
                        + Durations.words(ended.active())
                        + log.map(open -> ", session " + UuidV7.shown(open.id()))
                                .orElse(speed > 1 ? ", not recorded (rehearsal)" : ", not recorded"));
        log.filter(open -> ending.outcome() == Outcome.STOPPED)
                .flatMap(open -> open.history().unfinished())
                .ifPresent(rest -> notice("'stretch resume' continues it"));
        return signals.came().orElse(ending.exitCode()).code();
    }

    private CompletionMessage message(History history, Plan plan) {
        return CompletionMessage.of(
                ZonedDateTime.now(environment.clock()), settings, history, plan.catalogue(), plan.routine());
    }

    /** What is to be heard: as asked for, else as the routine has it, else as the settings have it. */
    public Sound sound(Routine routine) {
        return wishes.sound().or(routine::sound).or(settings::sound).orElse(Sound.BELL);
    }

    /**
     * The plan with the time that its words take: to be said, if a voice leads, else to be read.
     *
     * @throws stretch.os.UserError if the speaker has no such voice
     */
    public Plan timed(Plan plan) {
        var sound = sound(plan.routine());
        if (sound != Sound.VOICE) {
            if (wishes.voice().isPresent() && !wishes.quiet()) {
                environment.message("--voice changes nothing: the sound is " + sound.id() + "; add --sound voice");
            }
            return plan;
        }
        return speaker.get()
                .map(found -> new SpeechLengths(found, processes, cacheFolder).timed(plan, SpeechLengths.PATIENCE))
                .orElseGet(() -> plan.withTiming(Speaker.USUAL_TIMING));
    }

    /** Says a text where a voice leads, until what is returned is closed; nothing where that cannot be. */
    public Optional<ChildProcess> aloud(Routine routine, String text) {
        if (sound(routine) != Sound.VOICE) {
            return Optional.empty();
        }
        return speaker.get().flatMap(found -> found.start(processes, text));
    }

    private Optional<Speaker> findSpeaker() {
        return Speaker.find(processes, wishes.voice().or(settings::voice).orElse(VoiceChoice.DEFAULT))
                .map(found -> found.checked(processes));
    }

    /** The keys, if there is a terminal to press them on and another or the same to read from. */
    public Optional<Keyboard> keyboard() {
        return choice.keyboard();
    }

    private Console console(@Nullable Keyboard keyboard, Plan plan, Queue<Event> inbox, Supplier<Farewell> farewell) {
        Runnable stop = processes::stopOurGroup;
        if (keyboard == null || !choice.isFullScreen()) {
            return new PlainConsole(
                    plan, environment.out(), notices, environment.err(), inbox, keyboard, stop, environment.streams());
        }
        return new FullScreen(
                keyboard, inbox, choice.palette(keyboard), environment.streams().unicode(), farewell, stop);
    }

    /** What is heard; bells that nobody hears would only hold up the end, which waits for the last of them. */
    private Optional<EffectHandler> sounds(
            Plan plan, Console console, Supplier<CompletionMessage> farewell, int speed, Consumer<String> report) {
        boolean rings = console instanceof FullScreen || environment.streams().errors();
        var bell = new Bell(rings ? () -> ring(console) : () -> {});
        return switch (sound(plan.routine())) {
            case OFF -> Optional.empty();
            case BELL -> rings ? Optional.of(new CueSounds(bell)) : Optional.empty();
            case TONE ->
                Optional.of(new CueSounds(found(processes.first(Tones.PLAYERS), Tones.PLAYERS, report)
                        .<Instrument>map(program -> new Tones(program, cacheFolder, processes::start, bell, report))
                        .orElse(bell)));
            case VOICE -> {
                if (speed > 1) {
                    report.accept("no voice: a rehearsal is too fast for speech");
                    yield Optional.empty();
                }
                yield Optional.of(found(speaker.get(), Speaker.NAMES, report)
                        .<EffectHandler>map(found -> Voice.of(
                                found,
                                processes,
                                plan.options().timing(),
                                environment.loopClock(),
                                new CueSounds(bell),
                                () -> farewell.get().spoken(),
                                report))
                        .orElseGet(() -> new CueSounds(bell)));
            }
        };
    }

    private void notice(String message) {
        if (!wishes.quiet()) {
            environment.message(message);
        }
    }

    /** What this gives, asked when it is first wanted and never again. */
    private static <T> Supplier<T> once(Supplier<T> asked) {
        var known = new ArrayList<T>();
        return () -> {
            if (known.isEmpty()) {
                known.add(asked.get());
            }
            return known.get(0);
        };
    }

    private static <T> Optional<T> found(Optional<T> program, List<String> names, Consumer<String> report) {
        if (program.isEmpty()) {
            report.accept("no sound: none of " + String.join(", ", names) + " is installed; using the bell instead");
        }
        return program;
    }

    /** Plain output holds no control bytes: its bells go where messages go, if that is a terminal. */
    private void ring(Console console) {
        if (console instanceof FullScreen screen) {
            screen.ring();
        } else {
            environment.err().print('\007');
            environment.err().flush();
        }
    }
}
