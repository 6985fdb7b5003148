package stretch.catalogue.read;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import stretch.catalogue.Goal;
import stretch.catalogue.Routine;
import stretch.catalogue.Sound;
import stretch.catalogue.exercise.Exercise;
import stretch.catalogue.exercise.Side;
import stretch.text.Numbers;
import stretch.yaml.MappingReader;
import stretch.yaml.Node;
import stretch.yaml.Problems;
import stretch.yaml.SourcePosition;

/** Reads one routine. */
record RoutineReader(ReferenceChecks references) {
    private static final int MOST_STEPS = 2000;

    private static final String SETS = "write 1 to " + Routine.MOST_SETS;

    Routine read(String id, MappingReader fields) {
        var name = fields.requiredName("name");
        var when = fields.text("when");
        var goal = fields.optional("goal")
                .flatMap(pair -> GoalReader.read(fields.wanted(), pair.value(), "goal"))
                .orElse(new Goal.None());
        var sound = fields.word("sound", Sound.values(), "write bell, tone, voice or off");
        var entries = entries(fields);
        // A routine cannot be empty; one without a readable step is a mistake already, and this is never seen.
        var some = entries.isEmpty() ? List.<Routine.RoutineEntry>of(Routine.RoutineStep.of("")) : entries;
        var routine = new Routine(id, name, when, goal, sound, some, fields.text("source"));
        references.length(fields, routine);
        return routine;
    }

    private List<Routine.RoutineEntry> entries(MappingReader fields) {
        var entries = new ArrayList<Routine.RoutineEntry>();
        int length = 0;
        for (var item : fields.requiredItems("steps")) {
            Optional<? extends Routine.RoutineEntry> entry =
                    isBlock(item) ? block(fields, (Node.Mapping) item) : step(fields, item);
            entry.ifPresent(entries::add);
            int more = entry.map(Routine.RoutineEntry::length).orElse(1);
            if (length <= MOST_STEPS && length + more > MOST_STEPS) {
                fields.mistake(
                        item.position(),
                        fields.what() + " has more than " + MOST_STEPS + " steps; split it into several routines");
            }
            length += more;
        }
        return entries;
    }

    private static boolean isBlock(Node item) {
        return item instanceof Node.Mapping mapping
                && mapping.pairs().stream().map(Node.Pair::key).anyMatch(List.of("rounds", "steps")::contains);
    }

    /** Exercises that are done in rounds. */
    private Optional<Routine.Block> block(MappingReader fields, Node.Mapping mapping) {
        var inner = new MappingReader(mapping.position(), "a block", mapping, fields.mistakes());
        var rounds = inner.required("rounds", "2").flatMap(pair -> count(inner, pair));
        var rest = DoseReader.wait(inner, "rest").orElse(Duration.ZERO);
        var steps = new ArrayList<Routine.RoutineStep>();
        for (var item : inner.requiredItems("steps")) {
            if (isBlock(item)) {
                inner.mistake(
                        item.position(), "a block cannot contain a block;" + " list its steps in a block of their own");
            } else {
                step(inner, item).ifPresent(steps::add);
            }
        }
        if (rounds.equals(Optional.of(1))) {
            refuseForOne(inner, "rounds", "rest");
        }
        inner.reportUnknown();
        return steps.isEmpty() ? Optional.empty() : Optional.of(new Routine.Block(rounds.orElse(1), rest, steps));
    }

    /** An exercise, alone or with what differs here. */
    private Optional<Routine.RoutineStep> step(MappingReader fields, Node item) {
        if (!(item instanceof Node.Mapping mapping)) {
            return references.id(fields, item, "exercise", "a step").map(Routine.RoutineStep::of);
        }
        var inner = new MappingReader(item.position(), "a step", mapping, fields.mistakes());
        var exercise = inner.required("exercise", "ID")
                .flatMap(pair -> references.id(inner, pair.value(), "exercise", "'exercise'"));
        var dose = DoseReader.dose(inner);
        var sides = ExerciseReader.sides(inner);
        inner.optional("sides")
                .ifPresent(pair -> exercise.ifPresent(id -> references.whenRead(
                        id, found -> checkSides(found, sides, pair.value().position()))));
        var sets = sets(inner);
        inner.optional("order")
                .ifPresent(pair -> exercise.ifPresent(id -> references.whenRead(
                        id, found -> checkOrder(found, pair.value().position()))));
        var load = phrase(inner, "load");
        var note = phrase(inner, "note");
        inner.reportUnknown();
        return exercise.map(id -> new Routine.RoutineStep(id, dose, sides, sets, load, note));
    }

    private static Routine.Sets sets(MappingReader fields) {
        var given = fields.optional("sets");
        var count = given.flatMap(pair -> count(fields, pair));
        var rest = DoseReader.wait(fields, "rest").orElse(Duration.ZERO);
        var order = fields.word(
                        "order",
                        Routine.SetOrder.values(),
                        "write sides (a set on each side, then the next) or sets (all of one side first)")
                .orElse(Routine.SetOrder.SIDES);
        if (given.isEmpty() || count.equals(Optional.of(1))) {
            refuseForOne(fields, "sets", "rest", "order");
        }
        return new Routine.Sets(count.orElse(1), rest, order);
    }

    /** What happens between one and the next makes no sense where there is no next. */
    private static void refuseForOne(MappingReader fields, String several, String... keys) {
        for (var key : keys) {
            fields.optional(key)
                    .ifPresent(pair -> fields.mistake(
                            pair.position(),
                            "'" + key + "' applies to several " + several + " only; add " + several
                                    + ": 2 or more, or remove it"));
        }
    }

    private static Optional<Integer> count(MappingReader fields, Node.Pair pair) {
        var name = "'" + pair.key() + "'";
        return fields.wanted().notation(pair.value(), name, "a number", SETS).flatMap(text -> {
            var number = Numbers.parse(text);
            if (number.isEmpty() || number.getAsInt() < 1 || number.getAsInt() > Routine.MOST_SETS) {
                fields.mistake(pair.value().position(), name + " cannot be " + Problems.quoted(text) + "; " + SETS);
                return Optional.empty();
            }
            return Optional.of(number.getAsInt());
        });
    }

    /** A few words, on one line wherever they stand. */
    private static String phrase(MappingReader fields, String key) {
        return fields.optional(key)
                .flatMap(pair -> fields.wanted().name(pair.value(), "'" + key + "'"))
                .map(text -> text.strip().replaceAll("\\s+", " "))
                .orElse("");
    }

    private void checkOrder(Exercise exercise, SourcePosition position) {
        if (!exercise.isTwoSided()) {
            references.mistakes().add(position, noSides(exercise, "order"));
        }
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
                                    : noSides(exercise, "sides"));
        }
    }

    private static String noSides(Exercise exercise, String key) {
        return Problems.quoted(exercise.id()) + " has no sides, because it works on both at once; remove '" + key + "'";
    }
}
