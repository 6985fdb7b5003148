package stretch.cli.setup;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import stretch.cli.CommandContext;
import stretch.cli.CommandSpecBuilder;
import stretch.cli.OptionValue;

/** Puts a backup in the place of the record. */
public final class RestoreCommand implements Callable<Integer> {
    private final CommandContext context;
    private final OptionValue<Path> file;

    public RestoreCommand(CommandContext context, CommandSpecBuilder options) {
        this.context = context;
        options.about("Puts a backup in the place of the history. The history that was there is kept: as a backup, or"
                + " if it is damaged, as it is under another name.");
        file = options.argument("FILE", "a copy that 'stretch backup' made", Path.class);
    }

    @Override
    public Integer call() {
        var restored = context.backups().restore(file.get());
        var printer = context.printer();
        restored.backup().ifPresent(kept -> printer.line("kept the history that was there: " + kept));
        restored.aside().ifPresent(aside -> printer.line("moved the damaged history aside: " + aside));
        printer.line("restored " + context.historyFile() + " from " + file.get());
        return 0;
    }
}
