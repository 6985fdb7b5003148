package stretch.session.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import stretch.catalogue.exercise.Dose;
import stretch.catalogue.exercise.DoseKind;
import stretch.catalogue.exercise.Exercise;
import stretch.catalogue.exercise.Pace;
import stretch.catalogue.exercise.Range;
import stretch.catalogue.exercise.Side;

/**
 * One thing to do in a session: an exercise on one side.
 *
 * @param number its name in the record, from 1; in the order of the plan, apart from steps that came in on the way
 * @param dose the whole range; {@code target} is where it ends by itself
 * @param target seconds, repetitions or breaths
 * @param pace the tempo of one repetition or breath; unused by holds
 * @param prepare the time before its clock starts, where a flag or the file sets it; else as long as words and body need
 * @param before what was done before it
 * @param set which set of its exercise it is, with what is rested before it
 */
public record Step(
        int number,
        Exercise exercise,
        Side side,
        Dose dose,
        Pace pace,
        int target,
        Optional<Duration> prepare,
        Before before,
        StepSet set) {

    /** What was done before a step. */
    public enum Before {
        /** The same exercise on the other side. */
        OTHER_SIDE("true"),
        /** Another exercise, or nothing. */
        ANOTHER("false"),
        /** The same on the same side. */
        SAME("same");

        private final String id;

        Before(String id) {
            this.id = id;
        }

        /** The word in a plan that is kept, where once stood whether the side changes. */
        String id() {
            return id;
        }

        /** What the previous step is to an exercise on one side. */
        static Before of(Step previous, Exercise exercise, Side side) {
            return !previous.exercise().id().equals(exercise.id())
                    ? ANOTHER
                    : previous.side() == side ? SAME : OTHER_SIDE;
        }
    }

    public Step {
        if (number < 1 || target < 1 || prepare.filter(Duration::isNegative).isPresent()) {
            throw new IllegalArgumentException("not a step: " + number + " " + target + " " + prepare);
        }
    }

    /** Whether the step before it was the same exercise on the other side. */
    public boolean changesSide() {
        return before == Before.OTHER_SIDE;
    }

    /** Whether the step before it was the same exercise, so that the position is known. */
    public boolean goesOn() {
        return before != Before.ANOTHER;
    }

    /** Whether its first repetition is led, phase by phase: not where one was led before. */
    public boolean leadsFirst() {
        return kind().counts() && pace.isInstructed() && !goesOn() && set.number() == 1;
    }

    /** Which set of its exercise it is; empty where there is only one. */
    public OptionalInt setNumber() {
        return set.isOneOfSeveral() ? OptionalInt.of(set.number()) : OptionalInt.empty();
    }

    public DoseKind kind() {
        return dose.kind();
    }

    /** Whether it goes with the breath: breaths are counted, or each repetition is one. */
    public boolean isBreath() {
        return kind() == DoseKind.BREATHS || (kind() == DoseKind.REPS && pace.isBreath());
    }

    /** The length of one unit: a second of a hold, a whole repetition or breath at its pace. */
    public Duration unit() {
        return kind() == DoseKind.HOLD ? Duration.ofSeconds(1) : pace.length();
    }

    /** The same with another target. */
    Step aimed(int other) {
        return new Step(number, exercise, side, dose, pace, other, prepare, before, set);
    }

    /** The same under another number. */
    Step numbered(int other) {
        return new Step(other, exercise, side, dose, pace, target, prepare, before, set);
    }

    /** The same as the first of a session, where nothing was done before it, with the time for that. */
    Step afresh(Optional<Duration> ready) {
        return new Step(number, exercise, side, dose, pace, target, ready, Before.ANOTHER, set.withoutRest());
    }

    /** How long so many units take. */
    public Duration units(long count) {
        // Not multipliedBy, which goes by way of decimal numbers of any length.
        return Duration.ofMillis(unit().toMillis() * count);
    }

    /** How long the work takes at its target. */
    public Duration work() {
        return units(target);
    }

    /** The exercise and its side, as scripts see it: {@code chair-hip-flexor, right}. */
    public String exerciseAndSide() {
        return exercise.id() + (side == Side.BOTH ? "" : ", " + side.id());
    }

    /** The same with the set: {@code chair-hip-flexor, right, set 2 of 3}. */
    public String label() {
        return exerciseAndSide() + (set.isOneOfSeveral() ? ", " + set.text() : "");
    }

    /** An amount of this step in words: {@code 60 s}, {@code 5 reps}, {@code 1 breath}. */
    public String amount(int amount) {
        return kind().amount(amount);
    }

    /** The form cues, the most important first, then what it should feel like. */
    public List<String> cues() {
        return Stream.concat(
                        exercise.instructions().cues().stream(),
                        Stream.of(exercise.instructions().feel()))
                .filter(cue -> !cue.isBlank())
                .toList();
    }

    public Range range() {
        return dose.amount();
    }
}
