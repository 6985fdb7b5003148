package stretch.cli;

import java.util.concurrent.Callable;
import stretch.cli.options.CommandSpecBuilder;

/** A command: each option is declared by the field that holds it, in the order of the help; it answers with the exit code. */
public abstract class Command implements Callable<Integer> {
    protected final CommandContext context;

    /** What the command takes; for the fields of its options, which come before its constructor's own lines. */
    protected final CommandSpecBuilder options;

    protected Command(CommandContext context, CommandSpecBuilder options) {
        this.context = context;
        this.options = options;
    }
}
