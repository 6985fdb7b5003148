package stretch.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import stretch.Exit;
import stretch.catalogue.Outcome;
import stretch.catalogue.StepOutcome;

/**
 * A session at one moment: which step, how far into it, what was done so far. Events make new ones.
 *
 * @param script the plan unrolled, as it stands since keys changed it
 * @param at index of the step in the plan
 * @param muted whether the user wants silence; the sounds follow {@link Effect.Mute}
 * @param spent what earlier attempts at a step came to, by step number
 * @param ending how it ended, empty while it runs
 */
public record Session(
        Plan plan,
        Script script,
        int at,
        Attempt attempt,
        boolean paused,
        Overlay overlay,
        boolean muted,
        Map<Integer, Result> spent,
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
    public record Ending(Outcome outcome, Exit exit) {}

    public Session {
        spent = Map.copyOf(spent);
    }

    /** The session before its first moment, and the call to get ready. */
    public static Next begin(Plan plan) {
        return resume(plan, Map.of());
    }

    /** A session that broke off, at the first step of the plan again, knowing what was done before. */
    public static Next resume(Plan plan, Map<Integer, Result> spent) {
        if (plan.steps().isEmpty()) {
            throw new IllegalArgumentException("a plan without steps");
        }
        var first = plan.steps().get(0);
        var done =
                Optional.ofNullable(spent.get(first.number())).map(Result::done).orElse(0);
        int target = Math.max(1, first.target() - done);
        var session = new Session(
                plan,
                Script.of(plan.aimed(0, target)),
                0,
                Attempt.at(target),
                false,
                Overlay.NONE,
                false,
                spent,
                Optional.empty());
        return settled(session.enter(Stage.SET_UP));
    }

    /** What an event makes of this session; one that has ended stays as it is. */
    public Next on(Event event) {
        return ending.isPresent() ? still() : settled(event.happenTo(this));
    }

    /** A stage that takes no time is over at once. */
    private static Next settled(Next next) {
        var settled = next.session().pass(0);
        return new Next(settled.session(), join(next.effects(), settled.effects()));
    }

    public Step step() {
        return plan.steps().get(at);
    }

    public Stage stage() {
        return attempt.stage();
    }

    public Optional<Step> following() {
        return at + 1 < plan.steps().size() ? Optional.of(plan.steps().get(at + 1)) : Optional.empty();
    }

    /** What the stage that runs is to be. */
    public StageScript stageScript() {
        return stepScript().of(stage());
    }

    private StepScript stepScript() {
        return script.steps().get(at);
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
    public Duration leftInAll() {
        if (ending.isPresent()) {
            return Duration.ZERO;
        }
        var now = switch (stage()) {
            case SET_UP, ENTER -> left().plus(stepScript().of(Stage.WORK).length());
            case RETURN -> stageLeft().plus(left());
            case WORK -> left();
            case STOP -> Duration.ZERO;
        };
        return now.plus(script.lengthFrom(at + 1));
    }

    /** How far it is, in steps. */
    public Progress progress() {
        long before = spent.keySet().stream()
                .filter(number -> plan.steps().stream().noneMatch(step -> step.number() == number))
                .count();
        return new Progress((int) before + at + 1, (int) before + plan.steps().size());
    }

    /** Where in the repetitions of the step it stands; meaningful while it works. */
    public Beat beat() {
        return Beat.at(step(), attempt.work());
    }

    /** Whole seconds, repetitions or breaths done in this attempt. */
    public int done() {
        return (int) (attempt.work() / step().unit().toNanos());
    }

    /** Time worked in all steps, pauses and preparation left out. */
    public Duration active() {
        var before = spent.values().stream().map(Result::held).reduce(Duration.ZERO, Duration::plus);
        return ending.isEmpty() ? before.plusNanos(attempt.work()) : before;
    }

    /** How many steps were practised. */
    public int stepsDone() {
        return (int) spent.values().stream()
                .filter(result -> result.outcome().counts())
                .count();
    }

    Next pass(long nanos) {
        return new Pass(this).of(nanos);
    }

    /** Goes to the beginning of a stage of this step, and performs what comes at its first moment. */
    Next enter(Stage stage) {
        long start = stepScript().of(stage).start().toNanos();
        var entered = with(attempt.in(stage, start));
        return new Next(entered, entered.cued(start - 1, start));
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
    Next over(StepOutcome outcome) {
        var result = resultSoFar(outcome);
        return then(result, withSpent(result).moveTo(at + 1));
    }

    /** What is said at the end of this step: nothing where it was not done, or the next clock starts too soon. */
    private String finishing(Result result) {
        return result.outcome().counts() && result.step().number() == step().number() ? script.finishing(at, plan) : "";
    }

    /** What ends with this result, and goes on as that. */
    Next then(Result result, Next next) {
        var save = new Effect.Save(progress(), result, true, finishing(result));
        return new Next(next.session(), join(List.of(save), next.effects()));
    }

    /** Goes to the start of a step; past the last one the session is at its end. */
    Next moveTo(int index) {
        if (index >= plan.steps().size()) {
            return stepsDone() > 0
                    ? end(Outcome.COMPLETED, Exit.OK, Optional.empty())
                    : end(Outcome.STOPPED, Exit.ENDED_EARLY, Optional.empty());
        }
        var moved = new Session(
                plan,
                script.with(index, StepScript.of(plan, index, "")),
                index,
                Attempt.at(plan.steps().get(index).target()),
                paused,
                Overlay.NONE,
                muted,
                spent,
                Optional.empty());
        return moved.enter(Stage.SET_UP);
    }

    private Next end(Outcome outcome, Exit exit, Optional<Step> brokenOff) {
        var ended = new Session(
                plan, script, at, attempt, paused, Overlay.NONE, muted, spent, Optional.of(new Ending(outcome, exit)));
        return new Next(
                ended,
                List.of(new Effect.End(
                        outcome,
                        ended.active(),
                        ended.stepsDone(),
                        plan.total(),
                        brokenOff.map(Step::number),
                        outcome == Outcome.COMPLETED ? List.of(ScriptText.closing(plan, ended.active())) : List.of())));
    }

    /** What this step came to, earlier attempts included: going back never loses time that was held. */
    Result resultSoFar(StepOutcome outcome) {
        var before = spent.getOrDefault(step().number(), new Result(step(), 0, Duration.ZERO, outcome));
        int done = before.done() + done();
        boolean enough = done >= Math.min(step().target(), step().range().low());
        // What hurt once stays on record as that, whatever another attempt came to.
        boolean hurt = outcome == StepOutcome.HURT || before.outcome() == StepOutcome.HURT;
        var how = hurt ? StepOutcome.HURT : enough ? StepOutcome.DONE : outcome;
        return new Result(step(), done, before.held().plusNanos(attempt.work()), how);
    }

    /** What a key does; where it leads away from what is being said, that is cut short. */
    Next press(Key key) {
        return cutting(new Press(this).of(key));
    }

    Next otherKey() {
        return cutting(new Press(this).ofNothing());
    }

    Next slept() {
        return stage() == Stage.STOP ? still() : cutting(pause(true, overlay));
    }

    private Next cutting(Next next) {
        var now = next.session();
        boolean speaks = next.effects().stream().anyMatch(Effect.Cued.class::isInstance);
        boolean elsewhere =
                now.at() != at || now.stage() != stage() || now.attempt().elapsed() < attempt.elapsed();
        boolean away =
                speaks || elsewhere || now.paused() != paused || now.ending().isPresent();
        return away ? new Next(now, join(List.of(new Effect.CutShort()), next.effects())) : next;
    }

    Next cut(Exit exit) {
        return cutting(stop(Outcome.INTERRUPTED, exit));
    }

    /** Lets the clock stand, or leads back into the position before it runs on. */
    Next pause(boolean on, Overlay over) {
        var held = new Session(plan, script, at, attempt, on, over, muted, spent, ending);
        if (on == paused) {
            return new Next(held, List.of());
        }
        if (on) {
            return new Next(held, List.of(new Effect.Pause(true)));
        }
        Next back;
        if (stage() == Stage.WORK || stage() == Stage.RETURN) {
            var returning = held.with(new Attempt(Stage.RETURN, 0, attempt.target(), attempt.work()));
            back = new Next(returning, returning.cued(-1, 0));
        } else {
            back = held.enter(stage());
        }
        return new Next(back.session(), join(List.of(new Effect.Pause(false)), back.effects()));
    }

    boolean underWay() {
        return attempt.work() > 0;
    }

    /** Ends the session; a step that was under way is kept for what was done of it. */
    Next stop(Outcome outcome, Exit exit) {
        if (!underWay()) {
            return end(outcome, exit, Optional.empty());
        }
        var result = resultSoFar(StepOutcome.SHORTENED);
        var unfinished =
                result.outcome() == StepOutcome.SHORTENED ? Optional.of(result.step()) : Optional.<Step>empty();
        return then(result, withSpent(result).end(outcome, exit, unfinished));
    }

    Session withSpent(Result result) {
        var all = new TreeMap<>(spent);
        all.put(result.step().number(), result);
        return new Session(plan, script, at, attempt.in(Stage.SET_UP, 0), paused, overlay, muted, all, ending);
    }

    Session with(Attempt other) {
        return new Session(plan, script, at, other, paused, overlay, muted, spent, ending);
    }

    /** The same session at another moment of the stage that runs. */
    Session at(long elapsed) {
        return with(attempt.after(elapsed));
    }

    /** With more to do of this step. */
    Session grown(int more) {
        var grown = attempt.grown(more);
        var longer = stepScript()
                .upTo(
                        grown.target(),
                        Duration.ofNanos(attempt.work()),
                        plan.wishes().timing());
        return new Session(plan, script.with(at, longer), at, grown, paused, overlay, muted, spent, ending);
    }

    Session replanned(Plan other) {
        return new Session(other, Script.of(other), at, attempt, paused, overlay, muted, spent, ending);
    }

    Session muted(boolean on) {
        return new Session(plan, script, at, attempt, paused, overlay, on, spent, ending);
    }

    Session over(Overlay other) {
        return new Session(plan, script, at, attempt, paused, other, muted, spent, ending);
    }

    Next still() {
        return new Next(this, List.of());
    }

    static List<Effect> join(List<? extends Effect> first, List<? extends Effect> second) {
        var all = new ArrayList<Effect>(first);
        all.addAll(second);
        return all;
    }
}
