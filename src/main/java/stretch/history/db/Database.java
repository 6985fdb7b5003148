package stretch.history.db;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import stretch.history.backup.DatabaseCopy;
import stretch.os.AtomicFile;
import stretch.os.ExitCode;
import stretch.os.FileKind;
import stretch.os.UserError;

/** The record's file: how it is made, opened and brought up to date, and the statements and transactions on it. */
public final class Database implements AutoCloseable {
    private final Path file;
    private final Path caches;
    private final @Nullable Connection connection;
    private @Nullable RowChecksums checksums;

    private Database(Path file, Path caches, @Nullable Connection connection) {
        this.file = file;
        this.caches = caches;
        this.connection = connection;
    }

    /** One that is not there: it has no rows, and none can be written to it. */
    public static Database none() {
        return new Database(Path.of(""), Path.of(""), null);
    }

    public boolean exists() {
        return connection != null;
    }

    public static Database open(Path file, Path caches, boolean readOnly) {
        try {
            return new Database(file, caches, SqliteConnections.connect(file, caches, readOnly));
        } catch (SQLException e) {
            throw SqliteErrors.of(file, e);
        }
    }

    /** Makes an empty file, readable by its owner alone; SQLite gives its journal the same permissions. */
    public static void make(Path file) {
        var folder = Objects.requireNonNull(file.getParent());
        try {
            AtomicFile.makeFolder(folder);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (FileAlreadyExistsException e) {
            if (FileKind.isDeadLink(file) || FileKind.of(folder) != FileKind.FOLDER) {
                FileKind.failIfLost(file, ", or name another with --db");
                throw new UserError(
                        ExitCode.CANNOT_CREATE,
                        file + ": cannot be created, because " + folder + " is not a folder; name another with --db");
            }
            // Somebody was first; whoever comes to the empty file first makes the tables.
        } catch (AccessDeniedException e) {
            throw new UserError(
                    ExitCode.NOT_PERMITTED,
                    file + ": cannot be created; check who owns " + folder + ", or name another with --db");
        } catch (IOException e) {
            throw new UserError(
                    ExitCode.CANNOT_CREATE,
                    file + ": cannot be created (" + e.getMessage() + "); name another with --db");
        }
    }

    public Path file() {
        return file;
    }

    public Connection connection() {
        return Objects.requireNonNull(connection);
    }

    private RowChecksums checksums() {
        if (checksums == null) {
            checksums = new RowChecksums(connection());
        }
        return checksums;
    }

    /** The number of the shape, 0 without tables: if whoever made them died on the way, SQLite has undone it by now. */
    public int version() {
        return one("PRAGMA user_version", List.of(), row -> row.getInt(1)).orElse(0);
    }

    /** Gives the tables their newest shape; a record of an older one is copied beside itself before it is changed. */
    public void upgrade() {
        if (version() < Schema.VERSION) {
            inTransaction(() -> {
                // Another process may have done it since we looked.
                int version = version();
                if (version < Schema.VERSION) {
                    if (version > 0) {
                        if (!Schema.leadsOn(connection(), version)) {
                            throw SqliteErrors.damaged(file);
                        }
                        saveCopy(file.resolveSibling(file.getFileName() + ".schema-" + version));
                    }
                    Schema.upgrade(connection(), version, new SecureRandom());
                    checksums().sealAll();
                }
            });
        }
    }

    private void saveCopy(Path copy) {
        try (var target = AtomicFile.of(copy)) {
            DatabaseCopy.make(file, target.file(), caches, false);
            target.commit(true);
        } catch (IOException e) {
            throw AtomicFile.failure(copy, e);
        }
    }

    public interface Transaction {
        void run() throws SQLException;
    }

    /** Work on the connection that answers with something. */
    public interface Answer<T> {
        T get() throws SQLException;
    }

    /**
     * One transaction that takes the write lock at once, so that two of them never wait for each other; what it changed
     * is sealed with it.
     */
    public <T> T inTransaction(Answer<T> work) {
        try (var statement = connection().createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            try {
                var answer = work.get();
                checksums().sealMissing();
                statement.execute("COMMIT");
                return answer;
            } catch (SQLException | RuntimeException e) {
                rollBack(statement, e);
                throw e;
            }
        } catch (SQLException e) {
            throw SqliteErrors.of(file, e);
        }
    }

    /** The same of work that has no answer. */
    public void inTransaction(Transaction work) {
        inTransaction(() -> {
            work.run();
            return true;
        });
    }

    /** When the disk is full, SQLite has rolled back by itself, and says so: what went wrong first is what counts. */
    private static void rollBack(Statement statement, Exception cause) {
        try {
            statement.execute("ROLLBACK");
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    public void each(String sql, List<?> values, Query.RowReader reader) {
        try {
            if (connection != null) {
                Query.each(connection, sql, values, reader);
            }
        } catch (SQLException e) {
            throw SqliteErrors.of(file, e);
        } catch (UnreadableRow e) {
            throw SqliteErrors.of(file, e);
        }
    }

    /** What is made of each row. */
    public <T> List<T> list(String sql, List<?> values, Query.RowParser<T> parser) {
        var rows = new ArrayList<T>();
        each(sql, values, row -> rows.add(parser.parse(row)));
        return rows;
    }

    /** What is made of the first row, if there is one. */
    public <T> Optional<T> one(String sql, List<?> values, Query.RowParser<T> parser) {
        return list(sql, values, parser).stream().findFirst();
    }

    /** One statement of a transaction; how many rows it changed. */
    public int update(String sql, @Nullable Object... values) throws SQLException {
        return Query.update(connection(), sql, Arrays.asList(values));
    }

    /** An expression for the digest of a new row of this table, over its cells by their names. */
    public String digest(String table) throws SQLException {
        return checksums().digest(table);
    }

    /** The one number that a query of a transaction answers with. */
    public long number(String sql) throws SQLException {
        return Query.number(connection(), sql);
    }

    @Override
    public void close() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            throw SqliteErrors.of(file, e);
        }
    }
}
