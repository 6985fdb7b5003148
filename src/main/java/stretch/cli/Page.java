package stretch.cli;

import java.io.PrintStream;
import java.util.List;
import stretch.StandardOutput;
import stretch.text.Json;
import stretch.text.Visible;
import stretch.text.Width;

/** A printed page of results: wrapped to the width there is, and foreign text made visible on its way out. */
final class Page {
    /** Longer lines are hard to read, however wide the terminal. */
    private static final int WIDEST = 100;

    private static final int NARROWEST = 20;

    private final PrintStream out;
    private final boolean colour;
    private final int columns;
    private final boolean unicode;

    Page(PrintStream out, boolean colour, int columns, boolean unicode) {
        this.out = out;
        this.colour = colour;
        this.columns = Math.max(NARROWEST, Math.min(columns, WIDEST));
        this.unicode = unicode;
    }

    int columns() {
        return columns;
    }

    boolean unicode() {
        return unicode;
    }

    void heading(String text) {
        raw(colour ? "\033[1m" + Visible.line(text) + "\033[0m" : Visible.line(text));
    }

    void line(String text) {
        raw(Visible.line(text));
    }

    void gap() {
        raw("");
    }

    /** A paragraph, wrapped; every line of it indented. */
    void paragraph(int indent, String text) {
        hanging(" ".repeat(indent), text);
    }

    /** A paragraph behind a label such as {@code "  Dose   "}; further lines hang under its first word. */
    void hanging(String label, String text) {
        var shown = Visible.line(label);
        int indent = Width.of(shown);
        if (indent > columns / 2) {
            raw(shown.stripTrailing());
            shown = " ".repeat(4);
            indent = 4;
        }
        var first = shown;
        for (var piece : Width.wrap(Visible.line(text), columns - indent)) {
            raw(first + piece);
            first = " ".repeat(indent);
        }
    }

    /** Rows of cells in columns as wide as their widest cell; cut at the page's edge. */
    void table(List<List<String>> rows) {
        int across = rows.stream().mapToInt(List::size).max().orElse(0);
        var widths = new int[across];
        for (var row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], Width.of(Visible.line(row.get(i))));
            }
        }
        for (var row : rows) {
            var line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                line.append(i == 0 ? "" : "  ").append(Width.pad(Visible.line(row.get(i)), widths[i]));
            }
            raw(line.toString().stripTrailing());
        }
    }

    void json(Object value) {
        raw(Json.text(value));
    }

    private void raw(String line) {
        out.println(line);
        if (out.checkError()) {
            throw StandardOutput.lost();
        }
    }
}
