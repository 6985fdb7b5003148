package stretch.session;

import java.time.Duration;
import java.util.Map;
import stretch.catalogue.Outcome;
import stretch.os.ExitCode;
import stretch.session.plan.Plan;
import stretch.session.script.Stage;

/** What each event makes of a session. */
public final class SessionRules implements Event.EventHandler {
    private final Session session;

    private SessionRules(Session session) {
        this.session = session;
    }

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
        return session.ending().isPresent()
                ? Transition.to(session)
                : settled(event.happenTo(new SessionRules(session)));
    }

    /** A stage that takes no time is over at once. */
    private static Transition settled(Transition transition) {
        return transition.then(new TimeRules(transition.session()).of(0));
    }

    @Override
    public Transition timePassed(Duration length) {
        return new TimeRules(session).of(length.toNanos());
    }

    @Override
    public Transition keyPressed(Key key) {
        return cutting(new KeyRules(session).of(key));
    }

    @Override
    public Transition otherKey() {
        return cutting(new KeyRules(session).ofNothing());
    }

    @Override
    public Transition systemSuspended() {
        return session.stage() == Stage.STOP
                ? Transition.to(session)
                : cutting(new StepRules(session).pause(true, session.overlay()));
    }

    @Override
    public Transition interrupted(ExitCode exitCode) {
        return cutting(new StepRules(session).stop(Outcome.INTERRUPTED, exitCode));
    }

    /** Where an event leads away from what is being said, that is cut short. */
    private Transition cutting(Transition transition) {
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
