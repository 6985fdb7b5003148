package stretch.os;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * A lock of the operating system on a file of its own, which ends with its process however that dies.
 *
 * <p>The file itself stays: deleting it while another process opens it would give two locks.
 */
public final class FileLock implements AutoCloseable {
    /** How often one that waits looks again. */
    private static final Duration AGAIN = Duration.ofMillis(20);

    private final FileChannel channel;

    private FileLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the lock if nobody has it; its file is made, for its owner alone. */
    public static Optional<FileLock> tryAcquire(Path file) throws IOException {
        var channel = open(file);
        if (isFree(channel)) {
            return Optional.of(new FileLock(channel));
        }
        channel.close();
        return Optional.empty();
    }

    /** A file to be written, which is made for its owner alone. */
    static FileChannel open(Path file) throws IOException {
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        return FileChannel.open(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), owner);
    }

    /** Takes the lock, waiting this long for whoever has it. */
    public static Optional<FileLock> acquire(Path file, Duration patience) throws IOException {
        for (long tries = patience.toMillis() / AGAIN.toMillis(); tries > 0; tries--) {
            var lock = tryAcquire(file);
            if (lock.isPresent()) {
                return lock;
            }
            LockSupport.parkNanos(AGAIN.toNanos());
        }
        return Optional.empty();
    }

    /** Whether somebody has the lock just now; nothing is made or changed to find out. */
    public static boolean isHeld(Path file) throws IOException {
        if (!Files.isWritable(file)) {
            return false;
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return !isFree(channel);
        }
    }

    private static boolean isFree(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            // Held within this very process, which is no different.
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // The system gives up the lock and the descriptor all the same.
        }
    }
}
