package stretch.session.script;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import stretch.catalogue.exercise.DoseKind;
import stretch.session.plan.Plan;
import stretch.session.plan.SpeechTiming;
import stretch.session.plan.Step;

/**
 * A step as it is to happen: each stage with its cues.
 *
 * @param leftOut what is not said at all, since there is no room for it
 */
public record StepScript(Step step, Map<Stage, StageScript> stages, List<String> leftOut) {
    /** How long "stop" stands before the session ends by itself. Our choice. */
    private static final Duration STOPPED = Duration.ofMinutes(2);

    public StepScript {
        stages = Map.copyOf(stages);
        leftOut = List.copyOf(leftOut);
    }

    /** The script of a step of a plan; {@code opening} is said before it. */
    public static StepScript of(Plan plan, int index, String opening) {
        var step = plan.steps().get(index);
        var timing = plan.options().timing();
        int first = step.leadsFirst() ? 2 : 1;
        var work = work(step, first, step.target(), timing);
        var preparation = PreparationScript.of(plan, index, opening, work.overflow(), work.announced());
        if (first == 2 && !preparation.isLed()) {
            // No time to lead the first one: it counts from the first.
            first = 1;
            work = work(step, first, step.target(), timing);
        }
        var stages = new EnumMap<Stage, StageScript>(Stage.class);
        stages.put(Stage.REST, rest(plan, index, step.set().rest()));
        stages.put(Stage.SET_UP, preparation.setUp());
        stages.put(Stage.ENTER, preparation.enter());
        stages.put(Stage.WORK, new StageScript(step.units(first - 1L), step.work(), work.cues()));
        stages.put(Stage.RETURN, returning(step, timing));
        stages.put(Stage.STOP, stopped(plan, step));
        var leftOut = new ArrayList<>(work.leftOut());
        leftOut.addAll(preparation.leftOut());
        return new StepScript(step, stages, leftOut);
    }

    /**
     * The work of a step as far as {@code target}.
     *
     * @param first the second or repetition with which the clock starts, from 1; 2 where a repetition was led before
     */
    private static WorkScript work(Step step, int first, int target, SpeechTiming timing) {
        return switch (step.kind()) {
            case HOLD -> new HoldWriter(step, target, timing).write();
            case REPS, BREATHS -> new RepetitionsWriter(step, first, target, timing).write();
        };
    }

    /** The rest before a step, of this length: what comes next, then nothing, and the last seconds counted. */
    static StageScript rest(Plan plan, int index, Duration length) {
        if (index == 0 || length.isZero()) {
            return StageScript.NONE;
        }
        var timing = plan.options().timing();
        int seconds = (int) length.toSeconds();
        var countdown = StageWriter.countdown(length, seconds, timing);
        // Room for what ends the step before, which is said once that is saved.
        var from = timing.of(ScriptText.finished(plan.steps().get(index - 1))).plus(PreparationScript.BREATH);
        var until = length.minusSeconds(countdown.size()).minus(PreparationScript.BREATH);
        var words = ScriptText.rests(plan.steps().get(index), seconds).stream()
                .filter(text -> from.plus(timing.of(text)).compareTo(until) <= 0)
                .findFirst();
        var cues = new ArrayList<Cue>();
        cues.add(
                words.isPresent()
                        ? new Cue(Cue.CueKind.REST, from, words.get(), timing.of(words.get()), seconds, "")
                        : new Cue(Cue.CueKind.REST, Duration.ZERO, "", Duration.ZERO, seconds, ""));
        cues.addAll(countdown);
        return new StageScript(Duration.ZERO, length, cues);
    }

    private static StageScript returning(Step step, SpeechTiming timing) {
        var stage = new StageWriter(timing);
        for (var line : ScriptText.again(step)) {
            stage.say(Cue.CueKind.SET_UP, line);
            stage.wait(PreparationScript.BREATH);
        }
        stage.countIn();
        stage.say(Cue.CueKind.START, "");
        return stage.written();
    }

    private static StageScript stopped(Plan plan, Step step) {
        var stage = new StageWriter(plan.options().timing());
        for (var line : ScriptText.stop(plan, step)) {
            stage.say(Cue.CueKind.STOP, line);
            stage.wait(PreparationScript.BREATH);
        }
        var written = stage.written();
        return new StageScript(
                Duration.ZERO, written.end().compareTo(STOPPED) > 0 ? written.end() : STOPPED, written.cues());
    }

    /** The stage of this step. */
    public StageScript of(Stage stage) {
        return Objects.requireNonNull(stages.get(stage));
    }

    /** How long it takes from the set-up until the clock starts. */
    public Duration preparation() {
        return of(Stage.SET_UP).length().plus(of(Stage.ENTER).length());
    }

    public Duration length() {
        return of(Stage.REST).length().plus(preparation()).plus(of(Stage.WORK).length());
    }

    /** The same with another rest before it, from a moment of that on. */
    StepScript rested(StageScript rest, Duration elapsed, SpeechTiming timing) {
        // What ends the step before may be said until the rest is told.
        var told = rest.cues().get(0).end();
        return with(
                Stage.REST,
                of(Stage.REST)
                        .continuedAs(rest, elapsed)
                        .answered(
                                told.compareTo(elapsed) > 0 ? told : elapsed,
                                at -> ScriptText.secondsToGo(
                                        wholeSeconds(rest.length().minus(at))),
                                timing));
    }

    /** Begun ones, as a countdown shows them. */
    private static int wholeSeconds(Duration left) {
        return (int) left.plusNanos(999_999_999).toSeconds();
    }

    private StepScript with(Stage stage, StageScript other) {
        var changed = new EnumMap<>(stages);
        changed.put(stage, other);
        return new StepScript(step, changed, leftOut);
    }

    /** The same with work up to another target, from a moment of it on. */
    public StepScript upTo(int target, Duration elapsed, SpeechTiming timing) {
        var old = of(Stage.WORK);
        int first = (int) (old.start().toNanos() / step.unit().toNanos()) + 1;
        var longer = new StageScript(
                old.start(),
                step.units(target),
                work(step, first, target, timing).cues());
        return with(Stage.WORK, elapsed.isZero() ? longer : old.continuedAs(longer, elapsed));
    }

    /** The same with what was made longer told, while its work runs. */
    public StepScript telling(int target, Duration elapsed, SpeechTiming timing) {
        boolean holds = step.kind() == DoseKind.HOLD;
        return with(
                Stage.WORK,
                of(Stage.WORK)
                        .answered(
                                elapsed,
                                at -> ScriptText.more(
                                        step,
                                        holds ? wholeSeconds(step.units(target).minus(at)) : target),
                                timing));
    }

    /** The same where the way into it is told anew, from a moment of that on: it names what there is to do. */
    public StepScript entered(StepScript other, Duration elapsed) {
        return with(Stage.ENTER, of(Stage.ENTER).reworded(other.of(Stage.ENTER), elapsed));
    }
}
