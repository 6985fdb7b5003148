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

    /** What it is once the amount is corrected, decided as in a session: what hurt once stays that. */
    public StepOutcome corrected(int done, int planned) {
        if (this == HURT) {
            return HURT;
        }
        return done >= planned ? DONE : done > 0 ? SHORTENED : SKIPPED;
    }

    /** Whether the step counts as practised. */
    public boolean counts() {
        return this == DONE || this == SHORTENED;
    }
}
