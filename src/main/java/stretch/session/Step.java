package stretch.session;

import java.time.Duration;
import stretch.catalogue.Dose;
import stretch.catalogue.Exercise;
import stretch.catalogue.Kind;
import stretch.catalogue.Pace;
import stretch.catalogue.Range;
import stretch.catalogue.Side;

/**
 * One thing to do in a session: an exercise on one side.
 *
 * @param number its place in the plan, from 1
 * @param dose the whole range; {@code target} is where it ends by itself
 * @param target seconds, repetitions or breaths
 * @param prepare the get-ready time before it, 0 s and up
 * @param changesSide whether the step before it was the same exercise on the other side
 */
public record Step(
        int number, Exercise exercise, Side side, Dose dose, int target, Duration prepare, boolean changesSide) {
    public Step {
        if (number < 1 || target < 1 || prepare.isNegative()) {
            throw new IllegalArgumentException("not a step: " + number + " " + target + " " + prepare);
        }
    }

    public Kind kind() {
        return dose.kind();
    }

    /** The tempo of one repetition or breath; a dose of another kind than the exercise's own has the usual one. */
    Pace pace() {
        if (kind() == exercise.dose().kind()) {
            return exercise.pace();
        }
        return kind() == Kind.BREATHS ? Pace.BREATHS : Pace.REPS;
    }

    /** The length of one unit: a second of a hold, a whole repetition or breath at its pace. */
    public Duration unit() {
        return kind() == Kind.HOLD ? Duration.ofSeconds(1) : pace().length();
    }

    /** How long the work takes at its target. */
    public Duration work() {
        return unit().multipliedBy(target);
    }

    /** The exercise and its side, as scripts see it: {@code chair-hip-flexor, right}. */
    public String label() {
        return exercise.id() + (side == Side.BOTH ? "" : ", " + side.id());
    }

    /** An amount of this step in words: {@code 60 s}, {@code 5 reps}, {@code 1 breath}. */
    public String amount(int amount) {
        var unit = kind().unit();
        return amount + " " + (amount == 1 && kind() != Kind.HOLD ? unit.substring(0, unit.length() - 1) : unit);
    }

    public Range range() {
        return dose.amount();
    }
}
