package stretch.stats;

import stretch.catalogue.StepOutcome;

/**
 * How often the steps of an exercise did not run to their end.
 *
 * @param steps all of them, those that were done included
 */
public record IncompleteSteps(String exercise, int steps, int skipped, int shortened, int hurt) {
    static IncompleteSteps none(String exercise) {
        return new IncompleteSteps(exercise, 0, 0, 0, 0);
    }

    IncompleteSteps and(StepOutcome outcome, int more) {
        return new IncompleteSteps(
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
