package stretch;

import java.util.List;

/**
 * A fault the user can mend: plain lines that each name the thing and the remedy, and the exit code.
 *
 * <p>It is the only exception that commands let out on purpose; anything else is a bug in stretch.
 */
public final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Exit exit;
    private final transient List<String> lines;

    public Failure(Exit exit, String line) {
        this(exit, List.of(line));
    }

    /** Several mistakes found in one go, one line each. */
    public Failure(Exit exit, List<String> lines) {
        super(String.join("\n", lines));
        this.exit = exit;
        this.lines = List.copyOf(lines);
    }

    public Exit exit() {
        return exit;
    }

    public List<String> lines() {
        return lines;
    }
}
