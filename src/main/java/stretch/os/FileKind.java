package stretch.os;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;

/**
 * What a path leads to, links followed.
 *
 * <p>{@link Files#exists} answers false as well where nobody may look. Whether something is there is asked here alone,
 * so that what cannot be looked at is never taken for something that is not there.
 */
public enum FileKind {
    ABSENT("nothing"),
    PLAIN("a plain file"),
    FOLDER("a folder"),
    PIPE("a pipe"),
    SOCKET("a socket"),
    DEVICE("a device");

    /** The bits of {@code st_mode} that tell the kinds apart, and two of the kinds; see inode(7). */
    static final int KIND = 0170000;

    static final int FIFO = 0010000;
    static final int SOCK = 0140000;

    /** Linux follows no more. */
    private static final int MOST_LINKS = 40;

    private final String words;

    FileKind(String words) {
        this.words = words;
    }

    /** With its article: {@code a folder}. */
    public String words() {
        return words;
    }

    /** What is said at every door where this stands in the place of a file. */
    public String insteadOfFile(Path place) {
        return place + ": is " + words + "; name a file" + (this == FOLDER ? " in it" : "");
    }

    /** Whether anything is there. */
    public static boolean exists(Path path) {
        return of(path) != ABSENT;
    }

    /** Whether the name is taken, even by a link that leads nowhere. */
    public static boolean isTaken(Path path) {
        return Files.isSymbolicLink(path) || exists(path);
    }

    /** Whether it is a link that leads nowhere; what appears while it is looked at is none. */
    public static boolean isDeadLink(Path path) {
        return Files.isSymbolicLink(path) && !exists(path);
    }

    /** Fails if something is not there because it, or a folder on the way to it, is a link to what is gone, such as a disk. */
    public static void failIfLost(Path absent, String remedy) {
        var whole = absent.toAbsolutePath();
        for (var at = whole; at != null && !exists(at); at = at.getParent()) {
            if (isDeadLink(at)) {
                throw new UserError(
                        ExitCode.UNUSABLE,
                        absent + ": " + (at.equals(whole) ? "" : "is not there, because " + at + " ")
                                + "is a link that leads nowhere; mount or bring back what it leads to" + remedy);
            }
        }
    }

    /** This file's name with that ending, and with a number between them if that is taken. */
    public static Path free(Path file, String end) {
        var other = file.resolveSibling(file.getFileName() + end);
        for (int i = 2; isTaken(other); i++) {
            other = file.resolveSibling(file.getFileName() + "." + i + end);
        }
        return other;
    }

    /** Looks at what is there; fails if that is not permitted. */
    public static FileKind of(Path path) {
        try {
            var attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return attributes.isRegularFile() ? PLAIN : attributes.isDirectory() ? FOLDER : special(path);
        } catch (NoSuchFileException e) {
            return ABSENT;
        } catch (AccessDeniedException e) {
            throw new UserError(
                    ExitCode.NOT_PERMITTED,
                    path + ": cannot be read, because you may not enter " + nearest(path)
                            + "; check who owns that folder");
        } catch (IOException e) {
            if (!Files.isDirectory(nearest(path)) || isCircle(path)) {
                // It would be in a folder of which there is a file instead, or is a link that leads to itself.
                return ABSENT;
            }
            throw new UserError(
                    ExitCode.IO, path + ": cannot be read (" + reason(e) + "); check the path and the disk");
        }
    }

    /** Whether it is a link that leads to nothing but links, as far as the system follows them. */
    private static boolean isCircle(Path path) {
        try {
            var at = path;
            for (int i = 0; i < MOST_LINKS && Files.isSymbolicLink(at); i++) {
                at = at.resolveSibling(Files.readSymbolicLink(at));
            }
            return Files.isSymbolicLink(at);
        } catch (IOException e) {
            return false;
        }
    }

    private static FileKind special(Path path) throws IOException {
        return switch ((Integer) Files.getAttribute(path, "unix:mode") & KIND) {
            case FIFO -> PIPE;
            case SOCK -> SOCKET;
            default -> DEVICE;
        };
    }

    /** The nearest folder above that can be looked at. */
    private static Path nearest(Path path) {
        var above = Objects.requireNonNull(path.toAbsolutePath().getParent());
        // The root always can.
        while (!Files.exists(above)) {
            above = Objects.requireNonNull(above.getParent());
        }
        return above;
    }

    /** Without the path, which the message has already. */
    private static String reason(IOException fault) {
        var reason = fault instanceof FileSystemException known ? known.getReason() : fault.getMessage();
        return reason == null ? fault.toString() : reason;
    }
}
