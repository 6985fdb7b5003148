package stretch.history;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sqlite.ProgressHandler;
import stretch.Exit;
import stretch.Failure;
import stretch.text.Json;

/**
 * Brings in sessions and steps: from an export, or from the record of another machine.
 *
 * <p>The whole file is read and checked first, then merged in one transaction. Sessions are told apart by their id, so
 * that a file can be imported again and again. Of two versions of a session the one that was edited later wins, and a
 * deletion wins over everything that was done to the session before it; the order of imports makes no difference.
 */
public final class Import {
    private static final byte[] DATABASE = "SQLite format 3".getBytes(StandardCharsets.US_ASCII);

    /** Steps of SQLite's machine that take some milliseconds. */
    private static final int A_MOMENT = 100_000;

    /** What two versions of a session are compared by where neither was edited later. */
    private static final String FACE = "json_array({s}.routine, {s}.started_ms, {s}.started_offset, {s}.ended_ms,"
            + " {s}.ended_offset, {s}.active_ms, {s}.outcome, {s}.steps_planned, {s}.pain_before, {s}.pain_after,"
            + " {s}.note, {s}.device)";

    private static final String STEP = "session, " + String.join(", ", Mending.STEP);

    private static final String CHECKIN =
            "id, at_ms, at_offset, pain, marker_bending, marker_hips, marker_balance," + " marker_ease, note, device";

    private static final String REST = "id, kind, at_ms, at_offset, until_ms, days, reason, device";

    private final History history;
    private final Connection connection;
    private final Clock clock;

    Import(History history, Connection connection, Clock clock) {
        this.history = history;
        this.connection = connection;
        this.clock = clock;
    }

    /** What an import did, or would do. */
    public record Result(long added, long changed, long deleted, long steps, long checkIns, long rests) {
        /** Whether the record is as it was. */
        public boolean isNothing() {
            return added + changed + deleted + steps + checkIns + rests == 0;
        }
    }

    /** Thrown to leave a transaction without its changes. */
    private static final class OnlyTried extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Is told how far an import has come. */
    public interface Advance {
        /** So many bytes of the file are read, of so many; once they are all read, what they hold is merged. */
        void at(long done, long all);
    }

    /** Imports a file, and tells nobody on the way. */
    public Result read(Path file, boolean tryOnly) {
        return read(file, tryOnly, () -> {}, (done, all) -> {});
    }

    /**
     * Imports a file.
     *
     * @param tryOnly only say what it would do
     * @param beforehand what has to happen before anything changes, if there is anything yet
     * @param advance is told often, also while SQLite works long at one thing
     * @throws Failure with every mistake in the file, if it has any; nothing was changed then
     */
    public Result read(Path file, boolean tryOnly, Runnable beforehand, Advance advance) {
        try {
            stage(file, advance);
            tell(advance);
            var result = new Result[1];
            try {
                history.immediately(() -> {
                    result[0] = merge(file, tryOnly ? () -> {} : beforehand);
                    if (tryOnly) {
                        throw new OnlyTried();
                    }
                });
            } catch (OnlyTried e) {
                // The counts are what was wanted.
            }
            ProgressHandler.clearHandler(connection);
            return result[0];
        } catch (SQLException e) {
            throw Faults.of(file, e);
        } catch (Carried e) {
            throw Faults.of(file, e.fault);
        }
    }

    private void tell(Advance advance) throws SQLException {
        ProgressHandler.setHandler(connection, A_MOMENT, new ProgressHandler() {
            @Override
            protected int progress() {
                advance.at(1, 1);
                return 0;
            }
        });
    }

    private void stage(Path file, Advance advance) throws SQLException {
        for (var table :
                List.of("in_session", "in_step", "in_deleted", "in_checkin", "in_rest", "take", "drop_out", "more")) {
            sql("DROP TABLE IF EXISTS temp." + table);
        }
        sql("CREATE TEMP TABLE in_session AS SELECT * FROM session WHERE 0");
        sql("CREATE TEMP TABLE in_step AS SELECT * FROM step WHERE 0");
        sql("CREATE TEMP TABLE in_deleted (session TEXT PRIMARY KEY, deleted_ms INTEGER)");
        for (var table : List.of("checkin", "rest")) {
            sql("CREATE TEMP TABLE in_" + table + " AS SELECT * FROM " + table + " WHERE 0");
            sql("CREATE UNIQUE INDEX temp.in_" + table + "_id ON in_" + table + " (id)");
        }
        sql("CREATE UNIQUE INDEX temp.in_session_id ON in_session (id)");
        sql("CREATE UNIQUE INDEX temp.in_step_id ON in_step (session, step)");
        try {
            var head = head(file);
            if (Arrays.equals(head, DATABASE)) {
                stageDatabase(file);
            } else {
                stageText(file, head.length > 0 && head[0] == '{', advance);
            }
        } catch (NoSuchFileException e) {
            throw new Failure(Exit.NO_INPUT, file + ": there is no such file; name one that exists");
        } catch (IllegalArgumentException e) {
            throw new Failure(Exit.BAD_INPUT, file + ":" + e.getMessage());
        } catch (IOException | UncheckedIOException e) {
            throw new Failure(Exit.IO, file + ": cannot be read (" + e.getMessage() + "); check the disk");
        }
    }

    private static byte[] head(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(DATABASE.length);
        }
    }

    private void stageText(Path file, boolean isJson, Advance advance) throws SQLException, IOException {
        try (var reader = reader(file, advance)) {
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
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    /** Malformed UTF-8 is an error, as everywhere. */
    private static Reader reader(Path file, Advance advance) throws IOException {
        long all = Files.size(file);
        var counting = new FilterInputStream(Files.newInputStream(file)) {
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
            attach.setString(1, file.toString());
            attach.executeUpdate();
        }
        try {
            long version = number("PRAGMA other.user_version");
            var columns = String.join(", ", Mending.SESSION);
            var theirs = version > 1 ? columns : columns.replaceAll("plan|broken_off|changed_ms|steps_claimed", "NULL");
            sql("INSERT INTO in_session (" + columns + ") SELECT " + theirs
                    + " FROM other.session WHERE outcome IS NOT NULL");
            placed(file);
            sql("INSERT INTO in_step (" + STEP + ") SELECT " + STEP
                    + " FROM other.step WHERE session IN (SELECT id FROM in_session)");
            if (version > 1) {
                sql("INSERT INTO in_deleted SELECT session, deleted_ms FROM other.deleted");
            }
            if (version > 3) {
                sql("INSERT INTO in_checkin (" + CHECKIN + ") SELECT " + CHECKIN + " FROM other.checkin");
                sql("INSERT INTO in_rest (" + REST + ") SELECT " + REST + " FROM other.rest");
            }
        } finally {
            sql("DETACH other");
        }
    }

    /** What text is refused for is refused here as well; an offset is no day. */
    private void placed(Path file) throws SQLException {
        try (var statement = connection.prepareStatement(
                "SELECT id FROM in_session WHERE started_ms NOT BETWEEN ? AND ? ORDER BY id LIMIT 1")) {
            statement.setLong(
                    1, moment(Incoming.FIRST_YEAR) - Duration.ofDays(1).toMillis());
            statement.setLong(
                    2, moment(Incoming.LAST_YEAR + 1) + Duration.ofDays(1).toMillis());
            try (var row = statement.executeQuery()) {
                if (row.next()) {
                    throw new Failure(
                            Exit.BAD_INPUT,
                            file + ": session " + row.getString(1) + " began before " + Incoming.FIRST_YEAR
                                    + " or after " + Incoming.LAST_YEAR + "; mend it there with 'stretch edit --at'");
                }
            }
        }
    }

    private static long moment(int year) {
        return LocalDate.of(year, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    private Result merge(Path file, Runnable beforehand) throws SQLException {
        sql("CREATE TEMP TABLE take AS SELECT i.id, s.id IS NULL AS added FROM in_session AS i"
                + " LEFT JOIN session AS s ON s.id = i.id LEFT JOIN deleted AS d ON d.session = i.id"
                + " WHERE (d.session IS NULL OR coalesce(i.changed_ms, 0) > d.deleted_ms)"
                + " AND (s.id IS NULL OR (s.outcome IS NOT NULL AND (coalesce(i.changed_ms, 0) > coalesce(s.changed_ms, 0)"
                + " OR (coalesce(i.changed_ms, 0) = coalesce(s.changed_ms, 0) AND " + FACE.replace("{s}", "i") + " > "
                + FACE.replace("{s}", "s") + "))))");
        sql(
                "CREATE TEMP TABLE drop_out AS SELECT x.session AS id FROM in_deleted AS x JOIN session AS s ON s.id = x.session"
                        + " WHERE coalesce(s.changed_ms, 0) <= x.deleted_ms AND s.outcome IS NOT NULL"
                        + " AND x.session NOT IN (SELECT id FROM take)");
        // By its row a step is found again at a tenth of the time that its session's id takes.
        sql("CREATE TEMP TABLE more AS SELECT i.rowid AS place, i.session FROM in_step AS i"
                + " LEFT JOIN step AS s ON s.session = i.session AND s.step = i.step"
                + " WHERE (s.step IS NULL AND EXISTS (SELECT 1 FROM session WHERE id = i.session)"
                + " AND i.session NOT IN (SELECT id FROM drop_out)) OR i.session IN (SELECT id FROM take)");
        var result = new Result(
                number("SELECT count(*) FROM take WHERE added"),
                number("SELECT count(*) FROM take WHERE NOT added"),
                number("SELECT count(*) FROM drop_out"),
                number("SELECT count(*) FROM more"),
                number("SELECT count(*) FROM in_checkin WHERE id NOT IN (SELECT id FROM checkin)"),
                number("SELECT count(*) FROM in_rest WHERE id NOT IN (SELECT id FROM rest)"));
        if (!result.isNothing()) {
            if (number("SELECT EXISTS (SELECT 1 FROM session UNION ALL SELECT 1 FROM change)") == 1) {
                beforehand.run();
            }
            log(file, result);
            write();
        }
        sql("INSERT INTO deleted (session, deleted_ms) SELECT * FROM in_deleted WHERE true ON CONFLICT (session)"
                + " DO UPDATE SET deleted_ms = max(deleted_ms, excluded.deleted_ms)");
        // What was edited after it had been deleted elsewhere lives.
        sql("DELETE FROM deleted WHERE session IN (SELECT id FROM session)");
        return result;
    }

    private void log(Path file, Result result) throws SQLException {
        try (var insert = connection.prepareStatement(
                "INSERT INTO change (made_ms, made_offset, what, session) VALUES (?, ?, ?, '')")) {
            insert.setLong(1, clock.millis());
            insert.setInt(2, OffsetDateTime.now(clock).getOffset().getTotalSeconds());
            insert.setString(
                    3,
                    "import " + file.getFileName() + ", " + result.added() + " added, " + result.changed()
                            + " changed, " + result.deleted() + " deleted, " + result.steps() + " steps"
                            + (result.checkIns() > 0 ? ", " + result.checkIns() + " check-ins" : "")
                            + (result.rests() > 0 ? ", " + result.rests() + " snoozed or skipped" : ""));
            insert.executeUpdate();
        }
        sql(
                "INSERT INTO change (made_ms, made_offset, what, session, before, part_of)"
                        + " SELECT c.made_ms, c.made_offset, '', it.id, (SELECT " + Mending.BEFORE
                        + " FROM session WHERE session.id = it.id), c.change FROM (SELECT id FROM take UNION SELECT id FROM drop_out"
                        + " UNION SELECT session FROM more"
                        + " UNION SELECT id FROM in_checkin WHERE id NOT IN (SELECT id FROM checkin)"
                        + " UNION SELECT id FROM in_rest WHERE id NOT IN (SELECT id FROM rest)) AS it, (SELECT * FROM change ORDER BY change DESC LIMIT 1) AS c");
    }

    private void write() throws SQLException {
        var columns = String.join(", ", Mending.SESSION);
        sql("DELETE FROM session WHERE id IN (SELECT id FROM drop_out)");
        // A session that comes without its steps keeps those it has.
        sql("DELETE FROM step WHERE session IN (SELECT id FROM take) AND session IN (SELECT session FROM in_step)");
        sql("INSERT INTO session (" + columns + ") SELECT " + columns
                + " FROM in_session WHERE id IN (SELECT id FROM take) ON CONFLICT (id) DO UPDATE SET "
                + String.join(
                        ", ",
                        Mending.SESSION.stream()
                                .filter(column -> !column.equals("id"))
                                .map(column -> column + " = excluded." + column)
                                .toList()));
        sql("INSERT OR IGNORE INTO step (" + STEP + ") SELECT " + STEP
                + " FROM in_step WHERE rowid IN (SELECT place FROM more)");
        // Nobody edits these, so that one of an id is like the other.
        sql("INSERT OR IGNORE INTO checkin (" + CHECKIN + ") SELECT " + CHECKIN + " FROM in_checkin");
        sql("INSERT OR IGNORE INTO rest (" + REST + ") SELECT " + REST + " FROM in_rest");
    }

    private void sql(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private long number(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            return row.getLong(1);
        }
    }
}
