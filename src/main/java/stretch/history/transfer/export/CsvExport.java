package stretch.history.transfer.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import stretch.history.History;
import stretch.history.db.SessionRows;
import stretch.history.entry.Filter;
import stretch.json.JsonObject;

/** Writes the history as CSV, row by row; sessions that still run are left out. */
public final class CsvExport {
    private CsvExport() {}

    /** Writes CSV: UTF-8 text by RFC 4180 with LF, a header line first; free text is safe for spreadsheets. */
    public static void write(History history, Filter filter, Export.ExportTable what, Writer out) {
        // The writer stays open: it belongs to the caller.
        var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
        csv.writeRecord(what.csvColumns());
        if (what == Export.ExportTable.STEPS) {
            flush(csv);
            var lines = new StepLines(out);
            history.exportRows().steps(filter, lines::write);
        } else {
            history.exportRows().each(filter, what, row -> csv.writeRecord(texts(what, row)));
        }
        flush(csv);
    }

    private static void flush(CsvWriter csv) {
        try {
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> texts(Export.ExportTable what, JsonObject row) {
        return what.csvColumns().stream()
                .map(column -> what.columns().contains(column) ? cell(row.member(column)) : local(what, row, column))
                .toList();
    }

    /** Out of the moment, which is ISO 8601 in local time, and of the seconds. */
    private static String local(Export.ExportTable what, JsonObject row, String column) {
        if (row.member("active_seconds") instanceof Duration active && column.equals("minutes")) {
            // To the hundredth, from the half of one upwards.
            return decimal((active.toMillis() + 300) / 600 * 10);
        }
        var moment = String.valueOf(row.member(what == Export.ExportTable.SESSIONS ? "started_at" : "at"));
        return column.equals("date") ? moment.substring(0, 10) : moment.substring(11, 19);
    }

    private static String cell(@Nullable Object value) {
        if (value instanceof Optional<?> absent) {
            return absent.map(String::valueOf).orElse("");
        }
        if (value instanceof OptionalInt number) {
            return number.isPresent() ? String.valueOf(number.getAsInt()) : "";
        }
        if (value instanceof Duration length) {
            return decimal(length.toMillis());
        }
        return value instanceof String text ? CsvInjection.neutralised(text) : String.valueOf(value);
    }

    private static String decimal(long thousandths) {
        var text = new StringBuilder();
        Export.decimal(text, thousandths);
        return text.toString();
    }

    /**
     * Writes steps as lines of CSV, by hand because there may be a million.
     *
     * <p>Only the names of exercise and routine and the load can need quotes or an apostrophe; few are in use, and those are remembered.
     */
    private static final class StepLines {
        /** More names than these are looked at anew; our choice. */
        private static final int REMEMBERED = 1000;

        private final Map<String, String> cells = new HashMap<>();
        private final StringBuilder line = new StringBuilder();
        private final Writer out;

        StepLines(Writer out) {
            this.out = out;
        }

        void write(SessionRows.StepOfSession row) {
            var step = row.step();
            line.setLength(0);
            line.append(row.session()).append(',');
            line.append(step.step()).append(',');
            line.append(cell(row.routine())).append(',');
            line.append(cell(step.exercise())).append(',');
            line.append(step.side().id()).append(',');
            line.append(step.kind().id()).append(',');
            line.append(step.planned()).append(',');
            line.append(step.done()).append(',');
            line.append(step.kind().unit()).append(',');
            Export.decimal(line, step.held().toMillis());
            line.append(',').append(step.outcome().id()).append(',');
            int start = line.length();
            Export.stamp(line, step.startedAt());
            line.append(',');
            step.set().ifPresent(line::append);
            line.append(',');
            if (!step.load().isEmpty()) {
                line.append(cell(step.load()));
            }
            // Date and time of what was just written.
            line.append(',').append(line, start, start + 10).append(',').append(line, start + 11, start + 19);
            line.append('\n');
            Export.write(out, line);
        }

        private String cell(String text) {
            if (cells.size() > REMEMBERED) {
                cells.clear();
            }
            return cells.computeIfAbsent(text, StepLines::quoted);
        }

        /** As the library quotes it where it is neither first nor last. */
        private static String quoted(String text) {
            var one = new StringWriter();
            try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(one)) {
                csv.writeRecord("", CsvInjection.neutralised(text), "");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            var whole = one.toString();
            return whole.substring(1, whole.length() - 2);
        }
    }
}
