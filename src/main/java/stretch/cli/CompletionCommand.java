package stretch.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints a shell's completion script; the scripts are made from the command model by CompletionTest. */
@Command(
        name = "completion",
        description = "Prints a script that has your shell complete commands, options and ids with the Tab key.",
        footer = {
            "%nbash: put this into ~/.bashrc:    eval \"$$(stretch completion bash)\"",
            "zsh:  after compinit in ~/.zshrc:  eval \"$$(stretch completion zsh)\"",
            "fish: stretch completion fish > ~/.config/fish/completions/stretch.fish"
        })
final class CompletionCommand implements Callable<Integer> {
    /** The shells that have a script. */
    enum Shell {
        bash,
        zsh,
        fish
    }

    private final Desk desk;

    @Parameters(paramLabel = "bash|zsh|fish", description = "your shell")
    private @Nullable Shell shell;

    CompletionCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        var name = "/stretch/completion." + Objects.requireNonNull(shell).name();
        try (var in = Objects.requireNonNull(CompletionCommand.class.getResourceAsStream(name), name)) {
            desk.world().out().print(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return 0;
    }
}
