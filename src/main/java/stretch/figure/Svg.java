package stretch.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import stretch.catalogue.Exercise;
import stretch.catalogue.Figure;
import stretch.catalogue.Figure.Point;
import stretch.catalogue.Kind;
import stretch.catalogue.Side;
import stretch.text.Visible;

/**
 * The figure of an exercise as SVG: its first and its last position side by side, an arrow between them.
 *
 * <p>It is drawn in {@code currentColor}, so it takes the ink of whatever it stands in.
 */
public final class Svg {
    /** Widths of lines, in hundredths of a person's height as all else. Our choice: to be known from across a room. */
    private static final double BODY = 5.6;

    private static final double FAR = 4.4;
    private static final double THING = 2.2;

    /** What keeps a near limb apart from what lies behind it. */
    private static final double GAP = 1.6;

    /** Room for the width of lines and, between two positions, for the arrow. */
    private static final double MARGIN = 5;

    private static final double BETWEEN = 20;

    /** Pixels to a hundredth of a person's height, for a picture on its own. */
    private static final int SIZE = 3;

    private static final double LETTERS = 8;

    private static final String STYLE = """
            svg{color:#16181d}.paper{fill:#fff}.gap{stroke:#fff}
            @media screen and (prefers-color-scheme:dark){svg{color:#eceef2}.paper{fill:#14161a}.gap{stroke:#14161a}}
            """;

    private final Figure figure;
    private final boolean held;
    private final StringBuilder out = new StringBuilder();

    private Svg(Exercise exercise) {
        figure = exercise.figure().orElseThrow();
        held = exercise.dose().kind() == Kind.HOLD;
    }

    /** The picture for within an HTML page, whose style gives {@code .gap} the colour of its paper. */
    public static String inline(Exercise exercise, Side side) {
        var svg = new Svg(exercise);
        svg.row(side, 0);
        return "<svg class=\"figure\" role=\"img\" viewBox=\"0 0 " + number(svg.width()) + " " + number(svg.height())
                + "\">" + title(name(exercise, side)) + svg.out + "</svg>";
    }

    /** The picture as a document of its own, light or dark as the reader prefers; each side is a row. */
    public static String document(Exercise exercise) {
        var svg = new Svg(exercise);
        var sides = exercise.sides();
        double y = 0;
        for (var side : sides) {
            if (side != Side.BOTH) {
                y += LETTERS;
                svg.out.append("<text x=\"" + number(MARGIN) + "\" y=\"" + number(y) + "\" font-size=\"" + LETTERS
                        + "\" font-family=\"system-ui,sans-serif\" fill=\"currentColor\">" + side.id() + "</text>\n");
            }
            svg.row(side, y);
            y += svg.height();
        }
        var size = number(svg.width() * SIZE) + "\" height=\"" + number(y * SIZE);
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 " + number(svg.width()) + " "
                + number(y) + "\" width=\"" + size + "\">\n" + title(name(exercise, Side.BOTH)) + "\n<desc>"
                + escape(description(exercise)) + "</desc>\n<style>" + STYLE
                + "</style>\n<rect class=\"paper\" width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n" + svg.out
                + "</svg>\n";
    }

    private static String name(Exercise exercise, Side side) {
        return exercise.name() + (side == Side.BOTH ? "" : ", " + side.id() + " side");
    }

    private static String description(Exercise exercise) {
        var prompts = exercise.sides().stream()
                .map(side -> exercise.sidePrompts().getOrDefault(side, ""))
                .filter(prompt -> !prompt.isEmpty());
        return Stream.concat(Side.BOTH.fill(exercise.setup()).stream(), prompts).collect(Collectors.joining(" "));
    }

    private static String title(String text) {
        return "<title>" + escape(text) + "</title>";
    }

    private boolean moves() {
        return figure.frames().size() > 1;
    }

    private Sketch.Bounds box() {
        return Sketch.of(figure, 0, 0, 0, false).box();
    }

    private double width() {
        return 2 * MARGIN + box().width() * (moves() ? 2 : 1) + (moves() ? BETWEEN : 0);
    }

    private double height() {
        return 2 * MARGIN + box().height();
    }

    private void row(Side side, double top) {
        boolean mirrored = side == Side.LEFT;
        int last = figure.frames().size() - 1;
        position(Sketch.of(figure, 0, 0, 0, mirrored), MARGIN, top);
        if (moves()) {
            double x = MARGIN + box().width();
            arrow(x + BETWEEN / 2, top + height() / 2);
            position(Sketch.of(figure, last, last, 0, mirrored), x + BETWEEN, top);
        }
    }

    /** One way into a position that is held, both ways where the movement comes back. */
    private void arrow(double x, double y) {
        var there = "M" + number(x - 6) + " " + number(y) + "h12m-4 -4l4 4l-4 4";
        path(there + (held ? "" : "m-8 -8l-4 4l4 4"), 1.6, "");
    }

    private void position(Sketch sketch, double left, double top) {
        var at = new Place(
                left - sketch.box().left(), top + MARGIN + sketch.box().top());
        int bold = 0;
        for (var stroke : sketch.strokes()) {
            var points = stroke.points();
            switch (stroke.pen()) {
                case FLOOR -> path(at.line(points), THING / 2, " stroke-opacity=\".7\"");
                case THIN -> path(at.line(points), THING, " stroke-opacity=\".7\"");
                case FAINT -> {
                    gap(at.line(points), FAR);
                    path(at.line(points), FAR, " stroke-opacity=\".5\"");
                }
                case BOLD -> {
                    // The third is the arm, which lies across the body and often across the leg.
                    if (++bold == 3) {
                        gap(at.line(belowShoulder(points)), BODY + 2 * GAP);
                    }
                    path(bold == 1 ? at.back(points) : at.line(points), BODY, "");
                }
            }
        }
        out.append("<circle cx=\"" + number(at.x(sketch.head())) + "\" cy=\"" + number(at.y(sketch.head())) + "\" r=\""
                + number(Sketch.HEAD) + "\" fill=\"currentColor\"/>\n");
    }

    /** An arm from a third of its upper half on: above that it belongs to the body. */
    private static List<Point> belowShoulder(List<Point> arm) {
        var points = new ArrayList<>(arm);
        points.set(0, arm.get(0).towards(arm.get(1), 0.35));
        return points;
    }

    private void gap(String line, double width) {
        stroke(line, width, " class=\"gap\" stroke=\"#fff\"");
    }

    private void path(String line, double width, String more) {
        stroke(line, width, " stroke=\"currentColor\"" + more);
    }

    private void stroke(String line, double width, String how) {
        out.append("<path d=\"" + line + "\" fill=\"none\" stroke-width=\"" + number(width)
                + "\" stroke-linecap=\"round\" stroke-linejoin=\"round\"" + how + "/>\n");
    }

    /** Where a position stands on the page: its left edge and its floor. */
    private record Place(double left, double floor) {
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

        /** Head, neck and hip; where there is a place of the back between those, a curve through it. */
        String back(List<Point> points) {
            if (points.size() != 4) {
                return line(points);
            }
            var neck = points.get(1);
            var hip = points.get(3);
            // What pulls a curve of one bend has to be as far beyond its middle as that is beyond the straight line.
            var pull = neck.towards(hip, 0.5).towards(points.get(2), 2);
            return line(points.subList(0, 2)) + "Q" + pair(pull) + " " + pair(hip);
        }

        private String pair(Point point) {
            return number(x(point)) + " " + number(y(point));
        }
    }

    private static String number(double value) {
        double tenth = Math.round(value * 10) / 10.0;
        return tenth == Math.rint(tenth) ? String.valueOf((long) tenth) : String.valueOf(tenth);
    }

    private static String escape(String text) {
        return Visible.line(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
