package stretch.session.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import stretch.catalogue.Catalogue;
import stretch.catalogue.Dose;
import stretch.catalogue.DoseKind;
import stretch.catalogue.Exercise;
import stretch.catalogue.Pace;
import stretch.catalogue.Range;
import stretch.catalogue.Routine;
import stretch.catalogue.Side;

/**
 * A routine unrolled into steps by side, with every length settled.
 *
 * @param catalogue where alternatives come from
 * @param options what the user wants otherwise
 * @param notes what differs from the routine as written, one sentence each
 */
public record Plan(Catalogue catalogue, Routine routine, PlanOptions options, List<Step> steps, List<String> notes) {
    public Plan {
        steps = List.copyOf(steps);
        notes = List.copyOf(notes);
    }

    /** The plan of a routine; it has no steps if everything in it is to be avoided. */
    public static Plan of(Catalogue catalogue, Routine routine, PlanOptions options) {
        var steps = new ArrayList<Step>();
        var notes = new ArrayList<String>();
        for (var entry : routine.steps()) {
            settle(catalogue, entry.exercise(), options, notes).ifPresent(exercise -> {
                boolean own = exercise.id().equals(entry.exercise());
                // A dose written for one exercise says nothing about another.
                var dose = own ? entry.dose().orElse(exercise.dose()) : exercise.dose();
                boolean change = false;
                for (var side : sides(exercise, entry.sides(), options)) {
                    steps.add(step(steps.size() + 1, exercise, side, dose, change, options));
                    change = true;
                }
            });
        }
        return new Plan(catalogue, routine, options, steps, notes);
    }

    private static Step step(int number, Exercise exercise, Side side, Dose dose, boolean change, PlanOptions options) {
        var amount = dose.kind() == DoseKind.HOLD
                ? options.hold().map(hold -> Range.of((int) hold.toSeconds())).orElse(dose.amount())
                : dose.amount();
        var settled = dose.kind() == DoseKind.HOLD ? new Dose.Hold(amount) : dose;
        int target = options.high() ? amount.high() : amount.low();
        var prepare = change ? options.change() : options.prepare().or(exercise::prepare);
        return new Step(number, exercise, side, settled, pace(exercise, settled, options), target, prepare, change);
    }

    /** A dose of another kind than the exercise's own has the usual pace of its kind. */
    private static Pace pace(Exercise exercise, Dose dose, PlanOptions options) {
        boolean own = dose.kind() == exercise.dose().kind();
        return options.tempo().of(own ? exercise.pace() : dose.kind() == DoseKind.BREATHS ? Pace.BREATHS : Pace.REPS);
    }

    /** The plan as text for the record, so that a session that breaks off can go on. */
    public String toJson() {
        return new WrittenPlan(
                        options.tempo(),
                        steps.stream().map(WrittenPlan.WrittenStep::of).toList())
                .text();
    }

    /** The plan that was {@link #toJson}; empty if something in it is not in the catalogue any more. */
    public static Optional<Plan> of(Catalogue catalogue, Routine routine, WrittenPlan written) {
        var options = PlanOptions.NONE.withTempo(written.tempo());
        var steps = new ArrayList<Step>();
        for (var step : written.steps()) {
            var exercise = catalogue.exercises().get(step.exercise());
            if (exercise == null) {
                return Optional.empty();
            }
            var dose = Dose.of(step.kind(), step.range());
            steps.add(new Step(
                    step.number(),
                    exercise,
                    step.side(),
                    dose,
                    pace(exercise, dose, options),
                    step.target(),
                    step.prepare(),
                    step.changesSide()));
        }
        return Optional.of(new Plan(catalogue, routine, options, steps, List.of()));
    }

    /** The plan with other targets, and notes that say why. */
    public Plan withTargets(ToIntFunction<Step> targets, List<String> why) {
        var aimed =
                steps.stream().map(step -> step.aimed(targets.applyAsInt(step))).toList();
        return new Plan(
                catalogue,
                routine,
                options,
                aimed,
                Stream.concat(notes.stream(), why.stream()).toList());
    }

    /** The plan with another target for one step. */
    public Plan withTargets(int index, int target) {
        var changed = new ArrayList<>(steps);
        changed.set(index, steps.get(index).aimed(target));
        return new Plan(catalogue, routine, options, changed, notes);
    }

    /** The plan with words that take as long as this. */
    public Plan withTiming(SpeechTiming timing) {
        return new Plan(catalogue, routine, options.withTiming(timing), steps, notes);
    }

    /** What can be done instead of a step: the first alternative that need not be avoided. */
    public Optional<Exercise> alternative(Step step) {
        return step.exercise().alternatives().stream()
                .flatMap(other -> allowed(catalogue, other.exercise(), options.avoid(), new HashSet<>()).stream())
                .filter(other -> !other.id().equals(step.exercise().id()))
                .findFirst();
    }

    /**
     * The plan with the alternative in place of a step, on the same side, and in place of the same exercise on the
     * other side if that is next; an alternative for both sides at once takes the place of both.
     *
     * @param keep whether the step itself stays, because something of it was done; the alternative then follows it
     */
    public Plan swapped(int index, boolean keep) {
        var old = steps.get(index);
        var other = alternative(old).orElseThrow();
        boolean sided = old.side() != Side.BOTH && other.isTwoSided();
        var changed = new ArrayList<>(steps);
        int at = keep ? index + 1 : index;
        if (!keep) {
            changed.remove(index);
        }
        boolean otherSideNext = at < changed.size() && changed.get(at).changesSide();
        int free = otherSideNext && !sided ? changed.remove(at).number() : stepCount(steps) + 1;
        boolean change = false;
        for (var side : sided ? List.of(old.side()) : other.sides()) {
            int number = change ? stepCount(changed) + 1 : keep ? free : old.number();
            changed.add(at++, step(number, other, side, other.dose(), change, options));
            change = true;
        }
        if (otherSideNext && sided) {
            var next = changed.get(at);
            changed.set(at, step(next.number(), other, next.side(), other.dose(), true, options));
        }
        return new Plan(catalogue, routine, options, changed, notes);
    }

    /** How many steps there are, those left out of a resumed session included. */
    public int stepCount() {
        return stepCount(steps);
    }

    private static int stepCount(List<Step> steps) {
        return steps.stream().mapToInt(Step::number).max().orElse(0);
    }

    /** The steps that still have to be done; their numbers stay. */
    public Plan without(Set<Integer> done) {
        var rest = steps.stream().filter(step -> !done.contains(step.number())).toList();
        return new Plan(catalogue, routine, options, rest, notes);
    }

    private static List<Side> sides(Exercise exercise, List<Side> asked, PlanOptions options) {
        var sides = asked.isEmpty() || !exercise.isTwoSided() ? exercise.sides() : asked;
        return options.firstSide()
                .filter(sides::contains)
                .map(first -> Stream.concat(Stream.of(first), sides.stream().filter(side -> side != first))
                        .toList())
                .orElse(sides);
    }

    /** The exercise itself, what it is swapped for, or nothing where all alternatives are to be avoided. */
    private static Optional<Exercise> settle(Catalogue catalogue, String id, PlanOptions options, List<String> notes) {
        var wanted = options.swaps().getOrDefault(id, id);
        if (!wanted.equals(id)) {
            note(notes, "swapped " + id + " for " + wanted + ", as asked");
        }
        var found = allowed(catalogue, wanted, options.avoid(), new HashSet<>());
        var why = " (avoiding " + String.join(", ", options.avoid()) + ")";
        if (found.isEmpty()) {
            note(notes, "left out " + wanted + ": no alternative to it remains" + why);
        } else if (!found.get().id().equals(wanted)) {
            note(notes, "swapped " + wanted + " for " + found.get().id() + why);
        }
        return found;
    }

    private static void note(List<String> notes, String note) {
        if (!notes.contains(note)) {
            notes.add(note);
        }
    }

    private static Optional<Exercise> allowed(Catalogue catalogue, String id, List<String> avoid, Set<String> seen) {
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

    /** How many different exercises it holds. */
    public int exercises() {
        return (int) steps.stream().map(step -> step.exercise().id()).distinct().count();
    }
}
