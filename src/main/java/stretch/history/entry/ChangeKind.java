package stretch.history.entry;

import stretch.text.Named;

/** What kind of change is on record. */
public enum ChangeKind implements Named {
    /** A session was practised, or gone on with: it is taken back only when it is named. */
    PRACTICE,

    /** Somebody corrected the record, or said something. */
    CORRECTION,

    /** It came out of a file: taken back, it may come again. */
    IMPORT
}
