package stretch.catalogue.read;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import stretch.catalogue.DoseKind;
import stretch.catalogue.Exercise;
import stretch.catalogue.Position;
import stretch.catalogue.Side;
import stretch.text.Words;
import stretch.yaml.MappingReader;
import stretch.yaml.Node;

/** Reads one exercise. */
final class ExerciseReader {
    private static final List<String> SIDES = Words.of(Side.values(), Side::id);
    private static final List<String> POSITIONS = Words.of(Position.values(), Position::id);

    private static final List<String> SPINES = Words.of(Exercise.Spine.values(), Exercise.Spine::id);

    private final ReferenceChecks references;

    ExerciseReader(ReferenceChecks references) {
        this.references = references;
    }

    Exercise read(String id, MappingReader fields) {
        var name = fields.requiredName("name");
        var position = position(fields);
        var equipment = names(fields, "equipment");
        int before = fields.mistakes().count();
        var dose = DoseReader.needDose(fields);
        var pace = DoseReader.pace(fields, dose);
        // A figure is only held against a pace that was understood.
        boolean paced = dose.kind() != DoseKind.HOLD
                && fields.optional(dose.kind().id()).isPresent()
                && fields.mistakes().count() == before;
        var given = sides(fields);
        var sides = given.isEmpty() ? List.of(Side.BOTH) : given;
        return new Exercise(
                id,
                name,
                position,
                equipment,
                dose,
                sides,
                prompts(fields, sides),
                pace,
                DoseReader.wait(fields, "prepare"),
                fields.texts("setup"),
                fields.texts("enter"),
                fields.texts("cues"),
                fields.text("feel").orElse(""),
                fields.text("targets").orElse(""),
                fields.text("why").orElse(""),
                fields.text("note").orElse(""),
                alternatives(id, fields),
                references.ids(fields, fields.items("lessons"), "lesson", "lessons"),
                spine(fields),
                FigureReader.read(fields, paced ? Optional.of(pace) : Optional.empty()),
                fields.text("source").orElse(""));
    }

    private static Position position(MappingReader fields) {
        return fields.required("position", "standing")
                .flatMap(pair -> fields.wanted()
                        .text(pair.value(), "'position'")
                        .flatMap(text -> position(fields, pair.value(), text)))
                .orElse(Position.STANDING);
    }

    private static Optional<Position> position(MappingReader fields, Node node, String text) {
        var found = Words.parse(Position.values(), Position::id, text);
        if (found.isEmpty()) {
            fields.mistakes()
                    .addUnknown(
                            node.position(),
                            "position",
                            text,
                            POSITIONS,
                            "write one of " + String.join(", ", POSITIONS));
        }
        return found;
    }

    private static Exercise.Spine spine(MappingReader fields) {
        return fields.optional("spine")
                .flatMap(pair -> fields.wanted().text(pair.value(), "'spine'").flatMap(text -> {
                    var found = Words.parse(Exercise.Spine.values(), Exercise.Spine::id, text);
                    if (found.isEmpty()) {
                        fields.mistakes()
                                .addUnknown(pair.value().position(), "spine", text, SPINES, "write rounded or neutral");
                    }
                    return found;
                }))
                .orElse(Exercise.Spine.NEUTRAL);
    }

    private static List<String> names(MappingReader fields, String key) {
        return fields.items(key).stream()
                .flatMap(item -> fields.wanted().name(item, "an entry of '" + key + "'").stream())
                .toList();
    }

    /** The sides under {@code sides}, in their order; none if there is no such key. */
    static List<Side> sides(MappingReader fields) {
        var sides = new LinkedHashSet<Side>();
        for (var item : fields.someItems("sides")) {
            fields.wanted()
                    .text(item, "a side")
                    .flatMap(text -> side(fields, item, text))
                    .ifPresent(side -> {
                        if (!sides.add(side)) {
                            fields.mistakes()
                                    .add(
                                            item.position(),
                                            "the side '" + side.id() + "' is given twice; keep one of them");
                        } else if (sides.size() > 1 && sides.contains(Side.BOTH)) {
                            fields.mistakes()
                                    .add(
                                            item.position(),
                                            "'both' (at once) stands alone; write [right, left], or take 'sides' out");
                        }
                    });
        }
        return List.copyOf(sides);
    }

    private static Optional<Side> side(MappingReader fields, Node item, String text) {
        var side = Words.parse(Side.values(), Side::id, text);
        if (side.isEmpty()) {
            fields.mistakes().addUnknown(item.position(), "side", text, SIDES, "write right or left");
        }
        return side;
    }

    private static Map<Side, String> prompts(MappingReader fields, List<Side> sides) {
        var prompts = new EnumMap<Side, String>(Side.class);
        fields.optional("prompts")
                .ifPresent(prompt -> fields.wanted()
                        .mapping(prompt.value(), "'prompts'")
                        .ifPresent(mapping -> {
                            var inner = new MappingReader(prompt.position(), "'prompts'", mapping, fields.mistakes());
                            for (var side : List.of(Side.RIGHT, Side.LEFT)) {
                                inner.text(side.id()).ifPresent(text -> prompts.put(side, text));
                                inner.optional(side.id())
                                        .filter(pair -> !sides.contains(side))
                                        .ifPresent(
                                                pair -> fields.mistakes()
                                                        .add(
                                                                pair.position(),
                                                                fields.what() + " has no side '" + side.id()
                                                                        + "' to prompt for; list it under 'sides', or take this out"));
                            }
                            inner.reportUnknown();
                        }));
        return prompts;
    }

    private List<Exercise.Alternative> alternatives(String id, MappingReader fields) {
        var alternatives = new ArrayList<Exercise.Alternative>();
        for (var item : fields.items("alternatives")) {
            alternative(fields, item).ifPresent(alternative -> {
                alternatives.add(alternative);
                references.alternative(id, alternative.exercise(), item.position());
            });
        }
        return alternatives;
    }

    private Optional<Exercise.Alternative> alternative(MappingReader fields, Node item) {
        if (!(item instanceof Node.Mapping mapping)) {
            return references
                    .id(fields, item, "exercise", "an alternative")
                    .map(id -> new Exercise.Alternative(id, ""));
        }
        var inner = new MappingReader(item.position(), "an alternative", mapping, fields.mistakes());
        var exercise = inner.required("exercise", "ID")
                .flatMap(pair -> references.id(inner, pair.value(), "exercise", "'exercise'"));
        var when = inner.text("when").orElse("");
        inner.reportUnknown();
        return exercise.map(id -> new Exercise.Alternative(id, when));
    }
}
