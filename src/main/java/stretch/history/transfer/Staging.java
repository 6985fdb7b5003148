package stretch.history.transfer;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import stretch.history.db.Database;
import stretch.history.db.DatabaseHeader;
import stretch.history.db.SqliteConnections;
import stretch.history.db.SqliteErrors;
import stretch.history.entry.FieldRule;
import stretch.history.entry.FieldRules;
import stretch.history.transfer.export.Export;
import stretch.history.transfer.export.JsonExport;
import stretch.json.Json;
import stretch.os.ExitCode;
import stretch.os.InputFile;
import stretch.os.UserError;
import stretch.text.BadInput;
import stretch.text.Numbers;
import stretch.text.TerminalSafe;
import stretch.text.Utf8Reader;

/** Reads a file that is to be imported, CSV, JSON or a record, into temporary tables beside those of the record. */
final class Staging {
    /** What was undone in a record, by session, check-in or rest, and when; an import that was undone may come again. */
    static final String UNDONE = "SELECT json_extract(row_key, '$[0]') AS id, max(undone_ms) AS at_ms"
            + " FROM {of}.change JOIN {of}.change_entry USING (change)"
            + " WHERE undone_ms IS NOT NULL AND kind <> 'import' GROUP BY 1";

    /** As much of a file as tells what it is. */
    private static final int HEAD = 16;

    /** As much of a text as its first line may take, or blanks before it; our choice. */
    private static final int HEADER = 1 << 13;

    private static final FieldRule.Whole VERSIONS = new FieldRule.Whole(1, JsonExport.VERSION);

    private static final Map<Character, String> OTHER_SEPARATORS = Map.of('\t', "tabs", '|', "bars");

    private final Database database;
    private final Connection connection;

    Staging(Database database) {
        this.database = database;
        this.connection = database.connection();
    }

    /** Reads the file, and checks all of it. */
    void stage(Path file, ImportProgress advance) throws SQLException {
        for (var table : List.of(
                "in_session", "in_step", "in_deleted", "in_checkin", "in_rest", "undone", "take", "drop_out", "more")) {
            database.update("DROP TABLE IF EXISTS temp." + table);
        }
        database.update("CREATE TEMP TABLE in_deleted (session TEXT PRIMARY KEY, deleted_ms INTEGER)");
        for (var table : List.of("session", "step", "checkin", "rest")) {
            var key = table.equals("step") ? "session, step" : "id";
            database.update("CREATE TEMP TABLE in_" + table + " AS SELECT * FROM " + table + " WHERE 0");
            database.update("CREATE UNIQUE INDEX temp.in_" + table + "_id ON in_" + table + " (" + key + ")");
        }
        try {
            if (!stageText(file, advance)) {
                stageDatabase(file);
            }
        } catch (BadInput e) {
            throw new UserError(ExitCode.BAD_INPUT, file + ":" + e.getMessage());
        } catch (IOException e) {
            throw unreadable(file, e);
        } catch (UncheckedIOException e) {
            throw unreadable(file, Objects.requireNonNull(e.getCause()));
        }
    }

    /** Reads a text, which a pipe gives once only; answers false if it is a database instead. */
    private boolean stageText(Path file, ImportProgress advance) throws SQLException, IOException {
        try (var in = new BufferedInputStream(counting(file, advance))) {
            in.mark(HEAD);
            var head = new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
            in.reset();
            if (head.startsWith("SQLite format 3")) {
                return false;
            }
            if (isUtf16(head)) {
                throw new BadInput(1, 1, "not UTF-8 text but UTF-16; save the file as UTF-8");
            }
            stageText(file, Utf8Reader.of(in));
            return true;
        }
    }

    private static UserError unreadable(Path file, IOException fault) {
        return new UserError(ExitCode.IO, file + ": reading failed (" + fault.getMessage() + "); try again");
    }

    /** By its byte order mark, or since ASCII has a zero in every other byte of it. */
    private static boolean isUtf16(String head) {
        return head.startsWith("\u00FF\u00FE")
                || head.startsWith("\u00FE\u00FF")
                || (head.length() > 1 && head.substring(0, 2).indexOf('\0') >= 0);
    }

    /** Opened once, as a pipe can be; it has no length, so of one that is all is read. */
    private static InputStream counting(Path file, ImportProgress advance) throws IOException {
        var in = InputFile.open(file);
        long all = Files.size(file);
        return new FilterInputStream(in) {
            private long done;

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                int count = super.read(bytes, from, length);
                done += Math.max(count, 0);
                advance.at(done, Math.max(done, all));
                return count;
            }
        };
    }

    private void stageText(Path file, BufferedReader text) throws SQLException, IOException {
        connection.setAutoCommit(false);
        try (var writer = new ImportWriter(connection, file.toString())) {
            var first = firstLine(text);
            if (first.startsWith("{") || first.startsWith("[")) {
                Json.read(text, new JsonFile(file, writer));
            } else {
                csv(text, separator(first), writer);
            }
            writer.refuse();
            connection.commit();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** The first line that is not blank, of which nothing is consumed. */
    private static String firstLine(BufferedReader text) throws IOException {
        text.mark(HEADER);
        var line = new StringBuilder();
        for (int i = 1; i < HEADER; i++) {
            int c = text.read();
            boolean ends = c < 0 || c == '\n' || c == '\r';
            if (!ends) {
                line.append((char) c);
            } else if (c < 0 || !line.toString().isBlank()) {
                break;
            }
        }
        text.reset();
        return line.toString().strip();
    }

    /** The members of an export as JSON, of this version or an older one. */
    private record JsonFile(Path file, ImportWriter writer) implements Json.Members {
        private static final List<String> KEYS =
                List.of("format", "version", "sessions", "steps", "checkins", "pauses", "deleted");

        @Override
        public void value(String key, Json.Value value) {
            switch (key) {
                case "format" -> {
                    if (!value.text().equals(JsonExport.FORMAT)) {
                        throw new BadInput(
                                value.line(), value.column(), "invalid format: expected \"" + JsonExport.FORMAT + "\"");
                    }
                }
                case "version" -> {
                    if (value.type() != Json.Value.Type.NUMBER
                            || !VERSIONS.allows(Numbers.parse(value.text()).orElse(-1))) {
                        throw new BadInput(
                                value.line(),
                                value.column(),
                                VERSIONS.fault("version", value.text()) + "; a newer stretch may have written it");
                    }
                }
                default -> {
                    if (isList(kind(key))) {
                        throw new BadInput(value.line(), value.column(), "'" + key + "' is not a list: expected [...]");
                    }
                    writer.unknown(KEYS, key, value.line(), value.column());
                }
            }
        }

        /** The kind of the rows in a list, which is its key; pauses were called rests in version 1. */
        private static String kind(String key) {
            return key.equals("rests") ? "pauses" : key;
        }

        private static boolean isList(String kind) {
            return ImportWriter.KEYS.containsKey(kind);
        }

        @Override
        public Consumer<Json.JsonRowReader> list(String key, int line, int column) {
            var kind = kind(key);
            if (!isList(kind)) {
                if (KEYS.contains(key)) {
                    throw new BadInput(line, column, "'" + key + "' is a list: expected a single value");
                }
                writer.unknown(KEYS, key, line, column);
                return row -> {};
            }
            return row -> {
                try {
                    writer.object(kind, row);
                } catch (SQLException e) {
                    throw SqliteErrors.of(file, e);
                }
            };
        }
    }

    private static void csv(BufferedReader text, char separator, ImportWriter writer) throws IOException, SQLException {
        Map<String, Integer> columns = new HashMap<>();
        int width = 0;
        var kind = "";
        // How many cells a row has is looked at below, where its line is known.
        try (var csv = CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            for (var record : csv) {
                int line = (int) record.getStartingLineNumber();
                if (columns.isEmpty()) {
                    var header = record.getFields();
                    kind = kind(header);
                    width = header.size();
                    for (int i = 0; i < header.size(); i++) {
                        // A spreadsheet has columns without a name wherever a cell was once touched.
                        if (columns.put(header.get(i), i) != null
                                && !header.get(i).isEmpty()) {
                            throw new BadInput(
                                    line, i + 1, "the column '" + TerminalSafe.line(header.get(i)) + "' appears twice");
                        }
                    }
                } else if (record.getFieldCount() != width) {
                    throw new BadInput(
                            line,
                            0,
                            "has " + record.getFieldCount() + " cells, not " + width
                                    + " as the header; check its separators and quotes");
                } else if (!isBlank(record)) {
                    writer.row(kind, new ImportRow.CsvRow(record, columns, new ArrayList<>()));
                }
            }
        } catch (CsvParseException e) {
            if (e.getCause() instanceof BadInput bad) {
                throw bad;
            }
            throw new BadInput(1, 0, "invalid CSV (" + e.getMessage() + ")");
        }
        if (columns.isEmpty()) {
            throw new BadInput(1, 0, "is empty; name a file that 'stretch export' wrote");
        }
    }

    /** A row that a spreadsheet holds between others, or after them. */
    private static boolean isBlank(CsvRecord record) {
        return record.getField(0).isEmpty() && record.getFields().stream().allMatch(String::isEmpty);
    }

    /** Commas, or the semicolons of a spreadsheet whose language writes numbers with commas: see its first line. */
    private static char separator(String line) {
        for (var other : OTHER_SEPARATORS.entrySet()) {
            if (line.indexOf(other.getKey()) >= 0 && line.indexOf(',') < 0 && line.indexOf(';') < 0) {
                throw new BadInput(
                        1, 0, "its cells are separated by " + other.getValue() + ": expected commas or semicolons");
            }
        }
        return line.indexOf(';') >= 0 && line.indexOf(',') < 0 ? ';' : ',';
    }

    private static String kind(List<String> header) {
        for (var kind : Export.ExportTable.values()) {
            if (header.containsAll(kind.firstColumns())) {
                return kind.id();
            }
        }
        throw new BadInput(
                1,
                0,
                "is not a file of 'stretch export': expected the columns of sessions, "
                        + String.join(",", Export.ExportTable.SESSIONS.columns())
                        + ", or those of --steps, --checkins or --pauses");
    }

    private void stageDatabase(Path file) throws SQLException {
        if (!DatabaseHeader.requireHistory(file.toAbsolutePath())) {
            return;
        }
        database.update("ATTACH ? AS other", SqliteConnections.name(file));
        try {
            refuseFaults(file);
            long version = database.number("PRAGMA other.user_version");
            var columns = String.join(", ", FieldRules.columns("session"));
            var theirs = version > 1 ? columns : columns.replaceAll("plan|broken_off|changed_ms|steps_claimed", "NULL");
            database.update("INSERT INTO in_session (" + columns + ") SELECT " + theirs
                    + " FROM other.session WHERE outcome IS NOT NULL");
            var ofStep = version > 5
                    ? ImportWriter.STEP
                    : ImportWriter.STEP.replace("set_number", "NULL").replace("load", "''");
            database.update("INSERT INTO in_step (" + ImportWriter.STEP + ") SELECT " + ofStep + " FROM other.step"
                    + " WHERE session IN (SELECT id FROM in_session)");
            if (version > 1) {
                database.update("INSERT INTO in_deleted SELECT session, deleted_ms FROM other.deleted");
            }
            if (version > 3) {
                for (var table : List.of("checkin", "rest")) {
                    var cells = String.join(", ", FieldRules.columns(table));
                    database.update(
                            "INSERT INTO in_" + table + " (" + cells + ") SELECT " + cells + " FROM other." + table);
                }
            }
            if (version > 4) {
                stageUndone();
            }
        } finally {
            database.update("DETACH other");
        }
    }

    /** What was undone there counts as edited then, and what is gone by it as deleted. */
    private void stageUndone() throws SQLException {
        database.update("CREATE TEMP TABLE undone AS " + UNDONE.replace("{of}", "other"));
        database.update("UPDATE in_session SET changed_ms = max(coalesce(changed_ms, 0), undone.at_ms) FROM undone"
                + " WHERE undone.id = in_session.id");
        database.update("INSERT OR IGNORE INTO in_deleted SELECT id, at_ms FROM undone WHERE id IN"
                + " (SELECT json_extract(row_key, '$[0]') FROM other.change_entry WHERE row_table = 'session')"
                + " AND id NOT IN (SELECT id FROM other.session)");
        database.update("DROP TABLE undone");
    }

    /** What a text is refused for is refused here as well. */
    private void refuseFaults(Path file) throws SQLException {
        var faults = FieldRules.faults(connection, "other", ImportWriter.MOST_PROBLEMS);
        if (!faults.isEmpty()) {
            throw new UserError(
                    ExitCode.BAD_INPUT,
                    faults.stream()
                            .map(fault -> file + ": " + fault
                                    + "; correct it there, where 'stretch doctor' says how, then import again")
                            .toList());
        }
    }
}
