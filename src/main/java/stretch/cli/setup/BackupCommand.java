package stretch.cli.setup;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import stretch.cli.CommandContext;
import stretch.cli.CommandSpecBuilder;
import stretch.cli.OptionValue;

/** Copies the record to a safe place. */
public final class BackupCommand implements Callable<Integer> {
    private final CommandContext context;
    private final OptionValue<Path> file;
    private final OptionValue<Boolean> force;

    public BackupCommand(CommandContext context, CommandSpecBuilder options) {
        this.context = context;
        options.about("Writes a verified copy of the history, also while a session runs, and prints where it is.");
        file = options.optional("FILE", "the copy; left out: a dated file in 'backups' beside the history", Path.class);
        force = options.flag("--force", "over a file that exists too");
    }

    @Override
    public Integer call() {
        var backups = context.backups();
        context.printer()
                .line((!file.isGiven() ? backups.backup() : backups.backup(file.get(), force.get())).toString());
        return 0;
    }
}
