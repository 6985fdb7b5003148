package stretch.session;

import java.util.List;

/** What an event makes of a session: its next state, and the effects to perform in this order. */
public record Transition(Session session, List<Effect> effects) {
    public Transition {
        effects = List.copyOf(effects);
    }
}
