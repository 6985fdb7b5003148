package stretch.history.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import stretch.history.db.DatabaseHeader;
import stretch.os.AtomicFile;
import stretch.os.ExitCode;
import stretch.os.FileKind;
import stretch.os.UserError;

/**
 * Backups of one record.
 *
 * @param caches a folder for SQLite's native library, made when needed
 */
public record DatabaseBackups(Path database, Path caches, Clock clock) {
    /** How many of the backups that stretch makes by itself are kept: a week of one a day. Our choice. */
    private static final int AUTOMATIC = 7;

    /** No backup goes on for so long without being written to. Our choice. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);

    public DatabaseBackups {
        database = database.toAbsolutePath().normalize();
    }

    /** Backs the record up into the folder of backups beside it; answers with the new file. */
    public Path backup() {
        checkThere();
        return dated("");
    }

    /**
     * Backs the record up by itself, before something is done to it; of such backups the newest seven stay.
     *
     * <p>Whoever asks has a transaction open on the record: to look into the file here would end its locks.
     */
    public Path backUp(String reason) {
        var kept = dated("-" + reason);
        var old = backups(true);
        for (var file : old.subList(0, Math.max(0, old.size() - AUTOMATIC))) {
            try {
                if (!file.equals(kept)) {
                    Files.deleteIfExists(file);
                }
            } catch (IOException e) {
                // One too many does no harm.
            }
        }
        return kept;
    }

    private Path dated(String reason) {
        var folder = folder();
        try {
            AtomicFile.makeFolder(folder);
            AtomicFile.deleteAbandoned(folder, stem() + "-", clock.instant().minus(LONGEST));
        } catch (IOException e) {
            throw AtomicFile.failure(folder, e);
        }
        // Within one second there may be two, one after the other or both at once.
        for (var from = folder.resolve(stem() + "-" + stamp()); ; ) {
            var place = FileKind.free(from, reason + ".db");
            if (write(place, this::copy, AtomicFile::commitIfFree)) {
                return place;
            }
        }
    }

    /** Backs the record up into this file; over one that exists only if that is wanted. */
    public Path backup(Path file, boolean over) {
        checkThere();
        return write(file, over, this::copy);
    }

    private void copy(Path into) {
        DatabaseCopy.make(database, into, caches, false);
    }

    /**
     * Packs the record, if there is one, and files of the user into this zip file.
     *
     * @param texts the files by their names in it
     */
    public Path pack(Path file, Map<String, byte[]> texts, boolean over) {
        boolean recorded = DatabaseHeader.requireHistory(database);
        if (texts.isEmpty()) {
            checkThere();
        }
        return write(file, over, target -> {
            try (var copy = AtomicFile.of(target, "db")) {
                if (recorded) {
                    copy(copy.file());
                }
                BackupArchive.write(target, Optional.of(copy.file()).filter(there -> recorded), texts);
            }
        });
    }

    /** Writes the content of a backup into an empty file. */
    private interface Content {
        void write(Path into) throws IOException;
    }

    private Path write(Path file, boolean over, Content content) {
        var place = file.toAbsolutePath().normalize();
        if (isPartOfRecord(place)) {
            throw UserError.usage(file + ": is part of the history itself; name another file");
        }
        AtomicFile.check(file, over);
        write(place, content, target -> {
            target.commit(over);
            return true;
        });
        return place;
    }

    /** How a file that is whole comes to its place; answers false if it does not, as there is another by now. */
    private interface Placing {
        boolean place(AtomicFile file) throws IOException;
    }

    private static boolean write(Path place, Content content, Placing placing) {
        try (var target = AtomicFile.of(place)) {
            content.write(target.file());
            return placing.place(target);
        } catch (IOException e) {
            throw AtomicFile.failure(place, e);
        }
    }

    private void checkThere() {
        if (!DatabaseHeader.requireHistory(database)) {
            throw new UserError(
                    ExitCode.NO_INPUT, database + ": nothing has been recorded yet, so there is nothing to back up");
        }
    }

    boolean isPartOfRecord(Path place) {
        try {
            return List.of("", "-journal", "-wal", "-shm", ".lock").stream()
                            .anyMatch(end -> place.equals(database.resolveSibling(database.getFileName() + end)))
                    || (FileKind.exists(place) && FileKind.exists(database) && Files.isSameFile(place, database));
        } catch (IOException e) {
            throw AtomicFile.failure(place, e);
        }
    }

    /** The backups of this record, oldest first: those that were asked for, or those that stretch made by itself. */
    public List<Path> backups(boolean automatic) {
        var folder = folder();
        if (!FileKind.exists(folder)) {
            return List.of();
        }
        var name = Pattern.compile(
                Pattern.quote(stem()) + "-\\d{8}T\\d{6}(\\.\\d+)?" + (automatic ? "-[a-z0-9-]+" : "") + "\\.db");
        try (var files = Files.list(folder)) {
            return files.filter(
                            file -> name.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UserError(
                    ExitCode.NOT_PERMITTED,
                    folder + ": backups cannot be listed (" + e.getMessage() + "); check who owns it");
        }
    }

    /** Where backups go that are given no name. */
    public Path folder() {
        return database.resolveSibling("backups");
    }

    private String stem() {
        return database.getFileName().toString().replaceFirst("\\.[^.]+$", "");
    }

    /** This moment, as names of files have it. */
    public String stamp() {
        return STAMP.format(LocalDateTime.now(clock));
    }
}
