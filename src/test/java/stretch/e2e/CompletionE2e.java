package stretch.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Tab key in the shells themselves. */
@Tag("once")
class CompletionE2e {
    /** Words typed, a tab behind them, and the line that comes of it. */
    private static final List<String> CASES = """
            stretch comp              | stretch completion
            stretch hel               | stretch help
            stretch help sched        | stretch help schedule
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
            """.lines().toList();

    private static final List<String> TYPED =
            CASES.stream().map(line -> line.split(" +\\| ", -1)[0]).toList();
    private static final List<String> COMPLETED =
            CASES.stream().map(line -> line.split(" +\\| ", -1)[1]).toList();

    @TempDir
    Path folder;

    private Home home;

    @BeforeEach
    void home() throws IOException {
        home = new Home(folder);
        home.standIn("stretch", "exec '" + Home.STRETCH + "' \"$@\"");
        Files.createFile(folder.resolve("my-routines.yaml"));
    }

    @Test
    void bash_completes() throws Exception {
        assertThat(completedInBash(TYPED)).isEqualTo(COMPLETED);
    }

    @Test
    void zsh_completes() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/zsh")), "zsh is not installed");
        assertThat(completedInZsh(TYPED)).isEqualTo(COMPLETED);
    }

    @Test
    void fish_completes() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/fish")), "fish is not installed");
        var offered = offeredByFish(TYPED);
        for (int i = 0; i < TYPED.size(); i++) {
            var line = COMPLETED.get(i);
            assertThat(offered.get(i)).as(line).startsWith(line.substring(line.lastIndexOf(' ') + 1));
        }
        assertThat(offeredByFish(List.of("stretch run --sound ", "stretch run --avoid ", "stretch add --at ")))
                .noneSatisfy(offer -> assertThat(offer).contains("my-routines.yaml"));
    }

    @Test
    void sessions_are_completed_by_id() throws Exception {
        home.run("add", "quick", "--at", "yesterday 08:00");
        var id = home.run("export").out().lines().toList().get(1).substring(28, 36);
        var typed = List.of("stretch delete " + id.substring(0, 3));
        var completed = List.of("stretch delete " + id);
        assertThat(completedInBash(typed)).isEqualTo(completed);
        if (Files.isExecutable(Path.of("/usr/bin/zsh"))) {
            assertThat(completedInZsh(typed)).isEqualTo(completed);
        }
        if (Files.isExecutable(Path.of("/usr/bin/fish"))) {
            assertThat(offeredByFish(List.of("stretch delete ")).get(0)).contains(id + "\tquick");
        }
    }

    @Test
    void without_ids_nothing_is_said() throws Exception {
        Home.write(folder.resolve("broken.yaml"), "rootines: {}\n");
        home.environment().put("STRETCH_ROUTINES", folder.resolve("broken.yaml").toString());
        assertThat(completedInBash(List.of("stretch run dai"))).containsExactly("stretch run dai");
    }

    private List<String> completedInBash(List<String> typed) throws Exception {
        return completed(
                "bash --norc --noprofile -i",
                "bind 'set enable-bracketed-paste off'; eval \"$(stretch completion bash)\"",
                typed);
    }

    private List<String> completedInZsh(List<String> typed) throws Exception {
        return completed(
                "zsh -f -i",
                "unsetopt zle_bracketed_paste; bindkey -e; autoload -U compinit; compinit -u -D;"
                        + " eval \"$(stretch completion zsh)\"",
                typed);
    }

    /** Types in an interactive shell, presses tab, and has the shell print each line instead of running it. */
    private List<String> completed(String shell, String prepare, List<String> typed) throws Exception {
        var file = folder.resolve("completed");
        Files.deleteIfExists(file);
        var command = "env TERM=dumb LC_ALL=C.UTF-8 PS1='$ ' " + shell;
        try (var running = home.inTerminal(command)) {
            running.type(prepare + "; echo rea''dy\r").await("ready\r\n");
            for (int i = 0; i < typed.size(); i++) {
                // Home, a command before what was typed, Enter; the shell reads it only when it is done with the tab.
                running.type(typed.get(i) + "\t\001echo \005 >>" + file + "; echo do''ne " + i + "\r")
                        .await("done " + i + "\r\n");
            }
            running.type("exit\r").end();
        }
        return Files.readAllLines(file);
    }

    /** What fish offers for each of these lines, one after the other. */
    private List<String> offeredByFish(List<String> typed) throws Exception {
        home.environment().put("typed", String.join("\n", typed));
        var ran = home.script(
                "stretch completion fish >script.fish && fish --no-config"
                        + " -c 'source script.fish; for line in (string split \\n \"$typed\"); complete -C $line; echo ,; end'");
        assertThat(ran.err()).isEmpty();
        return List.of(ran.out().split(",\n", -1));
    }
}
