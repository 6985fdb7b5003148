package stretch.history.db;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import stretch.os.ExitCode;
import stretch.os.FileKind;
import stretch.os.InputFile;
import stretch.os.UserError;

/**
 * What a look at a file tells before SQLite has one, so that what is not ours is never touched.
 *
 * <p>The offsets are those of SQLite's documented file format, section "The Database Header". The file is closed
 * again before SQLite opens it: closing any descriptor of it later would drop SQLite's locks.
 *
 * @param kind what the file is
 * @param version the number of its shape if it is a history
 */
public record DatabaseHeader(HeaderKind kind, int version) {
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    public static final int LENGTH = 100;

    public enum HeaderKind {
        ABSENT,
        EMPTY,
        HISTORY,
        NOT_A_DATABASE,
        OTHER_PROGRAM,
        NEWER,
        WRITE_AHEAD_LOG,
        CUT_SHORT,
        DAMAGED
    }

    /**
     * Whether the file is there and has been written to; fails if it is not a history that this version can read, or
     * nobody can tell.
     */
    public static boolean requireHistory(Path file) {
        var look = inspect(file);
        return switch (look.kind()) {
            case ABSENT, EMPTY -> false;
            case HISTORY -> true;
            case NOT_A_DATABASE ->
                throw unusable(
                        file,
                        "is not a database; name another with --db, or if it was your history, " + SqliteErrors.RESCUE);
            case OTHER_PROGRAM ->
                throw unusable(file, "is another program's database; it was not changed; name another with --db");
            case NEWER ->
                throw unusable(
                        file,
                        "was written by a newer stretch (schema " + Integer.toUnsignedString(look.version())
                                + ", this one knows " + Schema.VERSION + "); update stretch");
            case WRITE_AHEAD_LOG ->
                // SQLite would read that instead of the history; ours never has one.
                throw unusable(
                        file,
                        "a write-ahead log of another program lies beside it; move " + file.getFileName()
                                + "-wal away");
            case DAMAGED -> throw SqliteErrors.damaged(file);
            case CUT_SHORT -> throw unusable(file, "is cut short; " + SqliteErrors.RESCUE);
        };
    }

    private static UserError unusable(Path file, String why) {
        return new UserError(ExitCode.UNUSABLE, file + ": " + why);
    }

    public static DatabaseHeader inspect(Path file) {
        var kind = FileKind.of(file);
        if (kind == FileKind.ABSENT) {
            FileKind.failIfLost(file, ", or name another with --db");
            return new DatabaseHeader(HeaderKind.ABSENT, 0);
        }
        if (kind != FileKind.PLAIN) {
            throw new UserError(ExitCode.UNUSABLE, kind.insteadOfFile(file));
        }
        ByteBuffer header;
        boolean isCutShort;
        try (var in = Files.newInputStream(file)) {
            header = ByteBuffer.wrap(in.readNBytes(LENGTH));
            isCutShort = isCutShort(file, length(header));
        } catch (NoSuchFileException e) {
            // It was taken away meanwhile.
            return new DatabaseHeader(HeaderKind.ABSENT, 0);
        } catch (IOException e) {
            throw InputFile.unreadable(file, e);
        }
        if (header.limit() == 0) {
            return new DatabaseHeader(HeaderKind.EMPTY, 0);
        }
        if (header.limit() < LENGTH || !Arrays.equals(Arrays.copyOf(header.array(), MAGIC.length), MAGIC)) {
            return new DatabaseHeader(HeaderKind.NOT_A_DATABASE, 0);
        }
        int version = header.getInt(60);
        if (header.getInt(68) != Schema.APPLICATION_ID) {
            return new DatabaseHeader(HeaderKind.OTHER_PROGRAM, 0);
        }
        if (version == 0) {
            // Whoever makes the tables writes both numbers at once.
            return new DatabaseHeader(HeaderKind.DAMAGED, 0);
        }
        if (Integer.compareUnsigned(version, Schema.VERSION) > 0) {
            return new DatabaseHeader(HeaderKind.NEWER, version);
        }
        if (FileKind.exists(file.resolveSibling(file.getFileName() + "-wal"))) {
            return new DatabaseHeader(HeaderKind.WRITE_AHEAD_LOG, version);
        }
        return new DatabaseHeader(isCutShort ? HeaderKind.CUT_SHORT : HeaderKind.HISTORY, version);
    }

    /** How long the header of this history says that it is. */
    public static long length(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return length(ByteBuffer.wrap(in.readNBytes(LENGTH)));
        }
    }

    /** How long the header says that the file is; 0 if there is no whole header. */
    private static long length(ByteBuffer header) {
        if (header.limit() < LENGTH) {
            return 0;
        }
        return pageSize(header) * Integer.toUnsignedLong(header.getInt(28));
    }

    /** How many bytes a page has, by a header; 1 stands for 65536, which does not fit into the field. */
    public static int pageSize(ByteBuffer header) {
        int field = Short.toUnsignedInt(header.getShort(16));
        return field == 1 ? 65_536 : field;
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
        // Header and size count when there is no journal any more: the write may have ended, or been undone, only now.
        return !FileKind.exists(real.resolveSibling(real.getFileName() + "-journal"))
                && Files.size(file) < length(file);
    }
}
