package stretch.catalogue.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import stretch.catalogue.exercise.Figure;
import stretch.catalogue.exercise.Figure.Joint;
import stretch.catalogue.exercise.Figure.Limb;
import stretch.catalogue.exercise.Figure.Point;
import stretch.catalogue.exercise.Figure.View;
import stretch.catalogue.exercise.Pace;
import stretch.text.Numbers;
import stretch.yaml.MappingReader;
import stretch.yaml.Node;
import stretch.yaml.SourcePosition;

/**
 * Reads the figure of an exercise.
 *
 * @param pace what its frames have to keep to; empty for a hold, whose way in may have any number of them
 */
record FigureReader(MappingReader fields, Optional<Pace> pace) {
    private static final Pattern POINT = Pattern.compile("\\s*(\\d{1,3}) +(\\d{1,3})\\s*");
    private static final int MOST_FRAMES = 12;
    private static final int MOST_LINES = 20;
    private static final String RIGHT = "write two whole numbers from 0 to " + Figure.LARGEST
            + " such as 50 82, x from the left and y from the floor";

    /** The figure under {@code figure}; empty if there is none, or if it is mistaken. */
    static Optional<Figure> read(MappingReader exercise, Optional<Pace> pace) {
        return read(exercise, "figure", pace)
                .flatMap(reader -> reader.figure(View.SIDE, reader.limb(), reader.second()));
    }

    private static Optional<FigureReader> read(MappingReader outer, String key, Optional<Pace> pace) {
        return outer.inner(key).map(inner -> new FigureReader(inner, pace));
    }

    /** The view from another direction; of two, one too many. */
    private Optional<Figure> second() {
        var feet = read(fields, View.FEET.id(), pace);
        var above = read(fields, View.ABOVE.id(), pace);
        if (feet.isPresent() && above.isPresent()) {
            fields.mistake(above.get().fields.at(), "'figure' has both 'feet' and 'above'; keep one of them");
        }
        return feet.flatMap(reader -> reader.figure(View.FEET, Limb.LEG, Optional.empty()))
                .or(() -> above.flatMap(reader -> reader.figure(View.ABOVE, Limb.LEG, Optional.empty())));
    }

    private Optional<Figure> figure(View view, Limb working, Optional<Figure> second) {
        int before = fields.mistakes().count();
        var lines = limited("lines", fields.items("lines"), MOST_LINES).stream()
                .map(this::line)
                .toList();
        var frames = new ArrayList<Map<Joint, Point>>();
        var items = limited("frames", fields.requiredItems("frames"), MOST_FRAMES);
        for (var item : items) {
            fields.wanted()
                    .mapping(item, "a frame")
                    .ifPresent(mapping -> frames.add(frame(mapping, frames.isEmpty() ? Map.of() : frames.get(0))));
        }
        counted(items.size());
        var arrows = arrows(frames.isEmpty() ? Map.of() : frames.get(0));
        fields.reportUnknown();
        return fields.mistakes().count() == before
                ? Optional.of(new Figure(view, working, lines, arrows, frames, second))
                : Optional.empty();
    }

    /** What moves has a frame for each phase, or the picture would not be where the count is. */
    private void counted(int frames) {
        var phases = pace.map(Pace::phases).orElse(List.of()).stream()
                .map(Pace.Phase::name)
                .toList();
        if (frames > 0 && !phases.isEmpty() && frames != phases.size()) {
            fields.optional("frames")
                    .ifPresent(pair -> fields.mistake(
                            pair.position(),
                            "'frames' has " + Numbers.count(frames, "entry", "entries") + ", expected "
                                    + phases.size() + ": one for the start of each part of the pace ("
                                    + String.join(", ", phases)
                                    + "); write {} for one that looks like the first"));
        }
    }

    private List<Joint> arrows(Map<Joint, Point> first) {
        var arrows = new ArrayList<Joint>();
        for (var item : fields.items("arrows")) {
            fields.wanted().word(item, "a joint", "joint", Joint.values()).ifPresent(joint -> {
                arrows.add(joint);
                if (!first.isEmpty() && !first.containsKey(joint)) {
                    notInFirst(item.position(), joint.id());
                }
            });
        }
        return arrows;
    }

    private void notInFirst(SourcePosition position, String joint) {
        fields.mistake(position, "'" + joint + "' is not in the first frame; add it there, or remove it here");
    }

    private Limb limb() {
        return fields.optional("working")
                .flatMap(pair -> fields.wanted().word(pair.value(), "a limb", "limb", Limb.values()))
                .orElse(Limb.LEG);
    }

    private List<Node> limited(String key, List<Node> items, int most) {
        if (items.size() > most) {
            fields.mistake(
                    items.get(most).position(), "'" + key + "' has more than " + most + " entries; leave some out");
        }
        return items;
    }

    /** The first frame has every joint that is drawn; a later one names those that are elsewhere. */
    private Map<Joint, Point> frame(Node.Mapping mapping, Map<Joint, Point> first) {
        var joints = new EnumMap<Joint, Point>(Joint.class);
        joints.putAll(first);
        var inner = new MappingReader(mapping.position(), "a frame", mapping, fields.mistakes());
        for (var joint : Joint.values()) {
            boolean needed = first.isEmpty()
                    && List.of(Joint.HEAD, Joint.NECK, Joint.HIP).contains(joint);
            var pair = needed ? inner.required(joint.id(), "50 80") : inner.optional(joint.id());
            if (pair.isPresent() && !first.isEmpty() && !first.containsKey(joint)) {
                notInFirst(pair.get().position(), joint.id());
            }
            pair.flatMap(found -> inner.wanted()
                            .notation(found.value(), "'" + joint.id() + "'", "a point", RIGHT)
                            .flatMap(text -> point(found.value(), text)))
                    .ifPresent(point -> joints.put(joint, point));
        }
        inner.reportUnknown();
        return joints;
    }

    private List<Point> line(Node item) {
        var points = new ArrayList<Point>();
        fields.wanted()
                .notation(item, "a line", "points", "write points such as 20 0, 20 45, 50 45")
                .ifPresent(text -> {
                    var parts = Arrays.asList(text.split(",", -1));
                    if (parts.size() < 2) {
                        fields.mistake(item.position(), "a line needs two points or more; write them like 20 0, 20 45");
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
        fields.mistake(node.position(), "'" + text.strip() + "' is not a point; " + RIGHT);
        return Optional.empty();
    }
}
