package stretch.session;

import java.util.ArrayList;
import stretch.Exit;
import stretch.catalogue.Outcome;
import stretch.catalogue.StepOutcome;

/** What time makes of a session that passes in it. */
record Pass(Session session) {
    Next of(long nanos) {
        var effects = new ArrayList<Effect>();
        var now = session;
        long rest = nanos;
        // From one moment of the script to the next, so that a long time does the same as many short ones.
        while (!now.paused() && now.ending().isEmpty()) {
            var stage = now.stageScript();
            long elapsed = now.attempt().elapsed();
            long next = next(stage, elapsed);
            if (rest < next - elapsed) {
                return new Next(now.at(elapsed + rest), effects);
            }
            rest -= next - elapsed;
            now = now.at(next);
            effects.addAll(now.cued(elapsed, next));
            if (next >= stage.end().toNanos()) {
                var over = new Pass(now).stageOver();
                effects.addAll(over.effects());
                now = over.session();
            }
        }
        return new Next(now, effects);
    }

    /** The next moment of a stage, in nanoseconds of its clock. */
    private static long next(StageScript stage, long elapsed) {
        for (var cue : stage.cues()) {
            if (cue.at().toNanos() > elapsed) {
                return Math.min(cue.at().toNanos(), stage.end().toNanos());
            }
        }
        return Math.max(elapsed, stage.end().toNanos());
    }

    private Next stageOver() {
        return switch (session.stage()) {
            case SET_UP -> session.enter(Stage.ENTER);
            case ENTER -> session.enter(Stage.WORK);
            case WORK -> session.over(StepOutcome.DONE);
            case RETURN -> goOn();
            case STOP -> session.stop(Outcome.STOPPED, Exit.ENDED_EARLY);
        };
    }

    /** On with the work where it was; the phase of a repetition is named again, if there is time for it. */
    private Next goOn() {
        long worked = session.attempt().worked();
        var working = session.with(session.attempt().in(Stage.WORK, worked));
        var cues = working.stageScript().cues();
        long left = next(working.stageScript(), worked) - worked;
        return new Next(
                working,
                cues.stream()
                        .filter(cue -> cue.kind() == Cue.Kind.PHASE && cue.at().toNanos() <= worked)
                        .max(Cue.BY_TIME)
                        .filter(cue -> cue.length().toNanos() <= left)
                        .map(working::cued)
                        .stream()
                        .toList());
    }
}
