package stretch.history;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import stretch.Exit;
import stretch.Failure;
import stretch.FileKind;
import stretch.NewFile;

/** The record's file: how it is made, opened and brought up to date, and the statements and transactions on it. */
final class Store implements AutoCloseable {
    private final Path file;
    private final Path caches;
    private final Connection connection;
    private final Seal seal;

    private Store(Path file, Path caches, Connection connection) {
        this.file = file;
        this.caches = caches;
        this.connection = connection;
        this.seal = new Seal(connection);
    }

    static Store open(Path file, Path caches, boolean readOnly) {
        try {
            return new Store(file, caches, Driver.connect(file, caches, readOnly));
        } catch (SQLException e) {
            throw Faults.of(file, e);
        }
    }

    /** Makes an empty file, readable by its owner alone; SQLite gives its journal the same permissions. */
    static void make(Path file) {
        var folder = Objects.requireNonNull(file.getParent());
        try {
            NewFile.makeFolder(folder);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (FileAlreadyExistsException e) {
            // Somebody was first; whoever comes to the empty file first makes the tables.
            if (!FileKind.exists(file)) {
                throw new Failure(
                        Exit.CANNOT_CREATE,
                        file + ": cannot be made, because "
                                + (FileKind.isTaken(file)
                                        ? "it is a link that leads nowhere"
                                        : folder + " is no folder")
                                + "; name another with --db");
            }
        } catch (AccessDeniedException e) {
            throw new Failure(
                    Exit.NOT_PERMITTED,
                    file + ": cannot be made; check who owns " + folder + ", or name another with --db");
        } catch (IOException e) {
            throw new Failure(
                    Exit.CANNOT_CREATE, file + ": cannot be made (" + e.getMessage() + "); name another with --db");
        }
    }

    Path file() {
        return file;
    }

    Connection connection() {
        return connection;
    }

    /** The number of the shape, 0 without tables: if whoever made them died on the way, SQLite has undone it by now. */
    int version() {
        var version = new int[1];
        each("PRAGMA user_version", List.of(), row -> version[0] = row.getInt(1));
        return version[0];
    }

    /** Gives the tables their newest shape; a record of an older one is copied beside itself before it is changed. */
    void upgrade() {
        if (version() < Schema.VERSION) {
            immediately(() -> {
                // Another process may have done it since we looked.
                int version = version();
                if (version < Schema.VERSION) {
                    if (version > 0) {
                        keepCopy(file.resolveSibling(file.getFileName() + ".schema-" + version));
                    }
                    Schema.upgrade(connection, version, new SecureRandom());
                    seal.anew();
                }
            });
        }
    }

    private void keepCopy(Path copy) {
        try (var part = NewFile.of(copy)) {
            Copy.make(file, part.file(), caches, false);
            part.place(true);
        } catch (IOException e) {
            throw NewFile.failure(copy, e);
        }
    }

    /** Work on the connection. */
    interface Work {
        void run() throws SQLException;
    }

    /**
     * One transaction that takes the write lock at once, so that two of them never wait for each other; what it changed
     * is sealed with it.
     */
    void immediately(Work work) {
        try (var statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            try {
                work.run();
                seal.rows();
                statement.execute("COMMIT");
            } catch (SQLException | RuntimeException e) {
                rollBack(statement, e);
                throw e;
            }
        } catch (SQLException e) {
            throw Faults.of(file, e);
        }
    }

    /** When the disk is full, SQLite has rolled back by itself, and says so: what went wrong first is what counts. */
    private static void rollBack(Statement statement, Exception cause) {
        try {
            statement.execute("ROLLBACK");
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /** What to do with a row. */
    interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    void each(String sql, List<?> values, RowReader reader) {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        } catch (SQLException e) {
            throw Faults.of(file, e);
        } catch (UnreadableRow e) {
            throw Faults.of(file, e);
        }
    }

    /** The rows of a query, for whoever asks for them in their own time. */
    <T> RowIterator<T> rows(String sql, List<?> values, RowIterator.Reader<T> reader) {
        try {
            var statement = connection.prepareStatement(sql);
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            return new RowIterator<>(this, statement, reader);
        } catch (SQLException e) {
            throw Faults.of(file, e);
        }
    }

    /** One statement of a transaction. */
    void update(String sql, @Nullable Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    /** The one number that a query of a transaction answers with. */
    long number(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            return row.getLong(1);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw Faults.of(file, e);
        }
    }
}
