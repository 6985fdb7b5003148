package stretch.session;

import java.time.Duration;
import java.util.Optional;
import stretch.catalogue.Exercise;
import stretch.catalogue.Outcome;
import stretch.catalogue.Pace;

/** Something a session wants done in the world, as plain comparable data. */
public sealed interface Effect {
    /** Hands this effect to the one method of the outlet that is made for it. */
    void perform(Outlet outlet);

    /** Get into position for a step; the countdown to it begins. */
    record Ready(Step step) implements Effect {
        @Override
        public void perform(Outlet outlet) {
            outlet.ready(this);
        }
    }

    /** The work of a step begins. */
    record Start(Step step) implements Effect {
        @Override
        public void perform(Outlet outlet) {
            outlet.start(this);
        }
    }

    /** A phase of a repetition or breath begins; {@code count} is the number of the repetition, from 1. */
    record Beat(Step step, int count, int target, Pace.Phase phase) implements Effect {
        @Override
        public void perform(Outlet outlet) {
            outlet.beat(this);
        }
    }

    /** Half of the hold is over. */
    record HalfWay(Step step) implements Effect {
        @Override
        public void perform(Outlet outlet) {
            outlet.halfWay(this);
        }
    }

    /** A whole second of a hold has passed: {@code held} of them, {@code left} to go. */
    record Count(Step step, int held, int left) implements Effect {
        @Override
        public void perform(Outlet outlet) {
            outlet.count(this);
        }
    }

    /** The low end of the dose is reached, and the step goes on to {@code target}. */
    record Enough(Step step, int target) implements Effect {
        @Override
        public void perform(Outlet outlet) {
            outlet.enough(this);
        }
    }

    /** The step hurt and is over; what could be done instead, if anything. */
    record Hurt(Step step, Optional<Exercise> gentler) implements Effect {
        @Override
        public void perform(Outlet outlet) {
            outlet.hurt(this);
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

    /** A step is over, and saved. */
    record Over(Result result) implements Effect {
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
     */
    record End(Outcome outcome, Duration active, int stepsDone, int steps, Optional<Integer> brokenOff)
            implements Effect {
        @Override
        public void perform(Outlet outlet) {
            outlet.end(this);
        }
    }
}
