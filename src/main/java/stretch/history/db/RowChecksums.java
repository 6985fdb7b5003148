package stretch.history.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32C;
import org.sqlite.Function;
import stretch.history.backup.DatabaseCopy;

/**
 * A digest in each row of the record, so that a bit that flips on the disk is found and its row named.
 *
 * <p>SQLite finds pages that make no sense, but not a letter that became another. The digest is the CRC-32C of the
 * row's other cells as a JSON array; every transaction of ours ends with sealing what it changed. It tells damage, not
 * intent: a row that somebody changed by SQL has no digest until our next transaction.
 */
public final class RowChecksums {
    /** Unknown to other programs, which therefore need not know it: no trigger and no view calls it. */
    private static final String DIGEST = "stretch_digest";

    static final String COLUMN = "digest";

    private final Connection connection;

    /** By table, its key and the expression of what a digest is to be; made when first needed. */
    private final Map<String, ChecksumTable> tables = new LinkedHashMap<>();

    private record ChecksumTable(String key, String digest) {}

    public RowChecksums(Connection connection) {
        this.connection = connection;
    }

    /**
     * An expression for the digest of a new row, over its cells by their names: a row that is sealed as it comes in need
     * not be found and written once more.
     */
    String digest(String table) throws SQLException {
        return Objects.requireNonNull(tables().get(table)).digest();
    }

    /** Seals the rows that are not. */
    void sealMissing() throws SQLException {
        for (var table : tables().entrySet()) {
            Query.run(
                    connection,
                    "UPDATE " + table.getKey() + " SET " + COLUMN + " = "
                            + table.getValue().digest() + " WHERE " + COLUMN + " IS NULL");
        }
    }

    /** Seals all rows anew, after the shape of their table has changed or what they hold has been accepted. */
    public void sealAll() throws SQLException {
        tables.clear();
        for (var table : tables().keySet()) {
            Query.run(connection, "UPDATE " + table + " SET " + COLUMN + " = NULL");
        }
        sealMissing();
    }

    /** The rows that are no longer what was sealed, by table and key; those of a shape without digests pass. */
    public List<String> mismatches() throws SQLException {
        var found = new ArrayList<String>();
        for (var table : tables().entrySet()) {
            // NOT INDEXED, so that the rows themselves are read.
            found.addAll(Query.list(
                    connection,
                    "SELECT " + table.getValue().key() + " FROM " + table.getKey()
                            + " NOT INDEXED WHERE " + COLUMN + " IS NOT NULL AND " + COLUMN + " IS NOT "
                            + table.getValue().digest(),
                    row -> table.getKey() + " " + row.getString(1)));
        }
        return found;
    }

    private Map<String, ChecksumTable> tables() throws SQLException {
        if (tables.isEmpty()) {
            Function.create(connection, DIGEST, new Function() {
                @Override
                protected void xFunc() throws SQLException {
                    var crc = new CRC32C();
                    crc.update(value_blob(0));
                    result(crc.getValue());
                }
            });
            for (var table : DatabaseCopy.tables(connection)) {
                read(table);
            }
        }
        return tables;
    }

    private void read(String name) throws SQLException {
        var table = TableColumns.of(connection, name);
        if (table.sealed()) {
            tables.put(
                    name,
                    new ChecksumTable(
                            String.join(" || ', ' || ", table.key()),
                            DIGEST + "(json_array(" + String.join(", ", table.cells()) + "))"));
        }
    }
}
