package stretch.session.loop;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import stretch.os.LoopClock;
import stretch.session.Effect;
import stretch.session.Effect.EffectHandler;
import stretch.session.Effect.SavedStep;
import stretch.session.Event;
import stretch.session.Key;
import stretch.session.Session;
import stretch.session.SessionRules;
import stretch.session.Transition;

/**
 * Leads a session from its first moment to its end: the only loop, and the only place where time comes in.
 *
 * @param recorder keeps the steps; it is asked before anybody is told of anything
 * @param handlers where effects go, in this order
 * @param speed how many times faster than real time, 1 or more
 */
public record SessionLoop(
        LoopClock clock, Console console, StepRecorder recorder, List<EffectHandler> handlers, int speed) {
    /** What has to happen a moment later happens ten times a second: strokes of a bell can be counted then. */
    private static final Duration TICK = Duration.ofMillis(100);

    /** Where nothing is to come by itself it is looked that often whether the machine slept. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    /** To wake later than this means that the process or the machine slept. */
    private static final Duration SUSPENDED = Duration.ofSeconds(2);

    /** Whatever sounds longer than this after the end is not worth waiting for: every cue is over by then. */
    private static final Duration LONGEST_LINGER = Duration.ofSeconds(15);

    public SessionLoop {
        handlers = List.copyOf(handlers);
    }

    /** Leads a session from its beginning to its end, and returns it as it ended. */
    public Session run(Transition beginning) {
        try {
            return leadOn(beginning);
        } finally {
            // However it ends: what still sounds is ended too.
            handlers.forEach(EffectHandler::shutDown);
        }
    }

    private Session leadOn(Transition beginning) {
        var session = perform(beginning);
        long last = clock.nanos();
        long lastWall = clock.wallMillis();
        long ticked = last;
        boolean more = false;
        while (session.ending().isEmpty()) {
            console.show(session);
            if (!more || last - ticked >= TICK.toNanos()) {
                more = tick();
                ticked = last;
            }
            long quiet = quiet(session);
            long deadline = last + (more ? Math.min(quiet, ticked + TICK.toNanos() - last) : quiet);
            clock.await(deadline);
            long now = clock.nanos();
            long wall = clock.wallMillis();
            // A suspended machine stops the monotonic clock, a stopped process does not: look at both.
            boolean slept = now - deadline > SUSPENDED.toNanos()
                    || wall - lastWall - (now - last) / 1_000_000 > SUSPENDED.toMillis();
            var passed = new Event.TimePassed(Duration.ofNanos((now - last) * speed));
            for (var event : slept ? afterSuspension() : List.of(passed)) {
                session = perform(SessionRules.on(session, event));
            }
            last = now;
            lastWall = wall;
            // Not beyond the end: a terminal that is gone says so each time that it is asked.
            for (var event = console.poll();
                    event.isPresent() && session.ending().isEmpty();
                    event = console.poll()) {
                session = perform(SessionRules.on(session, event.get()));
            }
        }
        linger(session, last);
        return session;
    }

    /** How long nothing happens by itself: until the script goes on, or the picture changes. */
    private long quiet(Session session) {
        if (session.paused()) {
            return LONGEST_WAIT.toNanos();
        }
        long elapsed = session.attempt().elapsed();
        long next = Math.min(session.stageScript().next(elapsed) - elapsed, console.unchanged(session));
        return Math.min(LONGEST_WAIT.toNanos(), (next + speed - 1) / speed);
    }

    /** Lets the last sounds out, and leaves a screen for a while to be read; any key cuts that short. */
    private void linger(Session session, long from) {
        long deadline = from;
        console.show(session);
        long until = from + console.lingerAfter(session).toNanos();
        long longest = from + LONGEST_LINGER.toNanos();
        while (deadline < longest && (tick() || deadline < until)) {
            deadline += TICK.toNanos();
            clock.await(deadline);
            if (console.poll().isPresent()) {
                return;
            }
        }
    }

    private boolean tick() {
        boolean more = recorder.tick();
        tell(Optional.empty());
        for (var handler : handlers) {
            more |= handler.tick();
        }
        return more;
    }

    /** Without a key to press, the session would wait for ever: it goes on, and the gap does not count. */
    private List<Event> afterSuspension() {
        var suspended = new Event.SystemSuspended();
        return console.hasKeys() ? List.of(suspended) : List.of(suspended, new Event.KeyPressed(Key.PAUSE));
    }

    private Session perform(Transition transition) {
        transition.effects().forEach(this::perform);
        return transition.session();
    }

    private void perform(Effect effect) {
        if (effect instanceof Effect.Save save) {
            recorder.save(save);
            tell(Optional.of(save));
        } else if (effect instanceof Effect.Told told) {
            told.perform(recorder);
            tell(Optional.empty());
            handlers.forEach(told::perform);
        }
    }

    /** Tells what is on disk by now; of that, this result is the one that the session has just come to. */
    private void tell(Optional<Effect.Save> current) {
        for (var save : recorder.saved()) {
            var saved = new SavedStep(save, !current.equals(Optional.of(save)));
            handlers.forEach(handler -> handler.stepFinished(saved));
        }
    }
}
