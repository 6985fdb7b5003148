package stretch.session;

import java.time.Duration;
import stretch.Exit;

/** Something that happens to a session. */
public sealed interface Event {
    /** The next state of the session and what follows from it. */
    Next happenTo(Session session);

    /** Time went by, of any length; a long one does the same as many short ones. */
    record Pass(Duration length) implements Event {
        public Pass {
            if (length.isNegative()) {
                throw new IllegalArgumentException("time does not run backwards: " + length);
            }
        }

        @Override
        public Next happenTo(Session session) {
            return session.pass(length.toNanos());
        }
    }

    /** A key was pressed. */
    record Press(Key key) implements Event {
        @Override
        public Next happenTo(Session session) {
            return session.press(key);
        }
    }

    /** A key was pressed that stands for nothing. */
    record OtherKey() implements Event {
        @Override
        public Next happenTo(Session session) {
            return session.otherKey();
        }
    }

    /** The process or the machine slept, so nobody knows what the person did: the clock waits for them. */
    record Slept() implements Event {
        @Override
        public Next happenTo(Session session) {
            return session.slept();
        }
    }

    /** A signal or a hang-up ends the session. */
    record Cut(Exit exit) implements Event {
        @Override
        public Next happenTo(Session session) {
            return session.cut(exit);
        }
    }
}
