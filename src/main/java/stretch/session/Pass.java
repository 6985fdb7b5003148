package stretch.session;

import java.util.ArrayList;
import java.util.List;
import stretch.catalogue.Kind;
import stretch.catalogue.StepOutcome;
import stretch.session.Attempt.Stage;

/** What time makes of a session that passes in it. */
record Pass(Session session) {
    Next of(long nanos) {
        var effects = new ArrayList<Effect>();
        var now = session;
        long rest = nanos;
        // From one boundary to the next, so that a long time does the same as many short ones.
        while (!now.paused() && now.ending().isEmpty()) {
            long boundary = new Pass(now).boundary();
            long toBoundary = boundary - now.attempt().inStage();
            if (rest < toBoundary) {
                return new Next(now.at(now.attempt().inStage() + rest), effects);
            }
            rest -= toBoundary;
            var reached = new Pass(now.at(boundary)).atBoundary();
            effects.addAll(reached.effects());
            now = reached.session();
        }
        return new Next(now, effects);
    }

    /** The next moment of this stage at which something happens, in nanoseconds from its start. */
    private long boundary() {
        long now = session.attempt().inStage();
        long end = length();
        if (session.stage() != Stage.WORK) {
            return end;
        }
        if (step().kind() != Kind.HOLD) {
            return Math.min(end, session.beat().end());
        }
        long second = step().unit().toNanos();
        long next = Math.min(end, (now / second + 1) * second);
        return session.attempt().halved() || now > end / 2 ? next : Math.min(next, end / 2);
    }

    private Next atBoundary() {
        if (session.stage() == Stage.READY) {
            return work();
        }
        if (session.stage() == Stage.HURT) {
            return session.moveTo(session.at() + 1);
        }
        if (session.attempt().inStage() >= length()) {
            return session.over(StepOutcome.DONE);
        }
        return step().kind() == Kind.HOLD
                ? second()
                : new Next(
                        session, Session.join(enough(), List.of(session.beat().effect(step(), session.attempt()))));
    }

    private Next work() {
        var working = session.with(session.attempt().in(Stage.WORK));
        var start = new Effect.Start(step());
        return new Next(
                working,
                step().kind() == Kind.HOLD
                        ? List.of(start)
                        : List.of(start, working.beat().effect(step(), session.attempt())));
    }

    /** A whole second of a hold, half of it, or both. */
    private Next second() {
        var effects = new ArrayList<Effect>();
        boolean half = !session.attempt().halved() && session.attempt().inStage() * 2 >= length();
        if (half) {
            effects.add(new Effect.HalfWay(step()));
        }
        if (isWhole()) {
            effects.add(
                    new Effect.Count(step(), session.done(), session.attempt().target() - session.done()));
            effects.addAll(enough());
        }
        return new Next(half ? session.with(session.attempt().half()) : session, effects);
    }

    /** At the low end of a range that is gone on with: that much would do. */
    private List<Effect> enough() {
        int low = step().range().low();
        int target = session.attempt().target();
        return isWhole() && session.done() == low && step().range().isOpen() && target > low
                ? List.of(new Effect.Enough(step(), target))
                : List.of();
    }

    /** Whether a second, a repetition or a breath is over just now. */
    private boolean isWhole() {
        return session.attempt().inStage() % step().unit().toNanos() == 0;
    }

    private Step step() {
        return session.step();
    }

    private long length() {
        return session.attempt().length(step()).toNanos();
    }
}
