package stretch.catalogue.exercise;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import stretch.text.Named;

/**
 * A stick figure as joints in its key positions, seen from the side and, where that cannot show the movement, from a
 * second direction too.
 *
 * <p>Lengths are in hundredths of a person's height: x runs to the right, y up from the floor at 0. From the side the
 * figure faces right and its near limbs are those of the side that is worked on; for the left side it is mirrored.
 *
 * @param working which of the near limbs the exercise works on, where it has sides
 * @param lines the things around it, such as a chair: each a line from point to point
 * @param arrows the joints whose movement an arrow shows; empty: the one that moves farthest
 * @param frames its positions in order; for repetitions and breaths one for the start of each phase of the pace, for a
 *     hold the way into it, the last being the one that is held
 * @param second the same positions from another direction
 */
public record Figure(
        View view,
        Limb working,
        List<List<Point>> lines,
        List<Joint> arrows,
        List<Map<Joint, Point>> frames,
        Optional<Figure> second) {
    /** The largest coordinate: room for somebody lying down with arms stretched out. */
    public static final int LARGEST = 200;

    public enum View implements Named {
        SIDE,
        /** From behind the feet of somebody lying down, the head beyond them. */
        FEET,
        /** From the ceiling: there is no floor to stand on. */
        ABOVE
    }

    /** A limb that an exercise can work on. */
    public enum Limb implements Named {
        LEG,
        ARM
    }

    public record Point(double x, double y) {
        /** The place so far on the way to another: 0 is here, 1 there. */
        public Point towards(Point other, double part) {
            return new Point(x + (other.x - x) * part, y + (other.y - y) * part);
        }
    }

    /** A place of the body; the limbs named "far" are those of the side that is not worked on. */
    public enum Joint implements Named {
        HEAD,
        NECK,
        BACK,
        HIP,
        ELBOW,
        HAND,
        KNEE,
        FOOT,
        TOE,
        FAR_ELBOW,
        FAR_HAND,
        FAR_KNEE,
        FAR_FOOT,
        FAR_TOE
    }

    public Figure {
        arrows = List.copyOf(arrows);
        lines = lines.stream().map(List::copyOf).toList();
        frames = frames.stream().map(Map::copyOf).toList();
        for (var frame : frames) {
            if (!frame.keySet().containsAll(List.of(Joint.HEAD, Joint.NECK, Joint.HIP))
                    || !frame.keySet().equals(frames.get(0).keySet())) {
                throw new IllegalArgumentException("every frame has head, neck and hip, and the joints of the first");
            }
        }
        if (frames.isEmpty()) {
            throw new IllegalArgumentException("a figure without frames");
        }
        int count = frames.size();
        second.ifPresent(other -> {
            if (other.frames.size() != count || other.second.isPresent()) {
                throw new IllegalArgumentException("a second view shows the same positions, and is the last");
            }
        });
    }

    /** The joints on the way from one frame to another; 0 is the first, 1 the other. */
    public Map<Joint, Point> between(int from, int to, double part) {
        var joints = new EnumMap<Joint, Point>(Joint.class);
        var end = frames.get(to % frames.size());
        frames.get(from % frames.size())
                .forEach((joint, point) -> joints.put(joint, point.towards(end.getOrDefault(joint, point), part)));
        return joints;
    }
}
