package stretch.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stretch.cli.HostileTextTest;
import stretch.e2e.RunningProcess.Output;

/** Text of others that would take over the terminal is never obeyed; each way in is a row of {@code HostileTextTest}. */
@Tag("once")
class HostileE2e {
    private Home home;

    @BeforeEach
    void home(@TempDir Path folder) throws Exception {
        home = new Home(folder);
        Home.write(folder.resolve("evil.yaml"), HostileTextTest.ROUTINES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "show ill", "run evil --plain --prepare 0s --switch 0s"})
    void names_and_texts_of_a_file(String command) throws Exception {
        var output = home.script("\"$stretch\" --routines \"$HOME/evil.yaml\" " + command);

        assertThat(output.code()).as(output.err()).isZero();
        checkTame(output);
    }

    @Test
    void on_the_full_screen() throws Exception {
        try (var session =
                home.onTerminal("--routines \"$HOME/evil.yaml\" run evil --prepare 0s --switch 1h --sound off")) {
            session.await("CHANGE  LEFT SIDE").type("qq");
            assertThat(session.end().out())
                    .doesNotContain("\033]0;", "\033[31m", "\007", "\u202e", "\u2066", "\u009b", "\u2028");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"show EVIL", "run quick --hold EVIL", "--db /dev/null/EVIL run quick"})
    void arguments(String command) throws Exception {
        var evil = "$'\\e]0;owned\\a\\e[31mRed\\xe2\\x80\\xae\\xc2\\x9b2J'";

        var output = home.script("\"$stretch\" " + command.replace("EVIL", evil));

        assertThat(output.code()).isNotIn(0, 1, 70);
        assertThat(output.out()).isEmpty();
        assertThat(output.err()).startsWith("stretch: ").contains("<U+001B>");
        checkTame(output);
    }

    /** Nothing that moves, colours, rings, reorders or hides. */
    private static void checkTame(Output output) {
        assertThat(output.out() + output.err()).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\n]]");
    }
}
