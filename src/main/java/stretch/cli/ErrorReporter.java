package stretch.cli;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import stretch.os.Environment;
import stretch.os.ExitCode;
import stretch.os.OutputLost;
import stretch.os.UserError;

/**
 * The one place that makes a line and an exit code of whatever was thrown, errors of the JVM included.
 *
 * <p>It needs no library, so that it can say which one is missing.
 */
public record ErrorReporter(Environment environment) {
    /** More causes of causes than this are a circle. */
    private static final int DEEPEST = 20;

    /** Says what is wrong, and with which code the program is to end. */
    public int report(Throwable thrown) {
        var failure = failure(thrown);
        // A closed pipe is not worth a word: the reader wanted no more.
        if (failure.exit() != ExitCode.PIPE) {
            failure.lines().forEach(line -> environment.message("stretch: " + line));
        }
        environment.err().flush();
        return failure.exit().code();
    }

    private UserError failure(Throwable thrown) {
        return cause(thrown, UserError.class)
                .or(() -> cause(thrown, OutOfMemoryError.class).map(ErrorReporter::memory))
                .or(() -> cause(thrown, IOException.class).map(this::fault))
                .or(() -> cause(thrown, LinkageError.class).map(ErrorReporter::missing))
                // Java's own parts fail in ways of their own when they cannot read a file.
                .orElseGet(() -> canOpenFiles() ? bug(thrown) : tooManyFiles());
    }

    /** What was thrown, or the first of its causes, that is of this type. */
    static <T extends Throwable> Optional<T> cause(Throwable thrown, Class<T> type) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    private static UserError memory(OutOfMemoryError error) {
        return new UserError(
                ExitCode.BUSY, "not enough memory (" + error.getMessage() + "); close other programs and try again");
    }

    private UserError fault(IOException fault) {
        if (!canOpenFiles()) {
            return tooManyFiles();
        }
        if (fault instanceof AccessDeniedException) {
            return new UserError(ExitCode.NOT_PERMITTED, fault.getMessage() + ": not permitted; check who owns it");
        }
        return environment.out().checkError()
                ? OutputLost.lost()
                : new UserError(
                        ExitCode.IO,
                        "reading or writing failed ("
                                + Optional.ofNullable(fault.getMessage()).orElse(fault.toString())
                                + "); check the disk");
    }

    /** A class that is not found is in a file that is gone, or that cannot be opened just now. */
    private static UserError missing(LinkageError error) {
        return canOpenFiles()
                ? new UserError(
                        ExitCode.UNUSABLE,
                        "a part of stretch is missing or damaged (" + error.getMessage() + "); install it again")
                : tooManyFiles();
    }

    private static UserError tooManyFiles() {
        return new UserError(ExitCode.IO, "too many files are open; allow more with 'ulimit -n', then try again");
    }

    /** A fault in stretch itself: the trace goes into a file, the user gets one line that names it. */
    private UserError bug(Throwable bug) {
        var what = bug.getClass().getSimpleName() + (bug.getMessage() == null ? "" : ": " + bug.getMessage());
        try {
            var file = Files.createTempFile("stretch-bug-", ".txt");
            try (var out = new PrintWriter(Files.newBufferedWriter(file))) {
                out.println(environment.clock().instant() + " " + System.getProperty("java.version"));
                bug.printStackTrace(out);
            }
            return new UserError(ExitCode.BUG, "a bug in stretch (" + what + "); please report it with " + file);
        } catch (IOException e) {
            return new UserError(ExitCode.BUG, "a bug in stretch (" + what + "); please report what you did");
        }
    }

    private static boolean canOpenFiles() {
        try {
            new FileInputStream("/dev/null").close();
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
