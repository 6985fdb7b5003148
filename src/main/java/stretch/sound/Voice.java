package stretch.sound;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import stretch.catalogue.Outcome;
import stretch.os.LoopClock;
import stretch.os.process.ProcessRunner;
import stretch.session.Effect;
import stretch.session.Effect.EffectHandler;
import stretch.session.Effect.SavedStep;
import stretch.session.plan.SpeechTiming;
import stretch.sound.speech.SoundOutput;
import stretch.sound.speech.Speaker;
import stretch.sound.speech.SpeechPipe;

/** Says what to do, so that it can be followed with closed eyes. Nothing but a key cuts it short. */
public final class Voice implements EffectHandler {
    /** The longest set-up takes well under a minute to read. */
    private static final long PATIENCE_MILLIS = 90_000;

    private final SoundOutput speaker;
    private final CueSounds fallback;
    private final Supplier<String> farewell;
    private final List<String> now = new ArrayList<>();
    private boolean muted;

    /**
     * Makes a voice.
     *
     * @param timing how long the words take
     * @param otherwise what takes over if it cannot speak
     * @param farewell what is said after the end of a completed session, asked when it is
     * @param report told once if it cannot speak
     */
    public static Voice of(
            Speaker speaker,
            ProcessRunner processes,
            SpeechTiming timing,
            LoopClock clock,
            CueSounds otherwise,
            Supplier<String> farewell,
            Consumer<String> report) {
        if (speaker.isEspeak()) {
            return new Voice(new SpeechPipe(speaker, processes::startFed, timing, clock, report), otherwise, farewell);
        }
        var player = new Player(processes::start, speaker::say, PATIENCE_MILLIS, report);
        player.play(speaker.saySilence());
        return new Voice(player, otherwise, farewell);
    }

    Voice(SoundOutput speaker, CueSounds otherwise, Supplier<String> farewell) {
        this.speaker = speaker;
        this.fallback = otherwise;
        this.farewell = farewell;
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
            say(step.save().words());
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
        if (effect.outcome() == Outcome.COMPLETED) {
            say(farewell.get());
        }
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
                speaker.play(text);
            }
        }
        boolean rings = fallback.tick();
        return rings || speaker.isPlaying();
    }
}
