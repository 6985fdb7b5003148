package stretch.session;

import stretch.catalogue.exercise.Pace;
import stretch.session.plan.Step;

/**
 * A place in the repetitions of a step.
 *
 * @param count the repetition that runs, from 1
 * @param phase its phase
 * @param index which phase of the pace that is, from 0
 * @param start nanoseconds from the start of the work to the start of the phase
 */
public record RepPhase(int count, Pace.Phase phase, int index, long start) {
    static RepPhase atElapsed(Step step, long nanos) {
        long unit = step.unit().toNanos();
        long whole = nanos / unit;
        long start = whole * unit;
        int index = 0;
        for (var phase : step.pace().phases()) {
            long end = start + phase.length().toNanos();
            if (nanos < end) {
                return new RepPhase((int) whole + 1, phase, index, start);
            }
            start = end;
            index++;
        }
        throw new IllegalStateException("the phases of a pace do not add up to its length");
    }

    /** How much of the phase has passed, 0 to 1. */
    public double fraction(long nanos) {
        return (double) (nanos - start) / phase.length().toNanos();
    }
}
