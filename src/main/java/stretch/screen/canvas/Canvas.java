package stretch.screen.canvas;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import stretch.text.DisplayWidth;
import stretch.text.TerminalSafe;

/** A screenful of cells to put text on; what does not fit is cut, never wrapped and never scrolled. */
public final class Canvas {
    /** With less room than this, what is left of a text says nothing. Our choice. */
    private static final int LEAST = 12;

    private static final String BLANK = " ";
    private static final String[] ASCII =
            IntStream.range(0, 128).mapToObj(Character::toString).toArray(String[]::new);

    private final String[][] cells;
    private final TextStyle[][] tones;
    private final boolean unicode;

    /** An empty one; {@code unicode} says whether block characters come out as such. */
    public Canvas(int columns, int rows, boolean unicode) {
        this.unicode = unicode;
        cells = new String[rows][columns];
        tones = new TextStyle[rows][columns];
        Arrays.stream(cells).forEach(row -> Arrays.fill(row, BLANK));
        Arrays.stream(tones).forEach(row -> Arrays.fill(row, TextStyle.PLAIN));
    }

    public int columns() {
        return cells.length == 0 ? 0 : cells[0].length;
    }

    public int rows() {
        return cells.length;
    }

    public boolean unicode() {
        return unicode;
    }

    /** A glyph, or what stands for it where there is nothing but ASCII. */
    public String either(String glyph, String ascii) {
        return unicode ? glyph : ascii;
    }

    /** What fills a cell. */
    public String solid() {
        return either("█", "#");
    }

    /** All of it as a part. */
    public Rect whole() {
        return new Rect(0, 0, columns(), rows());
    }

    /** What a cell shows: a character with its marks, or nothing in the right half of a wide one. */
    public String glyph(int row, int column) {
        return cells[row][column];
    }

    public TextStyle style(int row, int column) {
        return tones[row][column];
    }

    /** Puts text so that it begins in this cell; rows and columns count from 0. */
    public void put(int row, int column, String text, TextStyle style) {
        if (row < 0 || row >= rows()) {
            return;
        }
        int at = column;
        var shown = TerminalSafe.line(text);
        for (int i = 0; i < shown.length(); i += Character.charCount(shown.codePointAt(i))) {
            int c = shown.codePointAt(i);
            var glyph = glyph(c);
            int width = DisplayWidth.of(c);
            if (width == 0) {
                combine(row, at - 1, glyph);
            } else if (at >= 0 && at + width <= columns()) {
                cells[row][at] = glyph;
                tones[row][at] = style;
                if (width == 2) {
                    cells[row][at + 1] = "";
                    tones[row][at + 1] = style;
                }
            }
            at += width;
        }
    }

    /** Ten times a second some thousand cells are filled, nearly all of them with one of these. */
    private static String glyph(int c) {
        return c < ASCII.length ? ASCII[c] : Character.toString(c);
    }

    private void combine(int row, int column, String mark) {
        if (column >= 0 && column < columns()) {
            cells[row][column] += mark;
        }
    }

    /** Gives every cell of a part the same tone, whatever it shows. */
    public void flood(Rect rect, TextStyle style) {
        for (int row = rect.top(); row < rect.bottom(); row++) {
            Arrays.fill(tones[row], rect.left(), rect.right(), style);
        }
    }

    /** Fills a part with one narrow character. */
    public void fill(Rect rect, String glyph, TextStyle style) {
        for (int row = rect.top(); row < rect.bottom(); row++) {
            Arrays.fill(cells[row], rect.left(), rect.right(), glyph);
        }
        flood(rect, style);
    }

    public boolean isBlank(int row, int column) {
        return cells[row][column].equals(BLANK);
    }

    /** A line that begins at the left of a part, in this row of it. */
    public void line(Rect rect, int row, String text, TextStyle style) {
        if (row < rect.rows()) {
            put(rect.top() + row, rect.left(), DisplayWidth.shortened(text, rect.columns(), either("…", "...")), style);
        }
    }

    /** A line with something at its right end, as much of that as there is room for. */
    public void line(Rect rect, int row, String text, String right, TextStyle style) {
        line(rect, row, text, style);
        int free = rect.columns() - DisplayWidth.of(text) - 3;
        if (row < rect.rows() && free >= Math.min(LEAST, DisplayWidth.of(right))) {
            var shown = DisplayWidth.shortened(right, free, either("…", "..."));
            put(rect.top() + row, rect.right() - DisplayWidth.of(shown), shown, TextStyle.FAINT);
        }
    }

    /** Texts broken into lines. */
    public void lines(Rect rect, List<String> texts, TextStyle style) {
        var lines = broken(rect, texts);
        for (int i = 0; i < Math.min(lines.size(), rect.rows()); i++) {
            boolean cut = i == rect.rows() - 1 && i < lines.size() - 1;
            line(rect, i, cut ? lines.get(i) + " " + lines.get(i + 1) : lines.get(i), style);
        }
    }

    /** The lines that texts take in a part, however many rows it has. */
    public List<String> broken(Rect rect, List<String> texts) {
        var lines = new ArrayList<String>();
        texts.forEach(text -> lines.addAll(DisplayWidth.wrap(text, Math.max(1, rect.columns()))));
        return lines;
    }

    /** The text alone, a line a row, without blanks at the ends of lines. */
    @Override
    public String toString() {
        var lines = new ArrayList<String>();
        for (var row : cells) {
            lines.add(String.join("", row).stripTrailing());
        }
        return String.join("\n", lines);
    }
}
