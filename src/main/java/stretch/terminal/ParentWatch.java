package stretch.terminal;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import stretch.os.DaemonThread;
import stretch.os.ExitCode;

/**
 * Ends a session when the shell that it was started from is gone: the terminal is another's then, and nobody tells us.
 *
 * <p>Where that shell led the terminal's session there is a hang-up; under another shell, or in a script, there is none.
 */
public final class ParentWatch implements AutoCloseable {
    /** Soon enough for whoever types at the next prompt; each look takes microseconds. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    /** The launcher, and whoever started that. */
    private static final int GENERATIONS = 2;

    private final List<Long> before = parents();
    private final Thread thread;

    /** Watches until it is closed; what it sees goes where signals go, as a hang-up. */
    public ParentWatch(Signals signals) {
        thread = DaemonThread.start("parents", () -> watch(signals));
    }

    private static List<Long> parents() {
        return Stream.iterate(ProcessHandle.current().parent(), parent -> parent.flatMap(ProcessHandle::parent))
                .limit(GENERATIONS)
                .map(parent -> parent.map(ProcessHandle::pid).orElse(0L))
                .toList();
    }

    private void watch(Signals signals) {
        try {
            do {
                Thread.sleep(LOOK.toMillis());
            } while (before.equals(parents()));
            signals.cut(ExitCode.HANGUP);
        } catch (InterruptedException e) {
            // The session is over.
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
