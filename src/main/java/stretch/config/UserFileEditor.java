package stretch.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import stretch.catalogue.read.CatalogueFile;
import stretch.os.AtomicFile;
import stretch.os.ExitCode;
import stretch.os.FileKind;
import stretch.os.FileLock;
import stretch.os.UserError;
import stretch.yaml.YamlEditor;

/**
 * A file that the user writes and stretch changes at times: whole or not at all, and by one stretch at a time.
 *
 * @param path links are followed; it need not be there, but its folder must
 */
public record UserFileEditor(Path path) {
    /** How long another stretch may take to change it. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** As many links in a row as Linux follows. */
    private static final int LINKS = 40;

    /**
     * Reads it, and puts what it is to be in its place; both under the lock, so that two at once lose nothing.
     *
     * @param change makes the new content of the old; no bytes for a file that is not there
     */
    public void change(UnaryOperator<byte[]> change) {
        locked((file, before) -> {
            for (var old = before; !put(file, old, change.apply(old)); old = before(file)) {
                // What takes no lock, such as an editor, made the file meanwhile.
            }
        });
    }

    /** What is done to a file, behind any links, under the lock. */
    interface FileWork {
        void run(Path file, byte[] before) throws IOException;
    }

    /** Does it when no other stretch changes the file. */
    void locked(FileWork work) {
        try {
            var file = behindLinks(path);
            var beside = file.resolveSibling("." + file.getFileName() + ".lock");
            try (var lock = FileLock.acquire(beside, PATIENCE)
                    .orElseThrow(() ->
                            new UserError(ExitCode.BUSY, path + ": another stretch is changing it now; try again"))) {
                Objects.requireNonNull(lock);
                work.run(file, before(file));
            }
        } catch (IOException e) {
            throw AtomicFile.failure(path, e);
        }
    }

    /**
     * Sets a key of settings, or takes it out; the whole file as it would be is checked with the reader of every run before
     * any of it is written.
     *
     * @param value makes what is to be written behind the key of the content so far; empty to take the key out
     */
    public void set(String key, Function<byte[], Optional<String>> value) {
        var name = path.toString();
        change(before -> {
            var wanted = value.apply(before);
            var editor = new YamlEditor(name, before);
            var after = wanted.map(text -> editor.with(key, text))
                    .orElseGet(() -> editor.without(key))
                    .orElseThrow(() -> new UserError(
                            ExitCode.UNUSABLE,
                            path + ": is written in a way that stretch cannot change safely; "
                                    + wanted.map(text -> "add this by hand: " + key + ": " + text)
                                            .orElse("delete the line by hand")));
            Settings.of(name, after);
            return after;
        });
    }

    private byte[] before(Path file) {
        var kind = FileKind.of(file);
        boolean there = kind != FileKind.ABSENT;
        if (there && kind != FileKind.PLAIN) {
            throw new UserError(ExitCode.CANNOT_CREATE, kind.insteadOfFile(path));
        }
        if (there && !Files.isWritable(file)) {
            throw new UserError(ExitCode.NOT_PERMITTED, path + ": may not be written; check who owns it");
        }
        return there ? CatalogueFile.bytes(file) : new byte[0];
    }

    /** Puts what it is to be in its place; answers false if it was not there a moment ago, and is now. */
    static boolean put(Path file, byte[] before, byte[] after) throws IOException {
        boolean there = FileKind.exists(file);
        if (there && Arrays.equals(before, after)) {
            return true;
        }
        try (var target = AtomicFile.of(file)) {
            Files.write(target.file(), after);
            if (!there) {
                return target.commitIfFree();
            }
            Files.setPosixFilePermissions(target.file(), Files.getPosixFilePermissions(file));
            target.commit(true);
            return true;
        }
    }

    /** A link stays a link: what it leads to is changed. */
    static Path behindLinks(Path place) throws IOException {
        var file = place.toAbsolutePath();
        for (int i = 0; i < LINKS && Files.isSymbolicLink(file); i++) {
            file = file.resolveSibling(Files.readSymbolicLink(file));
        }
        return FileKind.isTaken(file) ? file.toRealPath() : file;
    }
}
