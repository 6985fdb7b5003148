package stretch.os;

/** Time for what waits: a session goes by it. */
public interface LoopClock {
    /** Monotonic nanoseconds. */
    long nanos();

    /** Wall-clock milliseconds since 1970, to notice that the machine slept. */
    long wallMillis();

    /** Waits until the monotonic clock shows this; whoever unparks the thread has it go on at once. */
    void await(long nanos);
}
