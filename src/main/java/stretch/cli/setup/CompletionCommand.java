package stretch.cli.setup;

import java.util.concurrent.Callable;
import stretch.cli.CommandContext;
import stretch.cli.CommandSpecBuilder;
import stretch.cli.OptionValue;
import stretch.cli.PrerenderedHelp;

/** Prints a shell's completion script; the scripts are made from the command model by CompletionScriptsTest. */
public final class CompletionCommand implements Callable<Integer> {
    /** The shells that have a script. */
    public enum Shell {
        bash,
        zsh,
        fish
    }

    private final CommandContext context;
    private final OptionValue<Shell> shell;

    public CompletionCommand(CommandContext context, CommandSpecBuilder options) {
        this.context = context;
        options.about("Prints a script that has your shell complete commands, options and ids with the Tab key.");
        options.footer(
                "%nbash: put this into ~/.bashrc:    eval \"$$(stretch completion bash)\"",
                "zsh:  after compinit in ~/.zshrc:  eval \"$$(stretch completion zsh)\"",
                "fish: stretch completion fish > ~/.config/fish/completions/stretch.fish");
        shell = options.argument("bash|zsh|fish", "your shell", Shell.class);
    }

    @Override
    public Integer call() {
        context.world().out().print(PrerenderedHelp.completion(shell.get()));
        return 0;
    }
}
