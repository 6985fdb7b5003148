package stretch.session;

import java.util.ArrayList;
import java.util.List;

/** What an event makes of a session: its next state, and the effects to perform in this order. */
public record Transition(Session session, List<Effect> effects) {
    public Transition {
        effects = List.copyOf(effects);
    }

    /** To this state, and nothing follows from it. */
    static Transition to(Session session) {
        return new Transition(session, List.of());
    }

    /** This and then the next, which begins where this ends. */
    Transition then(Transition next) {
        var all = new ArrayList<>(effects);
        all.addAll(next.effects);
        return new Transition(next.session, all);
    }

    /** The same with an effect before all others. */
    Transition after(Effect first) {
        return new Transition(session, List.of(first)).then(this);
    }
}
