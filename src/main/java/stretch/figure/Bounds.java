package stretch.figure;

import java.util.List;
import stretch.catalogue.exercise.Figure.Point;

/** A rectangle that stands on the floor. */
public record Bounds(double left, double right, double top) {
    /** What holds all these points and stands on the floor. */
    static Bounds around(List<Point> points, double margin) {
        double left = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double top = 0;
        for (var point : points) {
            left = Math.min(left, point.x());
            right = Math.max(right, point.x());
            top = Math.max(top, point.y());
        }
        return new Bounds(left - margin, right + margin, top + margin);
    }

    public double width() {
        return right - left;
    }
}
