package stretch.catalogue;

import java.util.Locale;
import stretch.text.Words;

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

    /** The sound of this word; fails with an IllegalArgumentException that says what would be right. */
    public static Sound parse(String word) {
        return Words.require(values(), Sound::id, word);
    }
}
