package stretch.session.script;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import stretch.session.plan.Plan;
import stretch.session.plan.Step;

/**
 * A whole session as it goes where no key is pressed: each moment of the script, and how far from the beginning it is.
 *
 * @param length when the last step is over
 */
public record Timeline(Script script, List<Moment> moments, Duration length) {
    /**
     * A cue at its time.
     *
     * @param at from the beginning of the session
     * @param step its step, the number of it from 1
     */
    public record Moment(Duration at, int stepNumber, Step step, Stage stage, Cue cue) {}

    public Timeline {
        moments = List.copyOf(moments);
    }

    public static Timeline of(Plan plan) {
        var timing = plan.options().timing();
        var moments = new ArrayList<Moment>();
        var base = Duration.ZERO;
        int number = 0;
        var whole = Script.of(plan);
        for (var step : whole.steps()) {
            number++;
            for (var stage : List.of(Stage.REST, Stage.SET_UP, Stage.ENTER, Stage.WORK)) {
                var script = step.of(stage);
                for (var cue : script.cues()) {
                    moments.add(new Moment(base.plus(cue.at().minus(script.start())), number, step.step(), stage, cue));
                }
                base = base.plus(script.length());
            }
            var words = whole.finishing(number - 1, plan);
            var finished = new Cue(Cue.CueKind.FINISHED, Duration.ZERO, words, timing.of(words));
            moments.add(new Moment(base, number, step.step(), Stage.WORK, finished));
        }
        return new Timeline(whole, moments, base);
    }
}
