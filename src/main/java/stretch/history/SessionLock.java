package stretch.history;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import stretch.os.FileKind;
import stretch.os.FileLock;

/** The right to run a session: the lock beside the record. */
public final class SessionLock {
    /** Another command may hold it for a moment to tidy up. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private SessionLock() {}

    /** Takes the turn if nobody has it. */
    static Optional<FileLock> tryAcquire(Path database) throws IOException {
        return FileLock.tryAcquire(file(database));
    }

    /** Takes the turn, waiting for a moment. */
    public static Optional<FileLock> acquire(Path database) throws IOException {
        return FileLock.acquire(file(database), PATIENCE);
    }

    /** Whether somebody has the turn just now; nothing is made or changed to find out. */
    public static boolean isHeld(Path database) throws IOException {
        return FileLock.isHeld(file(database));
    }

    /** One record has one lock, by whatever name it is called. */
    private static Path file(Path database) throws IOException {
        var real = FileKind.exists(database) ? database.toRealPath() : database;
        return real.resolveSibling(real.getFileName() + ".lock");
    }
}
