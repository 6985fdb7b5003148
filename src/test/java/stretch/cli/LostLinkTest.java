package stretch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stretch.cli.CliRunner.CliResult;

/** What is behind a link to a disk that is not mounted just now is not taken for something that is not there. */
class LostLinkTest {
    private static final String LOST = "is a link that leads nowhere; mount or bring back what it leads to";

    @TempDir
    private Path home;

    private void lose(String link) throws Exception {
        var lost = home.resolve(link);
        Files.createDirectories(Objects.requireNonNull(lost.getParent()));
        Files.createSymbolicLink(lost, home.resolve("nowhere/at/all"));
    }

    /** What is said of a file that is, or is behind, such a link. */
    private String said(String file, String link) {
        return home.resolve(file) + ": "
                + (file.equals(link) ? "" : "is not there, because " + home.resolve(link) + " ") + LOST;
    }

    @ParameterizedTest
    @CsvSource({".local/share/stretch/history.db", ".local/share/stretch", ".local/share", ".local"})
    void no_empty_history(String link) throws Exception {
        lose(link);
        var program = new CliRunner(home);
        var why = said(".local/share/stretch/history.db", link) + ", or name another with --db\n";
        for (var command : new String[] {
            "history", "export", "due daily", "remind daily", "today", "stats", "backup", "undo --list", "add daily"
        }) {
            assertThat(program.run(command.split(" ", -1)))
                    .as(command)
                    .isEqualTo(new CliResult(78, "", "stretch: " + why));
        }
        assertThat(program.run("doctor").out()).contains("fix   history: " + why);
    }

    @ParameterizedTest
    @CsvSource({
        ".config/stretch/config.yaml, .config/stretch/config.yaml, due",
        ".config/stretch/routines.yaml, .config/stretch, due",
        ".config/stretch/routines.yaml, .config, due",
        ".config/stretch/routines.yaml, .config/stretch/routines.yaml, list",
        ".config/stretch/routines.d, .config/stretch/routines.d, list",
        ".config/stretch/hooks, .config/stretch/hooks, run hip-hinge --plain --prepare 0s",
    })
    void no_settings_routines_and_hooks_that_were_never_made(String file, String link, String command)
            throws Exception {
        lose(link);
        var program = new CliRunner(home).withCautionsRead();
        var ran = program.run(command.split(" ", -1));
        assertThat(ran).isEqualTo(new CliResult(78, "", "stretch: " + said(file, link) + "\n"));
        assertThat(program.run("doctor").out()).contains("fix ").contains(LOST);
    }
}
