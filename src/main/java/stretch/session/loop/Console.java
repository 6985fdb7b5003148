package stretch.session.loop;

import java.time.Duration;
import java.util.Optional;
import stretch.session.Effect.EffectHandler;
import stretch.session.Event;
import stretch.session.Session;

/** What a person sees and presses: a full screen, or lines of plain text. */
public interface Console extends EffectHandler, AutoCloseable {
    /** The next thing that was pressed or signalled, if any. */
    default Optional<Event> poll() {
        return Optional.empty();
    }

    /** Shows the session as it is now; called after its effects were performed. */
    void show(Session session);

    /** How long it shows the same of a session that goes on, in nanoseconds; what the script tells meanwhile apart. */
    default long unchanged(Session session) {
        return Long.MAX_VALUE;
    }

    /** Whether a paused session can be told to go on from here. */
    default boolean hasKeys() {
        return false;
    }

    /** Tells of something beside the session, until the next notice; an empty one takes it away. */
    default void notice(String text) {}

    /** How long to stay when the session is over. */
    default Duration lingerAfter(Session session) {
        return Duration.ZERO;
    }

    @Override
    void close();
}
