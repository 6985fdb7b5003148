package stretch.catalogue.read;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import stretch.catalogue.Routine;
import stretch.catalogue.exercise.DoseKind;
import stretch.catalogue.exercise.Exercise;
import stretch.catalogue.exercise.Position;
import stretch.catalogue.exercise.Side;
import stretch.yaml.MappingReader;
import stretch.yaml.Node;

/** Reads one exercise. */
record ExerciseReader(ReferenceChecks references) {
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
        references.length(fields, Routine.of(id, name, List.of(id)));
        return new Exercise(
                id,
                name,
                position,
                equipment,
                dose,
                sides,
                pace,
                DoseReader.wait(fields, "prepare"),
                new Exercise.Instructions(
                        SideWords.texts(fields, "setup"),
                        prompts(fields, sides),
                        SideWords.texts(fields, "enter"),
                        SideWords.texts(fields, "cues"),
                        SideWords.text(fields, "feel")),
                new Exercise.Reasons(
                        fields.text("targets"),
                        fields.text("why"),
                        fields.text("note"),
                        references.ids(fields, fields.items("lessons"), "lesson", "lessons"),
                        fields.text("source")),
                alternatives(id, fields),
                fields.word("spine", Exercise.Spine.values(), "write rounded or neutral")
                        .orElse(Exercise.Spine.NEUTRAL),
                FigureReader.read(fields, paced ? Optional.of(pace) : Optional.empty()));
    }

    private static Position position(MappingReader fields) {
        return fields.required("position", "standing")
                .flatMap(pair -> fields.wanted().word(pair.value(), "'position'", "position", Position.values()))
                .orElse(Position.STANDING);
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
                    .word(item, "a side", "side", Side.values(), "write right, left or both")
                    .ifPresent(side -> {
                        if (!sides.add(side)) {
                            fields.mistake(
                                    item.position(), "the side '" + side.id() + "' appears twice; keep one of them");
                        } else if (sides.size() > 1 && sides.contains(Side.BOTH)) {
                            fields.mistake(
                                    item.position(),
                                    "'both' (at once) cannot be combined; write [right, left], or remove 'sides'");
                        }
                    });
        }
        return List.copyOf(sides);
    }

    private static Map<Side, String> prompts(MappingReader fields, List<Side> sides) {
        var prompts = new EnumMap<Side, String>(Side.class);
        fields.inner("prompts").ifPresent(inner -> {
            for (var side : List.of(Side.RIGHT, Side.LEFT)) {
                var text = inner.text(side.id());
                if (!text.isEmpty()) {
                    prompts.put(side, text);
                }
                inner.optional(side.id())
                        .filter(pair -> !sides.contains(side) && !fields.isInPart())
                        .ifPresent(pair -> fields.mistake(
                                pair.position(),
                                fields.what() + " has no side '" + side.id()
                                        + "' for this prompt; list it under 'sides', or remove this"));
            }
            inner.reportUnknown();
        });
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
        var when = inner.text("when");
        inner.reportUnknown();
        return exercise.map(id -> new Exercise.Alternative(id, when));
    }
}
