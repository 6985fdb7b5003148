package stretch.history.db;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads all rows of a query without values. */
public final class Query {
    private Query() {}

    /** Makes something of a row. */
    public interface RowParser<T> {
        T parse(ResultSet row) throws SQLException;
    }

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

    /** Its first column as text. */
    public static List<String> texts(Connection connection, String sql) throws SQLException {
        return list(connection, sql, row -> String.valueOf(row.getString(1)));
    }

    /** The one number that it answers with. */
    public static long number(Connection connection, String sql) throws SQLException {
        return list(connection, sql, row -> row.getLong(1)).get(0);
    }
}
