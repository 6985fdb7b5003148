package stretch.os;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import stretch.text.Numbers;

/** A file that is written beside its place and put there whole or not at all; only its owner can read it. */
public final class AtomicFile implements AutoCloseable {
    /** With less room than this, nothing more can be written; a file that was broken off may have given some back. */
    private static final long BLOCK = 64 << 10;

    /** What SQLite would take for a part of the database of the same name. */
    private static final List<String> COMPANIONS = List.of("-journal", "-wal", "-shm");

    /** Nothing is written to for longer before it is whole; our choice. */
    private static final Duration ABANDONED = Duration.ofHours(1);

    /** How the names of half written files end, by what they are needed for. */
    public static final List<String> ENDINGS = List.of("part", "db", "unpacked", "wreck");

    private final Path target;
    private final Path temp;

    private AtomicFile(Path place, Path file) {
        this.target = place;
        this.temp = file;
    }

    /** An empty part of the file that is to be; the folder has to be there. */
    public static AtomicFile of(Path place) throws IOException {
        return of(place, "part");
    }

    /** The same, with this ending of its name for the time being. */
    public static AtomicFile of(Path place, String ending) throws IOException {
        var name = "." + place.getFileName() + "." + ProcessHandle.current().pid() + "." + ending;
        var target = new AtomicFile(place, place.resolveSibling(name));
        target.close();
        // Whoever is told to end, by Ctrl-C say, closes nothing.
        target.all().forEach(file -> file.toFile().deleteOnExit());
        var mode = PosixFilePermissions.fromString("rw-------");
        Files.createFile(target.temp, PosixFilePermissions.asFileAttribute(mode));
        // The umask may have taken even the owner's share.
        Files.setPosixFilePermissions(target.temp, mode);
        target.tidy();
        return target;
    }

    /** Deletes what commands that were killed left on their way to the same file. */
    private void tidy() {
        try {
            var now = Files.getLastModifiedTime(temp).toInstant();
            var folder = Objects.requireNonNull(temp.toAbsolutePath().getParent());
            delete(abandonedAt(folder, Pattern.quote(String.valueOf(target.getFileName()))), now.minus(ABANDONED));
        } catch (IOException | UncheckedIOException e) {
            // Who may write there need not be one who may look there.
        }
    }

    /** Puts this content there, in place of what is there. */
    public static void write(Path place, byte[] content) throws IOException {
        try (var target = of(place)) {
            Files.write(target.temp, content);
            target.commit(true);
        }
    }

    /** Where to write meanwhile. */
    public Path file() {
        return temp;
    }

    /**
     * Brings it to the disk and puts it in its place.
     *
     * @param overwrite whether it may replace a file that is there; otherwise that is a failure
     */
    public void commit(boolean overwrite) throws IOException {
        if (!overwrite) {
            if (!commitIfFree()) {
                throw alreadyExists(target);
            }
            return;
        }
        var beside = companion();
        if (beside.isPresent()) {
            throw inTheWay(beside.get());
        }
        force(temp, StandardOpenOption.WRITE);
        Files.move(temp, target, StandardCopyOption.ATOMIC_MOVE);
        forceFolder(target);
    }

    /** The same unless something is there; answers whether it did, as another command may have been faster. */
    public boolean commitIfFree() throws IOException {
        var beside = companion();
        if (FileKind.exists(target)) {
            // What lies beside it is its own.
            return false;
        }
        if (beside.isPresent()) {
            throw inTheWay(beside.get());
        }
        force(temp, StandardOpenOption.WRITE);
        try {
            link(temp, target);
        } catch (FileAlreadyExistsException e) {
            return false;
        }
        forceFolder(target);
        return true;
    }

    private Optional<Path> companion() {
        return COMPANIONS.stream()
                .map(end -> target.resolveSibling(target.getFileName() + end))
                .filter(FileKind::exists)
                .findFirst();
    }

    private UserError inTheWay(Path beside) {
        return new UserError(
                ExitCode.CANNOT_CREATE,
                beside + ": is in the way of " + target.getFileName()
                        + ", and would be taken for a part of it; move it away");
    }

    /**
     * Fails if no file can be put there: something is there that is no plain file, or one that is to stay as it is.
     *
     * @param over whether a file that is there may be replaced
     */
    public static void check(Path place, boolean over) {
        var kind = FileKind.of(place);
        if (kind != FileKind.ABSENT && kind != FileKind.PLAIN) {
            throw new UserError(ExitCode.CANNOT_CREATE, kind.insteadOfFile(place));
        }
        if (kind == FileKind.PLAIN && !over) {
            throw alreadyExists(place);
        }
    }

    /** A file that is there already is left as it is. */
    private static UserError alreadyExists(Path place) {
        return new UserError(ExitCode.CANNOT_CREATE, place + ": exists already; name another file, or add --force");
    }

    /** A link, unlike a move, never replaces what came there a moment ago. */
    private static void link(Path file, Path place) throws IOException {
        try {
            Files.createLink(place, file);
            return;
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (UnsupportedOperationException | FileSystemException e) {
            // Some file systems have no links.
            if (FileKind.exists(place)) {
                throw new FileAlreadyExistsException(place.toString());
            }
        }
        Files.move(file, place, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Gives a file another name as well, or instead where links are not to be had; never over one that exists. */
    public static void rename(Path file, Path other) throws IOException {
        link(file, other);
        forceFolder(other);
    }

    /** Without this, a new name may be gone after a power cut. */
    static void forceFolder(Path place) throws IOException {
        force(Objects.requireNonNull(place.toAbsolutePath().getParent()), StandardOpenOption.READ);
    }

    private static void force(Path file, StandardOpenOption mode) throws IOException {
        try (var channel = FileChannel.open(file, mode)) {
            channel.force(true);
        }
    }

    /**
     * Deletes what was left half written, by processes that were killed, on its way to a file whose name begins so.
     *
     * <p>The number in its name says whose it was. That nobody here has the number is not enough: the folder may be
     * shared with another machine.
     *
     * @param before only what was not written to since then
     */
    public static void deleteAbandoned(Path folder, String beginning, Instant before) throws IOException {
        delete(abandoned(folder, beginning), before);
    }

    private static void delete(List<Path> files, Instant before) throws IOException {
        for (var file : files) {
            try {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            } catch (NoSuchFileException e) {
                // Another command was faster.
            }
        }
    }

    /** What was left half written there on its way to a file whose name begins so, by processes that are no more. */
    public static List<Path> abandoned(Path folder, String beginning) throws IOException {
        return abandonedAt(folder, Pattern.quote(beginning) + ".*");
    }

    private static List<Path> abandonedAt(Path folder, String names) throws IOException {
        var left = Pattern.compile("\\." + names + "\\.(\\d{1,9})\\.(" + String.join("|", ENDINGS) + ")("
                + String.join("|", COMPANIONS) + ")?");
        try (var files = Files.list(folder)) {
            return files.filter(file -> {
                        var named = left.matcher(file.getFileName().toString());
                        // One that has come to its end by now has taken its file away.
                        return named.matches()
                                && ProcessHandle.of(
                                                Numbers.parse(named.group(1)).orElseThrow())
                                        .isEmpty()
                                && FileKind.isTaken(file);
                    })
                    .sorted()
                    .toList();
        }
    }

    /** A folder that only its owner can enter, if it is not there yet. */
    public static void makeFolder(Path folder) throws IOException {
        // Where nobody may look, making it fails, and says so.
        if (!Files.isDirectory(folder)) {
            var mode = PosixFilePermissions.fromString("rwx------");
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(mode));
            Files.setPosixFilePermissions(folder, mode);
        }
    }

    /** What it means that this place cannot be written to. */
    public static UserError failure(Path place, IOException fault) {
        if (fault instanceof AccessDeniedException) {
            return new UserError(ExitCode.NOT_PERMITTED, place + ": may not be written; check who owns its folder");
        }
        if (fault instanceof NoSuchFileException) {
            return new UserError(
                    ExitCode.CANNOT_CREATE, place + ": its folder does not exist; create it, or name another file");
        }
        if (isFull(place)) {
            return new UserError(ExitCode.IO, place + ": the disk is full; make room, then run the command again");
        }
        return new UserError(
                ExitCode.CANNOT_CREATE,
                place + ": cannot be written (" + fault.getMessage() + "); check its folder, or name another file");
    }

    /** What the system says of it is in the user's language, so the disk itself is asked. */
    private static boolean isFull(Path place) {
        var folder = place.toAbsolutePath().normalize();
        while (!FileKind.exists(folder) && folder.getParent() != null) {
            folder = folder.getParent();
        }
        return Environment.roomOf(folder) < BLOCK;
    }

    @Override
    public void close() throws IOException {
        for (var file : all().toList()) {
            Files.deleteIfExists(file);
        }
    }

    private Stream<Path> all() {
        return Stream.concat(Stream.of(""), COMPANIONS.stream())
                .map(end -> temp.resolveSibling(temp.getFileName() + end));
    }
}
