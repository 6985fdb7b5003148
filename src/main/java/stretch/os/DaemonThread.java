package stretch.os;

/** A thread that does not keep the program from ending. */
public final class DaemonThread {
    private DaemonThread() {}

    public static Thread start(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Interrupts one, and waits for its end, at most so long; 0 is for ever. */
    public static void end(Thread thread, long millis) {
        thread.interrupt();
        try {
            thread.join(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
