package stretch.os.process;

import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import stretch.os.ExitCode;

/**
 * A program that was started and does not outlive this one: closing it ends it, with all that it started itself, and so
 * does a signal that ends us meanwhile.
 */
public final class ChildProcess implements AutoCloseable {
    private static final Set<Integer> ASKED =
            Set.of(ExitCode.HANGUP.code(), ExitCode.INTERRUPT.code(), ExitCode.TERMINATED.code());

    private final Process process;
    private final Consumer<ProcessHandle> ending;
    private final Thread hook = new Thread(this::end, "end of a child");

    private ChildProcess(Process process, Consumer<ProcessHandle> ending) {
        this.process = process;
        this.ending = ending;
    }

    /** Guards a program that holds nothing worth saving. */
    public static ChildProcess of(Process process) {
        return new ChildProcess(process, ProcessHandle::destroyForcibly).guarded();
    }

    /** Guards a program that has the terminal: it is asked to end, so that it gives the terminal back. */
    public static ChildProcess onTerminal(Process process) {
        return new ChildProcess(process, ProcessHandle::destroy).guarded();
    }

    private ChildProcess guarded() {
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException e) {
            // We are ending already.
            end();
        }
        return this;
    }

    /** Ends at once all that this process started and that still runs. */
    public static void endAll() {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    }

    /** Those below it are asked for first: without it nobody knows them. */
    private void end() {
        Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList()
                .forEach(ending);
    }

    /** Its streams and its exit code. */
    public Process process() {
        return process;
    }

    /** Waits for its end, so many milliseconds at most; answers whether it came. */
    public boolean ends(long millis) throws InterruptedException {
        return process.waitFor(millis, TimeUnit.MILLISECONDS);
    }

    /** Whether it was ended as we are, by a signal that came to us all; then it is not to blame. */
    public boolean wasAskedToEnd() {
        return !process.isAlive() && ASKED.contains(process.exitValue());
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // We are ending already, and the hook does the same.
        }
        end();
    }
}
