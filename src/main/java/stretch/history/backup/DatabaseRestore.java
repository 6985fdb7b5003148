package stretch.history.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import stretch.history.SessionLock;
import stretch.history.db.Database;
import stretch.history.db.DatabaseHeader;
import stretch.history.db.Query;
import stretch.history.db.SqliteConnections;
import stretch.history.db.SqliteErrors;
import stretch.os.AtomicFile;
import stretch.os.ExitCode;
import stretch.os.FileKind;
import stretch.os.UserError;

/** The way back from a backup: nothing that was recorded is ever overwritten without being kept. */
public record DatabaseRestore(DatabaseBackups backups) {
    /**
     * What a restore did with the record that was there.
     *
     * @param backup the backup that was made of it
     * @param aside where it was moved, because it was damaged
     */
    public record RestoreResult(Optional<Path> backup, Optional<Path> aside) {}

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
            makeFolder();
            try (var copy = AtomicFile.of(database(), "unpacked")) {
                archive.unpackHistory(copy.file());
                return restore(archive.file(), copy.file(), alongside);
            }
        } catch (IOException e) {
            throw AtomicFile.failure(database(), e);
        }
    }

    private RestoreResult restore(Path backup, Path from, Runnable alongside) {
        checkBackup(backup, from);
        DatabaseHeader.inspect(database());
        try {
            makeFolder();
            // Where the record is a link, the file that it leads to is replaced, not the link.
            var place = FileKind.exists(database()) ? database().toRealPath() : database();
            try (var lock = SessionLock.acquire(database())
                            .orElseThrow(
                                    () -> new UserError(
                                            ExitCode.BUSY,
                                            database()
                                                    + ": a session or another restore is running; run this one again when it has ended"));
                    var target = AtomicFile.of(place)) {
                Objects.requireNonNull(lock);
                copyChecked(backup, from, target);
                alongside.run();
                return swap(place, target);
            }
        } catch (IOException e) {
            throw AtomicFile.failure(database(), e);
        }
    }

    private Path database() {
        return backups.database();
    }

    private void makeFolder() throws IOException {
        AtomicFile.makeFolder(Objects.requireNonNull(database().getParent()));
    }

    private void checkBackup(Path named, Path from) {
        var kind = FileKind.of(from);
        if (kind == FileKind.ABSENT) {
            throw new UserError(
                    ExitCode.NO_INPUT, named + ": there is no such file; backups are kept in " + backups.folder());
        }
        if (kind != FileKind.PLAIN) {
            throw new UserError(ExitCode.NO_INPUT, kind.insteadOfFile(named));
        }
        if (backups.isPartOfRecord(from)) {
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
            DatabaseCopy.make(from, target.file(), backups.caches(), true);
        } catch (UserError failure) {
            if (failure.exit() == ExitCode.UNUSABLE) {
                throw new UserError(ExitCode.BAD_INPUT, named + ": is damaged; name another backup");
            }
            throw failure;
        }
    }

    private RestoreResult swap(Path place, AtomicFile target) throws IOException {
        switch (DatabaseHeader.inspect(place).kind()) {
            case ABSENT -> {
                if (!target.commitIfFree()) {
                    return swap(place, target);
                }
            }
            case EMPTY -> {
                // Whoever has it open would record into a file that is gone: SQLite does not look while it has no
                // pages.
                try (var database = Database.open(place, backups.caches(), false)) {
                    database.upgrade();
                }
                return swap(place, target);
            }
            case HISTORY -> {
                try (var hold = hold(place)) {
                    Objects.requireNonNull(hold);
                    var kept = backups.backUp("before-restore");
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
            var connection = SqliteConnections.connect(place, backups.caches(), false);
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
        var aside = FileKind.free(place.resolveSibling(place.getFileName() + ".damaged-" + backups.stamp()), "");
        var journal = place.resolveSibling(place.getFileName() + "-journal");
        if (FileKind.exists(journal)) {
            Files.move(journal, aside.resolveSibling(aside.getFileName() + "-journal"));
        }
        AtomicFile.rename(place, aside);
        target.commit(true);
        return aside;
    }
}
