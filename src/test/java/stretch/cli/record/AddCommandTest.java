package stretch.cli.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stretch.cli.CliRunner;

/** Sessions that were done elsewhere. */
class AddCommandTest {
    @TempDir
    private Path home;

    private CliRunner program;

    @BeforeEach
    void a_saturday() {
        program = new CliRunner(home).setTime("2026-11-21T12:00:00+01:00[Europe/Berlin]");
    }

    private String told(String... args) {
        var ran = program.run(args);
        assertThat(ran.code()).isZero();
        return ran.err().replaceAll("[0-9a-f]{8};", "--------;");
    }

    @Test
    void an_overlap_is_told_and_added_all_the_same() {
        assertThat(told("add", "daily", "--at", "8am", "--duration", "10m")).isEmpty();
        assertThat(told("add", "relief", "--at", "08:10", "--duration", "5m")).isEmpty();
        assertThat(told("add", "relief", "--at", "07:55", "--duration", "5m")).isEmpty();
        assertThat(told("add", "relief", "--at", "8:09 am", "--duration", "2m")).isEqualTo("""
                        it overlaps daily, 2026-11-21 08:00, session --------; 'stretch undo' removes what was added
                        it overlaps relief, 2026-11-21 08:10, session --------; 'stretch undo' removes what was added
                        """);
        assertThat(program.run("history", "--since", "saturday").out().lines()).hasSize(4);
        assertThat(told("add", "daily", "--at", "Friday 8pm", "--duration", "1h"))
                .isEmpty();
        assertThat(told("add", "relief", "--at", "friday 7:30pm", "--duration", "2h"))
                .contains("it overlaps daily, 2026-11-20 20:00");
        assertThat(program.run("history", "--until", "last month").err()).contains("nothing matches");
    }

    @Test
    void a_month_is_no_moment() {
        assertThat(program.run("add", "daily", "--at", "last month").err())
                .isEqualTo(
                        "stretch: --at: 'last month' is a whole month; name the day and the time, such as '2026-10-01 08:00'\n");
        assertThat(program.run("add", "daily", "--at", "friday").err())
                .isEqualTo("stretch: --at: 'friday' is a whole day; add the time, such as 'friday 08:00'\n");
    }
}
