package stretch.cli.record;

import java.util.concurrent.Callable;
import stretch.cli.CommandContext;
import stretch.cli.CommandSpecBuilder;
import stretch.cli.OptionValue;
import stretch.history.db.UuidV7;

/** Takes a session off the record. */
public final class DeleteCommand implements Callable<Integer> {
    private final CommandContext context;
    private final OptionValue<String> session;

    public DeleteCommand(CommandContext context, CommandSpecBuilder options) {
        this.context = context;
        options.about("Takes a session and its steps off the record; 'stretch undo' brings them back.");
        session = options.argument("SESSION", "its id, 4 characters or more of it, or last");
    }

    @Override
    public Integer call() {
        try (var history = context.recordToChange()) {
            var row = history.find(session.get());
            history.editor(context.world().clock()).delete(row);
            context.printer()
                    .line("deleted session " + UuidV7.shown(row.id()) + " (" + row.routine() + ", "
                            + row.startedAt().toLocalDate() + "); 'stretch undo' brings it back");
        }
        return 0;
    }
}
