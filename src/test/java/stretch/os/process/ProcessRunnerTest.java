package stretch.os.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stretch.cli.CliRunner;

/** Other programs on the search path. */
class ProcessRunnerTest {
    @Test
    void the_first_that_is_there_is_found(@TempDir Path home) {
        var program = new CliRunner(home)
                .stub("pw-play", "true")
                .stub("aplay", "true")
                .env("PATH", "/nowhere:" + home.resolve("programs"));

        assertThat(program.run("doctor").out())
                .contains("tones: " + home.resolve("programs/pw-play") + "; voice: none, install one of ");
        assertThat(program.without("PATH").run("doctor").out()).contains("tones: none, install one of ");
    }

    @Test
    void relative_entries_of_the_search_path_are_passed_over(@TempDir Path home) {
        var path = "..:bin:" + Path.of("").toAbsolutePath().relativize(home.resolve("programs")) + "::";
        var program = new CliRunner(home).stub("paplay", "true").env("PATH", path);

        assertThat(program.run("doctor").out()).contains("tones: none, install one of ");
    }

    @Test
    void what_they_start_in_turn_is_found_as_they_are(@TempDir Path home) {
        var sees = home.resolve("sees");
        new CliRunner(home)
                .stub("notify-send", "echo \"$PATH\" >" + sees)
                .env("PATH", ".:" + home.resolve("programs") + ":bin:/bin:")
                .run("remind", "--notify");

        assertThat(sees).hasContent(home.resolve("programs") + ":/bin");
    }
}
