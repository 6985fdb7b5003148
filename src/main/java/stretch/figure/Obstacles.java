package stretch.figure;

import java.util.Arrays;
import java.util.List;
import stretch.catalogue.exercise.Figure.Point;

/** Lines that something has to keep clear of, as points along them: plain numbers, as they are asked thousands of times. */
final class Obstacles {
    /** Between two points of a line, in hundredths of a person's height. */
    private static final double STEP = 4;

    private double[] xs = new double[256];
    private double[] ys = new double[256];
    private int count;

    void add(List<Point> line) {
        for (int i = 1; i < line.size(); i++) {
            var from = line.get(i - 1);
            var to = line.get(i);
            int steps = 1 + (int) (Math.sqrt(square(from.x() - to.x(), from.y() - to.y())) / STEP);
            for (int step = 0; step <= steps; step++) {
                add(from.towards(to, (double) step / steps));
            }
        }
    }

    private void add(Point point) {
        if (count == xs.length) {
            xs = Arrays.copyOf(xs, 2 * count);
            ys = Arrays.copyOf(ys, 2 * count);
        }
        xs[count] = point.x();
        ys[count++] = point.y();
    }

    /** How far it is from a place to the nearest line, at most so far. */
    double clearance(double x, double y, double most) {
        double least = most * most;
        for (int i = 0; i < count; i++) {
            least = Math.min(least, square(xs[i] - x, ys[i] - y));
        }
        return Math.sqrt(least);
    }

    private static double square(double x, double y) {
        return x * x + y * y;
    }
}
