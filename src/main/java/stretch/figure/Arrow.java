package stretch.figure;

import java.util.List;
import stretch.catalogue.exercise.Figure.Point;

/** An arrow that shows which way something moves: a shaft with a head at its end. */
public record Arrow(Point from, Point to) {
    /** In hundredths of a person's height. Our choice: to be seen from across a room. */
    private static final double HEAD = 12;

    private static final double HALF_HEAD = 9;

    /** The corners of its head, the tip first. */
    public List<Point> head() {
        var back = neck();
        double dx = unitX() * HALF_HEAD;
        double dy = unitY() * HALF_HEAD;
        return List.of(to, new Point(back.x() - dy, back.y() + dx), new Point(back.x() + dy, back.y() - dx));
    }

    /** Where the shaft meets the head. */
    public Point neck() {
        return new Point(to.x() - unitX() * HEAD, to.y() - unitY() * HEAD);
    }

    /** The character that points its way most. */
    char tip() {
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        return Math.abs(dx) > Math.abs(dy) ? dx > 0 ? '>' : '<' : dy > 0 ? '^' : 'v';
    }

    private double unitX() {
        return (to.x() - from.x()) / length();
    }

    private double unitY() {
        return (to.y() - from.y()) / length();
    }

    private double length() {
        return Math.hypot(to.x() - from.x(), to.y() - from.y());
    }
}
