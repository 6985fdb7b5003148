package stretch.history;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import stretch.Exit;
import stretch.Failure;
import stretch.InputFile;
import stretch.text.Json;

/** Reads a file that is to be imported, CSV, JSON or a record, into temporary tables beside those of the record. */
final class Staging {
    private static final byte[] DATABASE = "SQLite format 3".getBytes(StandardCharsets.US_ASCII);

    static final String STEP = "session, " + String.join(", ", Mending.STEP);

    static final String CHECKIN =
            "id, at_ms, at_offset, pain, marker_bending, marker_hips, marker_balance, marker_ease, note, device";

    static final String REST = "id, kind, at_ms, at_offset, until_ms, days, reason, device";

    /** What was undone in a record, by session, check-in or rest, and when; an import that was undone may come again. */
    static final String UNDONE = "SELECT json_extract(row_key, '$[0]') AS id, max(undone_ms) AS at_ms"
            + " FROM {of}.change JOIN {of}.change_entry USING (change)"
            + " WHERE undone_ms IS NOT NULL AND kind <> 'import' GROUP BY 1";

    private final Store store;
    private final Connection connection;

    Staging(Store store) {
        this.store = store;
        this.connection = store.connection();
    }

    /** Reads the file, and checks all of it. */
    void stage(Path file, Import.Advance advance) throws SQLException {
        for (var table : List.of(
                "in_session", "in_step", "in_deleted", "in_checkin", "in_rest", "undone", "take", "drop_out", "more")) {
            store.update("DROP TABLE IF EXISTS temp." + table);
        }
        store.update("CREATE TEMP TABLE in_session AS SELECT * FROM session WHERE 0");
        store.update("CREATE TEMP TABLE in_step AS SELECT * FROM step WHERE 0");
        store.update("CREATE TEMP TABLE in_deleted (session TEXT PRIMARY KEY, deleted_ms INTEGER)");
        for (var table : List.of("checkin", "rest")) {
            store.update("CREATE TEMP TABLE in_" + table + " AS SELECT * FROM " + table + " WHERE 0");
            store.update("CREATE UNIQUE INDEX temp.in_" + table + "_id ON in_" + table + " (id)");
        }
        store.update("CREATE UNIQUE INDEX temp.in_session_id ON in_session (id)");
        store.update("CREATE UNIQUE INDEX temp.in_step_id ON in_step (session, step)");
        try {
            if (!stageText(file, advance)) {
                stageDatabase(file);
            }
        } catch (IllegalArgumentException e) {
            throw new Failure(Exit.BAD_INPUT, file + ":" + e.getMessage());
        } catch (IOException | UncheckedIOException e) {
            throw new Failure(Exit.IO, file + ": cannot be read (" + e.getMessage() + "); check the disk");
        }
    }

    /** Reads a text, which a pipe gives once only; answers false if it is a database instead. */
    private boolean stageText(Path file, Import.Advance advance) throws SQLException, IOException {
        try (var in = new BufferedInputStream(InputFile.open(file))) {
            in.mark(DATABASE.length);
            var head = in.readNBytes(DATABASE.length);
            in.reset();
            if (Arrays.equals(head, DATABASE)) {
                return false;
            }
            stageText(file, in, head.length > 0 && head[0] == '{', advance);
            return true;
        }
    }

    private void stageText(Path file, InputStream in, boolean isJson, Import.Advance advance)
            throws SQLException, IOException {
        try (var reader = reader(in, Files.size(file), advance)) {
            connection.setAutoCommit(false);
            try (var rows =
                    new Incoming(connection, file.toString(), isJson ? Function.identity() : Formula::restored)) {
                if (isJson) {
                    Json.rows(reader, (kind, cells, line) -> json(rows, kind, cells, line));
                } else {
                    csv(CsvReader.builder().ofCsvRecord(reader), rows);
                }
                rows.refuse();
                connection.commit();
            } catch (Carried e) {
                throw e.fault;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    /** Malformed UTF-8 is an error, as everywhere. */
    private static Reader reader(InputStream in, long all, Import.Advance advance) {
        var counting = new FilterInputStream(in) {
            private long done;

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                int count = super.read(bytes, from, length);
                done += Math.max(count, 0);
                advance.at(done, all);
                return count;
            }
        };
        return new BufferedReader(new InputStreamReader(counting, StandardCharsets.UTF_8.newDecoder()));
    }

    /** Carries what SQLite says past a reader that knows nothing of it. */
    private static final class Carried extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final SQLException fault;

        Carried(SQLException fault) {
            super(fault);
            this.fault = fault;
        }
    }

    private static void json(Incoming rows, String kind, Map<String, String> cells, int line) {
        try {
            rows.row(kind, name -> cells.getOrDefault(name, ""), line);
        } catch (SQLException e) {
            throw new Carried(e);
        }
    }

    private static void csv(CsvReader<CsvRecord> csv, Incoming rows) throws IOException, SQLException {
        Map<String, Integer> columns = new HashMap<>();
        int width = 0;
        var kind = "";
        try (csv) {
            for (var record : csv) {
                int line = (int) record.getStartingLineNumber();
                if (columns.isEmpty()) {
                    var header = record.getFields();
                    kind = kind(header);
                    width = header.size();
                    for (int i = 0; i < header.size(); i++) {
                        columns.put(header.get(i), i);
                    }
                } else if (record.getFieldCount() != width) {
                    throw new IllegalArgumentException(line + ": has " + record.getFieldCount() + " cells, not " + width
                            + " as the header; check its commas and quotes");
                } else {
                    rows.row(kind, name -> cell(record, columns.get(name)), line);
                }
            }
        } catch (CsvParseException e) {
            throw new IllegalArgumentException("1: is no CSV (" + e.getMessage() + ")", e);
        }
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("1: is empty; name what 'stretch export' wrote");
        }
    }

    private static String cell(CsvRecord record, @Nullable Integer column) {
        return column == null ? "" : record.getField(column);
    }

    private static String kind(List<String> header) {
        for (var kind : Export.Rows.values()) {
            if (header.containsAll(kind.columns())) {
                return kind.id();
            }
        }
        throw new IllegalArgumentException("1: is neither sessions nor steps as 'stretch export' writes them;"
                + " its first line has to be " + String.join(",", Export.Rows.SESSIONS.columns()));
    }

    private void stageDatabase(Path file) throws SQLException {
        if (!Header.isHistory(file.toAbsolutePath())) {
            return;
        }
        try (var attach = connection.prepareStatement("ATTACH ? AS other")) {
            attach.setString(1, Driver.name(file));
            attach.executeUpdate();
        }
        try {
            long version = store.number("PRAGMA other.user_version");
            var columns = String.join(", ", Mending.SESSION);
            var theirs = version > 1 ? columns : columns.replaceAll("plan|broken_off|changed_ms|steps_claimed", "NULL");
            store.update("INSERT INTO in_session (" + columns + ") SELECT " + theirs
                    + " FROM other.session WHERE outcome IS NOT NULL");
            placed(file);
            store.update("INSERT INTO in_step (" + STEP + ") SELECT " + STEP
                    + " FROM other.step WHERE session IN (SELECT id FROM in_session)");
            if (version > 1) {
                store.update("INSERT INTO in_deleted SELECT session, deleted_ms FROM other.deleted");
            }
            if (version > 3) {
                store.update("INSERT INTO in_checkin (" + CHECKIN + ") SELECT " + CHECKIN + " FROM other.checkin");
                store.update("INSERT INTO in_rest (" + REST + ") SELECT " + REST + " FROM other.rest");
            }
            if (version > 4) {
                stageUndone();
            }
        } finally {
            store.update("DETACH other");
        }
    }

    /** What was undone there counts as edited then, and what is gone by it as deleted. */
    private void stageUndone() throws SQLException {
        store.update("CREATE TEMP TABLE undone AS " + UNDONE.replace("{of}", "other"));
        store.update("UPDATE in_session SET changed_ms = max(coalesce(changed_ms, 0), undone.at_ms) FROM undone"
                + " WHERE undone.id = in_session.id");
        store.update("INSERT OR IGNORE INTO in_deleted SELECT id, at_ms FROM undone WHERE id IN"
                + " (SELECT json_extract(row_key, '$[0]') FROM other.change_entry WHERE row_table = 'session')"
                + " AND id NOT IN (SELECT id FROM other.session)");
        store.update("DROP TABLE undone");
    }

    /** What text is refused for is refused here as well; an offset is no day. */
    private void placed(Path file) throws SQLException {
        try (var statement = connection.prepareStatement(
                "SELECT id FROM in_session WHERE started_ms NOT BETWEEN ? AND ? ORDER BY id LIMIT 1")) {
            statement.setLong(1, moment(Line.FIRST_YEAR) - Duration.ofDays(1).toMillis());
            statement.setLong(2, moment(Line.LAST_YEAR + 1) + Duration.ofDays(1).toMillis());
            try (var row = statement.executeQuery()) {
                if (row.next()) {
                    throw new Failure(
                            Exit.BAD_INPUT,
                            file + ": session " + row.getString(1) + " began before " + Line.FIRST_YEAR + " or after "
                                    + Line.LAST_YEAR + "; mend it there with 'stretch edit --at'");
                }
            }
        }
    }

    private static long moment(int year) {
        return LocalDate.of(year, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }
}
