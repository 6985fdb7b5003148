package stretch.session;

import java.util.Arrays;
import java.util.Optional;

/** What a key asks for while a session runs. */
public enum Key {
    PAUSE(" ", "space", "pause"),
    SKIP("s", "s", "skip"),
    BACK("b", "b", "back"),
    MORE("+=", "+", "more"),
    QUIT("q", "q", "quit");

    private final String typed;
    private final String shown;
    private final String word;

    Key(String typed, String shown, String word) {
        this.typed = typed;
        this.shown = shown;
        this.word = word;
    }

    /** How the screen names the key. */
    public String shown() {
        return shown;
    }

    /** What it does, in a word. */
    public String word() {
        return word;
    }

    /** The key that a typed character stands for. */
    public static Optional<Key> of(int character) {
        return Arrays.stream(values())
                .filter(key -> key.typed.indexOf(Character.toLowerCase(character)) >= 0)
                .findFirst();
    }
}
