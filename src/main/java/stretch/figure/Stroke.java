package stretch.figure;

import java.util.List;
import stretch.catalogue.exercise.Figure.Point;

/** A line from point to point. */
public record Stroke(Pen pen, List<Point> points) {
    /** The same without its ends, where it hangs together with others: {@code part} of its first and last piece. */
    List<Point> inner(double part) {
        var inner = new java.util.ArrayList<>(points);
        int last = points.size() - 1;
        inner.set(0, points.get(0).towards(points.get(1), part));
        inner.set(last, points.get(last).towards(points.get(last - 1), part));
        return inner;
    }
}
