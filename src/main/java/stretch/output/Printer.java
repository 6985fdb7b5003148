package stretch.output;

import java.io.PrintStream;
import java.util.List;
import stretch.catalogue.SourceTitles;
import stretch.json.Json;
import stretch.os.Environment;
import stretch.os.OutputLost;
import stretch.text.DisplayWidth;
import stretch.text.TerminalSafe;

/** A printed page of results: wrapped to the width there is, and foreign text made visible on its way out. */
public final class Printer {
    /** Longer lines are hard to read, however wide the terminal. */
    private static final int WIDEST = 100;

    private static final int NARROWEST = 20;

    private final PrintStream out;
    private final boolean colour;
    private final int columns;
    private final boolean unicode;
    private final boolean terminal;

    public Printer(PrintStream out, boolean colour, Environment.StandardStreams streams) {
        this.out = out;
        this.colour = colour;
        this.columns = Math.max(NARROWEST, Math.min(streams.columns(), WIDEST));
        this.unicode = streams.unicode();
        this.terminal = streams.output();
    }

    public int columns() {
        return columns;
    }

    public boolean unicode() {
        return unicode;
    }

    public void heading(String text) {
        raw(colour ? "\033[1m" + TerminalSafe.line(text) + "\033[0m" : TerminalSafe.line(text));
    }

    /** A line as it is; on a terminal that is narrower it is broken between words. */
    public void line(String text) {
        var shown = TerminalSafe.line(text);
        (terminal ? DisplayWidth.folded(shown, columns) : List.of(shown)).forEach(this::raw);
    }

    public void blankLine() {
        raw("");
    }

    /** A paragraph, wrapped; every line of it indented. */
    public void paragraph(int indent, String text) {
        hanging(" ".repeat(indent), text);
    }

    /** A paragraph behind a label such as {@code "  Dose   "}; further lines hang under its first word. */
    public void hanging(String label, String text) {
        var shown = TerminalSafe.line(label);
        int indent = DisplayWidth.of(shown);
        if (indent > columns / 2) {
            raw(shown.stripTrailing());
            shown = " ".repeat(4);
            indent = 4;
        }
        var first = shown;
        for (var piece : DisplayWidth.wrapWords(TerminalSafe.line(text), columns - indent)) {
            raw(first + piece);
            first = " ".repeat(indent);
        }
    }

    /** Rows of cells in columns as wide as their widest cell; on a terminal what does not fit goes on below. */
    public void table(List<List<String>> rows) {
        int across = rows.stream().mapToInt(List::size).max().orElse(0);
        var widths = new int[across];
        for (var row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], DisplayWidth.of(TerminalSafe.line(row.get(i))));
            }
        }
        for (var row : rows) {
            var line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                line.append(i == 0 ? "" : "  ").append(DisplayWidth.pad(TerminalSafe.line(row.get(i)), widths[i]));
            }
            var whole = line.toString().stripTrailing();
            if (!terminal || DisplayWidth.of(whole) <= columns) {
                raw(whole);
            } else {
                broken(row.stream().map(TerminalSafe::line).toList());
            }
        }
    }

    /** A row that is wider than the page: as many cells a line as fit, and none of them broken unless it must. */
    private void broken(List<String> cells) {
        var indent = " ".repeat(4);
        var line = new StringBuilder(cells.get(0));
        for (var cell : cells.subList(1, cells.size())) {
            if (cell.isBlank()) {
                continue;
            }
            if (DisplayWidth.of(line + "  " + cell) <= columns) {
                line.append("  ").append(cell);
            } else {
                DisplayWidth.folded(line.toString(), columns).forEach(this::raw);
                line.setLength(0);
                line.append(indent).append(cell);
            }
        }
        DisplayWidth.folded(line.toString(), columns).forEach(this::raw);
    }

    /** Where a text is from, below it, if that is known. */
    public void source(String source) {
        if (!source.isBlank()) {
            blankLine();
            paragraph(0, "Source: " + SourceTitles.named(source));
        }
    }

    public void json(Object value) {
        raw(Json.text(value));
    }

    private void raw(String line) {
        out.println(line);
        if (out.checkError()) {
            throw OutputLost.lost();
        }
    }
}
