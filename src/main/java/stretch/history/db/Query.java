package stretch.history.db;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Statements and queries without values. */
public final class Query {
    private Query() {}

    /** Makes something of a row. */
    public interface RowParser<T> {
        T parse(ResultSet row) throws SQLException;
    }

    /** What is made of each row of a query. */
    public static <T> List<T> list(Connection connection, String sql, RowParser<T> parser) throws SQLException {
        var rows = new ArrayList<T>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            while (row.next()) {
                rows.add(parser.parse(row));
            }
        }
        return rows;
    }

    /** Runs a statement. */
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
