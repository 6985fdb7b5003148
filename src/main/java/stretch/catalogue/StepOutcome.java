package stretch.catalogue;

import stretch.text.Named;

/** How a step ended. */
public enum StepOutcome implements Named {
    /** At least the planned amount. */
    DONE,
    /** Begun in earnest and ended early. */
    SHORTENED,
    /** Left out, or left on purpose while it ran. */
    SKIPPED,
    /** Ended because it hurt. */
    HURT;

    /** Whether the step counts as practised. */
    public boolean counts() {
        return this == DONE || this == SHORTENED;
    }
}
