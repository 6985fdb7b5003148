package stretch.cli.record;

import stretch.cli.Command;
import stretch.cli.CommandContext;
import stretch.cli.options.CommandSpecBuilder;
import stretch.cli.options.OptionValue;
import stretch.history.db.UuidV7;
import stretch.history.transfer.export.EntryJson;

/** Takes something off the record. */
public final class DeleteCommand extends Command {
    private final OptionValue<String> session = options.argument(
            "SESSION", "an id from 'stretch history', or four or more characters of it; last is the newest session");
    private final OptionValue<Boolean> json = options.flag("--json", "print JSON, for scripts");

    public DeleteCommand(CommandContext context, CommandSpecBuilder options) {
        super(context, options);
        options.about("Deletes a session, check-in, snooze or skip; 'stretch undo' brings it back.");
        options.example("stretch delete last", "the newest session");
        options.example("stretch delete ID", "any other, by its id");
    }

    @Override
    public Integer call() {
        try (var history = context.recordToChange()) {
            var entry = history.entry(session.get());
            var shown = EntryJson.whole(history, entry.id());
            history.editor(context.world().clock()).delete(entry);
            if (json.get()) {
                context.printer().json(shown);
                return 0;
            }
            context.printer()
                    .line("deleted " + entry.kind() + " " + UuidV7.shown(entry.id()) + " ("
                            + (entry.called().equals(entry.kind()) ? "" : entry.called() + ", ")
                            + entry.when().toLocalDate() + "); 'stretch undo' brings it back");
        }
        return 0;
    }
}
