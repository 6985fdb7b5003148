package stretch.screen.canvas;

import java.util.ArrayList;
import java.util.List;

/** Text of one tone. */
public record StyledRun(String text, TextStyle style) {
    /** The rows of a canvas from top to bottom, each as runs of one tone. */
    public static List<List<StyledRun>> of(Canvas canvas) {
        var all = new ArrayList<List<StyledRun>>(canvas.rows());
        for (int row = 0; row < canvas.rows(); row++) {
            var runs = new ArrayList<StyledRun>();
            var text = new StringBuilder(canvas.columns());
            for (int column = 0; column < canvas.columns(); column++) {
                text.append(canvas.glyph(row, column));
                var style = canvas.style(row, column);
                if (column + 1 == canvas.columns() || canvas.style(row, column + 1) != style) {
                    runs.add(new StyledRun(text.toString(), style));
                    text.setLength(0);
                }
            }
            all.add(runs);
        }
        return all;
    }
}
