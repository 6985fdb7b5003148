package stretch.catalogue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import stretch.catalogue.exercise.Dose;
import stretch.catalogue.exercise.Exercise;
import stretch.catalogue.exercise.Side;
import stretch.text.Named;

/**
 * Exercises in order, with how often and when they want to be done.
 *
 * @param sound what is heard, where the routine has its own
 */
public record Routine(
        String id,
        String name,
        String when,
        Goal goal,
        Optional<Sound> sound,
        List<RoutineEntry> entries,
        String source) {
    /** The most sets of an exercise, or rounds of a block. Our choice; nobody does as many. */
    public static final int MOST_SETS = 20;

    /** The longest that one lasts, and so a session on record. Our choice: nobody practises for more than a day. */
    public static final Duration LONGEST = Duration.ofHours(24);

    public sealed interface RoutineEntry {
        /** The exercises of it, in order. */
        Stream<RoutineStep> steps();

        /** How many times something is done, sides not counted. */
        int length();
    }

    /**
     * One exercise of a routine, with the dose or the sides where the routine has its own.
     *
     * @param load the weight or band, in words; may be empty
     * @param note what to mind here; may be empty
     */
    public record RoutineStep(
            String exercise, Optional<Dose> dose, List<Side> sides, Sets sets, String load, String note)
            implements RoutineEntry {
        public RoutineStep {
            sides = List.copyOf(sides);
        }

        /** An exercise as the catalogue has it, once. */
        public static RoutineStep of(String exercise) {
            return new RoutineStep(exercise, Optional.empty(), List.of(), Sets.ONE, "", "");
        }

        @Override
        public Stream<RoutineStep> steps() {
            return Stream.of(this);
        }

        @Override
        public int length() {
            return sets.count();
        }
    }

    /**
     * Exercises that are done one after the other, and then all of them again.
     *
     * @param rest the time between two rounds; may be none
     */
    public record Block(int rounds, Duration rest, List<RoutineStep> inRound) implements RoutineEntry {
        public Block {
            inRound = List.copyOf(inRound);
            if (rounds < 1 || rest.isNegative() || inRound.isEmpty()) {
                throw new IllegalArgumentException("not a block: " + rounds + " " + rest + " " + inRound);
            }
        }

        @Override
        public Stream<RoutineStep> steps() {
            return inRound.stream();
        }

        @Override
        public int length() {
            return rounds * inRound.stream().mapToInt(RoutineStep::length).sum();
        }
    }

    /**
     * How often the dose of an exercise is done, the first time included.
     *
     * @param rest the time between two sets; may be none
     * @param order what comes first where there are two sides
     */
    public record Sets(int count, Duration rest, SetOrder order) {
        /** The dose once. */
        public static final Sets ONE = new Sets(1, Duration.ZERO, SetOrder.SIDES);

        public Sets {
            if (count < 1 || rest.isNegative()) {
                throw new IllegalArgumentException("not sets: " + count + " " + rest);
            }
        }
    }

    /** The order of several sets on two sides. */
    public enum SetOrder implements Named {
        /** A set on each side, then the next set. */
        SIDES,
        /** All sets on one side, then all on the other. */
        SETS
    }

    /** Exercises with their own doses, in this order and as often as they are done, by no plan. */
    public static Routine of(String id, String name, List<String> exercises) {
        var steps = exercises.stream().<RoutineEntry>map(RoutineStep::of).toList();
        return new Routine(id, name, "", new Goal.None(), Optional.empty(), steps, "");
    }

    public Routine {
        entries = List.copyOf(entries);
        if (entries.isEmpty()) {
            throw new IllegalArgumentException(id + " has no steps");
        }
    }

    Routine withGoal(Goal other) {
        return new Routine(id, name, when, other, sound, entries, source);
    }

    /** How long its doses at their high end and its rests take; what is not among the exercises takes no time. */
    public Duration longest(Map<String, Exercise> exercises) {
        return Duration.ofSeconds(
                entries.stream().mapToLong(entry -> seconds(entry, exercises)).sum());
    }

    private static long seconds(RoutineEntry entry, Map<String, Exercise> exercises) {
        if (entry instanceof Block block) {
            long round =
                    block.steps().mapToLong(step -> seconds(step, exercises)).sum();
            return times(block.rounds(), round, block.rest());
        }
        return entry.steps()
                .flatMap(step -> Optional.ofNullable(exercises.get(step.exercise()))
                        .map(exercise -> times(
                                step.sets().count(),
                                exercise.longest(step.dose().orElse(exercise.dose()))
                                                .toSeconds()
                                        * (step.sides().isEmpty() ? exercise.sides() : step.sides()).size(),
                                step.sets().rest()))
                        .stream())
                .mapToLong(seconds -> seconds)
                .sum();
    }

    private static long times(int count, long seconds, Duration rest) {
        return count * seconds + (count - 1) * rest.toSeconds();
    }

    /** Every exercise that stands in it, in order, those of blocks once. */
    public List<RoutineStep> steps() {
        return entries.stream().flatMap(RoutineEntry::steps).toList();
    }
}
