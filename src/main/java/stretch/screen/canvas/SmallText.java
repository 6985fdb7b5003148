package stretch.screen.canvas;

import java.util.ArrayList;
import java.util.List;
import stretch.text.DisplayWidth;

/** Puts text of the usual size on a canvas; what does not fit ends in a mark that says so. */
public record SmallText(Canvas canvas, boolean unicode) {
    /** A line that begins at the left of a part, in this row of it. */
    public void line(Rect rect, int row, String text, TextStyle style) {
        if (row < rect.rows()) {
            canvas.put(rect.top() + row, rect.left(), shortened(text, rect.columns()), style);
        }
    }

    /** A line with something at its right end, if there is room for that too. */
    public void line(Rect rect, int row, String text, String right, TextStyle style) {
        line(rect, row, text, style);
        int free = rect.columns() - DisplayWidth.of(text) - 3;
        if (row < rect.rows() && DisplayWidth.of(right) <= free) {
            canvas.put(rect.top() + row, rect.right() - DisplayWidth.of(right), right, TextStyle.FAINT);
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

    /** The first of these that fits into so many columns, or else the last. */
    public static String fitting(List<String> texts, int columns) {
        return texts.stream()
                .filter(text -> DisplayWidth.of(text) <= columns)
                .findFirst()
                .orElse(texts.get(texts.size() - 1));
    }

    private String shortened(String text, int columns) {
        return DisplayWidth.shortened(text, columns, unicode ? "…" : "...");
    }
}
