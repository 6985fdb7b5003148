package stretch.session.script;

import java.util.List;

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
}
