package stretch.session;

/**
 * How far a session is, in steps counted in the order in which they are done.
 *
 * @param step the step that runs, from 1
 * @param steps how many there will have been
 */
public record StepCount(int step, int steps) {
    /** As scripts see it: {@code 1/3}. */
    @Override
    public String toString() {
        return step + "/" + steps;
    }
}
