package stretch.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import stretch.catalogue.Outcome;
import stretch.catalogue.StepOutcome;
import stretch.os.ExitCode;
import stretch.session.plan.Plan;
import stretch.session.plan.Step;
import stretch.session.script.Cue;
import stretch.session.script.Script;
import stretch.session.script.ScriptText;
import stretch.session.script.Stage;
import stretch.session.script.StageScript;
import stretch.session.script.StepScript;

/**
 * A session at one moment: which step, how far into it, what was done so far. Events make new ones.
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

    /** The session before its first moment, and the call to get ready. */
    public static Transition begin(Plan plan) {
        return resume(plan, Map.of());
    }

    /** A session that broke off, at the first step of the plan again, knowing what was done before. */
    public static Transition resume(Plan plan, Map<Integer, StepResult> results) {
        if (plan.steps().isEmpty()) {
            throw new IllegalArgumentException("a plan without steps");
        }
        var first = plan.steps().get(0);
        var done = Optional.ofNullable(results.get(first.number()))
                .map(StepResult::done)
                .orElse(0);
        int target = Math.max(1, first.target() - done);
        var session = new Session(
                plan,
                Script.of(plan.withTargets(0, target)),
                0,
                Attempt.withTarget(target),
                false,
                Overlay.NONE,
                false,
                results,
                Optional.empty());
        return settled(session.enter(Stage.SET_UP));
    }

    /** What an event makes of this session; one that has ended stays as it is. */
    public Transition on(Event event) {
        return ending.isPresent() ? unchanged() : settled(event.happenTo(this));
    }

    /** A stage that takes no time is over at once. */
    private static Transition settled(Transition transition) {
        var settled = transition.session().timePassed(0);
        return new Transition(settled.session(), join(transition.effects(), settled.effects()));
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

    private StepScript stepScript() {
        return script.steps().get(stepIndex);
    }

    /** Time left until the clock starts or the work is over. */
    public Duration left() {
        return switch (stage()) {
            case SET_UP -> stageLeft().plus(stepScript().of(Stage.ENTER).length());
            case RETURN -> stepScript().of(Stage.WORK).end().minusNanos(attempt.worked());
            case ENTER, WORK, STOP -> stageLeft();
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
            case SET_UP, ENTER -> left().plus(stepScript().of(Stage.WORK).length());
            case RETURN -> stageLeft().plus(left());
            case WORK -> left();
            case STOP -> Duration.ZERO;
        };
        return now.plus(script.lengthFrom(stepIndex + 1));
    }

    /** How far it is, in steps. */
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

    Transition timePassed(long nanos) {
        return new TimeRules(this).of(nanos);
    }

    /** Goes to the beginning of a stage of this step, and performs what comes at its first moment. */
    Transition enter(Stage stage) {
        long start = stepScript().of(stage).start().toNanos();
        var entered = withAttempt(attempt.withStage(stage, start));
        return new Transition(entered, entered.cued(start - 1, start));
    }

    /** The moments of this stage after one time of its clock, up to another. */
    List<Effect> cued(long after, long until) {
        return stageScript().cues().stream()
                .filter(cue -> cue.at().toNanos() > after && cue.at().toNanos() <= until)
                .map(this::cued)
                .toList();
    }

    Effect cued(Cue cue) {
        return new Effect.Cued(progress(), step(), attempt.target(), stage(), cue);
    }

    /** Ends the step that runs, and goes on to the next one or to the end. */
    Transition finishStep(StepOutcome outcome) {
        var result = resultSoFar(outcome);
        return saveThen(result, withResult(result).moveTo(stepIndex + 1));
    }

    /** What is said at the end of this step: nothing where it was not done, or the next clock starts too soon. */
    private String finishing(StepResult result) {
        return result.outcome().counts() && result.step().number() == step().number()
                ? script.finishing(stepIndex, plan)
                : "";
    }

    /** What ends with this result, and goes on as that. */
    Transition saveThen(StepResult result, Transition transition) {
        var next = transition.session();
        boolean otherSideNext = next.ending().isEmpty()
                && next.stepIndex() != stepIndex
                && next.step().changesSide();
        var save = new Effect.Save(progress(), result, true, finishing(result), otherSideNext);
        return new Transition(transition.session(), join(List.of(save), transition.effects()));
    }

    /** Goes to the start of a step; past the last one the session is at its end. */
    Transition moveTo(int index) {
        if (index >= plan.steps().size()) {
            return stepsDone() > 0
                    ? end(Outcome.COMPLETED, ExitCode.OK, Optional.empty())
                    : end(Outcome.STOPPED, ExitCode.ENDED_EARLY, Optional.empty());
        }
        var moved = new Session(
                plan,
                script.with(index, StepScript.of(plan, index, "")),
                index,
                Attempt.withTarget(plan.steps().get(index).target()),
                paused,
                Overlay.NONE,
                muted,
                results,
                Optional.empty());
        return moved.enter(Stage.SET_UP);
    }

    private Transition end(Outcome outcome, ExitCode exitCode, Optional<Step> brokenOff) {
        var ended = new Session(
                plan,
                script,
                stepIndex,
                attempt,
                paused,
                Overlay.NONE,
                muted,
                results,
                Optional.of(new Ending(outcome, exitCode)));
        return new Transition(
                ended,
                List.of(new Effect.SessionEnded(
                        outcome,
                        ended.active(),
                        ended.stepsDone(),
                        plan.stepCount(),
                        brokenOff.map(Step::number),
                        outcome == Outcome.COMPLETED ? List.of(ScriptText.closing(plan, ended.active())) : List.of())));
    }

    /** What this step came to, earlier attempts included: going back never loses time that was held. */
    StepResult resultSoFar(StepOutcome outcome) {
        var before = results.getOrDefault(step().number(), new StepResult(step(), 0, Duration.ZERO, outcome));
        int done = before.done() + done();
        boolean enough = done >= Math.min(step().target(), step().range().low());
        // What hurt once stays on record as that, whatever another attempt came to.
        boolean hurt = outcome == StepOutcome.HURT || before.outcome() == StepOutcome.HURT;
        var how = hurt ? StepOutcome.HURT : enough ? StepOutcome.DONE : outcome;
        return new StepResult(step(), done, before.held().plusNanos(attempt.work()), how);
    }

    /** What a key does; where it leads away from what is being said, that is cut short. */
    Transition keyPressed(Key key) {
        return cutting(new KeyRules(this).of(key));
    }

    Transition otherKey() {
        return cutting(new KeyRules(this).ofNothing());
    }

    Transition systemSuspended() {
        return stage() == Stage.STOP ? unchanged() : cutting(pause(true, overlay));
    }

    private Transition cutting(Transition transition) {
        var now = transition.session();
        boolean speaks = transition.effects().stream().anyMatch(Effect.Cued.class::isInstance);
        boolean elsewhere = now.stepIndex() != stepIndex
                || now.stage() != stage()
                || now.attempt().elapsed() < attempt.elapsed();
        boolean away =
                speaks || elsewhere || now.paused() != paused || now.ending().isPresent();
        return away ? new Transition(now, join(List.of(new Effect.CutShort()), transition.effects())) : transition;
    }

    Transition interrupted(ExitCode exitCode) {
        return cutting(stop(Outcome.INTERRUPTED, exitCode));
    }

    /** Lets the clock stand, or leads back into the position before it runs on. */
    Transition pause(boolean on, Overlay overlay) {
        var held = new Session(plan, script, stepIndex, attempt, on, overlay, muted, results, ending);
        if (on == paused) {
            return new Transition(held, List.of());
        }
        if (on) {
            return new Transition(held, List.of(new Effect.Pause(true)));
        }
        Transition back;
        if (stage() == Stage.WORK || stage() == Stage.RETURN) {
            var returning = held.withAttempt(new Attempt(Stage.RETURN, 0, attempt.target(), attempt.work()));
            back = new Transition(returning, returning.cued(-1, 0));
        } else {
            back = held.enter(stage());
        }
        return new Transition(back.session(), join(List.of(new Effect.Pause(false)), back.effects()));
    }

    boolean isUnderWay() {
        return attempt.work() > 0;
    }

    /** Ends the session; a step that was under way is kept for what was done of it. */
    Transition stop(Outcome outcome, ExitCode exitCode) {
        if (!isUnderWay()) {
            return end(outcome, exitCode, Optional.empty());
        }
        var result = resultSoFar(StepOutcome.SHORTENED);
        var unfinished =
                result.outcome() == StepOutcome.SHORTENED ? Optional.of(result.step()) : Optional.<Step>empty();
        return saveThen(result, withResult(result).end(outcome, exitCode, unfinished));
    }

    Session withResult(StepResult result) {
        var all = new TreeMap<>(results);
        all.put(result.step().number(), result);
        return new Session(
                plan, script, stepIndex, attempt.withStage(Stage.SET_UP, 0), paused, overlay, muted, all, ending);
    }

    Session withAttempt(Attempt other) {
        return new Session(plan, script, stepIndex, other, paused, overlay, muted, results, ending);
    }

    /** The same session at another moment of the stage that runs. */
    public Session atElapsed(long elapsed) {
        return withAttempt(attempt.withElapsed(elapsed));
    }

    /** With more to do of this step. */
    Session grown(int more) {
        var grown = attempt.withMore(more);
        var longer = stepScript()
                .upTo(
                        grown.target(),
                        Duration.ofNanos(attempt.work()),
                        plan.options().timing());
        return new Session(
                plan, script.with(stepIndex, longer), stepIndex, grown, paused, overlay, muted, results, ending);
    }

    Session withPlan(Plan other) {
        return new Session(other, Script.of(other), stepIndex, attempt, paused, overlay, muted, results, ending);
    }

    Session withMuted(boolean on) {
        return new Session(plan, script, stepIndex, attempt, paused, overlay, on, results, ending);
    }

    Session withOverlay(Overlay other) {
        return new Session(plan, script, stepIndex, attempt, paused, other, muted, results, ending);
    }

    Transition unchanged() {
        return new Transition(this, List.of());
    }

    static List<Effect> join(List<? extends Effect> first, List<? extends Effect> second) {
        var all = new ArrayList<Effect>(first);
        all.addAll(second);
        return all;
    }
}
