package stretch.history.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
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

    /** Those with digests; found when first needed. */
    private final List<TableColumns> tables = new ArrayList<>();

    public RowChecksums(Connection connection) {
        this.connection = connection;
    }

    /**
     * An expression for the digest of a new row, over its cells by their names: a row that is sealed as it comes in need
     * not be found and written once more.
     */
    String digest(String table) throws SQLException {
        return digest(tables().stream()
                .filter(each -> each.table().equals(table))
                .findFirst()
                .orElseThrow());
    }

    private static String digest(TableColumns table) {
        return DIGEST + "(json_array(" + String.join(", ", table.cells()) + "))";
    }

    void sealMissing() throws SQLException {
        for (var table : tables()) {
            Query.run(
                    connection,
                    "UPDATE " + table.table() + " SET " + COLUMN + " = " + digest(table) + " WHERE " + COLUMN
                            + " IS NULL");
        }
    }

    /** Seals all rows anew, after the shape of their table has changed or what they hold has been accepted. */
    public void sealAll() throws SQLException {
        tables.clear();
        for (var table : tables()) {
            Query.run(connection, "UPDATE " + table.table() + " SET " + COLUMN + " = NULL");
        }
        sealMissing();
    }

    /** The rows that are no longer what was sealed, by table and key; those of a shape without digests pass. */
    public List<String> mismatches() throws SQLException {
        var found = new ArrayList<String>();
        for (var table : tables()) {
            // NOT INDEXED, so that the rows themselves are read.
            found.addAll(Query.list(
                    connection,
                    "SELECT " + String.join(" || ', ' || ", table.key()) + " FROM " + table.table()
                            + " NOT INDEXED WHERE " + COLUMN + " IS NOT NULL AND " + COLUMN + " IS NOT "
                            + digest(table),
                    row -> table.table() + " " + row.getString(1)));
        }
        return found;
    }

    private List<TableColumns> tables() throws SQLException {
        if (tables.isEmpty()) {
            Function.create(connection, DIGEST, new Function() {
                @Override
                protected void xFunc() throws SQLException {
                    var crc = new CRC32C();
                    crc.update(value_blob(0));
                    result(crc.getValue());
                }
            });
            for (var name : DatabaseCopy.tables(connection)) {
                var table = TableColumns.of(connection, name);
                if (table.sealed()) {
                    tables.add(table);
                }
            }
        }
        return tables;
    }
}
