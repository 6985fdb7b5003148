package stretch.history;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * The right to run a session: a lock of the operating system on a file of its own, which ends with its process
 * however that dies. The file itself stays: deleting it while another process opens it would give two turns.
 */
final class Turn implements AutoCloseable {
    private static final long AGAIN_NANOS = 20_000_000;
    private static final int TRIES = 100;

    private final FileChannel channel;

    private Turn(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the turn if nobody has it. */
    static Optional<Turn> take(Path database) throws IOException {
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        // One record has one lock, by whatever name it is called.
        var real = Files.exists(database) ? database.toRealPath() : database;
        var file = real.resolveSibling(real.getFileName() + ".lock");
        var channel = FileChannel.open(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), owner);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return Optional.of(new Turn(channel));
            }
        } catch (OverlappingFileLockException e) {
            // Held within this very process, which is no different.
        }
        channel.close();
        return Optional.empty();
    }

    /** Whether somebody has the turn just now; nothing is made or changed to find out. */
    static boolean isTaken(Path database) throws IOException {
        var file = database.resolveSibling(database.getFileName() + ".lock");
        if (!Files.isWritable(file)) {
            return false;
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return channel.tryLock() == null;
        } catch (OverlappingFileLockException e) {
            return true;
        }
    }

    /** Takes the turn, waiting up to two seconds: another command may hold it for a moment to tidy up. */
    static Optional<Turn> await(Path database) throws IOException {
        for (int i = 0; i < TRIES; i++) {
            var turn = take(database);
            if (turn.isPresent()) {
                return turn;
            }
            LockSupport.parkNanos(AGAIN_NANOS);
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
