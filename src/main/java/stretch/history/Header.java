package stretch.history;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import stretch.Exit;
import stretch.Failure;
import stretch.FileKind;

/**
 * Looks at a file before SQLite does, so that what is not ours is never touched.
 *
 * <p>The offsets are those of SQLite's documented file format, section "The Database Header". The file is closed
 * again before SQLite opens it: closing any descriptor of it later would drop SQLite's locks.
 */
final class Header {
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int LENGTH = 100;

    private Header() {}

    /** What a file turns out to be. */
    enum Kind {
        ABSENT,
        EMPTY,
        HISTORY,
        NO_DATABASE,
        FOREIGN,
        NEWER,
        LOGGED,
        CUT_SHORT
    }

    /** What a file is, and the number of its shape if it is a history. */
    record Look(Kind kind, int version) {}

    /**
     * Whether the file is there and has been written to; fails if it is not a history that this version can read, or
     * nobody can tell.
     */
    static boolean isHistory(Path file) {
        var look = look(file);
        return switch (look.kind()) {
            case ABSENT, EMPTY -> false;
            case HISTORY -> true;
            case NO_DATABASE ->
                throw new Failure(
                        Exit.UNUSABLE,
                        file + ": is not a database; name another with --db, or if it was your history, "
                                + Faults.RESCUE);
            case FOREIGN ->
                throw new Failure(
                        Exit.UNUSABLE,
                        file + ": is another program's database; it was left as it is, name another with --db");
            case NEWER ->
                throw new Failure(
                        Exit.UNUSABLE,
                        file + ": was written by a newer stretch (schema " + Integer.toUnsignedString(look.version())
                                + ", this one knows " + Schema.VERSION + "); update stretch");
            case LOGGED ->
                // SQLite would read that instead of the history; ours never has one.
                throw new Failure(
                        Exit.UNUSABLE,
                        file + ": a write-ahead log of another program lies beside it; move " + file.getFileName()
                                + "-wal away");
            case CUT_SHORT -> throw new Failure(Exit.UNUSABLE, file + ": is cut short; " + Faults.RESCUE);
        };
    }

    /** Looks at the file. */
    static Look look(Path file) {
        var kind = FileKind.of(file);
        if (kind == FileKind.ABSENT) {
            return new Look(Kind.ABSENT, 0);
        }
        if (kind != FileKind.PLAIN) {
            throw new Failure(Exit.UNUSABLE, file + ": is " + kind.words() + "; name a file");
        }
        ByteBuffer header;
        boolean isCutShort;
        try (var in = Files.newInputStream(file)) {
            header = ByteBuffer.wrap(in.readNBytes(LENGTH));
            isCutShort = header.limit() == LENGTH && isCutShort(file, length(header));
        } catch (AccessDeniedException e) {
            throw new Failure(Exit.NOT_PERMITTED, file + ": may not be read; check who owns it");
        } catch (IOException e) {
            throw new Failure(Exit.IO, file + ": cannot be read (" + e.getMessage() + "); check the disk");
        }
        if (header.limit() == 0) {
            return new Look(Kind.EMPTY, 0);
        }
        if (header.limit() < LENGTH || !Arrays.equals(Arrays.copyOf(header.array(), MAGIC.length), MAGIC)) {
            return new Look(Kind.NO_DATABASE, 0);
        }
        int version = header.getInt(60);
        if (header.getInt(68) != Schema.APPLICATION_ID) {
            return new Look(Kind.FOREIGN, 0);
        }
        if (Integer.compareUnsigned(version, Schema.VERSION) > 0) {
            return new Look(Kind.NEWER, version);
        }
        if (FileKind.exists(file.resolveSibling(file.getFileName() + "-wal"))) {
            return new Look(Kind.LOGGED, version);
        }
        return new Look(isCutShort ? Kind.CUT_SHORT : Kind.HISTORY, version);
    }

    /** How long the header of this history says that it is. */
    static long length(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return length(ByteBuffer.wrap(in.readNBytes(LENGTH)));
        }
    }

    /** How long the header says that the file is. */
    private static long length(ByteBuffer header) {
        // 1 stands for 65536, which does not fit into the field.
        int field = Short.toUnsignedInt(header.getShort(16));
        long page = field == 1 ? 65_536 : field;
        return page * Integer.toUnsignedLong(header.getInt(28));
    }

    /**
     * A file may be shorter for the moment: SQLite writes the header first. Whoever is in the middle of a write, or
     * died there, has a journal beside the file, by which SQLite undoes what is half done.
     */
    private static boolean isCutShort(Path file, long length) throws IOException {
        if (Files.size(file) >= length) {
            return false;
        }
        var real = file.toRealPath();
        // The size counts when there is no journal any more: the write may have ended only now.
        return !FileKind.exists(real.resolveSibling(real.getFileName() + "-journal")) && Files.size(file) < length;
    }
}
