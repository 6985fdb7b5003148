package stretch.catalogue;

import stretch.text.Named;
import stretch.text.Words;

/** What is heard during a session. */
public enum Sound implements Named {
    BELL,
    TONE,
    VOICE,
    OFF;

    /** The sound of this word; fails with an IllegalArgumentException that says what would be right. */
    public static Sound parse(String word) {
        return Words.require(values(), Sound::id, word);
    }
}
