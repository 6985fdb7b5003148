package stretch.session;

import java.util.List;
import stretch.Exit;
import stretch.catalogue.Kind;
import stretch.catalogue.Outcome;
import stretch.catalogue.StepOutcome;
import stretch.session.Session.Overlay;

/** What a key makes of a session. */
record Press(Session session) {
    /** How much longer a hold gets with {@link Key#MORE}; repetitions and breaths get one more. Our choice. */
    private static final int MORE_SECONDS = 10;

    Next of(Key key) {
        if (session.overlay() == Overlay.QUIT) {
            return key == Key.QUIT
                    ? session.stop(Outcome.STOPPED, Exit.ENDED_EARLY)
                    : session.pause(false, Overlay.NONE);
        }
        if (session.overlay() == Overlay.KEYS && key != Key.QUIT) {
            return new Next(session.over(Overlay.NONE), List.of());
        }
        return switch (key) {
            case PAUSE ->
                session.stage() == Stage.STOP ? session.still() : session.pause(!session.paused(), session.overlay());
            case SKIP -> session.stage() == Stage.STOP ? leaveOut() : session.over(StepOutcome.SKIPPED);
            case ENOUGH -> enoughNow();
            case BACK -> again(Math.max(0, session.at() - 1));
            case RESTART -> again(session.at());
            case MORE ->
                session.stage() == Stage.STOP
                        ? session.still()
                        : new Next(session.grown(session.step().kind() == Kind.HOLD ? MORE_SECONDS : 1), List.of());
            case SWAP -> swap();
            case HURT -> hurt();
            case MUTE -> mute();
            case HELP -> new Next(session.over(Overlay.KEYS), List.of());
            case QUIT -> session.pause(true, Overlay.QUIT);
        };
    }

    /** Takes away what lies over the picture; "quit?" is denied by any key but one. */
    Next ofNothing() {
        return switch (session.overlay()) {
            case NONE -> session.still();
            case KEYS -> new Next(session.over(Overlay.NONE), List.of());
            case QUIT -> session.pause(false, Overlay.NONE);
        };
    }

    /** Nothing done is nothing to count: then it is a skip. */
    private Next enoughNow() {
        if (session.stage() == Stage.STOP) {
            return leaveOut();
        }
        return session.over(session.underWay() ? StepOutcome.SHORTENED : StepOutcome.SKIPPED);
    }

    /** To the start of a step, this one or an earlier; what was held so far is kept. */
    private Next again(int index) {
        if (!session.underWay()) {
            return session.moveTo(index);
        }
        var result = session.resultSoFar(StepOutcome.SHORTENED);
        var again = session.withSpent(result).moveTo(index);
        return new Next(
                again.session(),
                Session.join(List.of(new Effect.Save(session.progress(), result, false, "")), again.effects()));
    }

    /** To the alternative, on the same side; what was held of this exercise stays a step of its own. */
    private Next swap() {
        if (session.plan().alternative(session.step()).isEmpty()) {
            return session.still();
        }
        boolean keep =
                session.underWay() || session.spent().containsKey(session.step().number());
        var swapped = session.replanned(session.plan().swapped(session.at(), keep));
        var replanned = List.of(new Effect.Replanned(swapped.plan()));
        if (!session.underWay()) {
            var moved = swapped.moveTo(keep ? session.at() + 1 : session.at());
            return new Next(moved.session(), Session.join(replanned, moved.effects()));
        }
        var result = session.resultSoFar(StepOutcome.SHORTENED);
        var moved = swapped.withSpent(result).moveTo(session.at() + 1);
        return session.then(result, new Next(moved.session(), Session.join(replanned, moved.effects())));
    }

    /** Ends the step as one that hurt: nothing goes on without a key. */
    private Next hurt() {
        if (session.stage() == Stage.STOP) {
            return session.still();
        }
        var result = session.resultSoFar(StepOutcome.HURT);
        return session.then(result, session.withSpent(result).enter(Stage.STOP));
    }

    /** On without the exercise that hurt: its other side is not done either. */
    private Next leaveOut() {
        var following = session.following().filter(Step::changesSide);
        if (following.isEmpty()) {
            return session.moveTo(session.at() + 1);
        }
        var moved = session.moveTo(session.at() + 1).session();
        return moved.over(StepOutcome.SKIPPED);
    }

    private Next mute() {
        boolean on = !session.muted();
        return new Next(session.muted(on), List.of(new Effect.Mute(on)));
    }
}
