package stretch.session.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import stretch.catalogue.Catalogue;
import stretch.catalogue.Routine;
import stretch.catalogue.exercise.Dose;
import stretch.catalogue.exercise.DoseKind;
import stretch.catalogue.exercise.Exercise;
import stretch.catalogue.exercise.Pace;
import stretch.catalogue.exercise.Range;
import stretch.catalogue.exercise.Side;
import stretch.os.UserError;

/** Unrolls a routine: each side of each set in each round becomes a step, with the rest before it. */
final class PlanBuilder {
    private final Catalogue catalogue;
    private final PlanOptions options;
    private final List<Step> steps = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Set<String> swapped = new HashSet<>();

    /** What is rested before the next step, whichever that is. */
    private Duration rest = Duration.ZERO;

    PlanBuilder(Catalogue catalogue, PlanOptions options) {
        this.catalogue = catalogue;
        this.options = options;
    }

    /** Unrolls a routine; it has no steps if everything in it is to be avoided. Fails if it lacks what is to be swapped. */
    List<Step> steps(Routine routine) {
        for (var entry : routine.entries()) {
            rest = Duration.ZERO;
            if (entry instanceof Routine.Block block) {
                for (int round = 1; round <= block.rounds(); round++) {
                    rest = round > 1 ? block.rest() : Duration.ZERO;
                    for (var step : block.inRound()) {
                        add(step, round, block.rounds());
                    }
                }
            } else {
                entry.steps().forEach(step -> add(step, 1, 1));
            }
        }
        options.swaps().keySet().stream()
                .filter(id -> !swapped.contains(id))
                .findFirst()
                .ifPresent(id -> {
                    throw UserError.usage(routine.id() + " has no " + id + " to swap; it has "
                            + routine.steps().stream()
                                    .map(Routine.RoutineStep::exercise)
                                    .distinct()
                                    .collect(Collectors.joining(", ")));
                });
        return steps;
    }

    /** What differs from the routine as written, one sentence each. */
    List<String> notes() {
        return notes;
    }

    private void add(Routine.RoutineStep entry, int round, int rounds) {
        var settled = settle(entry.exercise());
        if (settled.isEmpty()) {
            return;
        }
        var exercise = settled.get();
        boolean own = exercise.id().equals(entry.exercise());
        // A dose written for one exercise says nothing about another.
        var dose = own ? entry.dose().orElse(exercise.dose()) : exercise.dose();
        var sides = sides(exercise, entry.sides());
        var sets = entry.sets();
        boolean bySide = sets.order() == Routine.SetOrder.SETS;
        boolean first = round == 1;
        for (int i = 0; i < sets.count() * sides.size(); i++) {
            int set = bySide ? i % sets.count() : i / sides.size();
            var side = sides.get(bySide ? i / sets.count() : i % sides.size());
            boolean rests = set > 0 && (bySide || i % sides.size() == 0);
            rest = rests ? sets.rest() : rest;
            var place = new StepSet(set + 1, sets.count(), round, rounds, rest, entry.load(), entry.note());
            var before = first ? Step.Before.ANOTHER : Step.Before.of(steps.get(steps.size() - 1), exercise, side);
            steps.add(step(steps.size() + 1, exercise, side, dose, before, own ? place : place.ofAnother(), options));
            rest = Duration.ZERO;
            first = false;
        }
    }

    /** A step with its lengths settled. */
    static Step step(
            int number, Exercise exercise, Side side, Dose dose, Step.Before before, StepSet set, PlanOptions options) {
        var amount = dose.kind() == DoseKind.HOLD
                ? options.hold().map(hold -> Range.of((int) hold.toSeconds())).orElse(dose.amount())
                : dose.amount();
        var settled = new Dose(dose.kind(), amount);
        int target = options.high() ? amount.high() : amount.low();
        var prepare = before == Step.Before.ANOTHER ? options.prepare().or(exercise::prepare) : options.change();
        return new Step(
                number, exercise, side, settled, pace(exercise, settled, options), target, prepare, before, set);
    }

    /** A dose of another kind than the exercise's own has the usual pace of its kind. */
    static Pace pace(Exercise exercise, Dose dose, PlanOptions options) {
        return options.tempo().of(exercise.pace(dose.kind()));
    }

    private List<Side> sides(Exercise exercise, List<Side> asked) {
        var sides = asked.isEmpty() || !exercise.isTwoSided() ? exercise.sides() : asked;
        return options.firstSide()
                .filter(sides::contains)
                .map(first -> Stream.concat(Stream.of(first), sides.stream().filter(side -> side != first))
                        .toList())
                .orElse(sides);
    }

    /** The exercise itself, what it is swapped for, or nothing where all alternatives are to be avoided. */
    private Optional<Exercise> settle(String id) {
        var found = allowed(swapped(id));
        // What takes the place of something to be avoided may be what was asked to be swapped.
        return found.map(Exercise::id)
                .filter(other ->
                        !options.swaps().containsKey(id) && options.swaps().containsKey(other))
                .map(other -> allowed(swapped(other)))
                .orElse(found);
    }

    private String swapped(String id) {
        var wanted = options.swaps().get(id);
        if (wanted == null) {
            return id;
        }
        swapped.add(id);
        note("swapped " + id + " for " + wanted + ", as asked");
        return wanted;
    }

    private Optional<Exercise> allowed(String wanted) {
        var found = allowed(catalogue, wanted, options.avoid(), new HashSet<>());
        var why = " (avoiding " + String.join(", ", options.avoid()) + ")";
        if (found.isEmpty()) {
            note("left out " + wanted + ": no alternative to it remains" + why);
        } else if (!found.get().id().equals(wanted)) {
            note("swapped " + wanted + " for " + found.get().id() + why);
        }
        return found;
    }

    private void note(String note) {
        if (!notes.contains(note)) {
            notes.add(note);
        }
    }

    /** The exercise, or the first of its alternatives that need not be avoided. */
    static Optional<Exercise> allowed(Catalogue catalogue, String id, List<String> avoid, Set<String> seen) {
        var exercise = catalogue.exercises().get(id);
        if (exercise == null || !seen.add(id)) {
            return Optional.empty();
        }
        if (avoid.stream().noneMatch(exercise::needs)) {
            return Optional.of(exercise);
        }
        return exercise.alternatives().stream()
                .flatMap(other -> allowed(catalogue, other.exercise(), avoid, seen).stream())
                .findFirst();
    }
}
