package stretch.session;

import java.time.Duration;
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

    /** The session is over; its outcome and active time go on disk. */
    record End(Outcome outcome, Duration active, int stepsDone) implements Effect {
        @Override
        public void perform(Outlet outlet) {
            outlet.end(this);
        }
    }
}
