package stretch.history.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import stretch.history.SessionLock;
import stretch.history.db.DatabaseHeader;
import stretch.history.db.Query;
import stretch.history.db.SqliteConnections;
import stretch.history.db.SqliteErrors;
import stretch.os.AtomicFile;
import stretch.os.ExitCode;
import stretch.os.FileKind;
import stretch.os.UserError;

/** Backups of the record, and the way back: nothing that was recorded is ever overwritten without being kept. */
public final class DatabaseBackups {
    /** How many of the backups that stretch makes by itself are kept: a week of one a day. Our choice. */
    private static final int AUTOMATIC = 7;

    /** No backup goes on for so long without being written to. Our choice. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);

    private final Path database;
    private final Path caches;
    private final Clock clock;

    /**
     * The safekeeping of one record.
     *
     * @param caches a folder for SQLite's native library, made when needed
     */
    public DatabaseBackups(Path record, Path caches, Clock clock) {
        this.database = record.toAbsolutePath().normalize();
        this.caches = caches;
        this.clock = clock;
    }

    /**
     * What a restore did with the record that was there.
     *
     * @param backup the backup that was made of it
     * @param aside where it was moved, because it was damaged
     */
    public record RestoreResult(Optional<Path> backup, Optional<Path> aside) {}

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
        // Within one second there may be two.
        return copy(FileKind.free(folder.resolve(stem() + "-" + stamp()), reason + ".db"), false);
    }

    /** Backs the record up into this file; over one that exists only if that is wanted. */
    public Path backup(Path file, boolean over) {
        checkThere();
        return copy(file, over);
    }

    private Path copy(Path file, boolean over) {
        return write(file, over, target -> DatabaseCopy.make(database, target, caches, false));
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
                    DatabaseCopy.make(database, copy.file(), caches, false);
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
        try (var target = AtomicFile.of(place)) {
            content.write(target.file());
            target.commit(over);
            return place;
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

    private boolean isPartOfRecord(Path place) {
        try {
            return List.of("", "-journal", "-wal", "-shm", ".lock").stream()
                            .anyMatch(end -> place.equals(database.resolveSibling(database.getFileName() + end)))
                    || (FileKind.exists(place) && FileKind.exists(database) && Files.isSameFile(place, database));
        } catch (IOException e) {
            throw AtomicFile.failure(place, e);
        }
    }

    /**
     * Puts a backup in the place of the record, which is kept: by a backup of its own, or if it is damaged, as it is.
     *
     * @throws UserError with {@link ExitCode#BUSY} while a session runs, with {@link ExitCode#BAD_INPUT} if the backup is no good
     */
    public RestoreResult restore(Path backup) {
        return restore(backup, backup.toAbsolutePath().normalize(), () -> {});
    }

    /**
     * The same for the record in an archive.
     *
     * @param alongside puts the rest of it in place, once all of the record is checked
     */
    public RestoreResult restore(BackupArchive archive, Runnable alongside) {
        try {
            AtomicFile.makeFolder(parent(database));
            try (var copy = AtomicFile.of(database, "unpacked")) {
                archive.unpackHistory(copy.file());
                return restore(archive.file(), copy.file(), alongside);
            }
        } catch (IOException e) {
            throw AtomicFile.failure(database, e);
        }
    }

    private RestoreResult restore(Path backup, Path from, Runnable alongside) {
        checkBackup(backup, from);
        DatabaseHeader.inspect(database);
        try {
            AtomicFile.makeFolder(parent(database));
            // Where the record is a link, the file that it leads to is replaced, not the link.
            var place = FileKind.exists(database) ? database.toRealPath() : database;
            try (var lock = SessionLock.acquire(database)
                            .orElseThrow(() -> new UserError(
                                    ExitCode.BUSY,
                                    database + ": a session is running; finish or quit it, then restore"));
                    var target = AtomicFile.of(place)) {
                Objects.requireNonNull(lock);
                copyChecked(backup, from, target);
                alongside.run();
                return swap(place, target);
            }
        } catch (IOException e) {
            throw AtomicFile.failure(database, e);
        }
    }

    private void checkBackup(Path named, Path from) {
        var kind = FileKind.of(from);
        if (kind == FileKind.ABSENT) {
            throw new UserError(ExitCode.NO_INPUT, named + ": there is no such file; backups are kept in " + folder());
        }
        if (kind != FileKind.PLAIN) {
            throw new UserError(ExitCode.NO_INPUT, kind.insteadOfFile(named));
        }
        if (isPartOfRecord(from)) {
            throw UserError.usage(named + ": is part of the history itself; name a backup");
        }
        var look = DatabaseHeader.inspect(from);
        var fault = switch (look.kind()) {
            case HISTORY -> "";
            case ABSENT, EMPTY, NOT_A_DATABASE, OTHER_PROGRAM -> "is not a backup of stretch; name another file";
            case NEWER -> "was written by a newer stretch (schema " + look.version() + "); update stretch";
            case WRITE_AHEAD_LOG ->
                "a write-ahead log of another program lies beside it; move " + from.getFileName() + "-wal away";
            case CUT_SHORT -> "is cut short; name another backup";
            case DAMAGED -> "is damaged; name another backup";
        };
        if (!fault.isEmpty()) {
            throw new UserError(ExitCode.BAD_INPUT, named + ": " + fault);
        }
    }

    private void copyChecked(Path named, Path from, AtomicFile target) {
        try {
            DatabaseCopy.make(from, target.file(), caches, true);
        } catch (UserError failure) {
            if (failure.exit() == ExitCode.UNUSABLE) {
                throw new UserError(ExitCode.BAD_INPUT, named + ": is damaged; name another backup");
            }
            throw failure;
        }
    }

    private RestoreResult swap(Path place, AtomicFile target) throws IOException {
        switch (DatabaseHeader.inspect(place).kind()) {
            case ABSENT, EMPTY -> target.commit(true);
            case HISTORY -> {
                try (var hold = hold(place)) {
                    Objects.requireNonNull(hold);
                    var kept = backUp("before-restore");
                    target.commit(true);
                    return new RestoreResult(Optional.of(kept), Optional.empty());
                } catch (SQLException e) {
                    throw SqliteErrors.of(place, e);
                } catch (UserError failure) {
                    if (failure.exit() != ExitCode.UNUSABLE) {
                        throw failure;
                    }
                }
                return new RestoreResult(Optional.empty(), Optional.of(aside(place, target)));
            }
            case NOT_A_DATABASE, CUT_SHORT, DAMAGED -> {
                return new RestoreResult(Optional.empty(), Optional.of(aside(place, target)));
            }
            case OTHER_PROGRAM, NEWER, WRITE_AHEAD_LOG -> DatabaseHeader.requireHistory(place);
        }
        return new RestoreResult(Optional.empty(), Optional.empty());
    }

    /** As long as this is open, no other command writes to the record: its words would go with the old file. */
    private Connection hold(Path place) {
        try {
            var connection = SqliteConnections.connect(place, caches, false);
            try {
                Query.run(connection, "BEGIN IMMEDIATE");
                return connection;
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw SqliteErrors.of(place, e);
        }
    }

    /** The damaged record keeps its journal: by the two together, more may be saved. */
    private Path aside(Path place, AtomicFile target) throws IOException {
        var aside = FileKind.free(place.resolveSibling(place.getFileName() + ".damaged-" + stamp()), "");
        var journal = place.resolveSibling(place.getFileName() + "-journal");
        if (FileKind.exists(journal)) {
            Files.move(journal, aside.resolveSibling(aside.getFileName() + "-journal"));
        }
        AtomicFile.rename(place, aside);
        target.commit(true);
        return aside;
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

    private static Path parent(Path file) {
        return Objects.requireNonNull(file.getParent());
    }
}
