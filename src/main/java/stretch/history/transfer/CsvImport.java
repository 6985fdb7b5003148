package stretch.history.transfer;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import stretch.history.transfer.export.Export;
import stretch.text.BadInput;
import stretch.text.Numbers;
import stretch.text.TerminalSafe;

/** Reads an export as CSV, or what a spreadsheet made of one, row by row. */
final class CsvImport {
    private static final Map<Character, String> OTHER_SEPARATORS = Map.of('\t', "tabs", '|', "bars");

    private static final Pattern LINE = Pattern.compile("line (\\p{Nd}{1,9})\\)");

    private CsvImport() {}

    static void read(BufferedReader text, char separator, ImportWriter writer) throws IOException, SQLException {
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
                            "has " + Numbers.count(record.getFieldCount(), "cell") + ", not " + width
                                    + " as the header; check its separators and quotes");
                } else if (!isBlank(record)) {
                    writer.row(kind, new ImportRow.CsvRow(record, columns, new ArrayList<>()));
                }
            }
        } catch (CsvParseException e) {
            if (e.getCause() instanceof BadInput bad) {
                throw bad;
            }
            throw fault(String.valueOf(e.getMessage()));
        }
        if (columns.isEmpty()) {
            throw new BadInput(1, 0, "is empty; name a file that 'stretch export' wrote");
        }
    }

    /** What the parser found wrong, in our words; the line stands in its own. */
    private static BadInput fault(String message) {
        // Its number is in the digits of the locale.
        var line = LINE.matcher(message);
        return new BadInput(
                line.find()
                        ? line.group(1)
                                .chars()
                                .map(digit -> Character.digit(digit, 10))
                                .reduce(0, (sum, digit) -> 10 * sum + digit)
                        : 1,
                0,
                message.startsWith("Unexpected")
                        ? "a cell goes on after its closing quote: expected a separator, or \"\" for a quote within it"
                        : "a quote is not closed: expected \" at the end of the cell");
    }

    /** A row that a spreadsheet holds between others, or after them. */
    private static boolean isBlank(CsvRecord record) {
        return record.getField(0).isEmpty() && record.getFields().stream().allMatch(String::isEmpty);
    }

    /** Commas, or the semicolons of a spreadsheet whose language writes numbers with commas: see its first line. */
    static char separator(String line) {
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
            var missing = new ArrayList<>(kind.firstColumns());
            missing.removeAll(header);
            if (missing.isEmpty()) {
                return kind.id();
            }
            if (missing.size() <= kind.firstColumns().size() / 2) {
                throw new BadInput(
                        1,
                        0,
                        "lacks the " + (missing.size() == 1 ? "column " : "columns ")
                                + String.join(", ", missing) + "; the " + kind.id()
                                + " of 'stretch export' have " + String.join(",", kind.firstColumns()));
            }
        }
        throw new BadInput(
                1,
                0,
                "is not a file of 'stretch export': expected the columns of sessions, "
                        + String.join(",", Export.ExportTable.SESSIONS.columns())
                        + ", or those of --steps, --checkins or --pauses");
    }
}
