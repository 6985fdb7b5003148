package stretch.session;

import java.time.Duration;
import stretch.os.ExitCode;

/** Something that happens to a session. */
public sealed interface Event {
    /** Hands this event to the one method that is made for it. */
    Transition happenTo(EventHandler handler);

    /** What makes the next state of a session, and what follows from it, of every kind of event. */
    interface EventHandler {
        Transition timePassed(Duration length);

        Transition keyPressed(Key key);

        Transition otherKey();

        Transition systemSuspended();

        Transition interrupted(ExitCode exitCode);
    }

    /** Time went by, of any length; a long one does the same as many short ones. */
    record TimePassed(Duration length) implements Event {
        public TimePassed {
            if (length.isNegative()) {
                throw new IllegalArgumentException("time does not run backwards: " + length);
            }
        }

        @Override
        public Transition happenTo(EventHandler handler) {
            return handler.timePassed(length);
        }
    }

    /** A key was pressed. */
    record KeyPressed(Key key) implements Event {
        @Override
        public Transition happenTo(EventHandler handler) {
            return handler.keyPressed(key);
        }
    }

    /** A key was pressed that stands for nothing. */
    record OtherKey() implements Event {
        @Override
        public Transition happenTo(EventHandler handler) {
            return handler.otherKey();
        }
    }

    /** The process or the machine slept, so nobody knows what the person did: the clock waits for them. */
    record SystemSuspended() implements Event {
        @Override
        public Transition happenTo(EventHandler handler) {
            return handler.systemSuspended();
        }
    }

    /** A signal or a hang-up ends the session. */
    record Interrupted(ExitCode exitCode) implements Event {
        @Override
        public Transition happenTo(EventHandler handler) {
            return handler.interrupted(exitCode);
        }
    }
}
