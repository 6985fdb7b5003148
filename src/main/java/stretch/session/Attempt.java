package stretch.session;

import java.time.Duration;

/**
 * One go at a step.
 *
 * @param inStage nanoseconds spent in the stage
 * @param target where the work ends by itself, in the step's units; grows with {@link Key#MORE}
 * @param halved whether half way was called already
 */
public record Attempt(Stage stage, long inStage, int target, boolean halved) {

    /** What a step consists of. */
    public enum Stage {
        /** Getting into position. */
        READY,
        /** The hold, the repetitions or the breaths. */
        WORK,
        /** It hurt: an offer of something gentler stands for a while. */
        HURT
    }

    /** How long the offer stands before the session goes on without it. Our choice: time to read and to ease out. */
    static final Duration OFFER = Duration.ofSeconds(20);

    static Attempt at(int target) {
        return new Attempt(Stage.READY, 0, target, false);
    }

    Attempt in(Stage other) {
        return new Attempt(other, 0, target, false);
    }

    Attempt after(long nanos) {
        return new Attempt(stage, nanos, target, halved);
    }

    Attempt half() {
        return new Attempt(stage, inStage, target, true);
    }

    Attempt grown(int more) {
        return new Attempt(stage, inStage, target + more, halved);
    }

    /** The length of the stage. */
    Duration length(Step step) {
        return switch (stage) {
            case READY -> step.prepare();
            case WORK -> step.unit().multipliedBy(target);
            case HURT -> OFFER;
        };
    }
}
