package stretch.terminal;

import java.util.List;
import java.util.Queue;
import stretch.Exit;
import stretch.session.Event;

/** Turns the signals that end a program into events; handlers only enqueue, the main thread does the rest. */
public final class Signals {
    private Signals() {}

    /**
     * From now on INT, TERM and HUP arrive in the inbox instead of killing the process.
     *
     * @return what makes them do again what they did before
     */
    public static Runnable into(Queue<Event> inbox) {
        var back = List.of(
                register("INT", inbox, Exit.INTERRUPT),
                register("TERM", inbox, Exit.TERMINATED),
                register("HUP", inbox, Exit.HANGUP));
        return () -> back.forEach(Runnable::run);
    }

    /** From now on Ctrl-C ends only the program that runs in front, such as a pager, which knows what to make of it. */
    public static void leaveInterruptToOthers() {
        org.jline.utils.Signals.register("INT", () -> {});
    }

    /** Runs when the process goes on after it was stopped. */
    static void whenContinued(Runnable then) {
        org.jline.utils.Signals.register("CONT", then);
    }

    private static Runnable register(String name, Queue<Event> inbox, Exit exit) {
        var before = org.jline.utils.Signals.register(name, () -> inbox.add(new Event.Cut(exit)));
        return () -> org.jline.utils.Signals.unregister(name, before);
    }
}
