package stretch.os;

/** Time for what waits: a session goes by it. */
public interface LoopClock {
    /** Monotonic nanoseconds. */
    long nanos();

    /** Wall-clock milliseconds since 1970, to notice that the machine slept. */
    long wallMillis();

    /** Waits until the monotonic clock shows this. */
    void await(long nanos);
}
