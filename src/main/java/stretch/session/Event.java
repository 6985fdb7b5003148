package stretch.session;

import java.time.Duration;
import stretch.os.ExitCode;

/** Something that happens to a session. */
public sealed interface Event {
    /** The next state of the session and what follows from it. */
    Transition happenTo(Session session);

    /** Time went by, of any length; a long one does the same as many short ones. */
    record TimePassed(Duration length) implements Event {
        public TimePassed {
            if (length.isNegative()) {
                throw new IllegalArgumentException("time does not run backwards: " + length);
            }
        }

        @Override
        public Transition happenTo(Session session) {
            return session.timePassed(length.toNanos());
        }
    }

    /** A key was pressed. */
    record KeyPressed(Key key) implements Event {
        @Override
        public Transition happenTo(Session session) {
            return session.keyPressed(key);
        }
    }

    /** A key was pressed that stands for nothing. */
    record OtherKey() implements Event {
        @Override
        public Transition happenTo(Session session) {
            return session.otherKey();
        }
    }

    /** The process or the machine slept, so nobody knows what the person did: the clock waits for them. */
    record SystemSuspended() implements Event {
        @Override
        public Transition happenTo(Session session) {
            return session.systemSuspended();
        }
    }

    /** A signal or a hang-up ends the session. */
    record Interrupted(ExitCode exitCode) implements Event {
        @Override
        public Transition happenTo(Session session) {
            return session.interrupted(exitCode);
        }
    }
}
