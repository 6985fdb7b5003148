package stretch.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The Tab key in the shells themselves. */
@Tag("once")
class CompletionE2e {
    /** Words typed, a tab behind them, and the line that comes of it. */
    private static final String CASES = """
            stretch comp              | stretch completion
            stretch run dai           | stretch run daily
            stretch run qui           | stretch run quick
            stretch run hip-hinge glute | stretch run hip-hinge glute-bridge
            stretch run --reh         | stretch run --rehearse
            stretch run daily --them  | stretch run daily --theme
            stretch run --sound vo    | stretch run --sound voice
            stretch run --sound=vo    | stretch run --sound=voice
            stretch show hip-h        | stretch show hip-hinge
            stretch learn hams        | stretch learn hamstrings
            stretch history --outcome st  | stretch history --outcome stopped
            stretch validate my-r     | stretch validate my-routines.yaml
            stretch --db my-r         | stretch --db my-routines.yaml
            stretch --db x learn hams | stretch --db x learn hamstrings
            stretch completion z      | stretch completion zsh
            stretch config sound vo   | stretch config sound voice
            stretch config awa        | stretch config awake
            stretch run daily --avoid kne | stretch run daily --avoid kneeling
            stretch suggest --pattern sl  | stretch suggest --pattern sleepy-glutes
            stretch schedule --days mon-  | stretch schedule --days mon-fri
            stretch goal daily week   | stretch goal daily weekdays
            """;

    @TempDir
    Path folder;

    private Home home;

    @BeforeEach
    void home() throws IOException {
        home = new Home(folder);
        home.standIn("stretch", "exec '" + Home.STRETCH + "' \"$@\"");
        Files.createFile(folder.resolve("my-routines.yaml"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = CASES)
    void bash_completes(String typed, String line) throws Exception {
        assertThat(completedInBash(typed)).isEqualTo(line);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = CASES)
    void zsh_completes(String typed, String line) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/zsh")), "zsh is not installed");
        assertThat(completedInZsh(typed)).isEqualTo(line);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = CASES)
    void fish_completes(String typed, String line) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/fish")), "fish is not installed");
        var word = line.substring(line.lastIndexOf(' ') + 1);
        assertThat(offeredByFish(typed)).startsWith(word);
    }

    @Test
    void sessions_are_completed_by_id() throws Exception {
        home.run("add", "quick", "--at", "yesterday 08:00");
        var id = home.run("export").out().lines().toList().get(1).substring(28, 36);
        assertThat(completedInBash("stretch delete " + id.substring(0, 3))).isEqualTo("stretch delete " + id);
        if (Files.isExecutable(Path.of("/usr/bin/zsh"))) {
            assertThat(completedInZsh("stretch delete " + id.substring(0, 3))).isEqualTo("stretch delete " + id);
        }
        if (Files.isExecutable(Path.of("/usr/bin/fish"))) {
            assertThat(offeredByFish("stretch delete ")).contains(id + "\tquick");
        }
    }

    @Test
    void without_ids_nothing_is_said() throws Exception {
        Home.write(folder.resolve("broken.yaml"), "rootines: {}\n");
        home.environment().put("STRETCH_ROUTINES", folder.resolve("broken.yaml").toString());
        assertThat(completedInBash("stretch run dai")).isEqualTo("stretch run dai");
    }

    private String completedInBash(String typed) throws Exception {
        return completed(
                "bash --norc --noprofile -i",
                "bind 'set enable-bracketed-paste off'; eval \"$(stretch completion bash)\"",
                typed);
    }

    private String completedInZsh(String typed) throws Exception {
        return completed(
                "zsh -f -i",
                "unsetopt zle_bracketed_paste; bindkey -e; autoload -U compinit; compinit -u -D;"
                        + " eval \"$(stretch completion zsh)\"",
                typed);
    }

    /** Types in an interactive shell, presses tab, and has the shell print the line instead of running it. */
    private String completed(String shell, String prepare, String typed) throws Exception {
        var file = folder.resolve("completed");
        var command = "env TERM=dumb LC_ALL=C.UTF-8 PS1='$ ' " + shell;
        try (var running = home.inTerminal(command)) {
            running.type(prepare + "; echo rea''dy\r").await("ready\r\n");
            // Home, a command before what was typed, Enter; the shell reads it only when it is done with the tab.
            running.type(typed + "\t\001printf '%s\\n' \005 >" + file + "; echo do''ne\r")
                    .await("done\r\n");
            running.type("exit\r").end();
        }
        return String.join(" ", Files.readAllLines(file));
    }

    private String offeredByFish(String typed) throws Exception {
        home.environment().put("typed", typed);
        var ran = home.script("stretch completion fish >script.fish && fish --no-config"
                + " -c 'source script.fish; complete -C \"$typed\"'");
        assertThat(ran.err()).isEmpty();
        return ran.out();
    }
}
