package stretch.session;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import stretch.catalogue.Outcome;
import stretch.catalogue.StepOutcome;
import stretch.os.ExitCode;
import stretch.session.plan.Plan;
import stretch.session.plan.Step;
import stretch.session.script.Script;
import stretch.session.script.Stage;
import stretch.session.script.StageScript;
import stretch.session.script.StepScript;

/**
 * A session at one moment: which step, how far into it, what was done so far. {@link SessionRules} make new ones.
 *
 * @param script the plan unrolled, as it stands since keys changed it
 * @param stepIndex index of the step in the plan
 * @param muted whether the user wants silence; the sounds follow {@link Effect.Mute}
 * @param results what earlier attempts at a step came to, by step number
 * @param ending how it ended, empty while it runs
 */
public record Session(
        Plan plan,
        Script script,
        int stepIndex,
        Attempt attempt,
        boolean paused,
        Overlay overlay,
        boolean muted,
        Map<Integer, StepResult> results,
        Optional<Ending> ending) {

    /** What lies over the picture until the next key. */
    public enum Overlay {
        NONE,
        /** The list of keys; the clock runs on. */
        KEYS,
        /** "Quit?"; the clock stands still. */
        QUIT
    }

    /** How the session ended, and the exit code that says so to scripts. */
    public record Ending(Outcome outcome, ExitCode exitCode) {}

    public Session {
        results = Map.copyOf(results);
    }

    /** A session before its first moment, knowing what was done of its steps before. */
    static Session of(Plan plan, Map<Integer, StepResult> results) {
        if (plan.steps().isEmpty()) {
            throw new IllegalArgumentException("a plan without steps");
        }
        var first = plan.steps().get(0);
        var done = Optional.ofNullable(results.get(first.number()))
                .map(StepResult::done)
                .orElse(0);
        int target = Math.max(1, first.target() - done);
        var aimed = plan.withTargets(step -> step.number() == first.number() ? target : step.target(), List.of());
        return new Session(
                plan,
                Script.of(aimed),
                0,
                Attempt.withTarget(target),
                false,
                Overlay.NONE,
                false,
                results,
                Optional.empty());
    }

    public Step step() {
        return plan.steps().get(stepIndex);
    }

    public Stage stage() {
        return attempt.stage();
    }

    public Optional<Step> following() {
        return stepIndex + 1 < plan.steps().size() ? Optional.of(plan.steps().get(stepIndex + 1)) : Optional.empty();
    }

    /** What the stage that runs is to be. */
    public StageScript stageScript() {
        return stepScript().of(stage());
    }

    StepScript stepScript() {
        return script.steps().get(stepIndex);
    }

    /** Time left until the rest is over, the clock starts or the work is over. */
    public Duration left() {
        return switch (stage()) {
            case SET_UP -> stageLeft().plus(stepScript().of(Stage.ENTER).length());
            case RETURN -> stepScript().of(Stage.WORK).end().minusNanos(attempt.worked());
            case REST, ENTER, WORK, STOP -> stageLeft();
        };
    }

    /** Time left in the stage that runs. */
    public Duration stageLeft() {
        return stageScript().end().minusNanos(attempt.elapsed());
    }

    /** Time left in the whole routine, pauses aside. */
    public Duration totalLeft() {
        if (ending.isPresent()) {
            return Duration.ZERO;
        }
        var now = switch (stage()) {
            case REST ->
                left().plus(stepScript().preparation())
                        .plus(stepScript().of(Stage.WORK).length());
            case SET_UP, ENTER -> left().plus(stepScript().of(Stage.WORK).length());
            case RETURN -> stageLeft().plus(left());
            case WORK -> left();
            case STOP -> Duration.ZERO;
        };
        return now.plus(script.lengthFrom(stepIndex + 1));
    }

    /** The keys that do something at this moment; what lies over the picture aside. */
    public List<Key> keys() {
        return Arrays.stream(Key.values())
                .filter(key -> switch (key) {
                    case PAUSE, MORE, HURT -> stage() != Stage.STOP;
                    case SWAP -> plan.alternative(step()).isPresent();
                    case SKIP, BACK, RESTART, ENOUGH, MUTE, HELP, QUIT -> true;
                })
                .toList();
    }

    public StepCount progress() {
        long before = results.keySet().stream()
                .filter(number -> plan.steps().stream().noneMatch(step -> step.number() == number))
                .count();
        return new StepCount(
                (int) before + stepIndex + 1, (int) before + plan.steps().size());
    }

    /** Where in the repetitions of the step it stands; meaningful while it works. */
    public RepPhase repPhase() {
        return RepPhase.atElapsed(step(), attempt.work());
    }

    /** Whole seconds, repetitions or breaths done in this attempt. */
    public int done() {
        return (int) (attempt.work() / step().unit().toNanos());
    }

    /** Time worked in all steps, pauses and preparation left out. */
    public Duration active() {
        var before = results.values().stream().map(StepResult::held).reduce(Duration.ZERO, Duration::plus);
        return ending.isEmpty() ? before.plusNanos(attempt.work()) : before;
    }

    /** How many steps were practised. */
    public int stepsDone() {
        return (int) results.values().stream()
                .filter(result -> result.outcome().counts())
                .count();
    }

    /** What this step came to, earlier attempts included: going back never loses time that was held. */
    StepResult resultSoFar(StepOutcome outcome) {
        var before = results.getOrDefault(step().number(), new StepResult(step(), 0, Duration.ZERO, outcome));
        int done = before.done() + done();
        boolean enough = done >= Math.min(step().target(), step().range().low());
        // What hurt once stays on record as that, whatever another attempt came to.
        boolean hurt = outcome == StepOutcome.HURT || before.outcome() == StepOutcome.HURT;
        // Where nothing was done, nothing was shortened.
        var how = hurt ? StepOutcome.HURT : enough ? StepOutcome.DONE : done == 0 ? StepOutcome.SKIPPED : outcome;
        return new StepResult(step(), done, before.held().plusNanos(attempt.work()), how);
    }

    boolean isUnderWay() {
        return attempt.work() > 0;
    }

    Session withResult(StepResult result) {
        var all = new TreeMap<>(results);
        all.put(result.step().number(), result);
        return new Session(
                plan, script, stepIndex, attempt.withStage(Stage.SET_UP, 0), paused, overlay, muted, all, ending);
    }

    /** The same with the script as it is from here, at a moment of one of its steps. */
    private Session at(Script changed, int index, Attempt other) {
        return new Session(plan, changed, index, other, paused, overlay, muted, results, ending);
    }

    Session withAttempt(Attempt other) {
        return at(script, stepIndex, other);
    }

    /** The same session at another moment of the stage that runs. */
    public Session atElapsed(long elapsed) {
        return withAttempt(attempt.withElapsed(elapsed));
    }

    /** With more to do of this step. */
    Session grown(int more) {
        var grown = attempt.withMore(more);
        var timing = plan.options().timing();
        var worked = Duration.ofNanos(attempt.work());
        var longer = stepScript().upTo(grown.target(), worked, timing);
        if (stage() == Stage.WORK) {
            longer = longer.telling(grown.target(), worked, timing);
        } else if (stage().isPreparation()) {
            var aimed = plan.withTargets(
                    step -> step.number() == step().number() ? grown.target() : step.target(), List.of());
            var entered = stage() == Stage.ENTER ? Duration.ofNanos(attempt.elapsed()) : Duration.ZERO.minusNanos(1);
            longer = longer.entered(StepScript.of(aimed, stepIndex, ""), entered);
        }
        return at(script.with(stepIndex, longer), stepIndex, grown);
    }

    /** With more of the rest that runs. */
    Session rested(Duration more) {
        return at(script.withMoreRest(plan, stepIndex, more, Duration.ofNanos(attempt.elapsed())), stepIndex, attempt);
    }

    /** At the start of another step. */
    Session withStep(int index) {
        var afresh = Attempt.withTarget(plan.steps().get(index).target());
        return at(script.with(index, StepScript.of(plan, index, "")), index, afresh)
                .withOverlay(Overlay.NONE);
    }

    Session withPlan(Plan other) {
        return new Session(other, Script.of(other), stepIndex, attempt, paused, overlay, muted, results, ending);
    }

    Session withEnding(Outcome outcome, ExitCode exitCode) {
        var ended = Optional.of(new Ending(outcome, exitCode));
        return new Session(plan, script, stepIndex, attempt, paused, Overlay.NONE, muted, results, ended);
    }

    Session withPause(boolean on, Overlay other) {
        return new Session(plan, script, stepIndex, attempt, on, other, muted, results, ending);
    }

    Session withOverlay(Overlay other) {
        return withPause(paused, other);
    }

    Session withMuted(boolean on) {
        return new Session(plan, script, stepIndex, attempt, paused, overlay, on, results, ending);
    }
}
