package stretch.history.db;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** The rows of a query, read one by one as they are asked for. */
final class RowIterator<T> implements Iterator<T>, AutoCloseable {
    private final Path file;
    private final PreparedStatement statement;
    private final ResultSet rows;
    private final Query.RowParser<T> reader;
    private boolean there;

    RowIterator(Path file, PreparedStatement statement, Query.RowParser<T> reader) throws SQLException {
        this.file = file;
        this.statement = statement;
        this.reader = reader;
        this.rows = statement.executeQuery();
        this.there = rows.next();
    }

    @Override
    public boolean hasNext() {
        return there;
    }

    @Override
    public T next() {
        if (!there) {
            throw new NoSuchElementException();
        }
        try {
            var row = reader.parse(rows);
            there = rows.next();
            return row;
        } catch (SQLException e) {
            throw SqliteErrors.of(file, e);
        } catch (UnreadableRow e) {
            throw SqliteErrors.of(file, e);
        }
    }

    @Override
    public void close() {
        try (statement) {
            rows.close();
        } catch (SQLException e) {
            throw SqliteErrors.of(file, e);
        }
    }
}
