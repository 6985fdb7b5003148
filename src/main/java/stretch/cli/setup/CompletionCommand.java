package stretch.cli.setup;

import stretch.cli.Command;
import stretch.cli.CommandContext;
import stretch.cli.PrerenderedHelp;
import stretch.cli.options.CommandSpecBuilder;
import stretch.cli.options.OptionValue;

/** Prints a shell's completion script; the scripts are made from the command model by CompletionScriptsTest. */
public final class CompletionCommand extends Command {
    public enum Shell {
        bash,
        zsh,
        fish
    }

    private final OptionValue<Shell> shell = options.argument("bash|zsh|fish", "your shell", Shell.class);

    public CompletionCommand(CommandContext context, CommandSpecBuilder options) {
        super(context, options);
        options.about("Prints a script with which your shell completes commands, options and ids.");
        options.example("eval \"$(stretch completion bash)\"", "for ~/.bashrc");
        options.example("eval \"$(stretch completion zsh)\"", "for ~/.zshrc, after compinit");
        options.example("stretch completion fish | source", "for ~/.config/fish/config.fish");
    }

    @Override
    public Integer call() {
        context.world().out().print(PrerenderedHelp.completion(shell.get()));
        return 0;
    }
}
