package stretch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other programs on the search path. */
class ProgramsTest {
    @Test
    void the_first_that_is_there_is_found(@TempDir Path home) {
        var program = new Program(home)
                .standIn("pw-play", "true")
                .standIn("aplay", "true")
                .env("PATH", "/nowhere:" + home.resolve("programs"));

        assertThat(program.run("doctor").out()).contains("tones: pw-play; voice: none, install one of ");
        assertThat(program.without("PATH").run("doctor").out()).contains("tones: none, install one of ");
    }
}
