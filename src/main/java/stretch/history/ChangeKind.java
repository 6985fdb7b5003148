package stretch.history;

import java.util.Locale;

/** What kind of change is on record. */
public enum ChangeKind {
    /** A session was practised, or gone on with: it is taken back only when it is named. */
    PRACTICE,

    /** Somebody corrected the record, or said something. */
    CORRECTION,

    /** It came out of a file: taken back, it may come again. */
    IMPORT;

    /** Its name in the database and in JSON. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
