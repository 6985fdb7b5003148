package stretch.session.script;

import java.util.List;
import stretch.session.plan.SpeechTiming;
import stretch.session.plan.Step;

/**
 * What is said while the clock runs.
 *
 * @param cues of the work, in the order of time
 * @param overflow what to mind that finds no room here, and is said before the clock starts instead
 * @param announced whether side and dose have to be said before the clock starts
 * @param leftOut what is not said at all, and why
 */
record WorkScript(List<Cue> cues, List<String> overflow, boolean announced, List<String> leftOut) {
    WorkScript {
        cues = List.copyOf(cues);
        overflow = List.copyOf(overflow);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * The work of a step as far as {@code target}.
     *
     * @param first the second or repetition with which the clock starts, from 1; 2 where a repetition was led before
     */
    static WorkScript of(Step step, int first, int target, SpeechTiming timing) {
        return switch (step.kind()) {
            case HOLD -> new HoldWriter(step, target, timing).write();
            case REPS, BREATHS -> new RepetitionsWriter(step, first, target, timing).write();
        };
    }
}
