package stretch.sound;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import stretch.os.LoopClock;
import stretch.session.Effect;
import stretch.session.Effect.SavedStep;
import stretch.session.Session;
import stretch.session.SessionRules;
import stretch.session.UnrecordedSteps;
import stretch.session.loop.Console;
import stretch.session.loop.SessionLoop;
import stretch.session.plan.Plan;
import stretch.sound.speech.RenderedSpeech;
import stretch.sound.speech.WavFile;

/** Leads a session in no time, from one moment of its script to the next, and notes what is heard at each of them. */
public final class SessionSounds implements Console, LoopClock, Instrument {
    /** Between two sentences that belong to the same moment. */
    private static final long PAUSE = WavFile.RATE * 4L / 10;

    /** Lengths are known to the millisecond, and moments to the sample. */
    private static final long ROUNDED = WavFile.RATE / 100;

    /** Alone, tones are what is listened for; under a voice they must not drown it. */
    private static final double ALONE = 0.5;

    private static final double UNDER_VOICE = 0.15;

    private final Optional<RenderedSpeech> voice;
    private final List<SoundTrack.Clip> clips = new ArrayList<>();
    private long now;
    private long spokenUntil;

    private SessionSounds(Optional<RenderedSpeech> voice) {
        this.voice = voice;
    }

    /** What is heard of a plan; without a voice there are tones alone. */
    public static SoundTrack track(Plan plan, Optional<RenderedSpeech> voice) {
        var sounds = new SessionSounds(voice);
        new SessionLoop(sounds, sounds, new UnrecordedSteps(), List.of(sounds, new CueSounds(sounds)), 1)
                .run(SessionRules.begin(plan));
        return SoundTrack.of(sounds.clips, Duration.ofNanos(sounds.now));
    }

    @Override
    public void cued(Effect.Cued effect) {
        say(effect.cue().text());
    }

    @Override
    public void stepFinished(SavedStep step) {
        say(step.save().words());
    }

    @Override
    public void sessionEnded(Effect.SessionEnded effect) {
        effect.words().forEach(this::say);
    }

    private void say(String text) {
        if (text.isBlank() || voice.isEmpty()) {
            return;
        }
        var speech = voice.get();
        var said = speech.of(text);
        long at = SoundTrack.samples(Duration.ofNanos(now));
        long late = spokenUntil - at;
        long start = late <= 0 ? at : late <= ROUNDED ? spokenUntil : spokenUntil + PAUSE;
        clips.add(new SoundTrack.Clip(start, said.length(), text, () -> speech.samples(said)));
        spokenUntil = start + said.length();
    }

    @Override
    public void play(BellPattern cue) {
        var tones = cue.tones(voice.isPresent() ? UNDER_VOICE : ALONE);
        clips.add(new SoundTrack.Clip(SoundTrack.samples(Duration.ofNanos(now)), tones.length, "", () -> tones));
    }

    @Override
    public void show(Session session) {}

    @Override
    public void await(long deadline) {
        now = deadline;
    }

    @Override
    public long nanos() {
        return now;
    }

    @Override
    public long wallMillis() {
        return now / 1_000_000;
    }

    @Override
    public boolean tick() {
        return false;
    }

    @Override
    public void close() {}
}
