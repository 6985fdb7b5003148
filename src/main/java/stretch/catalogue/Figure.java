package stretch.catalogue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A stick figure seen from the side, as joints in its key positions.
 *
 * <p>Lengths are in hundredths of a person's height: x runs to the right, y up from the floor at 0. The figure faces
 * right and its near limbs are those of the side that is worked on; for the left side it is mirrored.
 *
 * @param lines the things around it, such as a chair: each a line from point to point
 * @param frames its positions in order; for repetitions and breaths one for the start of each phase of the pace, for a
 *     hold the way into it, the last being the one that is held
 */
public record Figure(List<List<Point>> lines, List<Map<Joint, Point>> frames) {
    /** The largest coordinate: room for somebody lying down with arms stretched out. */
    public static final int LARGEST = 200;

    /** A place in the picture. */
    public record Point(double x, double y) {
        /** The place so far on the way to another: 0 is here, 1 there. */
        public Point towards(Point other, double part) {
            return new Point(x + (other.x - x) * part, y + (other.y - y) * part);
        }
    }

    /** A place of the body; the limbs named "far" are those of the side that is not worked on. */
    public enum Joint {
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
        FAR_TOE;

        /** The word in files: {@code far-knee}. */
        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    public Figure {
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
