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
import stretch.session.Attempt.Stage;

/**
 * A session at one moment: which step, how far into it, what was done so far. Events make new ones.
 *
 * @param at index of the step in the plan
 * @param muted whether the user wants silence; the sounds follow {@link Effect.Mute}
 * @param spent what earlier attempts at a step came to, by step number
 * @param ending how it ended, empty while it runs
 */
public record Session(
        Plan plan,
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
        var session = new Session(
                plan,
                0,
                Attempt.at(Math.max(1, first.target() - done)),
                false,
                Overlay.NONE,
                false,
                spent,
                Optional.empty());
        return new Next(session, List.of(new Effect.Ready(first)));
    }

    /** What an event makes of this session; one that has ended stays as it is. */
    public Next on(Event event) {
        return ending.isPresent() ? still() : event.happenTo(this);
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

    /** Time left in the stage that runs. */
    public Duration left() {
        return attempt.length(step()).minusNanos(attempt.inStage());
    }

    /** Time left in the whole routine, pauses aside. */
    public Duration leftInAll() {
        if (ending.isPresent()) {
            return Duration.ZERO;
        }
        var work = stage() == Stage.READY ? step().unit().multipliedBy(attempt.target()) : Duration.ZERO;
        return left().plus(work).plus(plan.lengthFrom(at + 1));
    }

    /** Where in the repetitions of the step it stands; meaningful while it works. */
    public Beat beat() {
        return Beat.at(step(), attempt.inStage());
    }

    /** Whole seconds, repetitions or breaths done in this attempt. */
    public int done() {
        return stage() == Stage.WORK ? (int) (attempt.inStage() / step().unit().toNanos()) : 0;
    }

    /** Time worked in all steps, pauses and get-ready left out. */
    public Duration active() {
        var before = spent.values().stream().map(Result::held).reduce(Duration.ZERO, Duration::plus);
        return stage() == Stage.WORK && ending.isEmpty() ? before.plusNanos(attempt.inStage()) : before;
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

    /** Ends the step that runs, and goes on to the next one or to the end. */
    Next over(StepOutcome outcome) {
        var result = resultSoFar(outcome);
        return then(result, withSpent(result).moveTo(at + 1));
    }

    /** A result is saved before anybody is told of it. */
    static Next then(Result result, Next next) {
        return new Next(
                next.session(), join(List.of(new Effect.Save(result), new Effect.Over(result)), next.effects()));
    }

    /** Goes to the start of a step; past the last one the session is at its end. */
    Next moveTo(int index) {
        if (index >= plan.steps().size()) {
            return end(stepsDone() > 0 ? Outcome.COMPLETED : Outcome.STOPPED, Exit.OK, Optional.empty());
        }
        var to = plan.steps().get(index);
        var moved =
                new Session(plan, index, Attempt.at(to.target()), paused, Overlay.NONE, muted, spent, Optional.empty());
        return new Next(moved, List.of(new Effect.Ready(to)));
    }

    private Next end(Outcome outcome, Exit exit, Optional<Step> brokenOff) {
        var ended = new Session(
                plan, at, attempt, paused, Overlay.NONE, muted, spent, Optional.of(new Ending(outcome, exit)));
        return new Next(
                ended,
                List.of(new Effect.End(
                        outcome, ended.active(), ended.stepsDone(), plan.total(), brokenOff.map(Step::number))));
    }

    /** What this step came to, earlier attempts included: going back never loses time that was held. */
    Result resultSoFar(StepOutcome outcome) {
        long now = stage() == Stage.WORK ? attempt.inStage() : 0;
        var before = spent.getOrDefault(step().number(), new Result(step(), 0, Duration.ZERO, outcome));
        int done = before.done() + done();
        boolean enough = done >= Math.min(step().target(), step().range().low());
        // What hurt once stays on record as that, whatever another attempt came to.
        boolean hurt = outcome == StepOutcome.HURT || before.outcome() == StepOutcome.HURT;
        var how = hurt ? StepOutcome.HURT : enough ? StepOutcome.DONE : outcome;
        return new Result(step(), done, before.held().plusNanos(now), how);
    }

    Next press(Key key) {
        return new Press(this).of(key);
    }

    Next otherKey() {
        return new Press(this).ofNothing();
    }

    Next slept() {
        return pause(true, overlay);
    }

    Next cut(Exit exit) {
        return stop(Outcome.INTERRUPTED, exit);
    }

    Next pause(boolean on, Overlay over) {
        var held = new Session(plan, at, attempt, on, over, muted, spent, ending);
        return new Next(held, on == paused ? List.of() : List.of(new Effect.Pause(on)));
    }

    boolean underWay() {
        return stage() == Stage.WORK && attempt.inStage() > 0;
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
        return new Session(plan, at, attempt.in(Stage.READY), paused, overlay, muted, all, ending);
    }

    Session with(Attempt other) {
        return new Session(plan, at, other, paused, overlay, muted, spent, ending);
    }

    /** The same session at another moment of the stage that runs. */
    Session at(long inStage) {
        return with(attempt.after(inStage));
    }

    Session replanned(Plan other) {
        return new Session(other, at, attempt, paused, overlay, muted, spent, ending);
    }

    Session muted(boolean on) {
        return new Session(plan, at, attempt, paused, overlay, on, spent, ending);
    }

    Session over(Overlay other) {
        return new Session(plan, at, attempt, paused, other, muted, spent, ending);
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
