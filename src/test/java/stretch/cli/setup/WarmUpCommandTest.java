package stretch.cli.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stretch.cli.CliRunner;

@Tag("once")
class WarmUpCommandTest {
    /** It would end this process some minutes later. */
    @Test
    void its_patience_ends_with_it(@TempDir Path home) {
        assertThat(new CliRunner(home).run("warm-up", home + "/warm").code()).isZero();
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("patience");
    }
}
