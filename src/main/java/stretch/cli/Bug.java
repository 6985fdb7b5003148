package stretch.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import stretch.Exit;
import stretch.Failure;

/** A fault in stretch itself: the trace goes into a file, the user gets one line that names it. */
final class Bug {
    private Bug() {}

    static Failure report(World world, Throwable bug) {
        var what = bug.getClass().getSimpleName() + (bug.getMessage() == null ? "" : ": " + bug.getMessage());
        try {
            Path file = Files.createTempFile("stretch-bug-", ".txt");
            try (var out = new PrintWriter(Files.newBufferedWriter(file))) {
                out.println(world.clock().instant() + " " + System.getProperty("java.version"));
                bug.printStackTrace(out);
            }
            return new Failure(Exit.BUG, "a bug in stretch (" + what + "); please report it with " + file);
        } catch (IOException e) {
            return new Failure(Exit.BUG, "a bug in stretch (" + what + "); please report what you did");
        }
    }
}
