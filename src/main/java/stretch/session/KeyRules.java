package stretch.session;

import java.time.Duration;
import java.util.List;
import stretch.catalogue.Outcome;
import stretch.catalogue.StepOutcome;
import stretch.catalogue.exercise.DoseKind;
import stretch.os.ExitCode;
import stretch.session.Session.Overlay;
import stretch.session.plan.Step;
import stretch.session.script.Stage;

/** What a key makes of a session. */
record KeyRules(Session session) {
    /** How much longer a hold or a rest gets with {@link Key#MORE}; repetitions and breaths get one more. Our choice. */
    private static final int MORE_SECONDS = 10;

    Transition of(Key key) {
        if (session.overlay() == Overlay.QUIT) {
            return key == Key.QUIT
                    ? steps().stop(Outcome.STOPPED, ExitCode.ENDED_EARLY)
                    : steps().pause(false, Overlay.NONE);
        }
        if (session.overlay() == Overlay.KEYS) {
            var below = session.withOverlay(Overlay.NONE);
            return key == Key.HELP ? Transition.to(below) : new KeyRules(below).of(key);
        }
        if (!session.keys().contains(key)) {
            return Transition.to(session);
        }
        return switch (key) {
            case PAUSE -> steps().pause(!session.paused(), session.overlay());
            case SKIP -> goOn(StepOutcome.SKIPPED);
            case ENOUGH -> goOn(StepOutcome.SHORTENED);
            case BACK -> again(Math.max(0, session.stepIndex() - 1));
            case RESTART -> again(session.stepIndex());
            case MORE -> Transition.to(more());
            case SWAP -> swap();
            case HURT -> hurt();
            case MUTE -> mute();
            case HELP -> Transition.to(session.withOverlay(Overlay.KEYS));
            case QUIT -> steps().pause(true, Overlay.QUIT);
        };
    }

    /** Takes away what lies over the picture; "quit?" is denied by any key but one. */
    Transition ofNothing() {
        return switch (session.overlay()) {
            case NONE -> Transition.to(session);
            case KEYS -> Transition.to(session.withOverlay(Overlay.NONE));
            case QUIT -> steps().pause(false, Overlay.NONE);
        };
    }

    /** More of what runs, or will run. */
    private Session more() {
        return session.stage() == Stage.REST
                ? session.rested(Duration.ofSeconds(MORE_SECONDS))
                : session.grown(session.step().kind() == DoseKind.HOLD ? MORE_SECONDS : 1);
    }

    /** On from what runs, which if it is a step is over as this. */
    private Transition goOn(StepOutcome outcome) {
        return switch (session.stage()) {
            case STOP -> leaveOut();
            case REST -> steps().enter(Stage.SET_UP);
            default -> steps().finishStep(outcome);
        };
    }

    /** To the start of a step, this one or an earlier; what was held so far is kept. */
    private Transition again(int index) {
        if (!session.isUnderWay()) {
            return steps().moveTo(index);
        }
        var result = session.resultSoFar(StepOutcome.SHORTENED);
        return new StepRules(session.withResult(result))
                .moveTo(index)
                .after(new Effect.Save(session.progress(), result, false, "", false));
    }

    /** To the alternative, on the same side; what was held of this exercise stays a step of its own. */
    private Transition swap() {
        boolean keep = session.isUnderWay()
                || session.results().containsKey(session.step().number());
        var swapped = session.withPlan(session.plan().swapped(session.stepIndex(), keep, firstNumber(keep)));
        var replanned = new Effect.Replanned(swapped.plan());
        if (!session.isUnderWay()) {
            return new StepRules(swapped)
                    .moveTo(keep ? session.stepIndex() + 1 : session.stepIndex())
                    .after(replanned);
        }
        var result = session.resultSoFar(StepOutcome.SHORTENED);
        var moved = new StepRules(swapped.withResult(result)).moveTo(session.stepIndex() + 1);
        return steps().saveThen(result, moved.after(replanned));
    }

    /** The number of the alternative: the next, or after all others if what was done later has the next already. */
    private int firstNumber(boolean keep) {
        int number = session.step().number();
        int last = session.results().keySet().stream()
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
        return last > number ? Math.max(last, session.plan().stepCount()) + 1 : keep ? number + 1 : number;
    }

    /** Ends the step as one that hurt: nothing goes on without a key. */
    private Transition hurt() {
        var result = session.resultSoFar(StepOutcome.HURT);
        return steps().saveThen(result, new StepRules(session.withResult(result)).enter(Stage.STOP));
    }

    /** On without the exercise that hurt: neither its other side nor a further set is done. */
    private Transition leaveOut() {
        if (session.following().filter(Step::goesOn).isEmpty()) {
            return steps().moveTo(session.stepIndex() + 1);
        }
        var next = session.withStep(session.stepIndex() + 1);
        var result = next.resultSoFar(StepOutcome.SKIPPED);
        return new StepRules(next).saveThen(result, new KeyRules(next.withResult(result)).leaveOut());
    }

    private StepRules steps() {
        return new StepRules(session);
    }

    private Transition mute() {
        boolean on = !session.muted();
        return new Transition(session.withMuted(on), List.of(new Effect.Mute(on)));
    }
}
