package stretch.session;

import java.util.List;
import stretch.catalogue.DoseKind;
import stretch.catalogue.Outcome;
import stretch.catalogue.StepOutcome;
import stretch.os.ExitCode;
import stretch.session.Session.Overlay;
import stretch.session.plan.Step;
import stretch.session.script.Stage;

/** What a key makes of a session. */
record KeyRules(Session session) {
    /** How much longer a hold gets with {@link Key#MORE}; repetitions and breaths get one more. Our choice. */
    private static final int MORE_SECONDS = 10;

    Transition of(Key key) {
        if (session.overlay() == Overlay.QUIT) {
            return key == Key.QUIT
                    ? session.stop(Outcome.STOPPED, ExitCode.ENDED_EARLY)
                    : session.pause(false, Overlay.NONE);
        }
        if (session.overlay() == Overlay.KEYS && key != Key.QUIT) {
            return new Transition(session.withOverlay(Overlay.NONE), List.of());
        }
        return switch (key) {
            case PAUSE ->
                session.stage() == Stage.STOP
                        ? session.unchanged()
                        : session.pause(!session.paused(), session.overlay());
            case SKIP -> session.stage() == Stage.STOP ? leaveOut() : session.finishStep(StepOutcome.SKIPPED);
            case ENOUGH -> enoughNow();
            case BACK -> again(Math.max(0, session.stepIndex() - 1));
            case RESTART -> again(session.stepIndex());
            case MORE ->
                session.stage() == Stage.STOP
                        ? session.unchanged()
                        : new Transition(
                                session.grown(session.step().kind() == DoseKind.HOLD ? MORE_SECONDS : 1), List.of());
            case SWAP -> swap();
            case HURT -> hurt();
            case MUTE -> mute();
            case HELP -> new Transition(session.withOverlay(Overlay.KEYS), List.of());
            case QUIT -> session.pause(true, Overlay.QUIT);
        };
    }

    /** Takes away what lies over the picture; "quit?" is denied by any key but one. */
    Transition ofNothing() {
        return switch (session.overlay()) {
            case NONE -> session.unchanged();
            case KEYS -> new Transition(session.withOverlay(Overlay.NONE), List.of());
            case QUIT -> session.pause(false, Overlay.NONE);
        };
    }

    /** Nothing done is nothing to count: then it is a skip. */
    private Transition enoughNow() {
        if (session.stage() == Stage.STOP) {
            return leaveOut();
        }
        return session.finishStep(session.isUnderWay() ? StepOutcome.SHORTENED : StepOutcome.SKIPPED);
    }

    /** To the start of a step, this one or an earlier; what was held so far is kept. */
    private Transition again(int index) {
        if (!session.isUnderWay()) {
            return session.moveTo(index);
        }
        var result = session.resultSoFar(StepOutcome.SHORTENED);
        var again = session.withResult(result).moveTo(index);
        return new Transition(
                again.session(),
                Session.join(List.of(new Effect.Save(session.progress(), result, false, "", false)), again.effects()));
    }

    /** To the alternative, on the same side; what was held of this exercise stays a step of its own. */
    private Transition swap() {
        if (session.plan().alternative(session.step()).isEmpty()) {
            return session.unchanged();
        }
        boolean keep = session.isUnderWay()
                || session.results().containsKey(session.step().number());
        var swapped = session.withPlan(session.plan().swapped(session.stepIndex(), keep));
        var replanned = List.of(new Effect.Replanned(swapped.plan()));
        if (!session.isUnderWay()) {
            var moved = swapped.moveTo(keep ? session.stepIndex() + 1 : session.stepIndex());
            return new Transition(moved.session(), Session.join(replanned, moved.effects()));
        }
        var result = session.resultSoFar(StepOutcome.SHORTENED);
        var moved = swapped.withResult(result).moveTo(session.stepIndex() + 1);
        return session.saveThen(result, new Transition(moved.session(), Session.join(replanned, moved.effects())));
    }

    /** Ends the step as one that hurt: nothing goes on without a key. */
    private Transition hurt() {
        if (session.stage() == Stage.STOP) {
            return session.unchanged();
        }
        var result = session.resultSoFar(StepOutcome.HURT);
        return session.saveThen(result, session.withResult(result).enter(Stage.STOP));
    }

    /** On without the exercise that hurt: its other side is not done either. */
    private Transition leaveOut() {
        var following = session.following().filter(Step::changesSide);
        if (following.isEmpty()) {
            return session.moveTo(session.stepIndex() + 1);
        }
        var moved = session.moveTo(session.stepIndex() + 1).session();
        return moved.finishStep(StepOutcome.SKIPPED);
    }

    private Transition mute() {
        boolean on = !session.muted();
        return new Transition(session.withMuted(on), List.of(new Effect.Mute(on)));
    }
}
