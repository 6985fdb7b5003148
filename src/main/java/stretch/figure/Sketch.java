package stretch.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import stretch.catalogue.Figure;
import stretch.catalogue.Figure.Joint;
import stretch.catalogue.Figure.Point;

/**
 * A figure in one position, as strokes in its own coordinates: what a terminal and a page both draw from.
 *
 * @param box the room that the figure takes in any of its positions, so that it does not jump about
 */
public record Sketch(List<Stroke> strokes, Point head, Bounds box) {
    /** How far the head's outline is from its middle, in hundredths of a person's height. */
    public static final double HEAD = 7;

    /** How a stroke is drawn. */
    public enum Pen {
        /** The body and the limbs of the side that is worked on. */
        BOLD,
        /** The other limbs. */
        FAINT,
        /** Things around it. */
        THIN,
        /** The floor. */
        FLOOR
    }

    /** A line from point to point. */
    public record Stroke(Pen pen, List<Point> points) {}

    /** A rectangle. */
    public record Bounds(double left, double bottom, double right, double top) {
        double width() {
            return right - left;
        }

        double height() {
            return top - bottom;
        }
    }

    /** The figure on its way between two frames; {@code part} 0 is the first of them, 1 the other. */
    public static Sketch of(Figure figure, int from, int to, double part, boolean mirrored) {
        var joints = figure.between(from, to, part);
        var strokes = new ArrayList<Stroke>();
        var box = bounds(figure);
        strokes.add(new Stroke(Pen.FLOOR, List.of(new Point(box.left(), 0), new Point(box.right(), 0))));
        figure.lines().forEach(line -> strokes.add(new Stroke(Pen.THIN, line)));
        add(strokes, Pen.FAINT, joints, Joint.NECK, Joint.FAR_ELBOW, Joint.FAR_HAND);
        add(strokes, Pen.FAINT, joints, Joint.HIP, Joint.FAR_KNEE, Joint.FAR_FOOT, Joint.FAR_TOE);
        add(strokes, Pen.BOLD, joints, Joint.HEAD, Joint.NECK, Joint.BACK, Joint.HIP);
        add(strokes, Pen.BOLD, joints, Joint.HIP, Joint.KNEE, Joint.FOOT, Joint.TOE);
        add(strokes, Pen.BOLD, joints, Joint.NECK, Joint.ELBOW, Joint.HAND);
        var sketch = new Sketch(strokes, java.util.Objects.requireNonNull(joints.get(Joint.HEAD)), box);
        return mirrored ? sketch.mirrored() : sketch;
    }

    private static void add(List<Stroke> strokes, Pen pen, Map<Joint, Point> joints, Joint... chain) {
        var points = new ArrayList<Point>();
        for (var joint : chain) {
            var point = joints.get(joint);
            if (point != null) {
                points.add(point);
            }
        }
        if (points.size() > 1) {
            strokes.add(new Stroke(pen, points));
        }
    }

    private Sketch mirrored() {
        return new Sketch(
                strokes.stream()
                        .map(stroke -> new Stroke(
                                stroke.pen(),
                                stroke.points().stream().map(this::mirrored).toList()))
                        .toList(),
                mirrored(head),
                box);
    }

    private Point mirrored(Point point) {
        return new Point(box.left() + box.right() - point.x(), point.y());
    }

    private static Bounds bounds(Figure figure) {
        double left = Double.MAX_VALUE;
        double right = 0;
        double top = 0;
        var points = new ArrayList<Point>();
        figure.lines().forEach(points::addAll);
        for (var frame : figure.frames()) {
            points.addAll(frame.values());
            var head = java.util.Objects.requireNonNull(frame.get(Joint.HEAD));
            points.add(new Point(Math.max(0, head.x() - HEAD), head.y() + HEAD));
            points.add(new Point(head.x() + HEAD, head.y()));
        }
        for (var point : points) {
            left = Math.min(left, point.x());
            right = Math.max(right, point.x());
            top = Math.max(top, point.y());
        }
        return new Bounds(left - 3, 0, right + 3, top);
    }
}
