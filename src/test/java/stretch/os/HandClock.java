package stretch.os;

import java.time.Duration;

/** A clock that is moved by hand, and by whoever waits. */
public final class HandClock implements LoopClock {
    private long nanos;

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public long wallMillis() {
        return nanos / 1_000_000;
    }

    @Override
    public void await(long deadline) {
        nanos = Math.max(nanos, deadline);
    }

    /** Lets this much time pass. */
    public void pass(Duration time) {
        nanos += time.toNanos();
    }
}
