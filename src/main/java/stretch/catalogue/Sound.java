package stretch.catalogue;

import stretch.text.Named;

/** What is heard during a session. */
public enum Sound implements Named {
    BELL,
    TONE,
    VOICE,
    OFF
}
