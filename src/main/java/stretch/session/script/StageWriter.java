package stretch.session.script;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import stretch.session.plan.SpeechTiming;

/** Writes a stage, one cue after the other. */
final class StageWriter {
    /** Between a count and the next one. */
    private static final Duration COUNT = Duration.ofMillis(1100);

    /** So many seconds are counted before an end. */
    private static final int COUNTED = 3;

    private final SpeechTiming timing;
    private final List<Cue> cues = new ArrayList<>();
    private Duration now = Duration.ZERO;

    StageWriter(SpeechTiming timing) {
        this.timing = timing;
    }

    /** The last seconds before an end, of the {@code seconds} that there are: counted where the word fits. */
    static List<Cue> countdown(Duration end, int seconds, SpeechTiming timing) {
        var cues = new ArrayList<Cue>();
        for (int left = Math.min(COUNTED, seconds); left > 0; left--) {
            var word = ScriptText.count(left);
            var said = timing.of(word).compareTo(Duration.ofSeconds(1)) <= 0 ? word : "";
            cues.add(new Cue(Cue.CueKind.COUNTDOWN, end.minusSeconds(left), said, timing.of(said), left, ""));
        }
        return cues;
    }

    void wait(Duration length) {
        now = now.plus(length);
    }

    void say(Cue.CueKind kind, String text) {
        say(kind, text, 0, "");
    }

    void say(Cue.CueKind kind, String text, int number, String phase) {
        var cue = new Cue(kind, now, text, timing.of(text), number, phase);
        cues.add(cue);
        now = cue.end();
    }

    /** "Three, two, one." */
    void countIn() {
        for (int number = 3; number > 0; number--) {
            var next = now.plus(COUNT);
            say(Cue.CueKind.COUNT_IN, ScriptText.count(number), number, "");
            now = next.compareTo(now) > 0 ? next : now;
        }
    }

    Duration now() {
        return now;
    }

    StageScript written() {
        return new StageScript(Duration.ZERO, now, cues);
    }
}
