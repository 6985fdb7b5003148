package stretch.terminal;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import stretch.catalogue.StepOutcome;
import stretch.catalogue.exercise.DoseKind;
import stretch.os.Environment.StandardStreams;
import stretch.os.OutputLost;
import stretch.session.Effect;
import stretch.session.Effect.SavedStep;
import stretch.session.Event;
import stretch.session.Key;
import stretch.session.Session;
import stretch.session.Session.Overlay;
import stretch.session.StepCount;
import stretch.session.loop.Console;
import stretch.session.plan.Plan;
import stretch.session.plan.Step;
import stretch.session.script.Script;
import stretch.session.script.Stage;
import stretch.text.Durations;
import stretch.text.Numbers;
import stretch.text.TerminalSafe;

/** Shows a session as lines of plain text: what happens goes to {@code out}, what to do now to {@code prompts}. */
public final class PlainConsole implements Console {
    private final PrintStream out;
    private final PrintStream prompts;
    private final PrintStream err;
    private final Queue<Event> inbox;
    private final @Nullable Keyboard keyboard;
    private final Runnable stop;
    private final StandardStreams streams;
    private Overlay overlay = Overlay.NONE;

    /** Whether a moment of the script was told since the session was last shown. */
    private boolean told;

    /** The step that was last shown, and where its work or its rest was to end. */
    private int step = -1;

    private int target;

    /** The key that was pressed last, until something is said. */
    private @Nullable Key unanswered;

    /**
     * Makes a console.
     *
     * @param prompts set-up and form cues; a stream that drops them keeps quiet
     * @param err where trouble is told
     * @param inbox signals that arrive while the session runs
     * @param keyboard the keys, if there is somebody to press them
     * @param stop stops this process until its user has it go on
     * @param streams which of them are terminals, whose lines are broken between words
     */
    public PlainConsole(
            Plan plan,
            PrintStream out,
            PrintStream prompts,
            PrintStream err,
            Queue<Event> inbox,
            @Nullable Keyboard keyboard,
            Runnable stop,
            StandardStreams streams) {
        this.out = out;
        this.prompts = prompts;
        this.err = err;
        this.inbox = inbox;
        this.keyboard = keyboard;
        this.stop = stop;
        this.streams = streams;
        line(summary(plan, Script.of(plan)));
        plan.notes().forEach(this::prompt);
        if (keyboard != null) {
            prompt(Arrays.stream(Key.values())
                    .map(key -> key.shown() + " " + key.word())
                    .collect(Collectors.joining(", ", "Keys: ", "")));
            // Whoever had the terminal meanwhile left it in another mode.
            Signals.whenContinued(keyboard::enterRawMode);
        }
    }

    /** The plan in one line: {@code daily: 2 exercises, 3 steps, about 3 min}. */
    public static String summary(Plan plan, Script script) {
        return plan.routine().id() + ": " + Numbers.count(plan.exercises(), "exercise") + ", "
                + Numbers.count(plan.steps().size(), "step") + ", "
                + Durations.about(script.length());
    }

    @Override
    public void cued(Effect.Cued effect) {
        told = true;
        var step = effect.step();
        var cue = effect.cue();
        switch (cue.kind()) {
            case REST -> tell(effect, "rest, " + Durations.words(Duration.ofSeconds(cue.number())));
            case NAME, CHANGE_SIDES -> {
                tell(effect, "get ready, " + Durations.words(Duration.ofSeconds(cue.number())));
                prompt(cue.text());
            }
            case START -> {
                if (cue.at().isZero()) {
                    started(effect);
                }
            }
            case PHASE -> {
                boolean led = effect.stage() == Stage.ENTER;
                if (led && cue.phase().equals(step.pace().phases().get(0).name())) {
                    started(effect); // The first one is led, and counts.
                }
                tell(effect, cue.number() + " of " + effect.target() + ", " + cue.phase());
                prompt(led ? cue.text() : "");
            }
            case HALF_WAY -> tell(effect, "half way");
            case OPENING, SET_UP, ENTER, FORM, ENOUGH, STOP -> prompt(cue.text());
            case COUNT_IN, WARNING, COUNTDOWN, MORE, FINISHED -> {} // MORE is told at once, by its key.
        }
    }

    /** The first words of the alternative may come a moment later. */
    @Override
    public void replanned(Effect.Replanned effect) {
        unanswered = null;
    }

    @Override
    public void stepFinished(SavedStep saved) {
        var result = saved.save().result();
        var step = result.step();
        var done = step.kind() == DoseKind.HOLD ? seconds(result.held()) : step.amount(result.done());
        line(result.outcome().id() + " " + saved.save().progress() + " " + step.label()
                + (result.outcome() == StepOutcome.SKIPPED ? "" : ": " + done));
    }

    @Override
    public void pause(Effect.Pause effect) {
        line(effect.on() ? "paused" : "going on");
    }

    @Override
    public void mute(Effect.Mute effect) {
        line(effect.on() ? "sound off" : "sound on");
    }

    /** Held time to the tenth of a second, as {@code 60 s} or {@code 12.4 s}. */
    private static String seconds(Duration held) {
        long tenths = held.toMillis() / 100;
        return tenths / 10 + (tenths % 10 == 0 ? "" : "." + tenths % 10) + " s";
    }

    private void started(Effect.Cued effect) {
        var amount = effect.step().amount(effect.target());
        tell(effect, effect.step().kind() == DoseKind.HOLD ? "hold, " + amount : amount);
    }

    private void tell(Effect.Cued effect, String what) {
        tell(effect.progress(), effect.step(), what);
    }

    private void tell(StepCount progress, Step step, String what) {
        line(progress + " " + step.label() + ": " + what);
    }

    private void line(String text) {
        unanswered = null;
        streams().broken(TerminalSafe.line(text)).forEach(out::println);
        if (out.checkError()) {
            throw OutputLost.lost();
        }
    }

    private void prompt(String text) {
        unanswered = null;
        if (!text.isBlank()) {
            tell(prompts, "  " + text);
        }
    }

    @Override
    public Optional<Event> poll() {
        var signal = Optional.ofNullable(inbox.poll());
        var event = keyboard == null ? signal : signal.or(keyboard::event);
        event.ifPresent(it -> unanswered = it instanceof Event.KeyPressed press ? press.key() : null);
        return event;
    }

    @Override
    public void notice(String text) {
        if (!text.isEmpty()) {
            tell(err, "stretch: " + text);
        }
    }

    private void tell(PrintStream people, String text) {
        streams().ofErrors().broken(TerminalSafe.line(text)).forEach(people::println);
        people.flush();
    }

    /** As wide as the terminal is by now. */
    private StandardStreams streams() {
        return keyboard == null ? streams : streams.withColumns(keyboard.columns(streams.columns()));
    }

    @Override
    public void show(Session session) {
        if (session.overlay() != overlay) {
            overlay = session.overlay();
            switch (overlay) {
                case NONE -> {}
                case KEYS -> session.keys().forEach(key -> prompt(key.shown() + ": " + key.explained()));
                case QUIT -> prompt("Quit? q again to quit, any other key to continue");
            }
        }
        if (told && session.paused()) {
            // A key led elsewhere, where the clock stands as well.
            line("still paused");
        }
        boolean rests = session.stage() == Stage.REST;
        int aim = rests
                ? (int) session.stageScript().end().toSeconds()
                : session.attempt().target();
        if (!told && step == session.stepIndex() && aim > target) {
            tell(
                    session.progress(),
                    session.step(),
                    rests
                            ? "rest, now " + Durations.words(Duration.ofSeconds(aim))
                            : "now " + session.step().amount(aim));
        }
        if (unanswered == Key.SWAP) {
            tell(session.progress(), session.step(), "no alternative");
        } else if (unanswered != null
                && session.stage() == Stage.STOP
                && session.ending().isEmpty()) {
            line("still stopped");
        }
        unanswered = null;
        told = false;
        step = session.stepIndex();
        target = aim;
        if (keyboard != null && keyboard.isSuspending()) {
            keyboard.restore();
            stop.run();
            keyboard.enterRawMode();
        }
    }

    @Override
    public boolean hasKeys() {
        return keyboard != null;
    }

    @Override
    public void close() {
        // The streams belong to whoever handed them in.
    }
}
