package stretch.history.transfer.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import stretch.history.History;
import stretch.history.entry.Filter;

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
            history.ifPresent(open ->
                    open.exportRows().each(filter, what, cells -> csv.writeRecord(texts(what, cells))));
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

    private static String[] texts(Export.ExportTable what, List<Object> cells) {
        var texts = new String[what.csvColumns().size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = i < cells.size()
                    ? cell(cells.get(i))
                    : local(what, cells, what.csvColumns().get(i));
        }
        return texts;
    }

    /** Out of the moment, which is ISO 8601 in local time, and of the seconds. */
    private static String local(Export.ExportTable what, List<Object> cells, String column) {
        if (column.equals("minutes")) {
            return Export.plain(((BigDecimal) cells.get(what.columns().indexOf("active_seconds")))
                            .divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP))
                    .toString();
        }
        var moment =
                (String) cells.get(what.columns().indexOf(what == Export.ExportTable.SESSIONS ? "started_at" : "at"));
        return column.equals("date") ? Export.date(moment) : Export.time(moment);
    }

    private static String cell(Object value) {
        if (value instanceof Optional<?> absent) {
            return absent.map(String::valueOf).orElse("");
        }
        return value instanceof String text ? CsvInjection.neutralised(text) : String.valueOf(value);
    }
}
