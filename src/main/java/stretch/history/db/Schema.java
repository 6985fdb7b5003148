package stretch.history.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;

/** The shape of the database, in numbered steps that are only ever added to, each a resource such as {@code schema/1.sql}. */
public final class Schema {
    /** "strc" in ASCII: SQLite keeps it in the file's header, so that other programs' files are told apart. */
    static final int APPLICATION_ID = 0x73747263;

    /** The number of the newest shape: each step leads from the version before it to the next. */
    public static final int VERSION = 7;

    /** Makes the first of eight hexadecimal digits a, b, e or f: no spreadsheet takes that for a number. */
    private static final int A_LETTER_FIRST = 0xA000_0000;

    private Schema() {}

    /** The year in UTC, out of milliseconds since 1970. */
    static String year(String millis) {
        return "CAST(coalesce(strftime('%Y', " + millis + " / 1000, 'unixepoch'), '1970') AS INTEGER)";
    }

    /** A new name of a device. */
    public static String device(RandomGenerator random) {
        return HexFormat.of().toHexDigits(random.nextInt() | A_LETTER_FIRST);
    }

    /** Brings a database up to the newest shape, from nothing too; the caller holds the transaction. */
    static void upgrade(Connection connection, int from, RandomGenerator random) throws SQLException {
        make(connection, from, VERSION);
        if (from == 0) {
            Query.run(connection, "INSERT INTO meta (key, value) VALUES ('device', '" + device(random) + "')");
            Query.run(connection, "PRAGMA application_id = " + APPLICATION_ID);
        }
        Query.run(connection, "PRAGMA user_version = " + VERSION);
    }

    /** Whether the tables are those of this version, from which the other steps lead on: tried on an empty copy of them. */
    static boolean leadsOn(Connection connection, int version) throws SQLException {
        try (var copy = SqliteConnections.memory()) {
            Query.each(
                    connection,
                    "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY rowid",
                    List.of(),
                    row -> Query.run(copy, row.getString(1)));
            make(copy, version, VERSION);
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    /** Takes the steps that lead from one version to another. */
    public static void make(Connection connection, int from, int to) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (int version = from + 1; version <= to; version++) {
                statement.executeUpdate(step(version));
            }
        }
    }

    private static String step(int version) {
        var name = "/stretch/schema/" + version + ".sql";
        try (var in = Schema.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
