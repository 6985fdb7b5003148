package stretch.session.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import stretch.catalogue.Dose;
import stretch.catalogue.DoseKind;
import stretch.catalogue.Exercise;
import stretch.catalogue.Pace;
import stretch.catalogue.Range;
import stretch.catalogue.Side;

/**
 * One thing to do in a session: an exercise on one side.
 *
 * @param number its name in the record, from 1; in the order of the plan, apart from steps that came in on the way
 * @param dose the whole range; {@code target} is where it ends by itself
 * @param target seconds, repetitions or breaths
 * @param pace the tempo of one repetition or breath; unused by holds
 * @param prepare the time before its clock starts, where a flag or the file sets it; else as long as words and body need
 * @param changesSide whether the step before it was the same exercise on the other side
 */
public record Step(
        int number,
        Exercise exercise,
        Side side,
        Dose dose,
        Pace pace,
        int target,
        Optional<Duration> prepare,
        boolean changesSide) {
    public Step {
        if (number < 1 || target < 1 || prepare.filter(Duration::isNegative).isPresent()) {
            throw new IllegalArgumentException("not a step: " + number + " " + target + " " + prepare);
        }
    }

    public DoseKind kind() {
        return dose.kind();
    }

    /** The length of one unit: a second of a hold, a whole repetition or breath at its pace. */
    public Duration unit() {
        return kind() == DoseKind.HOLD ? Duration.ofSeconds(1) : pace.length();
    }

    /** The same with another target. */
    Step aimed(int other) {
        return new Step(number, exercise, side, dose, pace, other, prepare, changesSide);
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
        return amount + " " + (amount == 1 && kind() != DoseKind.HOLD ? unit.substring(0, unit.length() - 1) : unit);
    }

    /** The form cues, the most important first, then what it should feel like. */
    public List<String> cues() {
        return Stream.concat(exercise.cues().stream(), Stream.of(exercise.feel()))
                .filter(cue -> !cue.isBlank())
                .toList();
    }

    public Range range() {
        return dose.amount();
    }
}
