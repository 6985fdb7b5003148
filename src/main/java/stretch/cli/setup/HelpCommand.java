package stretch.cli.setup;

import java.util.concurrent.Callable;
import stretch.cli.Cli;
import stretch.cli.CommandContext;
import stretch.cli.options.CommandSpecBuilder;
import stretch.cli.options.OptionValue;

/** Explains a command, for those who know {@code git help}. */
public final class HelpCommand implements Callable<Integer> {
    private final CommandContext context;
    private final OptionValue<String> command;

    public HelpCommand(CommandContext context, CommandSpecBuilder options) {
        this.context = context;
        options.about("Explains a command, or lists all commands.");
        command = options.optional("COMMAND", "the command");
    }

    @Override
    public Integer call() throws Exception {
        var color = "--color=" + context.common().color();
        return command.isGiven()
                ? Cli.run(context.world(), color, command.get(), "--help")
                : Cli.run(context.world(), color, "--help");
    }
}
