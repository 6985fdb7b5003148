package stretch.catalogue.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import stretch.catalogue.Exercise;
import stretch.catalogue.Goal;
import stretch.catalogue.Routine;
import stretch.catalogue.Side;
import stretch.catalogue.Sound;
import stretch.text.Durations;
import stretch.text.Numbers;
import stretch.yaml.MappingReader;
import stretch.yaml.Node;
import stretch.yaml.Problems;
import stretch.yaml.SourcePosition;

/** Reads one routine. */
final class RoutineReader {
    private static final int MOST_STEPS = 2000;
    private static final String GOALS = "write daily, weekdays, none, 1/week to 7/week, or every 15m to every 4h";
    private static final String EVERY = "every ";
    private static final Pattern WEEKLY = Pattern.compile("([1-7])/week");

    private final ReferenceChecks references;

    RoutineReader(ReferenceChecks references) {
        this.references = references;
    }

    Routine read(String id, MappingReader fields) {
        var name = fields.requiredName("name");
        var when = fields.text("when").orElse("");
        var goal = fields.optional("goal")
                .flatMap(pair -> goal(fields, pair.value()))
                .orElse(new Goal.None());
        var sound = fields.optional("sound")
                .flatMap(pair -> fields.wanted()
                        .word(
                                pair.value(),
                                "'sound'",
                                "sound",
                                Sound.values(),
                                Sound::id,
                                "write bell, tone, voice or off"));
        var steps = steps(fields);
        // A routine cannot be empty; one without a readable step is a mistake already, and this is never seen.
        var some = steps.isEmpty() ? List.of(new Routine.RoutineStep("", Optional.empty(), List.of())) : steps;
        return new Routine(
                id, name, when, goal, sound, some, fields.text("source").orElse(""));
    }

    private static Optional<Goal> goal(MappingReader fields, Node node) {
        return fields.wanted().notation(node, "'goal'", "a goal", GOALS).flatMap(text -> {
            var weekly = WEEKLY.matcher(text);
            if (weekly.matches()) {
                return Optional.of(
                        new Goal.Weekly(Numbers.parse(weekly.group(1)).orElseThrow()));
            }
            if (text.startsWith(EVERY)) {
                var length = text.substring(EVERY.length()).strip();
                return fields.wanted()
                        .parsed(node, "'goal': ", () -> new Goal.Every(Durations.parse(length, Goal.Every.SHORTEST)));
            }
            return switch (text) {
                case "daily" -> Optional.of(new Goal.Daily());
                case "weekdays" -> Optional.of(new Goal.Weekdays());
                case "none" -> Optional.of(new Goal.None());
                default -> {
                    fields.mistakes()
                            .addUnknown(node.position(), "goal", text, List.of("daily", "weekdays", "none"), GOALS);
                    yield Optional.empty();
                }
            };
        });
    }

    private List<Routine.RoutineStep> steps(MappingReader fields) {
        var entries = new ArrayList<Routine.RoutineStep>();
        var items = fields.requiredItems("steps");
        if (items.size() > MOST_STEPS) {
            fields.mistake(
                    items.get(MOST_STEPS).position(),
                    fields.what() + " has more than " + MOST_STEPS + " steps; split it into several routines");
        }
        items.forEach(item -> step(fields, item).ifPresent(entries::add));
        return entries;
    }

    private Optional<Routine.RoutineStep> step(MappingReader fields, Node item) {
        if (!(item instanceof Node.Mapping mapping)) {
            return references
                    .id(fields, item, "exercise", "a step")
                    .map(id -> new Routine.RoutineStep(id, Optional.empty(), List.of()));
        }
        var inner = new MappingReader(item.position(), "a step", mapping, fields.mistakes());
        var exercise = inner.required("exercise", "ID")
                .flatMap(pair -> references.id(inner, pair.value(), "exercise", "'exercise'"));
        var dose = DoseReader.dose(inner);
        var sides = ExerciseReader.sides(inner);
        inner.optional("sides")
                .ifPresent(pair -> exercise.ifPresent(id -> references.whenRead(
                        id, found -> checkSides(found, sides, pair.value().position()))));
        inner.reportUnknown();
        return exercise.map(id -> new Routine.RoutineStep(id, dose, sides));
    }

    private void checkSides(Exercise exercise, List<Side> sides, SourcePosition position) {
        var name = Problems.quoted(exercise.id());
        for (var side : sides) {
            if (exercise.sides().contains(side)) {
                continue;
            }
            references
                    .mistakes()
                    .add(
                            position,
                            exercise.isTwoSided()
                                    ? name + " has no side '" + side.id() + "'; write "
                                            + exercise.sides().stream()
                                                    .map(Side::id)
                                                    .collect(Collectors.joining(", ", "[", "]"))
                                    : name + " has no sides, it works on both at once; take 'sides' out");
        }
    }
}
