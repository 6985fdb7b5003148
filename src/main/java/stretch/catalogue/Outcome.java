package stretch.catalogue;

import java.util.Locale;

/** How a session ended. */
public enum Outcome {
    /** The end of the plan was reached with at least one step practised. */
    COMPLETED,
    /** The user quit, or skipped everything. */
    STOPPED,
    /** A signal, a hang-up or a crash ended it. */
    INTERRUPTED;

    /** The word used in the record and in exports. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
