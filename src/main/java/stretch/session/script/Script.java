package stretch.session.script;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import stretch.catalogue.Catalogue;
import stretch.catalogue.Routine;
import stretch.session.plan.Plan;
import stretch.session.plan.PlanOptions;

/**
 * A plan unrolled: what happens in each step and what is said, shown and rung at which moment. Screen, voice, bells and
 * plain lines are readings of it; none decides by itself.
 */
public record Script(List<StepScript> steps) {
    /** The second one names the length with the first in it; at a border between two minutes the third may change again. */
    private static final int OPENINGS = 3;

    public Script {
        steps = List.copyOf(steps);
    }

    /** The script of a routine as the catalogue has it. */
    public static Script of(Catalogue catalogue, Routine routine) {
        return of(Plan.of(catalogue, routine, PlanOptions.NONE));
    }

    /** How long a routine takes as the catalogue has it. */
    public static Duration length(Catalogue catalogue, Routine routine) {
        var known = catalogue.lengths().get(routine.id());
        return known == null ? of(catalogue, routine).length() : known;
    }

    public static Script of(Plan plan) {
        var steps = new ArrayList<StepScript>();
        for (int i = 0; i < plan.steps().size(); i++) {
            steps.add(StepScript.of(plan, i, ""));
        }
        var script = new Script(steps);
        if (steps.isEmpty()) {
            return script;
        }
        // The opening says how long it takes in all, and takes time itself.
        var opening = "";
        for (int i = 0; i < OPENINGS && !opening.equals(ScriptText.opening(plan, script.length())); i++) {
            opening = ScriptText.opening(plan, script.length());
            script = script.with(0, StepScript.of(plan, 0, opening));
        }
        return script;
    }

    /** Every utterance of a plan, as far as no key is pressed in the order in which they are said. */
    public static Set<String> utterances(Plan plan) {
        var script = of(plan);
        var texts = new LinkedHashSet<String>();
        for (int i = 0; i < script.steps().size(); i++) {
            for (var stage : List.of(Stage.REST, Stage.SET_UP, Stage.ENTER, Stage.WORK)) {
                script.steps().get(i).of(stage).cues().forEach(cue -> texts.add(cue.text()));
            }
            texts.add(ScriptText.finished(plan.steps().get(i)));
        }
        for (var stage : List.of(Stage.RETURN, Stage.STOP)) {
            script.steps().forEach(step -> step.of(stage).cues().forEach(cue -> texts.add(cue.text())));
        }
        texts.remove("");
        return texts;
    }

    public Script with(int index, StepScript step) {
        var changed = new ArrayList<>(steps);
        changed.set(index, step);
        return new Script(changed);
    }

    /** What is said when the work of a step is over; nothing where the next words come too soon for it. */
    public String finishing(int index, Plan plan) {
        var words = ScriptText.finished(steps.get(index).step());
        boolean fits = index + 1 >= steps.size()
                || plan.options().timing().of(words).compareTo(silence(steps.get(index + 1))) <= 0;
        return fits ? words : "";
    }

    /** The same with the rest before a step longer by so much, from a moment of that on. */
    public Script withMoreRest(Plan plan, int index, Duration more, Duration elapsed) {
        var step = steps.get(index);
        var rest = StepScript.rest(plan, index, step.of(Stage.REST).length().plus(more));
        return with(index, step.rested(rest, elapsed, plan.options().timing()));
    }

    /** How long a step begins in silence. */
    private static Duration silence(StepScript step) {
        var before = Duration.ZERO;
        for (var stage : List.of(Stage.REST, Stage.SET_UP, Stage.ENTER)) {
            var words = step.of(stage).cues().stream()
                    .filter(cue -> !cue.text().isEmpty())
                    .findFirst();
            if (words.isPresent()) {
                return before.plus(words.get().at());
            }
            before = before.plus(step.of(stage).length());
        }
        return before;
    }

    public Duration length() {
        return lengthFrom(0);
    }

    /** How long the steps from this index on take. */
    public Duration lengthFrom(int index) {
        return steps.stream().skip(index).map(StepScript::length).reduce(Duration.ZERO, Duration::plus);
    }
}
