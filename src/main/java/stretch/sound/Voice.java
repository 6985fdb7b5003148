package stretch.sound;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import stretch.session.Effect;
import stretch.session.Effect.EffectHandler;
import stretch.session.Effect.SavedStep;
import stretch.text.TerminalSafe;

/** Says what to do, so that it can be followed with closed eyes; what is new cuts short what is old. */
public final class Voice implements EffectHandler {
    /** Programs that speak, in order of preference. */
    public static final List<String> SPEAKERS = List.of("spd-say", "espeak-ng", "say");

    /** The longest set-up takes well under a minute to read. */
    private static final long PATIENCE_MILLIS = 90_000;

    private final SpeechOutput speaker;
    private final CueSounds fallback;
    private final List<String> now = new ArrayList<>();
    private boolean muted;

    /** What gives the voice its sound. */
    interface SpeechOutput {
        /** Says this, and cuts short what it was saying. */
        void say(String text);

        default void stop() {}

        default void close() {}

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
    public Voice(Path program, ProcessStarter starter, CueSounds otherwise, Consumer<String> report) {
        this(new SpeechProgram(program, new Player(starter, PATIENCE_MILLIS, report)), otherwise);
    }

    Voice(SpeechOutput speaker, CueSounds otherwise) {
        this.speaker = speaker;
        this.fallback = otherwise;
    }

    /** Another program that speaks. */
    private record SpeechProgram(Path file, Player player) implements SpeechOutput {
        @Override
        public void say(String text) {
            player.stop();
            // Text is an argument of its own, and never taken for an option.
            var plain = TerminalSafe.line(text);
            var name = file.toString();
            player.play(file.endsWith("spd-say") ? List.of(name, "--wait", "--", plain) : List.of(name, "--", plain));
        }

        @Override
        public void stop() {
            player.stop();
        }

        @Override
        public void close() {
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
    public void cued(Effect.Cued effect) {
        say(effect.cue().text());
        or(() -> fallback.cued(effect));
    }

    @Override
    public void cutShort() {
        now.clear();
        speaker.stop();
        fallback.cutShort();
    }

    @Override
    public void stepFinished(SavedStep step) {
        if (!step.late()) {
            say(step.words());
        }
        or(() -> fallback.stepFinished(step));
    }

    @Override
    public void pause(Effect.Pause effect) {
        if (effect.on()) {
            say("Paused.");
        }
    }

    @Override
    public void mute(Effect.Mute effect) {
        muted = effect.on();
        now.clear();
        speaker.stop();
        fallback.mute(effect);
    }

    @Override
    public void sessionEnded(Effect.SessionEnded effect) {
        effect.words().forEach(this::say);
        or(() -> fallback.sessionEnded(effect));
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
    public void shutDown() {
        speaker.close();
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
        boolean rings = fallback.tick();
        return rings || speaker.isSpeaking();
    }
}
