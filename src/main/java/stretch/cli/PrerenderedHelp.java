package stretch.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import stretch.cli.setup.CompletionCommand;
import stretch.text.Words;

/** Pages that are made with the program, so that showing one takes no more than printing it. */
public final class PrerenderedHelp {
    /** How wide the help is made: as wide as what is no terminal. */
    private static final int COLUMNS = 80;

    static final List<String> HELP = List.of("-h", "--help");

    private PrerenderedHelp() {}

    /** What answers these words; none where that has to be found out. */
    static @Nullable String of(int columns, String... words) {
        if (words.length == 0 || words.length > 2) {
            return null;
        }
        var last = words[words.length - 1];
        if (columns == COLUMNS && HELP.contains(last)) {
            return words.length == 1 ? help("stretch") : CommandRegistry.isShown(words[0]) ? help(words[0]) : null;
        }
        if (words.length == 2 && words[0].equals("completion")) {
            return Words.parse(CompletionCommand.Shell.values(), CompletionCommand.Shell::name, last)
                    .map(PrerenderedHelp::completion)
                    .orElse(null);
        }
        return null;
    }

    public static String completion(CompletionCommand.Shell shell) {
        return text("completion." + shell.name());
    }

    private static String help(String command) {
        return text("help/" + command + ".txt");
    }

    private static String text(String name) {
        try (var in = Objects.requireNonNull(PrerenderedHelp.class.getResourceAsStream("/stretch/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
