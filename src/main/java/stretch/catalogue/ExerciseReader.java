package stretch.catalogue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import stretch.text.Words;
import stretch.yaml.Keys;
import stretch.yaml.Node;

/** Reads one exercise. */
final class ExerciseReader {
    private static final List<String> SIDES = Words.of(Side.values(), Side::id);
    private static final List<String> POSITIONS = Words.of(Position.values(), Position::id);

    private static final List<String> SPINES = Words.of(Exercise.Spine.values(), Exercise.Spine::id);

    private final Links links;

    ExerciseReader(Links links) {
        this.links = links;
    }

    Exercise read(String id, Keys keys) {
        var name = keys.needName("name");
        var position = position(keys);
        var equipment = names(keys, "equipment");
        int before = keys.mistakes().count();
        var dose = DoseReader.needDose(keys);
        var pace = DoseReader.pace(keys, dose);
        // A figure is only held against a pace that was understood.
        boolean paced = dose.kind() != Kind.HOLD
                && keys.take(dose.kind().id()).isPresent()
                && keys.mistakes().count() == before;
        var given = sides(keys);
        var sides = given.isEmpty() ? List.of(Side.BOTH) : given;
        return new Exercise(
                id,
                name,
                position,
                equipment,
                dose,
                sides,
                prompts(keys, sides),
                pace,
                DoseReader.wait(keys, "prepare"),
                keys.texts("setup"),
                keys.texts("enter"),
                keys.texts("cues"),
                keys.text("feel").orElse(""),
                keys.text("targets").orElse(""),
                keys.text("why").orElse(""),
                keys.text("note").orElse(""),
                alternatives(id, keys),
                links.ids(keys, keys.items("lessons"), "lesson", "lessons"),
                spine(keys),
                FigureReader.read(keys, paced ? Optional.of(pace) : Optional.empty()),
                CatalogueReader.source(keys));
    }

    private static Position position(Keys keys) {
        return keys.need("position", "standing")
                .flatMap(pair -> keys.wanted()
                        .text(pair.value(), "'position'")
                        .flatMap(text -> position(keys, pair.value(), text)))
                .orElse(Position.STANDING);
    }

    private static Optional<Position> position(Keys keys, Node node, String text) {
        var found = Words.parse(Position.values(), Position::id, text);
        if (found.isEmpty()) {
            keys.mistakes()
                    .addUnknown(node.at(), "position", text, POSITIONS, "write one of " + String.join(", ", POSITIONS));
        }
        return found;
    }

    private static Exercise.Spine spine(Keys keys) {
        return keys.take("spine")
                .flatMap(pair -> keys.wanted().text(pair.value(), "'spine'").flatMap(text -> {
                    var found = Words.parse(Exercise.Spine.values(), Exercise.Spine::id, text);
                    if (found.isEmpty()) {
                        keys.mistakes()
                                .addUnknown(pair.value().at(), "spine", text, SPINES, "write rounded or neutral");
                    }
                    return found;
                }))
                .orElse(Exercise.Spine.NEUTRAL);
    }

    private static List<String> names(Keys keys, String key) {
        return keys.items(key).stream()
                .flatMap(item -> keys.wanted().name(item, "an entry of '" + key + "'").stream())
                .toList();
    }

    /** The sides under {@code sides}, in their order; none if there is no such key. */
    static List<Side> sides(Keys keys) {
        var sides = new LinkedHashSet<Side>();
        for (var item : keys.someItems("sides")) {
            keys.wanted()
                    .text(item, "a side")
                    .flatMap(text -> side(keys, item, text))
                    .ifPresent(side -> {
                        if (!sides.add(side)) {
                            keys.mistakes()
                                    .add(item.at(), "the side '" + side.id() + "' is given twice; keep one of them");
                        } else if (sides.size() > 1 && sides.contains(Side.BOTH)) {
                            keys.mistakes()
                                    .add(
                                            item.at(),
                                            "'both' (at once) stands alone; write [right, left], or take 'sides' out");
                        }
                    });
        }
        return List.copyOf(sides);
    }

    private static Optional<Side> side(Keys keys, Node item, String text) {
        var side = Words.parse(Side.values(), Side::id, text);
        if (side.isEmpty()) {
            keys.mistakes().addUnknown(item.at(), "side", text, SIDES, "write right or left");
        }
        return side;
    }

    private static Map<Side, String> prompts(Keys keys, List<Side> sides) {
        var prompts = new EnumMap<Side, String>(Side.class);
        keys.take("prompts")
                .ifPresent(prompt -> keys.wanted()
                        .mapping(prompt.value(), "'prompts'")
                        .ifPresent(mapping -> {
                            var inner = new Keys(prompt.at(), "'prompts'", mapping, keys.mistakes());
                            for (var side : List.of(Side.RIGHT, Side.LEFT)) {
                                inner.text(side.id()).ifPresent(text -> prompts.put(side, text));
                                inner.take(side.id())
                                        .filter(pair -> !sides.contains(side))
                                        .ifPresent(
                                                pair -> keys.mistakes()
                                                        .add(
                                                                pair.at(),
                                                                keys.what() + " has no side '" + side.id()
                                                                        + "' to prompt for; list it under 'sides', or take this out"));
                            }
                            inner.done();
                        }));
        return prompts;
    }

    private List<Exercise.Alternative> alternatives(String id, Keys keys) {
        var alternatives = new ArrayList<Exercise.Alternative>();
        for (var item : keys.items("alternatives")) {
            alternative(keys, item).ifPresent(alternative -> {
                alternatives.add(alternative);
                links.alternative(id, alternative.exercise(), item.at());
            });
        }
        return alternatives;
    }

    private Optional<Exercise.Alternative> alternative(Keys keys, Node item) {
        if (!(item instanceof Node.Mapping mapping)) {
            return links.id(keys, item, "exercise", "an alternative").map(id -> new Exercise.Alternative(id, ""));
        }
        var inner = new Keys(item.at(), "an alternative", mapping, keys.mistakes());
        var exercise =
                inner.need("exercise", "ID").flatMap(pair -> links.id(inner, pair.value(), "exercise", "'exercise'"));
        var when = inner.text("when").orElse("");
        inner.done();
        return exercise.map(id -> new Exercise.Alternative(id, when));
    }
}
