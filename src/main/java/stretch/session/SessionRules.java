package stretch.session;

import java.util.Map;
import stretch.session.plan.Plan;
import stretch.session.script.Stage;

/** What each event makes of a session. */
public final class SessionRules {
    private SessionRules() {}

    /** The session before its first moment, and the call to get ready. */
    public static Transition begin(Plan plan) {
        return resume(plan, Map.of());
    }

    /** A session that broke off, at the first step of the plan again, knowing what was done before. */
    public static Transition resume(Plan plan, Map<Integer, StepResult> results) {
        return settled(new StepRules(Session.of(plan, results)).enter(Stage.SET_UP));
    }

    /** What an event makes of a session; one that has ended stays as it is. */
    public static Transition on(Session session, Event event) {
        if (session.ending().isPresent()) {
            return Transition.to(session);
        }
        var transition = event.happenTo(session);
        return settled(event instanceof Event.TimePassed ? transition : cutting(session, transition));
    }

    /** A stage that takes no time is over at once. */
    private static Transition settled(Transition transition) {
        return transition.then(new TimeRules(transition.session()).of(0));
    }

    /** Where an event leads away from what is being said, that is cut short. */
    private static Transition cutting(Session session, Transition transition) {
        var now = transition.session();
        boolean speaks = transition.effects().stream().anyMatch(Effect.Cued.class::isInstance);
        boolean elsewhere = now.stepIndex() != session.stepIndex()
                || now.stage() != session.stage()
                || now.attempt().elapsed() < session.attempt().elapsed();
        boolean away = speaks
                || elsewhere
                || now.paused() != session.paused()
                || now.ending().isPresent();
        return away ? transition.after(new Effect.CutShort()) : transition;
    }
}
