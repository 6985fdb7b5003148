package stretch.session.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import stretch.catalogue.Catalogue;
import stretch.catalogue.Routine;
import stretch.catalogue.exercise.Dose;
import stretch.catalogue.exercise.Exercise;
import stretch.catalogue.exercise.Side;

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
        var builder = new PlanBuilder(catalogue, options);
        return new Plan(catalogue, routine, options, builder.steps(routine), builder.notes());
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
            var dose = new Dose(step.kind(), step.range());
            steps.add(new Step(
                    step.number(),
                    exercise,
                    step.side(),
                    dose,
                    PlanBuilder.pace(exercise, dose, options),
                    step.target(),
                    step.prepare(),
                    step.before(),
                    step.set()));
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

    /** The plan with words that take as long as this. */
    public Plan withTiming(SpeechTiming timing) {
        return new Plan(catalogue, routine, options.withTiming(timing), steps, notes);
    }

    /** What can be done instead of a step: the first alternative that need not be avoided. */
    public Optional<Exercise> alternative(Step step) {
        return step.exercise().alternatives().stream()
                .flatMap(other ->
                        PlanBuilder.allowed(catalogue, other.exercise(), options.avoid(), new HashSet<>()).stream())
                .filter(other -> !other.id().equals(step.exercise().id()))
                .findFirst();
    }

    /**
     * The plan with the alternative in place of a step, on the same side; likewise in place of its other side and its
     * other sets, in this round and those that follow. An alternative for both sides at once takes the place of both.
     *
     * @param keep whether the step itself stays, because something of it was done; the alternative then follows it
     * @param first the number of the alternative, from which on all are numbered in the order in which they are done
     */
    public Plan swapped(int index, boolean keep, int first) {
        var old = steps.get(index);
        var other = alternative(old).orElseThrow();
        boolean sided = old.side() != Side.BOTH && other.isTwoSided();
        boolean merged = old.side() != Side.BOTH && !sided;
        var changed = new ArrayList<>(steps.subList(0, keep ? index + 1 : index));
        int offset = first - changed.size();
        boolean goesOn = true;
        for (int i = index; i < steps.size(); i++) {
            var step = steps.get(i);
            goesOn = goesOn && (i == index || step.goesOn());
            if (!step.exercise().equals(old.exercise())
                    || !(goesOn || step.set().round() > old.set().round())) {
                changed.add(step.numbered(offset + changed.size()));
                continue;
            }
            if (merged && step.side() != old.side()) {
                continue;
            }
            var set = step.set().ofAnother();
            if (keep && i == index) {
                set = set.withoutRest();
            }
            var sides = sided ? List.of(step.side()) : other.sides();
            var comes = i == index
                    ? Step.Before.ANOTHER
                    : Step.Before.of(changed.get(changed.size() - 1), other, sides.get(0));
            for (var side : sides) {
                int number = offset + changed.size();
                changed.add(PlanBuilder.step(number, other, side, other.dose(), comes, set, options));
                comes = Step.Before.OTHER_SIDE;
                set = set.withoutRest();
            }
        }
        return new Plan(catalogue, routine, options, changed, notes);
    }

    /** How many steps there are, those left out of a resumed session included. */
    public int stepCount() {
        return steps.stream().mapToInt(Step::number).max().orElse(0);
    }

    /** The steps that still have to be done, the first of them from its set-up; their numbers stay. */
    public Plan without(Set<Integer> done) {
        var rest = new ArrayList<>(steps);
        rest.removeIf(step -> done.contains(step.number()));
        if (!rest.isEmpty()) {
            rest.set(0, rest.get(0).afresh(beginning(rest.get(0)).prepare()));
        }
        return new Plan(catalogue, routine, options, rest, notes);
    }

    /** The step with which the exercise of this one begins: its first side, and its first set. */
    private Step beginning(Step step) {
        var begun = steps.get(0);
        for (var one : steps.subList(0, steps.indexOf(step) + 1)) {
            begun = one.goesOn() ? begun : one;
        }
        return begun;
    }

    /** How many different exercises it holds. */
    public int exercises() {
        return (int) steps.stream().map(step -> step.exercise().id()).distinct().count();
    }
}
