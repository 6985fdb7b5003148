package stretch.history.db;

import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import stretch.os.ExitCode;
import stretch.os.UserError;

/** What SQLite's faults mean to a user. */
public final class SqliteErrors {
    /** What to do about a damaged record. */
    public static final String RESCUE = "it was not changed; 'stretch doctor --rescue FILE' saves what can be read,"
            + " 'stretch restore FILE' replaces it with a backup";

    private SqliteErrors() {}

    public static UserError damaged(Path file) {
        return new UserError(ExitCode.UNUSABLE, file + ": is damaged; " + RESCUE);
    }

    /** What to do about a row that is whole but holds what makes no sense. */
    static UserError of(Path file, UnreadableRow fault) {
        return new UserError(
                ExitCode.UNUSABLE,
                file + ": " + fault.getMessage()
                        + "; 'stretch doctor' lists such rows, 'stretch restore FILE' replaces it with a backup");
    }

    public static boolean isDamage(SQLException fault) {
        return switch (code(fault)) {
            case SQLITE_CORRUPT, SQLITE_NOTADB -> true;
            // A table is gone, or is not as it was made.
            case SQLITE_ERROR -> {
                var said = String.valueOf(fault.getMessage());
                yield said.contains("no such table") || said.contains("no such column");
            }
            default -> false;
        };
    }

    public static boolean isFull(SQLException fault) {
        return code(fault) == SQLiteErrorCode.SQLITE_FULL;
    }

    private static SQLiteErrorCode code(SQLException fault) {
        var code = fault instanceof SQLiteException known ? known.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
        // Extended codes carry the basic one in their lowest byte.
        return SQLiteErrorCode.getErrorCode(code.code & 0xFF);
    }

    public static UserError of(Path file, SQLException fault) {
        if (fault instanceof SQLiteException known
                && known.getResultCode() == SQLiteErrorCode.SQLITE_READONLY_DBMOVED) {
            return new UserError(ExitCode.BUSY, file + ": was replaced a moment ago; run the command again");
        }
        if (isDamage(fault)) {
            return damaged(file);
        }
        return switch (code(fault)) {
            case SQLITE_FULL ->
                new UserError(ExitCode.IO, file + ": the disk is full; make room, then run the command again");
            case SQLITE_BUSY, SQLITE_LOCKED ->
                new UserError(
                        ExitCode.BUSY, file + ": another program is using the history; try again when it is done");
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH ->
                new UserError(ExitCode.NOT_PERMITTED, file + ": may not be written; check who owns it and its folder");
            case SQLITE_CANTOPEN ->
                new UserError(ExitCode.NOT_PERMITTED, file + ": cannot be opened; check its folder and who owns it");
            // A query cannot work with what it finds: no JSON where some has to be, numbers without end, a broken rule.
            case SQLITE_ERROR, SQLITE_CONSTRAINT, SQLITE_MISMATCH, SQLITE_TOOBIG ->
                of(file, new UnreadableRow("contains what cannot be read (" + fault.getMessage() + ")"));
            default ->
                new UserError(
                        ExitCode.IO, file + ": reading or writing failed (" + fault.getMessage() + "); check the disk");
        };
    }
}
