package stretch.catalogue;

import java.util.Locale;

/** What is heard during a session. */
public enum Sound {
    BELL,
    TONE,
    VOICE,
    OFF;

    /** The word in files and options. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
