package stretch.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import stretch.os.Environment;
import stretch.os.ExitCode;
import stretch.os.UserError;

/** A fault in stretch itself: the trace goes into a file, the user gets one line that names it. */
final class CrashReport {
    private CrashReport() {}

    static UserError report(Environment environment, Throwable bug) {
        var what = bug.getClass().getSimpleName() + (bug.getMessage() == null ? "" : ": " + bug.getMessage());
        try {
            Path file = Files.createTempFile("stretch-bug-", ".txt");
            try (var out = new PrintWriter(Files.newBufferedWriter(file))) {
                out.println(environment.clock().instant() + " " + System.getProperty("java.version"));
                bug.printStackTrace(out);
            }
            return new UserError(ExitCode.BUG, "a bug in stretch (" + what + "); please report it with " + file);
        } catch (IOException e) {
            return new UserError(ExitCode.BUG, "a bug in stretch (" + what + "); please report what you did");
        }
    }
}
