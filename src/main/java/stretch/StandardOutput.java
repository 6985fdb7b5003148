package stretch;

import java.nio.file.Path;

/** What it means when standard output takes no more: a {@link java.io.PrintStream} knows that it failed, not why. */
public final class StandardOutput {
    private StandardOutput() {}

    /** A reader that left, or a disk that is full. */
    public static Failure lost() {
        return hasReader()
                ? new Failure(Exit.PIPE, "nobody reads the output any more")
                : new Failure(Exit.IO, "the output could not be written; is the disk full?");
    }

    private static boolean hasReader() {
        try {
            var kind = FileKind.of(Path.of("/dev/fd/1"));
            return kind == FileKind.PIPE || kind == FileKind.SOCKET;
        } catch (Failure e) {
            return false;
        }
    }
}
