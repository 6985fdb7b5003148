package stretch.session;

import java.util.ArrayList;
import stretch.catalogue.Outcome;
import stretch.catalogue.StepOutcome;
import stretch.os.ExitCode;
import stretch.session.script.Cue;
import stretch.session.script.Stage;

/** What time makes of a session that passes in it. */
record TimeRules(Session session) {
    Transition of(long nanos) {
        var effects = new ArrayList<Effect>();
        var now = session;
        long rest = nanos;
        // From one moment of the script to the next, so that a long time does the same as many short ones.
        while (!now.paused() && now.ending().isEmpty()) {
            var stage = now.stageScript();
            long elapsed = now.attempt().elapsed();
            long next = stage.next(elapsed);
            if (rest < next - elapsed) {
                return new Transition(now.atElapsed(elapsed + rest), effects);
            }
            rest -= next - elapsed;
            now = now.atElapsed(next);
            effects.addAll(new StepRules(now).cued(elapsed, next));
            if (next >= stage.end().toNanos()) {
                var over = new TimeRules(now).stageOver();
                effects.addAll(over.effects());
                now = over.session();
            }
        }
        return new Transition(now, effects);
    }

    private Transition stageOver() {
        var steps = new StepRules(session);
        return switch (session.stage()) {
            case REST -> steps.enter(Stage.SET_UP);
            case SET_UP -> steps.enter(Stage.ENTER);
            case ENTER -> steps.enter(Stage.WORK);
            case WORK -> steps.finishStep(StepOutcome.DONE);
            case RETURN -> goOn();
            case STOP -> steps.stop(Outcome.STOPPED, ExitCode.ENDED_EARLY);
        };
    }

    /** On with the work where it was; the phase of a repetition is named again, if there is time for it. */
    private Transition goOn() {
        long worked = session.attempt().worked();
        var working = session.withAttempt(session.attempt().withStage(Stage.WORK, worked));
        var cues = working.stageScript().cues();
        long left = working.stageScript().next(worked) - worked;
        return new Transition(
                working,
                cues.stream()
                        .filter(cue ->
                                cue.kind() == Cue.CueKind.PHASE && cue.at().toNanos() <= worked)
                        .max(Cue.BY_TIME)
                        .filter(cue -> cue.length().toNanos() <= left)
                        .map(new StepRules(working)::cued)
                        .stream()
                        .toList());
    }
}
