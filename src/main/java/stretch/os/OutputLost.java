package stretch.os;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What it means when standard output takes no more: a {@link java.io.PrintStream} knows that it failed, not why. */
public final class OutputLost {
    /** What terminals are made of, among the kinds of files in {@code st_mode}. */
    private static final int CHARACTERS = 0020000;

    /** The major number of /dev/full and its like, which are made of characters as terminals are. */
    private static final int MEMORY = 1;

    private OutputLost() {}

    /** A reader that left, a terminal that was closed, or a disk that is full. */
    public static UserError lost() {
        return switch (kind()) {
            case FileKind.FIFO, FileKind.SOCK -> new UserError(ExitCode.PIPE, "nobody reads the output any more");
            case CHARACTERS -> new UserError(ExitCode.HANGUP, "the terminal is gone");
            default -> new UserError(ExitCode.IO, "the output could not be written; is the disk full?");
        };
    }

    private static int kind() {
        var out = Path.of("/dev/fd/1");
        try {
            int kind = (Integer) Files.getAttribute(out, "unix:mode") & FileKind.KIND;
            boolean memory = kind == CHARACTERS && (Long) Files.getAttribute(out, "unix:rdev") >> 8 == MEMORY;
            return memory ? 0 : kind;
        } catch (IOException | UnsupportedOperationException e) {
            return 0;
        }
    }
}
