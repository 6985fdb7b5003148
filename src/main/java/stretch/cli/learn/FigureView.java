package stretch.cli.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import stretch.catalogue.exercise.DoseKind;
import stretch.catalogue.exercise.Exercise;
import stretch.catalogue.exercise.Figure;
import stretch.figure.Drawing;
import stretch.figure.Layout;
import stretch.figure.Sketch;
import stretch.output.Printer;
import stretch.text.DisplayWidth;

/** Prints the figure of an exercise: every frame, as many beside each other as the page has room for. */
public final class FigureView {
    private static final int ROWS = 12;

    /** A frame is as wide as its figure needs at that height, within these. */
    private static final int NARROWEST = 20;

    private static final int WIDEST = 48;

    /** A cell is twice as high as wide. */
    private static final int COLUMNS_A_ROW = 2;

    private FigureView() {}

    /** Its frames for the first of its sides, with the phase or the number of each above it; nothing if it has none. */
    public static void print(Printer printer, Exercise exercise) {
        exercise.figure().ifPresent(figure -> {
            var box = sketch(exercise, figure, 0).box();
            int fitting = (int) Math.ceil(ROWS * COLUMNS_A_ROW * box.width() / box.top());
            int columns = Math.min(Math.max(NARROWEST, Math.min(fitting, WIDEST)), printer.columns() - 2);
            int across = Math.max(1, (printer.columns() + 2) / (columns + 4));
            int frames = figure.frames().size();
            for (int from = 0; from < frames; from += across) {
                printer.blankLine();
                row(
                        printer,
                        IntStream.range(from, Math.min(frames, from + across))
                                .mapToObj(frame -> drawing(printer, exercise, figure, frame, columns))
                                .toList());
            }
        });
    }

    private static void row(Printer printer, List<List<String>> drawings) {
        for (int i = 0; i < drawings.get(0).size(); i++) {
            int line = i;
            printer.line(("  "
                            + String.join(
                                    "    ",
                                    drawings.stream().map(it -> it.get(line)).toList()))
                    .stripTrailing());
        }
    }

    private static List<String> drawing(Printer printer, Exercise exercise, Figure figure, int frame, int columns) {
        var lines = new ArrayList<String>();
        if (figure.frames().size() > 1) {
            var word = exercise.dose().kind() == DoseKind.HOLD
                    ? String.valueOf(frame + 1)
                    : exercise.pace().phases().get(frame).name();
            lines.add(DisplayWidth.pad(DisplayWidth.cut(word, columns), columns));
        }
        lines.addAll(new Drawing(sketch(exercise, figure, frame), columns, ROWS, printer.unicode()).lines());
        return lines;
    }

    private static Sketch sketch(Exercise exercise, Figure figure, int frame) {
        boolean still = exercise.dose().kind() == DoseKind.HOLD
                && frame == figure.frames().size() - 1;
        var layout = new Layout(figure, exercise.sides().get(0));
        return Sketch.of(layout, frame, still ? frame : frame + 1, 0);
    }
}
