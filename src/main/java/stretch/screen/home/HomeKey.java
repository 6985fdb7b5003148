package stretch.screen.home;

import java.util.Arrays;
import java.util.Optional;

/** What a key asks for on the home screen. */
public enum HomeKey {
    UP("k", "up", "", "the routine above", ""),
    DOWN("j", "down", "", "the routine below", ""),
    START("\r\n", "Enter", "start", "start the routine that is chosen", ""),
    RESUME("r", "r", "resume", "resume the session that broke off", "resume"),
    CHECK_IN("c", "c", "check-in", "check in: how your back feels", "checkin"),
    LIST("l", "l", "list", "list routines and exercises", "list"),
    STATS("s", "s", "stats", "streaks, weeks and balance", "stats"),
    HELP("?", "?", "keys", "these keys", ""),
    QUIT("q\033", "q", "quit", "quit; Esc does too", "");

    private final String typed;
    private final String shown;
    private final String word;
    private final String explained;
    private final String command;

    HomeKey(String typed, String shown, String word, String explained, String command) {
        this.typed = typed;
        this.shown = shown;
        this.word = word;
        this.explained = explained;
        this.command = command;
    }

    /** How the screen names the key. */
    String shown() {
        return shown;
    }

    /** What it does, in a word; empty for keys that need none. */
    String word() {
        return word;
    }

    /** What it does, in a few. */
    String explained() {
        return explained;
    }

    /** The command that it runs; empty for keys that run none. */
    String command() {
        return command;
    }

    /** The key that a typed character stands for. */
    public static Optional<HomeKey> of(int character) {
        return Arrays.stream(values())
                .filter(key -> key.typed.indexOf(Character.toLowerCase(character)) >= 0)
                .findFirst();
    }
}
