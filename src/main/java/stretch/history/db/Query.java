package stretch.history.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements and queries on a connection, whatever it leads to. */
public final class Query {
    private Query() {}

    public interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    public interface RowParser<T> {
        T parse(ResultSet row) throws SQLException;
    }

    /** A statement with these values, to be closed by whoever asks for it. */
    static PreparedStatement prepare(Connection connection, String sql, List<? extends @Nullable Object> values)
            throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
        return statement;
    }

    public static void each(Connection connection, String sql, List<?> values, RowReader reader) throws SQLException {
        try (var statement = prepare(connection, sql, values);
                var row = statement.executeQuery()) {
            while (row.next()) {
                reader.read(row);
            }
        }
    }

    /** Runs a statement; how many rows it changed. */
    public static int update(Connection connection, String sql, List<? extends @Nullable Object> values)
            throws SQLException {
        try (var statement = prepare(connection, sql, values)) {
            return statement.executeUpdate();
        }
    }

    /** What is made of each row of a query without values. */
    public static <T> List<T> list(Connection connection, String sql, RowParser<T> parser) throws SQLException {
        var rows = new ArrayList<T>();
        each(connection, sql, List.of(), row -> rows.add(parser.parse(row)));
        return rows;
    }

    public static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Its first column as text. */
    public static List<String> texts(Connection connection, String sql) throws SQLException {
        return list(connection, sql, row -> String.valueOf(row.getString(1)));
    }

    /** The one number that it answers with. */
    public static long number(Connection connection, String sql) throws SQLException {
        return list(connection, sql, row -> row.getLong(1)).get(0);
    }
}
