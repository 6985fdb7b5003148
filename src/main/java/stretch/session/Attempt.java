package stretch.session;

import stretch.session.script.Stage;

/**
 * One go at a step.
 *
 * @param elapsed nanoseconds that the clock of the stage shows
 * @param target where the work ends by itself, in the step's units; grows with {@link Key#MORE}
 * @param worked nanoseconds of work that a pause broke off, while the way back into it lasts; else 0
 */
public record Attempt(Stage stage, long elapsed, int target, long worked) {
    static Attempt withTarget(int target) {
        return new Attempt(Stage.SET_UP, 0, target, 0);
    }

    Attempt withStage(Stage other, long clock) {
        return new Attempt(other, clock, target, 0);
    }

    Attempt withElapsed(long nanos) {
        return new Attempt(stage, nanos, target, worked);
    }

    Attempt withMore(int more) {
        return new Attempt(stage, elapsed, target + more, worked);
    }

    /** What was worked in it, in nanoseconds. */
    public long work() {
        return stage == Stage.WORK ? elapsed : worked;
    }
}
