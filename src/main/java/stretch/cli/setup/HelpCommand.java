package stretch.cli.setup;

import stretch.cli.Cli;
import stretch.cli.Command;
import stretch.cli.CommandContext;
import stretch.cli.options.CommandSpecBuilder;
import stretch.cli.options.OptionValue;

/** Explains a command, for those who know {@code git help}. */
public final class HelpCommand extends Command {
    private final OptionValue<String> command = options.optional("COMMAND", "the command");

    public HelpCommand(CommandContext context, CommandSpecBuilder options) {
        super(context, options);
        options.about("Explains a command, or lists all commands.");
    }

    @Override
    public Integer call() throws Exception {
        var color = "--color=" + context.common().color().get();
        return command.isGiven()
                ? Cli.run(context.world(), color, command.get(), "--help")
                : Cli.run(context.world(), color, "--help");
    }
}
