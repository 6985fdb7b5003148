package stretch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stretch.cli.CliRunner.CliResult;

/** Text of others that would take over the terminal: it is shown, never obeyed. */
public class HostileTextTest {
    /** Sets the window's title, reddens, rings, turns the line round, and does it all again in 8-bit codes. */
    private static final String EVIL = "\\e]0;owned\\a\\e[31mRed\\u202Eder\\u2066\\u200F\\u009B2J\\u007F\\u2028";

    public static final String ROUTINES = """
            exercises:
              ill:
                name: "EVIL name"
                position: standing
                hold: 1s
                sides: [right, left]
                setup: ["EVIL setup"]
                cues: ["EVIL cue"]
                feel: "EVIL feel"
            routines:
              evil: {name: "EVIL routine", goal: daily, steps: [ill]}
            """.replace("EVIL", EVIL);

    private CliRunner program;
    private String file;

    @BeforeEach
    void program(@TempDir Path folder) {
        program = new CliRunner(folder).withCautionsRead();
        program.file(".config/stretch/routines.yaml", """
                exercises:
                  calf: {name: Calf stretch, position: standing, hold: 1s}
                routines:
                  quick: {name: Quick, steps: [calf]}
                """);
        file = program.file("evil.yaml", ROUTINES).toString();
    }

    private CliResult run(String arguments, String evil) {
        return program.run(Stream.of(arguments.split(" ", -1))
                .map(word -> word.replace("EVIL", evil))
                .toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "list",
                "list --json",
                "show ill",
                "show ill --json",
                "run evil --plain --prepare 0s --switch 0s",
                "run evil --dry-run",
                "run evil --dry-run --json",
                "remind evil",
                "due evil",
                "validate"
            })
    void names_and_texts_of_a_file(String command) throws Exception {
        var output = run("--routines EVIL " + command, file);

        assertThat(output.code()).as(output.err()).isZero();
        checkTame(output);
    }

    @Test
    void they_are_shown_in_words() throws Exception {
        assertThat(run("--routines EVIL show ill", file).out())
                .contains("<U+001B>]0;owned<U+0007><U+001B>[31mRed<U+202E>der");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\033[31m: 1\n",
                "routines:\n  evil: {name: \"\\e[31m\\a\", steps: [\"no\\e[31m\\u202Ene\"]}\n",
                "\"\\e[31m\\a\\u202E\": 1\n",
                "exercises:\n  \"\\e[31m\": {name: x, position: \"\\e[31m\\a\", hold: \"\\e[31m\\u202E\"}\n"
            })
    void mistakes_in_a_file(String broken) throws Exception {
        var faulty = program.file("broken.yaml", broken).toString();

        for (var command : List.of("list", "validate EVIL")) {
            var output = run("--routines EVIL " + command, faulty);
            assertThat(output.code()).as(output.out() + output.err()).isIn(65, 78);
            checkTame(output);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EVIL",
                "--EVIL",
                "show EVIL",
                "show quick --EVIL",
                "run EVIL",
                "run quick --hold EVIL",
                "run quick --sound EVIL",
                "run quick --swap EVIL",
                "run quick --swap calf=EVIL",
                "run quick --avoid EVIL",
                "list EVIL",
                "learn EVIL",
                "history EVIL",
                "history --since EVIL",
                "history --outcome EVIL",
                "export -o /nowhere/EVIL",
                "due EVIL",
                "validate EVIL",
                "--color EVIL list",
                "--routines EVIL list",
                "--config EVIL run quick",
                "--db /dev/null/EVIL run quick"
            })
    void arguments(String command) throws Exception {
        var output = run(command, "\033]0;owned\007\033[31mRed\u202e\u009b2J");

        assertThat(output.code()).isNotIn(0, 1, 70);
        assertThat(output.out()).isEmpty();
        assertThat(output.err()).startsWith("stretch: ").contains("<U+001B>");
        checkTame(output);
    }

    /** Nothing that moves, colours, rings, reorders or hides. */
    private static void checkTame(CliResult output) {
        assertThat(output.out() + output.err()).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\n]]");
    }
}
