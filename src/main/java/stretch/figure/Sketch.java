package stretch.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import stretch.catalogue.exercise.Figure;
import stretch.catalogue.exercise.Figure.Point;
import stretch.catalogue.exercise.Side;

/**
 * A figure in one position, as strokes in its own coordinates: what a terminal and a page both draw from.
 *
 * @param strokes in the order in which they are drawn, what is behind first
 * @param heads the middle of the head, once for each view
 * @param mark where the letter of the side stands
 * @param box the room that the figure takes in any of its positions, so that it does not jump about
 */
public record Sketch(List<Stroke> strokes, List<Point> heads, List<Arrow> arrows, Optional<Mark> mark, Bounds box) {
    /** What is between two views of one position. */
    private static final double BETWEEN = 14;

    /**
     * A figure on its way between two frames, with an arrow where it moves; {@code part} 0 is the first of them, 1 the
     * other.
     */
    public static Sketch of(Layout layout, int from, int to, double part) {
        var seen = seen(layout, from, to, part);
        return layout.side() == Side.LEFT ? seen.mirrored() : seen;
    }

    private static Sketch seen(Layout layout, int from, int to, double part) {
        var one = view(layout, from, to, part);
        return layout.second()
                .map(second -> beside(one, seen(second, from, to, part)))
                .orElse(one);
    }

    private static Sketch view(Layout layout, int from, int to, double part) {
        var figure = layout.figure();
        var joints = figure.between(from, to, part);
        var box = layout.box();
        var strokes = new ArrayList<Stroke>();
        if (figure.view() != Figure.View.ABOVE) {
            strokes.add(new Stroke(Pen.FLOOR, List.of(new Point(box.left(), 0), new Point(box.right(), 0))));
        }
        figure.lines().forEach(line -> strokes.add(new Stroke(Pen.THING, line)));
        strokes.addAll(Skeleton.strokes(figure, joints, layout.side()));
        return new Sketch(strokes, List.of(Skeleton.head(joints)), layout.arrows(from, to), layout.mark(joints), box);
    }

    private static Sketch beside(Sketch one, Sketch other) {
        double shift = one.box.right() + BETWEEN - other.box.left();
        var moved = other.moved(point -> new Point(point.x() + shift, point.y()));
        return new Sketch(
                joined(one.strokes, moved.strokes),
                joined(one.heads, moved.heads),
                joined(one.arrows, moved.arrows),
                one.mark,
                new Bounds(one.box.left(), other.box.right() + shift, Math.max(one.box.top(), other.box.top())));
    }

    private static <T> List<T> joined(List<T> one, List<T> other) {
        var all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }

    private Sketch mirrored() {
        return moved(point -> new Point(box.left() + box.right() - point.x(), point.y()));
    }

    private Sketch moved(UnaryOperator<Point> to) {
        return new Sketch(
                strokes.stream()
                        .map(stroke -> new Stroke(
                                stroke.pen(), stroke.points().stream().map(to).toList()))
                        .toList(),
                heads.stream().map(to).toList(),
                arrows.stream()
                        .map(arrow -> new Arrow(to.apply(arrow.from()), to.apply(arrow.to())))
                        .toList(),
                mark.map(it -> new Mark(to.apply(it.at()), it.side())),
                box);
    }
}
