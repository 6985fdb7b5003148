package stretch.history.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import stretch.history.db.Database;
import stretch.os.AtomicFile;
import stretch.os.ExitCode;
import stretch.os.FileKind;
import stretch.os.InputFile;
import stretch.os.UserError;

/** A folder that machines share, and what a history knows of it; its whole path, without detours, is what it is known by. */
public record SyncFolder(Database database, Path path) {
    /** Whether one is there; fails if it cannot be, since a file is or the folder around it is not. */
    public static boolean isThere(Path folder) {
        var kind = FileKind.of(folder);
        if (kind == FileKind.ABSENT) {
            var above = folder.getParent();
            if (above == null || !isThere(above)) {
                throw noFolder(folder);
            }
        } else if (kind != FileKind.FOLDER) {
            throw new UserError(ExitCode.NO_INPUT, folder + ": is " + kind.words() + "; name a folder");
        }
        return kind == FileKind.FOLDER;
    }

    private static UserError noFolder(Path folder) {
        return new UserError(
                ExitCode.NO_INPUT, folder + ": there is no such folder; mount it or make it, or name another");
    }

    /**
     * Fails if it is not there.
     *
     * @param make whether it may be made, if its parent is there and it was never synced with
     */
    void require(boolean make) {
        if (isThere(path)) {
            return;
        }
        if (!make || !known().isEmpty()) {
            throw noFolder(path);
        }
        try {
            AtomicFile.makeFolder(path);
        } catch (IOException e) {
            throw AtomicFile.failure(path, e);
        }
    }

    /** The id of this machine. */
    String device() {
        return database.one("SELECT value FROM meta WHERE key = 'device'", List.of(), row -> row.getString(1))
                .orElse("");
    }

    /** Whether a file is this machine's by its name. */
    static boolean isOwn(String device, String name) {
        return name.matches(device + "-\\d{4}\\" + SyncFile.ENDING);
    }

    /** The checksums of the files that have been read, and of those of this machine that are as it would write them. */
    Map<String, String> known() {
        var known = new HashMap<String, String>();
        database.each(
                "SELECT name, sha256 FROM sync_file WHERE folder = ?",
                List.of(path.toString()),
                row -> known.put(row.getString(1), row.getString(2)));
        return known;
    }

    /** Whether it is a plain file, or nobody can tell, which is said when it is read. */
    private static boolean isReadOrRefused(Path file) {
        try {
            return FileKind.of(file) == FileKind.PLAIN;
        } catch (UserError e) {
            return true;
        }
    }

    /** The files that are of a sync by their names, in order. */
    List<Path> files() {
        try (var all = Files.list(path)) {
            return all.filter(file -> {
                        var name = file.getFileName().toString();
                        return name.endsWith(SyncFile.ENDING) && !name.startsWith(".");
                    })
                    .filter(SyncFolder::isReadOrRefused)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw InputFile.unreadable(path, e);
        }
    }
}
