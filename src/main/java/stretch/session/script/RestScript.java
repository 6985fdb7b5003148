package stretch.session.script;

import java.time.Duration;
import java.util.ArrayList;
import stretch.session.plan.Plan;

/** What happens between sets and rounds: what comes next, then nothing, and the last seconds counted. */
final class RestScript {
    /** Between two sentences. Our choice. */
    private static final Duration BREATH = Duration.ofMillis(700);

    private RestScript() {}

    /** The rest before a step, of this length. */
    static StageScript of(Plan plan, int index, Duration length) {
        if (index == 0 || length.isZero()) {
            return StageScript.NONE;
        }
        var timing = plan.options().timing();
        int seconds = (int) length.toSeconds();
        var countdown = StageWriter.countdown(length, seconds, timing);
        // Room for what ends the step before, which is said once that is saved.
        var from = timing.of(ScriptText.finished(plan.steps().get(index - 1))).plus(BREATH);
        var until = length.minusSeconds(countdown.size()).minus(BREATH);
        var words = ScriptText.rests(plan.steps().get(index), seconds).stream()
                .filter(text -> from.plus(timing.of(text)).compareTo(until) <= 0)
                .findFirst();
        var cues = new ArrayList<Cue>();
        cues.add(
                words.isPresent()
                        ? new Cue(Cue.CueKind.REST, from, words.get(), timing.of(words.get()), seconds, "")
                        : new Cue(Cue.CueKind.REST, Duration.ZERO, "", Duration.ZERO, seconds, ""));
        cues.addAll(countdown);
        return new StageScript(Duration.ZERO, length, cues);
    }
}
