package stretch.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.UnaryOperator;
import stretch.Exit;
import stretch.Failure;
import stretch.FileKind;
import stretch.Lock;
import stretch.NewFile;
import stretch.catalogue.CatalogueFile;

/** A file that the user writes and stretch changes at times: whole or not at all, and by one stretch at a time. */
final class OwnFile {
    /** How long another stretch may take to change it. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

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
            var beside = file.resolveSibling("." + file.getFileName() + ".lock");
            try (var lock = Lock.await(beside, PATIENCE)
                    .orElseThrow(() -> new Failure(Exit.BUSY, place + ": another stretch is changing it; try again"))) {
                Objects.requireNonNull(lock);
                replace(file, change);
            }
        } catch (IOException e) {
            throw NewFile.failure(place, e);
        }
    }

    private void replace(Path file, UnaryOperator<byte[]> change) throws IOException {
        var kind = FileKind.of(file);
        boolean there = kind != FileKind.ABSENT;
        if (there && kind != FileKind.PLAIN) {
            throw new Failure(Exit.CANNOT_CREATE, place + ": is " + kind.words() + "; name a plain file");
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

    /** A link stays a link: what it leads to is changed. */
    private static Path behindLinks(Path place) throws IOException {
        var file = place.toAbsolutePath();
        for (int i = 0; i < LINKS && Files.isSymbolicLink(file); i++) {
            file = file.resolveSibling(Files.readSymbolicLink(file));
        }
        return FileKind.isTaken(file) ? file.toRealPath() : file;
    }
}
