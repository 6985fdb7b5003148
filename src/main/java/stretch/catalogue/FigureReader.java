package stretch.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import stretch.catalogue.Figure.Joint;
import stretch.catalogue.Figure.Point;
import stretch.text.Numbers;
import stretch.yaml.Keys;
import stretch.yaml.Node;

/** Reads the figure of an exercise. */
final class FigureReader {
    private static final Pattern POINT = Pattern.compile("\\s*(\\d{1,3}) +(\\d{1,3})\\s*");
    private static final int MOST_FRAMES = 12;
    private static final int MOST_LINES = 20;
    private static final String RIGHT = "write two whole numbers from 0 to " + Figure.LARGEST
            + " such as 50 82, x from the left and y from the floor";

    private final Keys keys;

    private FigureReader(Keys keys) {
        this.keys = keys;
    }

    /** The figure under {@code figure}; empty if there is none, or if it is mistaken. */
    static Optional<Figure> read(Keys exercise) {
        return exercise.take("figure")
                .flatMap(pair -> exercise.wanted()
                        .mapping(pair.value(), "'figure'")
                        .flatMap(mapping -> new FigureReader(
                                        new Keys(pair.at(), "'figure'", mapping, exercise.mistakes()))
                                .figure()));
    }

    private Optional<Figure> figure() {
        int before = keys.mistakes().count();
        var lines = limited("lines", keys.items("lines"), MOST_LINES).stream()
                .map(this::line)
                .toList();
        var frames = new ArrayList<Map<Joint, Point>>();
        for (var item : limited("frames", keys.needItems("frames"), MOST_FRAMES)) {
            keys.wanted()
                    .mapping(item, "a frame")
                    .ifPresent(mapping -> frames.add(frame(mapping, frames.isEmpty() ? Map.of() : frames.get(0))));
        }
        keys.done();
        return keys.mistakes().count() == before ? Optional.of(new Figure(lines, frames)) : Optional.empty();
    }

    private List<Node> limited(String key, List<Node> items, int most) {
        if (items.size() > most) {
            keys.mistakes()
                    .add(items.get(most).at(), "'" + key + "' has more than " + most + " entries; leave some out");
        }
        return items;
    }

    /** The first frame has every joint that is drawn; a later one names those that are elsewhere. */
    private Map<Joint, Point> frame(Node.Mapping mapping, Map<Joint, Point> first) {
        var joints = new EnumMap<Joint, Point>(Joint.class);
        joints.putAll(first);
        var inner = new Keys(mapping.at(), "a frame", mapping, keys.mistakes());
        for (var joint : Joint.values()) {
            boolean needed = first.isEmpty()
                    && List.of(Joint.HEAD, Joint.NECK, Joint.HIP).contains(joint);
            var pair = needed ? inner.need(joint.id(), "50 80") : inner.take(joint.id());
            if (pair.isPresent() && !first.isEmpty() && !first.containsKey(joint)) {
                keys.mistakes()
                        .add(
                                pair.get().at(),
                                "'" + joint.id() + "' is not in the first frame; add it there, or take it out here");
            }
            pair.flatMap(found -> inner.wanted()
                            .notation(found.value(), "'" + joint.id() + "'", "a point", RIGHT)
                            .flatMap(text -> point(found.value(), text)))
                    .ifPresent(point -> joints.put(joint, point));
        }
        inner.done();
        return joints;
    }

    private List<Point> line(Node item) {
        var points = new ArrayList<Point>();
        keys.wanted()
                .notation(item, "a line", "points", "write points such as 20 0, 20 45, 50 45")
                .ifPresent(text -> {
                    var parts = Arrays.asList(text.split(",", -1));
                    if (parts.size() < 2) {
                        keys.mistakes().add(item.at(), "a line needs two points or more; write them like 20 0, 20 45");
                    }
                    parts.forEach(part -> point(item, part).ifPresent(points::add));
                });
        return points;
    }

    private Optional<Point> point(Node node, String text) {
        var found = POINT.matcher(text);
        if (found.matches()) {
            int x = Numbers.parse(found.group(1)).orElseThrow();
            int y = Numbers.parse(found.group(2)).orElseThrow();
            if (x <= Figure.LARGEST && y <= Figure.LARGEST) {
                return Optional.of(new Point(x, y));
            }
        }
        keys.mistakes().add(node.at(), "'" + text.strip() + "' is no point; " + RIGHT);
        return Optional.empty();
    }
}
