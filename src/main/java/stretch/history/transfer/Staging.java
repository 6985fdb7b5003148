package stretch.history.transfer;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import stretch.history.db.Database;
import stretch.json.Json;
import stretch.os.ExitCode;
import stretch.os.InputFile;
import stretch.os.UserError;
import stretch.text.BadInput;
import stretch.text.Utf8Reader;

/** Reads a file that is to be imported, CSV, JSON or a record, into temporary tables beside those of the record. */
record Staging(Database database) {
    /** As much of a file as tells what it is. */
    private static final int HEAD = 16;

    /** As much of a text as its first line may take, or blanks before it; our choice. */
    private static final int HEADER = 1 << 13;

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
                new DatabaseImport(database).stage(file);
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
        var connection = database.connection();
        connection.setAutoCommit(false);
        try (var writer = new ImportWriter(connection, file.toString())) {
            var first = firstLine(text);
            if (first.startsWith("{") || first.startsWith("[")) {
                Json.read(text, new JsonImport(file, writer));
            } else {
                CsvImport.read(text, CsvImport.separator(first), writer);
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
}
