package stretch.session;

import java.time.Duration;
import stretch.catalogue.Outcome;
import stretch.os.ExitCode;
import stretch.session.script.Stage;

/** Something that happens to a session. */
public sealed interface Event {
    /** What it makes of a session that runs. */
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
            return new TimeRules(session).of(length.toNanos());
        }
    }

    record KeyPressed(Key key) implements Event {
        @Override
        public Transition happenTo(Session session) {
            return new KeyRules(session).of(key);
        }
    }

    /** A key was pressed that stands for nothing. */
    record OtherKey() implements Event {
        @Override
        public Transition happenTo(Session session) {
            return new KeyRules(session).ofNothing();
        }
    }

    /** The process or the machine slept, so nobody knows what the person did: the clock waits for them. */
    record SystemSuspended() implements Event {
        @Override
        public Transition happenTo(Session session) {
            return session.stage() == Stage.STOP
                    ? Transition.to(session)
                    : new StepRules(session).pause(true, session.overlay());
        }
    }

    /** A signal or a hang-up ends the session. */
    record Interrupted(ExitCode exitCode) implements Event {
        @Override
        public Transition happenTo(Session session) {
            return new StepRules(session).stop(Outcome.INTERRUPTED, exitCode);
        }
    }
}
