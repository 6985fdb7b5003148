package stretch.os;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A text that is read once from its beginning to its end, out of a plain file or a pipe. */
public final class InputFile {
    /** How long a pipe may have nobody who writes to it: a shell starts both ends at once. Our choice. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** A device, but one that is known to hold nothing and to end. */
    private static final Path NOTHING = Path.of("/dev/null");

    private InputFile() {}

    /** Opens it; fails if it is not there or may not be read, and if it is nothing that a text is read from. */
    public static InputStream open(Path file) {
        try {
            var kind = FileKind.of(file);
            return switch (kind) {
                case PLAIN -> Files.newInputStream(file);
                case PIPE -> openPipe(file);
                case ABSENT -> throw absent(file);
                case FOLDER, SOCKET, DEVICE -> {
                    if (kind == FileKind.DEVICE && Files.isSameFile(file, NOTHING)) {
                        yield InputStream.nullInputStream();
                    }
                    throw new UserError(ExitCode.NO_INPUT, kind.insteadOfFile(file));
                }
            };
        } catch (NoSuchFileException e) {
            throw absent(file);
        } catch (AccessDeniedException e) {
            throw new UserError(
                    ExitCode.NOT_PERMITTED, file + ": you may not read this file; give yourself permission");
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    /** All of a plain file that stretch keeps for itself; where anything else stands, there is none. */
    public static byte[] kept(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file.toString());
        }
        return Files.readAllBytes(file);
    }

    /** What it means that reading went wrong half-way. */
    public static UserError failure(Path file, IOException fault) {
        return new UserError(
                ExitCode.IO, file + ": reading failed (" + fault.getMessage() + "); try again, or name another file");
    }

    /** What it means that a file that is there cannot be read at all. */
    public static UserError unreadable(Path file, IOException fault) {
        return fault instanceof AccessDeniedException
                ? new UserError(ExitCode.NOT_PERMITTED, file + ": may not be read; check who owns it")
                : new UserError(ExitCode.IO, file + ": cannot be read (" + fault.getMessage() + "); check the disk");
    }

    private static UserError absent(Path file) {
        return new UserError(ExitCode.NO_INPUT, file + ": there is no such file; name one that exists");
    }

    /** Opening a pipe waits for somebody who writes to it, maybe without end, and cannot be broken off. */
    private static InputStream openPipe(Path pipe) throws IOException {
        var opening = new FutureTask<InputStream>(() -> new FilterInputStream(Files.newInputStream(pipe)) {
            @Override
            public int available() {
                // Java would ask the pipe for its length, which is an error.
                return 0;
            }
        });
        DaemonThread.start("opens a pipe", opening);
        try {
            return opening.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new UserError(
                    ExitCode.NO_INPUT,
                    pipe + ": nothing writes to this pipe; start the program that does, or name a plain file");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException fault ? fault : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
