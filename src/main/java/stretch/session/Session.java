package stretch.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import stretch.Exit;
import stretch.catalogue.Kind;
import stretch.catalogue.Outcome;
import stretch.catalogue.StepOutcome;

/**
 * A session at one moment: which step, how far into it, what was done so far. Events make new ones.
 *
 * @param at index of the step in the plan
 * @param inStage nanoseconds spent in the stage
 * @param target where the step ends by itself, in its units; grows with {@link Key#MORE}
 * @param quitting whether "quit?" is being asked; the clock stands still meanwhile
 * @param spent what earlier attempts at a step came to, by step number
 * @param ending how it ended, empty while it runs
 */
public record Session(
        Plan plan,
        int at,
        Stage stage,
        long inStage,
        int target,
        boolean paused,
        boolean quitting,
        Map<Integer, Result> spent,
        Optional<Ending> ending) {

    /** The two stages of every step. */
    public enum Stage {
        READY,
        WORK
    }

    /** How the session ended, and the exit code that says so to scripts. */
    public record Ending(Outcome outcome, Exit exit) {}

    /** How much longer a step gets with {@link Key#MORE}: ten seconds of a hold. Our choice. */
    private static final int MORE_SECONDS = 10;

    public Session {
        spent = Map.copyOf(spent);
    }

    /** The session before its first moment, and the call to get ready. */
    public static Next begin(Plan plan) {
        if (plan.steps().isEmpty()) {
            throw new IllegalArgumentException("a plan without steps");
        }
        var first = plan.steps().get(0);
        var session = new Session(plan, 0, Stage.READY, 0, first.target(), false, false, Map.of(), Optional.empty());
        return new Next(session, List.of(new Effect.Ready(first)));
    }

    /** What an event makes of this session; one that has ended stays as it is. */
    public Next on(Event event) {
        return ending.isPresent() ? still() : event.happenTo(this);
    }

    public Step step() {
        return plan.steps().get(at);
    }

    public Optional<Step> following() {
        return at + 1 < plan.steps().size() ? Optional.of(plan.steps().get(at + 1)) : Optional.empty();
    }

    /** The length of the stage that runs. */
    public Duration stageLength() {
        return stage == Stage.READY ? step().prepare() : step().unit().multipliedBy(target);
    }

    /** Time left in the stage that runs. */
    public Duration left() {
        return stageLength().minusNanos(inStage);
    }

    /** Time left in the whole routine, pauses aside. */
    public Duration leftInAll() {
        if (ending.isPresent()) {
            return Duration.ZERO;
        }
        var work = stage == Stage.READY ? step().unit().multipliedBy(target) : Duration.ZERO;
        return left().plus(work).plus(plan.lengthFrom(at + 1));
    }

    /** Where in the repetitions of the step it stands; meaningful while it works. */
    public Beat beat() {
        return Beat.at(step(), inStage);
    }

    /** Time worked in all steps, pauses and get-ready left out. */
    public Duration active() {
        var before = spent.values().stream().map(Result::held).reduce(Duration.ZERO, Duration::plus);
        return stage == Stage.WORK && ending.isEmpty() ? before.plusNanos(inStage) : before;
    }

    /** How many steps were practised. */
    public int stepsDone() {
        return (int) spent.values().stream()
                .filter(result -> result.outcome().counts())
                .count();
    }

    Next pass(long nanos) {
        var effects = new ArrayList<Effect>();
        var session = this;
        long rest = nanos;
        // From one boundary to the next, so that a long time does the same as many short ones.
        while (!paused && session.ending.isEmpty() && rest >= session.nextBoundary() - session.inStage) {
            long boundary = session.nextBoundary();
            rest -= boundary - session.inStage;
            var reached = session.withInStage(boundary).atBoundary();
            effects.addAll(reached.effects());
            session = reached.session();
        }
        boolean stands = paused || session.ending.isPresent();
        return new Next(stands ? session : session.withInStage(session.inStage + rest), effects);
    }

    /** The next moment of this stage at which something happens, in nanoseconds from its start. */
    private long nextBoundary() {
        long end = stageLength().toNanos();
        if (stage == Stage.READY) {
            return end;
        }
        if (step().kind() == Kind.HOLD) {
            return inStage < end / 2 ? end / 2 : end;
        }
        return Math.min(end, beat().end());
    }

    private Next atBoundary() {
        if (stage == Stage.READY) {
            return work();
        }
        if (inStage >= stageLength().toNanos()) {
            return over(StepOutcome.DONE);
        }
        return new Next(
                this, List.of(step().kind() == Kind.HOLD ? new Effect.HalfWay(step()) : beat().effect(step(), target)));
    }

    private Next work() {
        var working = new Session(plan, at, Stage.WORK, 0, target, paused, quitting, spent, ending);
        var start = new Effect.Start(step());
        return new Next(
                working,
                step().kind() == Kind.HOLD
                        ? List.of(start)
                        : List.of(start, working.beat().effect(step(), target)));
    }

    /** Ends the step that runs, and goes on to the next one or to the end. */
    private Next over(StepOutcome outcome) {
        var result = resultSoFar(outcome);
        var effects = List.of(new Effect.Save(result), new Effect.Over(result));
        var after = withSpent(result).moveTo(at + 1);
        return new Next(after.session(), join(effects, after.effects()));
    }

    /** Goes to the start of a step; past the last one the session is at its end. */
    private Next moveTo(int index) {
        if (index >= plan.steps().size()) {
            return end(stepsDone() > 0 ? Outcome.COMPLETED : Outcome.STOPPED, Exit.OK);
        }
        var to = plan.steps().get(index);
        var moved = new Session(plan, index, Stage.READY, 0, to.target(), paused, false, spent, Optional.empty());
        return new Next(moved, List.of(new Effect.Ready(to)));
    }

    private Next end(Outcome outcome, Exit exit) {
        var ended = new Session(
                plan, at, stage, inStage, target, paused, false, spent, Optional.of(new Ending(outcome, exit)));
        return new Next(ended, List.of(new Effect.End(outcome, ended.active(), ended.stepsDone())));
    }

    /** What this step came to, earlier attempts included: going back never loses time that was held. */
    private Result resultSoFar(StepOutcome outcome) {
        long now = stage == Stage.WORK ? inStage : 0;
        var before = spent.getOrDefault(step().number(), new Result(step(), 0, Duration.ZERO, outcome));
        int done = before.done() + (int) (now / step().unit().toNanos());
        boolean enough = done >= step().target();
        return new Result(step(), done, before.held().plusNanos(now), enough ? StepOutcome.DONE : outcome);
    }

    Next press(Key key) {
        if (quitting && key != Key.QUIT) {
            return pause(false, false);
        }
        return switch (key) {
            case PAUSE -> pause(!paused, quitting);
            case SKIP -> over(StepOutcome.SKIPPED);
            case BACK -> back();
            case MORE -> more();
            case QUIT -> quitting ? stop(Outcome.STOPPED, Exit.OK) : pause(true, true);
        };
    }

    /** Goes on if "quit?" is being asked, which any key but one denies. */
    Next otherKey() {
        return quitting ? pause(false, false) : still();
    }

    Next slept() {
        return pause(true, quitting);
    }

    Next cut(Exit exit) {
        return stop(Outcome.INTERRUPTED, exit);
    }

    private Next pause(boolean on, boolean ask) {
        var held = new Session(plan, at, stage, inStage, target, on, ask, spent, ending);
        return new Next(held, on == paused ? List.of() : List.of(new Effect.Pause(on)));
    }

    /** To the start of this step; from there, to the start of the one before. What was held so far is kept. */
    private Next back() {
        if (stage == Stage.READY) {
            return moveTo(Math.max(0, at - 1));
        }
        if (inStage == 0) {
            return moveTo(at);
        }
        var result = resultSoFar(StepOutcome.SHORTENED);
        var again = withSpent(result).moveTo(at);
        return new Next(again.session(), join(List.of(new Effect.Save(result)), again.effects()));
    }

    private Next more() {
        int grown = target + (step().kind() == Kind.HOLD ? MORE_SECONDS : 1);
        return new Next(new Session(plan, at, stage, inStage, grown, paused, quitting, spent, ending), List.of());
    }

    /** Ends the session; a step that was under way is kept for what was done of it. */
    private Next stop(Outcome outcome, Exit exit) {
        if (stage == Stage.READY || inStage == 0) {
            return end(outcome, exit);
        }
        var result = resultSoFar(StepOutcome.SHORTENED);
        var ended = withSpent(result).end(outcome, exit);
        return new Next(
                ended.session(), join(List.of(new Effect.Save(result), new Effect.Over(result)), ended.effects()));
    }

    private Session withSpent(Result result) {
        var all = new TreeMap<>(spent);
        all.put(result.step().number(), result);
        return new Session(plan, at, Stage.READY, 0, target, paused, quitting, all, ending);
    }

    private Session withInStage(long nanos) {
        return new Session(plan, at, stage, nanos, target, paused, quitting, spent, ending);
    }

    private Next still() {
        return new Next(this, List.of());
    }

    private static List<Effect> join(List<? extends Effect> first, List<? extends Effect> second) {
        var all = new ArrayList<Effect>(first);
        all.addAll(second);
        return all;
    }
}
