package stretch.screen;

import java.util.Locale;
import stretch.text.Words;

/** What the colours have to stand out from. */
public enum Theme {
    AUTO,
    DARK,
    LIGHT,
    /** The terminal's own two colours at their strongest, and nothing else. */
    CONTRAST;

    /** The word in files and options. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The theme of this word; fails with an IllegalArgumentException that says what would be right. */
    public static Theme parse(String word) {
        return Words.require(values(), Theme::id, word);
    }

    /**
     * The theme itself, or what fits the background.
     *
     * @param colours the variable COLORFGBG, by which some terminals tell: 7 and 15 are light backgrounds
     */
    public Theme on(String colours) {
        return this != AUTO ? this : colours.matches(".*;(7|15)") ? LIGHT : DARK;
    }
}
