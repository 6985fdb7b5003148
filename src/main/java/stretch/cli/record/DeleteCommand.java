package stretch.cli.record;

import java.util.concurrent.Callable;
import stretch.cli.CommandContext;
import stretch.cli.CommandSpecBuilder;
import stretch.cli.OptionValue;

/** Takes a session off the record. */
public final class DeleteCommand implements Callable<Integer> {
    private final CommandContext context;
    private final OptionValue<String> session;

    public DeleteCommand(CommandContext context, CommandSpecBuilder options) {
        this.context = context;
        options.about("Takes a session and its steps off the record; 'stretch undo' brings them back.");
        session = options.argument("SESSION", "its id or the first 4 characters of it, or last");
    }

    @Override
    public Integer call() {
        try (var history = context.recordToChange()) {
            var row = history.find(session.get());
            history.editor(context.world().clock()).delete(row);
            context.printer()
                    .line("deleted session " + row.id().substring(0, 8) + " (" + row.routine() + ", "
                            + row.startedAt().toLocalDate() + "); 'stretch undo' brings it back");
        }
        return 0;
    }
}
