package stretch.cli.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

    /** However long it was: what can be recorded can be exported, imported and checked. */
    @Test
    void a_session_of_a_day_is_accepted_everywhere_and_a_longer_one_nowhere() throws IOException {
        program.file(".config/stretch/routines.yaml", """
                exercises:
                  a: {name: A, position: standing, hold: 4h, sides: [right, left], setup: [Go.], feel: f}
                routines:
                  long: {name: L, steps: [a, a, a]}
                """);
        assertThat(told("add", "long", "--at", "2026-11-19T01:00")).isEmpty();
        assertThat(told("doctor")).isEmpty();
        var json = program.run("export", "--format", "json").out();
        assertThat(json).contains("\"active_seconds\":86400");
        var other = new CliRunner(Files.createDirectory(home.resolve("other")))
                .setTime("2026-11-21T12:00:00+01:00[Europe/Berlin]");
        var file = other.file("history.json", json).toString();
        assertThat(other.run("import", file).code()).isZero();
        var ran = program.run("add", "a", "a", "a", "a");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err())
                .isEqualTo("stretch: a+a+a+a lasts 32 h, longer than a session on record may; give --duration or"
                        + " --steps\n");
        assertThat(told("add", "a", "a", "a", "a", "--duration", "4h", "--at", "2026-11-20T02:00"))
                .isEmpty();
    }

    /** What a clock that was never set would put on record could not be read again, or not be found. */
    @ParameterizedTest
    @ValueSource(strings = {"add daily", "checkin --pain 1", "skip", "snooze 30m", "run daily", "import a.csv"})
    void nothing_is_recorded_by_a_clock_that_is_plainly_wrong(String command) {
        for (var time : List.of("1970-01-01T00:01:00Z[UTC]", "2200-12-31T23:00:00Z[UTC]")) {
            var ran = program.setTime(time).run(command.split(" "));
            assertThat(ran.code()).isEqualTo(75);
            assertThat(ran.err())
                    .isEqualTo("stretch: the clock of this machine says " + time.substring(0, 10)
                            + "; set it, and try again\n");
        }
        assertThat(home.resolve(".local/share/stretch/history.db")).doesNotExist();
    }
}
