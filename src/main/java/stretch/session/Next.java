package stretch.session;

import java.util.List;

/** What an event makes of a session: its next state, and the effects to perform in this order. */
public record Next(Session session, List<Effect> effects) {
    public Next {
        effects = List.copyOf(effects);
    }
}
