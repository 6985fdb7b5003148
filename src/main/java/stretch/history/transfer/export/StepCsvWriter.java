package stretch.history.transfer.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.Map;
import stretch.history.db.SessionRows;

/**
 * Writes steps as lines of CSV, by hand because there may be a million.
 *
 * <p>Only the names of exercise and routine and the load can need quotes or an apostrophe; few are in use, and those are remembered.
 */
final class StepCsvWriter {
    /** More names than these are looked at anew; our choice. */
    private static final int REMEMBERED = 1000;

    private final Map<String, String> cells = new HashMap<>();
    private final StringBuilder line = new StringBuilder();
    private final Writer out;

    StepCsvWriter(Writer out) {
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
        return cells.computeIfAbsent(text, StepCsvWriter::quoted);
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
