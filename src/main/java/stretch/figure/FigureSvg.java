package stretch.figure;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import stretch.catalogue.exercise.DoseKind;
import stretch.catalogue.exercise.Exercise;
import stretch.catalogue.exercise.Figure.Point;
import stretch.catalogue.exercise.Pace;
import stretch.catalogue.exercise.Side;
import stretch.svg.SvgWriter;

/**
 * The figure of an exercise as SVG: its first and its last position side by side, each with its number or the phase that
 * begins there, and an arrow where it moves.
 *
 * <p>It is drawn in {@code currentColor}, so it takes the ink of whatever it stands in; the limb that is worked on is of
 * the class {@code side-right} or {@code side-left}.
 */
public final class FigureSvg {
    /** Widths of lines, in hundredths of a person's height as all else. Our choice: to be known from across a room. */
    private static final double BODY = 5.6;

    private static final double WORKING = 8.4;
    private static final double FAR = 4.4;
    private static final double THING = 2.2;

    private static final double ARROW = 4;

    /** What keeps apart what is in front from what lies behind it. */
    private static final double GAP = 1.6;

    /** So much of the ends of a chain of joints belongs to what it hangs on, and needs no gap from it. */
    private static final double JOINED = 0.3;

    /** Room for the width of lines, and between two positions. */
    private static final double MARGIN = 5;

    private static final double BETWEEN = 20;

    /** Pixels to a hundredth of a person's height, for a picture on its own. */
    private static final int SIZE = 3;

    /** Half the height of a letter, and what is above and below it. */
    private static final double LETTERS = 8;

    private static final String STYLE = """
            svg{color:#16181d}.paper{fill:#fff}.gap{stroke:#fff}
            .side-left{stroke:#2a6aa5}.side-right{stroke:#8f5414}
            text.side-left{fill:#2a6aa5;stroke:none}text.side-right{fill:#8f5414;stroke:none}
            @media screen and (prefers-color-scheme:dark){svg{color:#eceef2}.paper{fill:#14161a}.gap{stroke:#14161a}
            .side-left{stroke:#6fb1ea}.side-right{stroke:#e2a857}text.side-left{fill:#6fb1ea}text.side-right{fill:#e2a857}}
            """;

    private final Layout layout;
    private final Bounds box;
    private final boolean held;
    private final List<Pace.Phase> phases;
    private final StringBuilder out = new StringBuilder();

    private FigureSvg(Exercise exercise, Side side) {
        layout = new Layout(exercise.figure().orElseThrow(), side);
        box = Sketch.of(layout, 0, 0, 0).box();
        held = exercise.dose().kind() == DoseKind.HOLD;
        phases = exercise.pace().phases();
    }

    /** The picture for within an HTML page, whose style gives {@code .gap} the colour of its paper. */
    public static String inline(Exercise exercise, Side side) {
        var svg = new FigureSvg(exercise, side);
        svg.row(0);
        return "<svg class=\"figure\" role=\"img\" viewBox=\"0 0 " + SvgWriter.number(svg.width()) + " "
                + SvgWriter.number(svg.height()) + "\">" + title(name(exercise, side)) + svg.out + "</svg>";
    }

    /** The picture as a document of its own, light or dark as the reader prefers; each side is a row. */
    public static String document(Exercise exercise) {
        var rows = new StringBuilder();
        double y = 0;
        double width = 0;
        for (var side : exercise.sides()) {
            var svg = new FigureSvg(exercise, side);
            if (side != Side.BOTH) {
                y += 2 * LETTERS;
                svg.text(side.id(), svg.width() / 2, y, "");
            }
            svg.row(y);
            y += svg.height();
            width = Math.max(width, svg.width());
            rows.append(svg.out);
        }
        var size = SvgWriter.number(width * SIZE) + "\" height=\"" + SvgWriter.number(y * SIZE);
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 " + SvgWriter.number(width) + " "
                + SvgWriter.number(y) + "\" width=\"" + size + "\">\n" + title(name(exercise, Side.BOTH)) + "\n<desc>"
                + SvgWriter.escaped(description(exercise)) + "</desc>\n<style>" + STYLE
                + "</style>\n<rect class=\"paper\" width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n" + rows
                + "</svg>\n";
    }

    private static String name(Exercise exercise, Side side) {
        return exercise.name() + (side == Side.BOTH ? "" : ", " + side.id() + " side");
    }

    private static String description(Exercise exercise) {
        var prompts = exercise.sides().stream()
                .map(side -> exercise.instructions().sidePrompts().getOrDefault(side, ""))
                .filter(prompt -> !prompt.isEmpty());
        return Stream.concat(Side.BOTH.fill(exercise.instructions().setup()).stream(), prompts)
                .collect(Collectors.joining(" "));
    }

    private static String title(String text) {
        return "<title>" + SvgWriter.escaped(text) + "</title>";
    }

    private boolean moves() {
        return layout.figure().frames().size() > 1;
    }

    private double width() {
        return 2 * MARGIN + box.width() * (moves() ? 2 : 1) + (moves() ? BETWEEN : 0);
    }

    private double height() {
        return 2 * MARGIN + box.top() + (moves() ? 2 * LETTERS : 0);
    }

    private void row(double top) {
        int last = layout.figure().frames().size() - 1;
        position(Sketch.of(layout, 0, moves() ? 1 : 0, 0), MARGIN, top, word(0));
        if (moves()) {
            double x = MARGIN + box.width() + BETWEEN;
            position(Sketch.of(layout, last, held ? last : last + 1, 0), x, top, word(last));
        }
    }

    /** The phase that begins with a frame; of a hold, whether it is the first or the second picture. */
    private String word(int frame) {
        if (!moves()) {
            return "";
        }
        return held ? frame == 0 ? "1" : "2" : phases.get(frame).name();
    }

    private void position(Sketch sketch, double left, double top, String word) {
        var at = new Projection(left - box.left(), top + MARGIN + box.top());
        for (var stroke : sketch.strokes()) {
            var line = at.line(stroke.points());
            var inner = at.line(stroke.inner(JOINED));
            switch (stroke.pen()) {
                case FLOOR -> path(line, THING / 2, " stroke-opacity=\".7\"");
                case THING -> path(line, THING, " stroke-opacity=\".7\"");
                case FAR -> {
                    gap(line, FAR);
                    path(line, FAR, " stroke-opacity=\".5\"");
                }
                case BODY, ARROW -> {
                    gap(inner, BODY);
                    path(line, BODY, "");
                }
                case WORKING -> {
                    gap(inner, WORKING);
                    path(line, WORKING, sketch.mark().map(FigureSvg::tone).orElse(""));
                }
            }
        }
        for (var head : sketch.heads()) {
            out.append("<circle cx=\"" + SvgWriter.number(at.x(head)) + "\" cy=\"" + SvgWriter.number(at.y(head))
                    + "\" r=\"" + SvgWriter.number(Skeleton.HEAD) + "\" fill=\"currentColor\"/>\n");
        }
        for (var arrow : sketch.arrows()) {
            path(at.line(List.of(arrow.from(), arrow.neck())), ARROW, "");
            out.append("<path class=\"arrow\" d=\"" + at.line(arrow.head()) + "Z\" fill=\"currentColor\"/>\n");
        }
        sketch.mark()
                .ifPresent(mark -> text(
                        mark.letter(),
                        at.x(mark.at()),
                        at.y(mark.at()) + LETTERS / 2,
                        tone(mark) + " font-weight=\"700\""));
        if (!word.isEmpty()) {
            text(word, left + box.width() / 2, top + MARGIN + box.top() + 2 * LETTERS, "");
        }
    }

    private static String tone(Mark mark) {
        return " class=\"side-" + mark.side().id() + "\"";
    }

    private void text(String words, double x, double y, String more) {
        out.append("<text x=\"" + SvgWriter.number(x) + "\" y=\"" + SvgWriter.number(y) + "\" font-size=\""
                + SvgWriter.number(LETTERS * 1.4)
                + "\" font-family=\"system-ui,sans-serif\" text-anchor=\"middle\" fill=\"currentColor\"" + more + ">"
                + SvgWriter.escaped(words) + "</text>\n");
    }

    private void gap(String line, double width) {
        stroke(line, width + 2 * GAP, " class=\"gap\" stroke=\"#fff\"");
    }

    private void path(String line, double width, String more) {
        stroke(line, width, " stroke=\"currentColor\"" + more);
    }

    private void stroke(String line, double width, String how) {
        out.append("<path d=\"" + line + "\" fill=\"none\" stroke-width=\"" + SvgWriter.number(width)
                + "\" stroke-linecap=\"round\" stroke-linejoin=\"round\"" + how + "/>\n");
    }

    /** Where a position stands on the page: its left edge and its floor. */
    private record Projection(double left, double floor) {
        double x(Point point) {
            return left + point.x();
        }

        /** Feet are drawn to the middle of their line; the floor, and what stands on it, is below that. */
        double y(Point point) {
            return floor - point.y() + (point.y() == 0 ? BODY / 2 : 0);
        }

        String line(List<Point> points) {
            return points.stream().map(this::pair).collect(Collectors.joining("L", "M", ""));
        }

        private String pair(Point point) {
            return SvgWriter.number(x(point)) + " " + SvgWriter.number(y(point));
        }
    }
}
