package stretch.session;

import java.util.Arrays;
import java.util.Optional;

/** What a key asks for while a session runs. */
public enum Key {
    PAUSE(" ", "space", "pause", "pause, and continue"),
    SKIP("s", "s", "skip", "skip this step"),
    BACK("b", "b", "back", "previous step"),
    RESTART("r", "r", "restart", "restart this step"),
    MORE("+=", "+", "more", "10 s more, or one more rep"),
    ENOUGH("e", "e", "enough", "end this step now, and count it"),
    SWAP("w", "w", "swap", "do the alternative instead"),
    HURT("h", "h", "hurts", "this hurts: stop, and choose something gentler"),
    MUTE("m", "m", "mute", "sound off and on"),
    HELP("?", "?", "help", "these keys"),
    QUIT("q", "q", "quit", "quit; q again to confirm");

    private final String typed;
    private final String shown;
    private final String word;
    private final String explained;

    Key(String typed, String shown, String word, String explained) {
        this.typed = typed;
        this.shown = shown;
        this.word = word;
        this.explained = explained;
    }

    /** How the screen names the key. */
    public String shown() {
        return shown;
    }

    /** What it does, in a word. */
    public String word() {
        return word;
    }

    /** What it does, in a few. */
    public String explained() {
        return explained;
    }

    public static Optional<Key> of(int character) {
        return Arrays.stream(values())
                .filter(key -> key.typed.indexOf(Character.toLowerCase(character)) >= 0)
                .findFirst();
    }
}
