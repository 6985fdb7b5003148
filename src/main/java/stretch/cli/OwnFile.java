package stretch.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import stretch.Exit;
import stretch.Failure;
import stretch.NewFile;
import stretch.catalogue.CatalogueFile;

/**
 * A file that the user writes and stretch changes at times: whole or not at all, and by one stretch at a time.
 *
 * <p>A file of its own beside it is locked meanwhile, and stays: deleting it while another opens it would give two locks.
 */
final class OwnFile {
    private static final long AGAIN_NANOS = 20_000_000;
    private static final int TRIES = 250;

    /** As many links in a row as Linux follows. */
    private static final int LINKS = 40;

    private final Path place;

    /** The file behind any links; it need not be there, but its folder must. */
    OwnFile(Path place) {
        this.place = place;
    }

    /**
     * Reads it, and puts what it is to be in its place; both under the lock, so that two at once lose nothing.
     *
     * @param change makes the new content of the old; no bytes for a file that is not there
     */
    void change(UnaryOperator<byte[]> change) {
        try {
            var file = behindLinks(place);
            var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            var beside = file.resolveSibling("." + file.getFileName() + ".lock");
            try (var channel = FileChannel.open(
                            beside, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), owner);
                    var lock = lock(channel)) {
                assert lock.isValid();
                replace(file, change);
            }
        } catch (IOException e) {
            throw NewFile.failure(place, e);
        }
    }

    private void replace(Path file, UnaryOperator<byte[]> change) throws IOException {
        boolean there = Files.exists(file);
        if (there && !Files.isRegularFile(file)) {
            throw new Failure(Exit.CANNOT_CREATE, place + ": is no plain file; name one");
        }
        if (there && !Files.isWritable(file)) {
            throw new Failure(Exit.NOT_PERMITTED, place + ": may not be written; check whose it is");
        }
        var before = there ? CatalogueFile.bytes(file) : new byte[0];
        var after = change.apply(before);
        if (there && Arrays.equals(before, after)) {
            return;
        }
        try (var part = NewFile.of(file)) {
            Files.write(part.file(), after);
            if (there) {
                Files.setPosixFilePermissions(part.file(), Files.getPosixFilePermissions(file));
            }
            part.place(there);
        }
    }

    private FileLock lock(FileChannel channel) throws IOException {
        for (int i = 0; i < TRIES; i++) {
            try {
                var lock = channel.tryLock();
                if (lock != null) {
                    return lock;
                }
            } catch (OverlappingFileLockException e) {
                // Held within this very process, which is no different.
            }
            LockSupport.parkNanos(AGAIN_NANOS);
        }
        throw new Failure(Exit.BUSY, place + ": another stretch is changing it; try again");
    }

    /** A link stays a link: what it leads to is changed. */
    private static Path behindLinks(Path place) throws IOException {
        var file = place.toAbsolutePath();
        for (int i = 0; i < LINKS && Files.isSymbolicLink(file); i++) {
            file = file.resolveSibling(Files.readSymbolicLink(file));
        }
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS) ? file.toRealPath() : file;
    }
}
