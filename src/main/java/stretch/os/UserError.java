package stretch.os;

import java.util.List;
import java.util.function.Supplier;

/**
 * A fault the user can mend: plain lines that each name the thing and the remedy, and the exit code.
 *
 * <p>It is the only exception that commands let out on purpose; anything else is a bug in stretch.
 */
public final class UserError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;
    private final transient List<String> lines;

    public UserError(ExitCode exitCode, String line) {
        this(exitCode, List.of(line));
    }

    /** Several mistakes found in one go, one line each. */
    public UserError(ExitCode exitCode, List<String> lines) {
        super(String.join("\n", lines));
        this.exitCode = exitCode;
        this.lines = List.copyOf(lines);
    }

    /** A mistake in what was asked for. */
    public static UserError usage(String line) {
        return new UserError(ExitCode.USAGE, line);
    }

    /** Fails with this line if it is a mistake in what was asked for. */
    public static void usageIf(boolean wrong, String line) {
        if (wrong) {
            throw usage(line);
        }
    }

    /** What this finds wrong, it finds wrong with what was asked for. */
    public static <T> T asUsage(Supplier<T> part) {
        try {
            return part.get();
        } catch (IllegalArgumentException e) {
            throw usage(String.valueOf(e.getMessage()));
        }
    }

    public ExitCode exit() {
        return exitCode;
    }

    public List<String> lines() {
        return lines;
    }
}
