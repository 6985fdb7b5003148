package stretch.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A look into an SQLite file, past stretch. */
final class DatabaseFile {
    private DatabaseFile() {}

    /** The rows of a query, cells joined by a bar. */
    static List<String> rows(Path file, String sql) throws IOException, SQLException {
        try (var connection = connect(file);
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (row.next()) {
                var cells = new ArrayList<String>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    cells.add(row.getString(i));
                }
                found.add(String.join("|", cells));
            }
            return found;
        }
    }

    static void change(Path file, String... statements) throws IOException, SQLException {
        try (var connection = connect(file);
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.executeUpdate(sql);
            }
        }
    }

    private static Connection connect(Path file) throws IOException, SQLException {
        // The driver would unpack its library among the temporary files, where some tests look for litter.
        var folder = Files.createDirectories(Path.of("target", "caches").toAbsolutePath());
        System.setProperty("org.sqlite.tmpdir", folder.toString());
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }
}
