package stretch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What it means when standard output takes no more: a {@link java.io.PrintStream} knows that it failed, not why. */
public final class StandardOutput {
    /** The bits of {@code st_mode} that tell kinds of files apart, and the two kinds that have a reader. */
    private static final int KIND = 0170000;

    private static final int FIFO = 0010000;
    private static final int SOCKET = 0140000;

    private StandardOutput() {}

    /** A reader that left, or a disk that is full. */
    public static Failure lost() {
        return hasReader()
                ? new Failure(Exit.PIPE, "nobody reads the output any more")
                : new Failure(Exit.IO, "the output could not be written; is the disk full?");
    }

    private static boolean hasReader() {
        try {
            int kind = (Integer) Files.getAttribute(Path.of("/dev/fd/1"), "unix:mode") & KIND;
            return kind == FIFO || kind == SOCKET;
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
