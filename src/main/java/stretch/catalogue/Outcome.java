package stretch.catalogue;

import stretch.text.Named;

/** How a session ended. */
public enum Outcome implements Named {
    /** The end of the plan was reached with at least one step practised. */
    COMPLETED,
    /** The user quit, or skipped everything. */
    STOPPED,
    /** A signal, a hang-up or a crash ended it. */
    INTERRUPTED
}
