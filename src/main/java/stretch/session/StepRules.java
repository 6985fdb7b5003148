package stretch.session;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import stretch.catalogue.Outcome;
import stretch.catalogue.StepOutcome;
import stretch.os.ExitCode;
import stretch.session.Session.Overlay;
import stretch.session.plan.Step;
import stretch.session.plan.StepSet;
import stretch.session.script.Cue;
import stretch.session.script.ScriptText;
import stretch.session.script.Stage;

/** How a session goes from stage to stage and from step to step, whether time or a key leads it there. */
record StepRules(Session session) {
    /** Goes to the beginning of a stage of this step, and performs what comes at its first moment. */
    Transition enter(Stage stage) {
        return enter(stage, session.stepScript().of(stage).start().toNanos());
    }

    private Transition enter(Stage stage, long start) {
        var entered = session.withAttempt(session.attempt().withStage(stage, start));
        return new Transition(entered, new StepRules(entered).cued(start - 1, start));
    }

    /** The moments of this stage after one time of its clock, up to another. */
    List<Effect> cued(long after, long until) {
        return session.stageScript().cues().stream()
                .filter(cue -> cue.at().toNanos() > after && cue.at().toNanos() <= until)
                .map(this::cued)
                .toList();
    }

    Effect cued(Cue cue) {
        return new Effect.Cued(
                session.progress(), session.step(), session.attempt().target(), session.stage(), cue);
    }

    /** Ends the step that runs, and goes on to the next one or to the end. */
    Transition finishStep(StepOutcome outcome) {
        var result = session.resultSoFar(outcome);
        var saved = new StepRules(session.withResult(result));
        return saveThen(result, result.outcome().counts() ? saved.goOn() : saved.moveTo(session.stepIndex() + 1));
    }

    /** On to the next step, by the rest before it. */
    private Transition goOn() {
        var next = session.following().map(Step::set).map(StepSet::rest).orElse(Duration.ZERO);
        return next.isZero()
                ? moveTo(session.stepIndex() + 1)
                : new StepRules(session.withStep(session.stepIndex() + 1)).enter(Stage.REST);
    }

    /** What ends with this result, and goes on as that. */
    Transition saveThen(StepResult result, Transition transition) {
        var next = transition.session();
        boolean otherSideNext = next.ending().isEmpty()
                && next.stepIndex() != session.stepIndex()
                && next.stage() != Stage.REST
                && next.step().changesSide();
        return transition.after(new Effect.Save(session.progress(), result, true, finishing(result), otherSideNext));
    }

    /** What is said at the end of this step: nothing where it was not done, or the next clock starts too soon. */
    private String finishing(StepResult result) {
        return result.outcome().counts()
                        && result.step().number() == session.step().number()
                ? session.script().finishing(session.stepIndex(), session.plan())
                : "";
    }

    /** Goes to the set-up of a step; past the last one the session is at its end. */
    Transition moveTo(int index) {
        if (index < session.plan().steps().size()) {
            return new StepRules(session.withStep(index)).enter(Stage.SET_UP);
        }
        return session.stepsDone() > 0
                ? end(Outcome.COMPLETED, ExitCode.OK, Optional.empty())
                : end(Outcome.STOPPED, ExitCode.ENDED_EARLY, Optional.empty());
    }

    /** Ends the session; a step that was under way is kept for what was done of it. */
    Transition stop(Outcome outcome, ExitCode exitCode) {
        if (!session.isUnderWay()) {
            return end(outcome, exitCode, Optional.empty());
        }
        var result = session.resultSoFar(StepOutcome.SHORTENED);
        boolean settled = result.outcome() == StepOutcome.DONE || result.outcome() == StepOutcome.HURT;
        var unfinished = settled ? Optional.<Step>empty() : Optional.of(result.step());
        return saveThen(result, new StepRules(session.withResult(result)).end(outcome, exitCode, unfinished));
    }

    private Transition end(Outcome outcome, ExitCode exitCode, Optional<Step> brokenOff) {
        var ended = session.withEnding(outcome, exitCode);
        return new Transition(
                ended,
                List.of(new Effect.SessionEnded(
                        outcome,
                        ended.active(),
                        ended.stepsDone(),
                        ended.plan().stepCount(),
                        brokenOff.map(Step::number),
                        outcome == Outcome.COMPLETED
                                ? List.of(ScriptText.closing(ended.plan(), ended.active()))
                                : List.of())));
    }

    /** Lets the clock stand, or leads back into the position before it runs on. */
    Transition pause(boolean on, Overlay overlay) {
        var held = session.withPause(on, overlay);
        if (on == session.paused()) {
            return Transition.to(held);
        }
        return (on ? Transition.to(held) : new StepRules(held).leadBack()).after(new Effect.Pause(on));
    }

    /** When the set-up names the step, if it has come so far: what the whole session will be is not told again. */
    private long named() {
        return session.stepScript().of(Stage.SET_UP).cues().stream()
                .filter(cue -> cue.kind() == Cue.CueKind.NAME)
                .mapToLong(cue -> cue.at().toNanos())
                .filter(at -> session.stage() == Stage.ENTER
                        || at <= session.attempt().elapsed())
                .findFirst()
                .orElse(0);
    }

    private Transition leadBack() {
        if (session.stage() == Stage.REST) {
            return Transition.to(session);
        }
        if (session.stage() == Stage.STOP) {
            return enter(Stage.STOP);
        }
        if (session.stage().isPreparation()) {
            return enter(Stage.SET_UP, named());
        }
        var attempt = session.attempt();
        var returning = session.withAttempt(new Attempt(Stage.RETURN, 0, attempt.target(), attempt.work()));
        return new Transition(returning, new StepRules(returning).cued(-1, 0));
    }
}
