package stretch.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import stretch.catalogue.exercise.Figure;
import stretch.catalogue.exercise.Figure.Joint;
import stretch.catalogue.exercise.Figure.Limb;
import stretch.catalogue.exercise.Figure.Point;
import stretch.catalogue.exercise.Side;

/**
 * A figure for one side, and the room around each of its views for what is not body: its arrows and the letter of its
 * side. To find that takes long, so whoever draws many positions keeps it.
 */
public final class Layout {
    /** In hundredths of a person's height, as all here. A movement that is smaller needs no arrow. */
    private static final double SMALLEST = 2;

    private static final double SHORTEST_ARROW = 22;
    private static final double LONGEST_ARROW = 28;

    /** How far the middle of an arrow or a letter keeps from every line. */
    private static final double CLEAR = 10;

    private static final double FARTHEST = 34;
    private static final double STEP = 3;
    private static final double CHEAP = 0.2;
    private static final double DEAR = 2;
    private static final double BELOW_THE_FLOOR = 20;

    /** What a hundredth costs that something is too close to a line. */
    private static final double CLOSE = 10;

    private static final int DIRECTIONS = 16;
    private static final double MARGIN = 3;

    private final Figure figure;
    private final Side side;
    private final Bounds body;

    /** From the working limb's middle joint to the letter. */
    private final Optional<Point> letter;

    /** For the way from each frame to the next. */
    private final List<List<Arrow>> arrows = new ArrayList<>();

    private final Optional<Layout> second;

    public Layout(Figure figure, Side side) {
        this.figure = figure;
        this.side = side;
        body = bounds();
        letter = side == Side.BOTH ? Optional.empty() : letter();
        for (int i = 0; i < figure.frames().size(); i++) {
            arrows.add(arrows(i));
        }
        second = figure.second().map(other -> new Layout(other, side));
    }

    Figure figure() {
        return figure;
    }

    Side side() {
        return side;
    }

    /** The same of its second view. */
    Optional<Layout> second() {
        return second;
    }

    Optional<Mark> mark(Map<Joint, Point> joints) {
        return letter.map(offset -> new Mark(plus(middle(joints), offset), side));
    }

    /** An arrow for each joint that has one and moves; none where a frame leads to itself. */
    List<Arrow> arrows(int from, int to) {
        return from == to ? List.of() : arrows.get(from % arrows.size());
    }

    private List<Arrow> arrows(int from) {
        var arrows = new ArrayList<Arrow>();
        var start = figure.between(from, from + 1, 0);
        var end = figure.between(from, from + 1, 1);
        var movers = movers(start, end).stream()
                .filter(joint -> moved(joint, start, end) >= SMALLEST)
                .toList();
        if (movers.isEmpty()) {
            return arrows;
        }
        var obstacles = new Obstacles();
        things(obstacles);
        for (var joints : List.of(start, figure.between(from, from + 1, 0.5), end)) {
            body(obstacles, joints);
            mark(joints)
                    .ifPresent(mark -> obstacles.add(List.of(
                            plus(mark.at(), new Point(0, -CLEAR / 2)), plus(mark.at(), new Point(0, CLEAR / 2)))));
        }
        for (var joint : movers) {
            var one = Objects.requireNonNull(start.get(joint));
            var other = Objects.requireNonNull(end.get(joint));
            double half = Math.max(SHORTEST_ARROW, Math.min(LONGEST_ARROW, moved(joint, start, end))) / 2;
            // Of few dots, only these directions look like arrows.
            double angle = Math.PI / 4 * Math.round(Math.atan2(other.y() - one.y(), other.x() - one.x()) / Math.PI * 4);
            var reach = new Point(half * Math.cos(angle), half * Math.sin(angle));
            var middle = one.towards(other, 0.5);
            var at = plus(middle, free(middle, reach, obstacles));
            var arrow = new Arrow(new Point(at.x() - reach.x(), at.y() - reach.y()), plus(at, reach));
            arrows.add(arrow);
            obstacles.add(List.of(arrow.from(), arrow.to()));
        }
        return arrows;
    }

    private List<Joint> movers(Map<Joint, Point> start, Map<Joint, Point> end) {
        if (!figure.arrows().isEmpty()) {
            return figure.arrows();
        }
        var farthest = Joint.HEAD;
        for (var joint : start.keySet()) {
            if (moved(joint, start, end) > moved(farthest, start, end)) {
                farthest = joint;
            }
        }
        return List.of(farthest);
    }

    private static double moved(Joint joint, Map<Joint, Point> start, Map<Joint, Point> end) {
        var from = Objects.requireNonNull(start.get(joint));
        var to = Objects.requireNonNull(end.get(joint));
        return Math.hypot(from.x() - to.x(), from.y() - to.y());
    }

    /** The room that the figure takes with everything around it, in any of its positions. */
    Bounds box() {
        var points = new ArrayList<>(List.of(new Point(body.left(), 0), new Point(body.right(), body.top())));
        int frames = figure.frames().size();
        for (int i = 0; i < frames; i++) {
            for (var arrow : arrows.get(i)) {
                points.addAll(arrow.head());
                points.add(arrow.from());
            }
            mark(figure.between(i, i, 0)).ifPresent(mark -> {
                points.add(plus(mark.at(), new Point(-CLEAR / 2, 0)));
                points.add(plus(mark.at(), new Point(CLEAR / 2, CLEAR / 2)));
            });
        }
        return Bounds.around(points, MARGIN);
    }

    private Bounds bounds() {
        var points = new ArrayList<Point>();
        figure.lines().forEach(points::addAll);
        for (var frame : figure.frames()) {
            points.addAll(frame.values());
            var head = Skeleton.head(frame);
            points.add(new Point(head.x() - Skeleton.HEAD, head.y() + Skeleton.HEAD));
            points.add(new Point(head.x() + Skeleton.HEAD, head.y()));
        }
        return Bounds.around(points, 0);
    }

    private Optional<Point> letter() {
        var obstacles = new Obstacles();
        things(obstacles);
        figure.frames().forEach(frame -> body(obstacles, frame));
        var joints = figure.frames().get(figure.frames().size() - 1);
        return joints.containsKey(working())
                ? Optional.of(free(middle(joints), new Point(0, 0), obstacles))
                : Optional.empty();
    }

    private Joint working() {
        return figure.working() == Limb.LEG ? Joint.KNEE : Joint.ELBOW;
    }

    private Point middle(Map<Joint, Point> joints) {
        return Objects.requireNonNull(joints.get(working()));
    }

    private void things(Obstacles obstacles) {
        figure.lines().forEach(obstacles::add);
    }

    private void body(Obstacles obstacles, Map<Joint, Point> joints) {
        Skeleton.strokes(figure, joints, side).forEach(stroke -> obstacles.add(stroke.points()));
        var head = Skeleton.head(joints);
        double radius = Skeleton.HEAD;
        obstacles.add(List.of(
                new Point(head.x() - radius, head.y()),
                new Point(head.x(), head.y() + radius),
                new Point(head.x() + radius, head.y())));
    }

    /**
     * How far from a point something can stand: as near as keeps it clear of all lines, above the floor and, if that can
     * be, within the room that the body takes anyway.
     *
     * @param reach from its middle to either end
     */
    private Point free(Point middle, Point reach, Obstacles obstacles) {
        var best = new Point(0, 0);
        double least = Double.MAX_VALUE;
        for (double distance = CLEAR; distance <= FARTHEST && distance < least; distance += STEP) {
            for (int i = 0; i < DIRECTIONS; i++) {
                double angle = 2 * Math.PI * i / DIRECTIONS;
                var offset = new Point(distance * Math.cos(angle), distance * Math.sin(angle));
                double cost = distance + outside(plus(middle, offset), reach);
                if (cost < least) {
                    cost += CLOSE * Math.max(0, CLEAR - clearance(plus(middle, offset), reach, obstacles));
                    if (cost < least) {
                        least = cost;
                        best = offset;
                    }
                }
            }
        }
        return best;
    }

    /** Room beyond the body is dear where it makes all of it smaller: above who stands, beside who lies. */
    private double outside(Point at, Point reach) {
        boolean tall = body.top() > body.width();
        double across = Math.abs(reach.x()) + CLEAR / 2;
        double up = Math.abs(reach.y()) + CLEAR / 2;
        double beside = Math.max(0, body.left() - (at.x() - across)) + Math.max(0, at.x() + across - body.right());
        double above = Math.max(0, at.y() + up - body.top());
        return beside * (tall ? CHEAP : DEAR)
                + above * (tall ? DEAR : CHEAP)
                + BELOW_THE_FLOOR * Math.max(0, MARGIN - (at.y() - up));
    }

    private static double clearance(Point at, Point reach, Obstacles obstacles) {
        double least = CLEAR;
        for (int end = -1; end <= 1; end++) {
            least = obstacles.clearance(at.x() + end * reach.x(), at.y() + end * reach.y(), least);
        }
        return least;
    }

    private static Point plus(Point one, Point other) {
        return new Point(one.x() + other.x(), one.y() + other.y());
    }
}
