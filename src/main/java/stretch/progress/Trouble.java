package stretch.progress;

import stretch.catalogue.StepOutcome;

/**
 * How often the steps of an exercise did not run to their end.
 *
 * @param steps all of them, those that were done included
 */
public record Trouble(String exercise, int steps, int skipped, int shortened, int hurt) {
    static Trouble none(String exercise) {
        return new Trouble(exercise, 0, 0, 0, 0);
    }

    Trouble and(StepOutcome outcome, int more) {
        return new Trouble(
                exercise,
                steps + more,
                skipped + (outcome == StepOutcome.SKIPPED ? more : 0),
                shortened + (outcome == StepOutcome.SHORTENED ? more : 0),
                hurt + (outcome == StepOutcome.HURT ? more : 0));
    }

    /** Steps that were skipped, shortened or hurt. */
    public int total() {
        return skipped + shortened + hurt;
    }
}
