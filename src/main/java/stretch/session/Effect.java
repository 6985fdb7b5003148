package stretch.session;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import stretch.catalogue.Outcome;
import stretch.session.loop.SessionLoop;
import stretch.session.loop.StepRecorder;
import stretch.session.plan.Plan;
import stretch.session.plan.Step;
import stretch.session.script.Cue;
import stretch.session.script.Stage;

/** Something a session wants done in the world, as plain comparable data. */
public sealed interface Effect {
    /**
     * Put the result of a step on disk.
     *
     * @param over whether the step is over with it; that is told when it is on disk, as a {@link SavedStep}, and not before
     * @param words what is said then; may be empty
     * @param otherSideNext whether the same exercise follows on the other side
     */
    record Save(StepCount progress, StepResult result, boolean over, String words, boolean otherSideNext)
            implements Effect {}

    /** What everybody may hear of at once. */
    sealed interface Told extends Effect {
        /** Hands this effect to the one method of the outlet that is made for it. */
        void perform(EffectHandler handler);
    }

    /** A moment of the script has come; {@code target} is where the work of the step will end by itself. */
    record Cued(StepCount progress, Step step, int target, Stage stage, Cue cue) implements Told {
        @Override
        public void perform(EffectHandler handler) {
            handler.cued(this);
        }
    }

    /** A key led away from what is being said. */
    record CutShort() implements Told {
        @Override
        public void perform(EffectHandler handler) {
            handler.cutShort();
        }
    }

    /** The plan is another from here: an alternative was put in. */
    record Replanned(Plan plan) implements Told {
        @Override
        public void perform(EffectHandler handler) {
            handler.replanned(this);
        }
    }

    /** Silence from here, or sound again. */
    record Mute(boolean on) implements Told {
        @Override
        public void perform(EffectHandler handler) {
            handler.mute(this);
        }
    }

    /** The clock stands still from here, or runs again. */
    record Pause(boolean on) implements Told {
        @Override
        public void perform(EffectHandler handler) {
            handler.pause(this);
        }
    }

    /**
     * The session is over; its outcome and active time go on disk.
     *
     * @param steps how many steps there were in the end, exchanged ones included
     * @param brokenOff the number of the step that was cut in its middle, where {@code stretch resume} goes on
     * @param words what is said at the end
     */
    record SessionEnded(
            Outcome outcome, Duration active, int stepsDone, int steps, Optional<Integer> brokenOff, List<String> words)
            implements Told {
        public SessionEnded {
            words = List.copyOf(words);
        }

        @Override
        public void perform(EffectHandler handler) {
            handler.sessionEnded(this);
        }
    }

    /**
     * The result of a step that is over and on disk. Only {@link SessionLoop} makes one, of what the {@link StepRecorder} gave it: so
     * nothing can be told as done that was not saved, on any channel.
     *
     * @param late whether it was refused at first, so that the session is somewhere else by now: a sound would mislead
     */
    record SavedStep(Save save, boolean late) {}

    /** Where effects go: the record, the screen, the sound. Each listens to what concerns it. */
    interface EffectHandler {
        default void cued(Cued effect) {}

        /** A key led away from what is being said: it is not said to its end. */
        default void cutShort() {}

        default void replanned(Replanned effect) {}

        default void mute(Mute effect) {}

        /** A step is over, and on disk. */
        default void stepFinished(SavedStep step) {}

        default void pause(Pause effect) {}

        default void sessionEnded(SessionEnded effect) {}

        /** The farewell is over: whatever still goes on ends now. */
        default void shutDown() {}

        /**
         * Called when effects were performed, and then ten times a second for what has to happen a moment later, as long as
         * this says that more is to come.
         */
        default boolean tick() {
            return false;
        }
    }
}
