package stretch.history.transfer.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import stretch.history.History;
import stretch.history.entry.Filter;
import stretch.json.JsonObject;

/** Writes the history as CSV, row by row; sessions that still run are left out. */
public final class CsvExport {
    private CsvExport() {}

    /** Writes CSV: UTF-8 text by RFC 4180 with LF, a header line first; free text is safe for spreadsheets. */
    public static void write(Optional<History> history, Filter filter, Export.ExportTable what, Writer out) {
        // The writer stays open: it belongs to the caller.
        var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
        csv.writeRecord(what.csvColumns());
        if (what == Export.ExportTable.STEPS) {
            flush(csv);
            var lines = new StepCsvWriter(out);
            history.ifPresent(open -> open.exportRows().steps(filter, lines::write));
        } else {
            history.ifPresent(open -> open.exportRows().each(filter, what, row -> csv.writeRecord(texts(what, row))));
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
}
