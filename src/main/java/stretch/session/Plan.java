package stretch.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import stretch.catalogue.Catalogue;
import stretch.catalogue.Dose;
import stretch.catalogue.Exercise;
import stretch.catalogue.Kind;
import stretch.catalogue.Range;
import stretch.catalogue.Routine;
import stretch.catalogue.Side;

/**
 * A routine unrolled into steps by side, with every length settled.
 *
 * @param notes what differs from the routine as written, one sentence each
 */
public record Plan(Routine routine, List<Step> steps, List<String> notes) {
    /** The least time to get into position. Our choice: enough to read a line and move. */
    static final Duration LEAST_WAIT = Duration.ofSeconds(10);

    /** Time to change legs when the set-up is known already. Our choice. */
    static final Duration CHANGE = Duration.ofSeconds(5);

    /** Reading aloud at an unhurried 150 words a minute, the usual rate of audio books. */
    private static final Duration PER_WORD = Duration.ofMillis(400);

    public Plan {
        steps = List.copyOf(steps);
        notes = List.copyOf(notes);
    }

    /** The plan of a routine; it has no steps if everything in it is to be avoided. */
    public static Plan of(Catalogue catalogue, Routine routine, Wishes wishes) {
        var steps = new ArrayList<Step>();
        var notes = new ArrayList<String>();
        for (var entry : routine.steps()) {
            settle(catalogue, entry.exercise(), wishes, notes).ifPresent(exercise -> {
                boolean own = exercise.id().equals(entry.exercise());
                // A dose written for one exercise says nothing about another.
                var dose = own ? entry.dose().orElse(exercise.dose()) : exercise.dose();
                boolean change = false;
                for (var side : sides(exercise, entry.sides(), wishes)) {
                    steps.add(step(steps.size() + 1, exercise, side, dose, change, wishes));
                    change = true;
                }
            });
        }
        return new Plan(routine, steps, notes);
    }

    private static Step step(int number, Exercise exercise, Side side, Dose dose, boolean change, Wishes wishes) {
        var amount = dose.kind() == Kind.HOLD
                ? wishes.hold().map(hold -> Range.of((int) hold.toSeconds())).orElse(dose.amount())
                : dose.amount();
        var settled = dose.kind() == Kind.HOLD ? new Dose.Hold(amount) : dose;
        int target = wishes.high() ? amount.high() : amount.low();
        var prepare = change
                ? wishes.change().orElse(CHANGE)
                : wishes.prepare().orElse(exercise.prepare().orElseGet(() -> reading(exercise)));
        return new Step(number, exercise, side, settled, target, prepare, change);
    }

    /** Time to read the set-up aloud, in steps of 5 s, so that nobody starts to hold while still reading. */
    private static Duration reading(Exercise exercise) {
        long words = exercise.setup().stream()
                .mapToLong(line -> line.split("\\s+").length)
                .sum();
        long seconds = PER_WORD.multipliedBy(words).toSeconds();
        var needed = Duration.ofSeconds((seconds + 4) / 5 * 5);
        return needed.compareTo(LEAST_WAIT) > 0 ? needed : LEAST_WAIT;
    }

    private static List<Side> sides(Exercise exercise, List<Side> asked, Wishes wishes) {
        var sides = asked.isEmpty() || !exercise.isTwoSided() ? exercise.sides() : asked;
        return wishes.firstSide()
                .filter(sides::contains)
                .map(first -> Stream.concat(Stream.of(first), sides.stream().filter(side -> side != first))
                        .toList())
                .orElse(sides);
    }

    /** The exercise itself, what it is swapped for, or nothing where all alternatives are to be avoided. */
    private static Optional<Exercise> settle(Catalogue catalogue, String id, Wishes wishes, List<String> notes) {
        var wanted = wishes.swaps().getOrDefault(id, id);
        if (!wanted.equals(id)) {
            note(notes, "swapped " + id + " for " + wanted + ", as asked");
        }
        var found = allowed(catalogue, wanted, wishes.avoid(), new HashSet<>());
        var why = " (avoiding " + String.join(", ", wishes.avoid()) + ")";
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

    /** From the first get-ready to the end of the last step, pauses and extras aside. */
    public Duration length() {
        return lengthFrom(0);
    }

    /** The time of the steps from this index on. */
    public Duration lengthFrom(int index) {
        return steps.stream()
                .skip(index)
                .map(step -> step.prepare().plus(step.work()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** How many different exercises it holds. */
    public int exercises() {
        return (int) steps.stream().map(step -> step.exercise().id()).distinct().count();
    }
}
