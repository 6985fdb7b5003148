package stretch.cue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import stretch.catalogue.Kind;
import stretch.catalogue.Outcome;
import stretch.catalogue.Side;
import stretch.catalogue.StepOutcome;
import stretch.session.Effect;
import stretch.session.Outlet;
import stretch.session.Step;
import stretch.text.Visible;

/** Says what to do, so that it can be followed with closed eyes; what is new cuts short what is old. */
public final class Voice implements Outlet {
    /** Programs that speak, in order of preference. */
    public static final List<String> SPEAKERS = List.of("spd-say", "espeak-ng", "say");

    /** The last seconds of a hold, which are counted aloud. */
    private static final int COUNTED = 5;

    /** A form cue every so many seconds of a hold, as on the screen. */
    private static final int CUE_SECONDS = 10;

    /** The longest set-up takes well under a minute to read. */
    private static final long PATIENCE_MILLIS = 90_000;

    private final Speaker speaker;
    private final Cues otherwise;
    private final List<String> now = new ArrayList<>();
    private boolean muted;

    /** What gives the voice its sound. */
    interface Speaker {
        /** Says this, and cuts short what it was saying. */
        void say(String text);

        default void hush() {}

        default void leave() {}

        default boolean isSpeaking() {
            return false;
        }

        default boolean failed() {
            return false;
        }
    }

    /**
     * Makes a voice.
     *
     * @param program where one of {@link #SPEAKERS} was found
     * @param otherwise what takes over if it cannot speak
     * @param report told once if it cannot
     */
    public Voice(Path program, Starter starter, Cues otherwise, Consumer<String> report) {
        this(new Program(program, new Player(starter, PATIENCE_MILLIS, report)), otherwise);
    }

    Voice(Speaker speaker, Cues otherwise) {
        this.speaker = speaker;
        this.otherwise = otherwise;
    }

    /** Another program that speaks. */
    private record Program(Path file, Player player) implements Speaker {
        @Override
        public void say(String text) {
            player.hush();
            // Text is an argument of its own, and never taken for an option.
            var plain = Visible.line(text);
            var name = file.toString();
            player.play(file.endsWith("spd-say") ? List.of(name, "--wait", "--", plain) : List.of(name, "--", plain));
        }

        @Override
        public void hush() {
            player.hush();
        }

        @Override
        public void leave() {
            player.close();
        }

        @Override
        public boolean isSpeaking() {
            return player.isPlaying();
        }

        @Override
        public boolean failed() {
            return player.failed();
        }
    }

    @Override
    public void ready(Effect.Ready effect) {
        var step = effect.step();
        var exercise = step.exercise();
        if (step.changesSide()) {
            say("Change sides.");
        } else {
            say("Get ready. " + exercise.name() + ".");
        }
        if (step.side() != Side.BOTH) {
            say(capital(step.side().id()) + " side.");
        }
        say(exercise.sidePrompts().getOrDefault(step.side(), ""));
        if (!step.changesSide()) {
            exercise.setup().forEach(this::say);
        }
        or(() -> otherwise.ready(effect));
    }

    @Override
    public void start(Effect.Start effect) {
        var step = effect.step();
        say(step.kind() == Kind.HOLD ? "Hold, for " + step.target() + " seconds." : "Start. " + spoken(step) + ".");
        cue(step, 0);
        or(() -> otherwise.start(effect));
    }

    private static String spoken(Step step) {
        int target = step.target();
        var unit = step.kind() == Kind.REPS ? "repetition" : "breath";
        return target + " " + unit + (target == 1 ? "" : "s");
    }

    @Override
    public void beat(Effect.Beat effect) {
        boolean first = effect.phase().equals(effect.step().pace().phases().get(0));
        // The start is being said: the first word of the first repetition would cut it short.
        if (effect.count() > 1 || !first) {
            say(
                    first
                            ? effect.count() + ". " + effect.phase().name()
                            : effect.phase().name());
        }
        or(() -> otherwise.beat(effect));
    }

    @Override
    public void halfWay(Effect.HalfWay effect) {
        say("Half way.");
        or(() -> otherwise.halfWay(effect));
    }

    @Override
    public void count(Effect.Count effect) {
        if (effect.left() <= COUNTED) {
            say(Integer.toString(effect.left()));
        } else if (effect.held() % CUE_SECONDS == 0) {
            cue(effect.step(), effect.held() / CUE_SECONDS);
        }
    }

    private void cue(Step step, int turn) {
        var cues = step.cues();
        if (!cues.isEmpty()) {
            say(cues.get(turn % cues.size()));
        }
    }

    @Override
    public void enough(Effect.Enough effect) {
        say("Enough, or go on to " + effect.target() + ".");
    }

    @Override
    public void over(Effect.Over effect) {
        var outcome = effect.result().outcome();
        if (outcome != StepOutcome.HURT) {
            say(outcome == StepOutcome.SKIPPED ? "Skipped." : "Done.");
        }
        or(() -> otherwise.over(effect));
    }

    @Override
    public void hurt(Effect.Hurt effect) {
        say("Stop. Ease out of it slowly.");
        effect.gentler().ifPresent(other -> say("Instead, there is: " + other.name() + "."));
        say("See a professional if the pain is severe, does not ease, or shoots down the leg.");
    }

    @Override
    public void pause(Effect.Pause effect) {
        say(effect.on() ? "Paused." : "Going on.");
    }

    @Override
    public void mute(Effect.Mute effect) {
        muted = effect.on();
        now.clear();
        speaker.hush();
        otherwise.mute(effect);
    }

    @Override
    public void end(Effect.End effect) {
        if (effect.outcome() == Outcome.COMPLETED) {
            say("The routine is done. " + effect.stepsDone() + (effect.stepsDone() == 1 ? " step." : " steps."));
        } else {
            now.clear();
            speaker.hush();
        }
        or(() -> otherwise.end(effect));
    }

    private void say(String text) {
        if (!text.isBlank()) {
            now.add(text);
        }
    }

    private void or(Runnable other) {
        if (speaker.failed()) {
            other.run();
        }
    }

    @Override
    public void leave() {
        speaker.leave();
    }

    /** What belongs to one moment is said in one go. */
    @Override
    public boolean tick() {
        if (!now.isEmpty()) {
            var text = String.join(" ", now);
            now.clear();
            if (!muted) {
                speaker.say(text);
            }
        }
        boolean rings = otherwise.tick();
        return rings || speaker.isSpeaking();
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
