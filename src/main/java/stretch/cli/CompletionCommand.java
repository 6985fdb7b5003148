package stretch.cli;

import java.util.concurrent.Callable;

/** Prints a shell's completion script; the scripts are made from the command model by CompletionTest. */
final class CompletionCommand implements Callable<Integer> {
    /** The shells that have a script. */
    enum Shell {
        bash,
        zsh,
        fish
    }

    private final Desk desk;
    private final Given<Shell> shell;

    CompletionCommand(Desk desk, Syntax takes) {
        this.desk = desk;
        takes.about("Prints a script that has your shell complete commands, options and ids with the Tab key.");
        takes.footer(
                "%nbash: put this into ~/.bashrc:    eval \"$$(stretch completion bash)\"",
                "zsh:  after compinit in ~/.zshrc:  eval \"$$(stretch completion zsh)\"",
                "fish: stretch completion fish > ~/.config/fish/completions/stretch.fish");
        shell = takes.argument("bash|zsh|fish", "your shell", Shell.class);
    }

    @Override
    public Integer call() {
        desk.world().out().print(ReadyPage.completion(shell.get()));
        return 0;
    }
}
