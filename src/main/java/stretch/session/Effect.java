package stretch.session;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import stretch.catalogue.Outcome;

/** Something a session wants done in the world, as plain comparable data. */
public sealed interface Effect {
    /** Hands this effect to the one method of the outlet that is made for it. */
    void perform(Outlet outlet);

    /** A moment of the script has come; {@code target} is where the work of the step will end by itself. */
    record Cued(Progress progress, Step step, int target, Stage stage, Cue cue) implements Effect {
        @Override
        public void perform(Outlet outlet) {
            outlet.cued(this);
        }
    }

    /** A key led away from what is being said. */
    record CutShort() implements Effect {
        @Override
        public void perform(Outlet outlet) {
            outlet.cutShort();
        }
    }

    /** The plan is another from here: an alternative was put in. */
    record Replanned(Plan plan) implements Effect {
        @Override
        public void perform(Outlet outlet) {
            outlet.replanned(this);
        }
    }

    /** Silence from here, or sound again. */
    record Mute(boolean on) implements Effect {
        @Override
        public void perform(Outlet outlet) {
            outlet.mute(this);
        }
    }

    /** Put a finished step on disk; nothing may tell the user of it before. */
    record Save(Result result) implements Effect {
        @Override
        public void perform(Outlet outlet) {
            outlet.save(this);
        }
    }

    /** A step is over, and saved; {@code words} are said then, if any. */
    record Over(Progress progress, Result result, String words) implements Effect {
        @Override
        public void perform(Outlet outlet) {
            outlet.over(this);
        }
    }

    /** The clock stands still from here, or runs again. */
    record Pause(boolean on) implements Effect {
        @Override
        public void perform(Outlet outlet) {
            outlet.pause(this);
        }
    }

    /**
     * The session is over; its outcome and active time go on disk.
     *
     * @param steps how many steps there were in the end, exchanged ones included
     * @param brokenOff the number of the step that was cut in its middle, where {@code stretch resume} goes on
     * @param words what is said at the end
     */
    record End(
            Outcome outcome, Duration active, int stepsDone, int steps, Optional<Integer> brokenOff, List<String> words)
            implements Effect {
        public End {
            words = List.copyOf(words);
        }

        @Override
        public void perform(Outlet outlet) {
            outlet.end(this);
        }
    }
}
