package stretch.terminal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import stretch.os.ExitCode;
import stretch.session.Event;

/** Turns the signals that end a program into events; handlers only enqueue, the main thread does the rest. */
public final class Signals implements AutoCloseable {
    /** What a session may take to end in order: many times what a slow disk needs. Our choice. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /**
     * All signals that end a program and that Java lets us hear of, with the exit code for each. QUIT is Java's own:
     * the launcher passes it on as INT.
     */
    private static final Map<ExitCode, List<String>> ENDING = Map.of(
            ExitCode.INTERRUPT, List.of("INT"),
            ExitCode.HANGUP, List.of("HUP"),
            ExitCode.TERMINATED, List.of("TERM", "USR1", "USR2", "ALRM", "VTALRM", "PROF", "XCPU"));

    /** As a shell says of a program that was killed: after that the launcher gives the terminal back. */
    public static final int KILLED = 128 + 9;

    private final Consumer<ExitCode> told;
    private final Consumer<ExitCode> overdue;
    private final List<Runnable> asBefore;
    private volatile Optional<ExitCode> came = Optional.empty();

    /** From now on signals are told by the code with which each is to end the program, as while a question is open. */
    Signals(Consumer<ExitCode> told, Consumer<ExitCode> overdue) {
        this.told = told;
        this.overdue = overdue;
        this.asBefore = ENDING.entrySet().stream()
                .flatMap(each -> each.getValue().stream().map(name -> register(name, each.getKey())))
                .toList();
    }

    /**
     * From now on signals arrive in the inbox instead of killing the process, until this is closed, and have the thread
     * that called this look there.
     *
     * @param overdue ends the process if it is still there some seconds after a signal: a main thread that writes to a
     *     terminal which nobody reads never looks into its inbox
     */
    public static Signals into(Queue<Event> inbox, Consumer<ExitCode> overdue) {
        var loop = Thread.currentThread();
        return new Signals(
                exitCode -> {
                    inbox.add(new Event.Interrupted(exitCode));
                    LockSupport.unpark(loop);
                },
                overdue);
    }

    private Runnable register(String name, ExitCode exitCode) {
        var before = org.jline.utils.Signals.register(name, () -> cut(exitCode));
        return () -> org.jline.utils.Signals.unregister(name, before);
    }

    /** Ends the session, on a thread that may wait: each signal has one of its own. */
    void cut(ExitCode exitCode) {
        came = Optional.of(exitCode);
        told.accept(exitCode);
        try {
            Thread.sleep(PATIENCE.toMillis());
            overdue.accept(exitCode);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What came last, even if it was too late to end the session. */
    public Optional<ExitCode> came() {
        return came;
    }

    /** From now on Ctrl-C ends only the program that runs in front, such as a pager, which knows what to make of it. */
    public static void leaveInterruptToOthers() {
        org.jline.utils.Signals.register("INT", () -> {});
    }

    /** Runs when the process goes on after it was stopped. */
    static void whenContinued(Runnable then) {
        org.jline.utils.Signals.register("CONT", then);
    }

    /** Runs when the terminal has another size. */
    static void whenResized(Runnable then) {
        org.jline.utils.Signals.register("WINCH", then);
    }

    /** From now on signals do again what they did before. */
    @Override
    public void close() {
        asBefore.forEach(Runnable::run);
    }
}
