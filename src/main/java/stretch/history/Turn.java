package stretch.history;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import stretch.FileKind;
import stretch.Lock;

/** The right to run a session: the lock beside the record. */
final class Turn {
    /** Another command may hold it for a moment to tidy up. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private Turn() {}

    /** Takes the turn if nobody has it. */
    static Optional<Lock> take(Path database) throws IOException {
        return Lock.take(file(database));
    }

    /** Takes the turn, waiting for a moment. */
    static Optional<Lock> await(Path database) throws IOException {
        return Lock.await(file(database), PATIENCE);
    }

    /** Whether somebody has the turn just now; nothing is made or changed to find out. */
    static boolean isTaken(Path database) throws IOException {
        return Lock.isTaken(file(database));
    }

    /** One record has one lock, by whatever name it is called. */
    private static Path file(Path database) throws IOException {
        var real = FileKind.exists(database) ? database.toRealPath() : database;
        return real.resolveSibling(real.getFileName() + ".lock");
    }
}
