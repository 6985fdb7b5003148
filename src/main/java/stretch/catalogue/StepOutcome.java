package stretch.catalogue;

import java.util.Locale;

/** How a step ended. */
public enum StepOutcome {
    /** At least the planned amount. */
    DONE,
    /** Begun in earnest and ended early. */
    SHORTENED,
    /** Left out, or left on purpose while it ran. */
    SKIPPED,
    /** Ended because it hurt. */
    HURT;

    /** The word used in the record and in exports. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the step counts as practised. */
    public boolean counts() {
        return this == DONE || this == SHORTENED;
    }
}
