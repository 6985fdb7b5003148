package stretch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Model.OptionSpec;
import stretch.cli.options.CommandExample;

/** A name that is not known is an error, wherever one is taken, and never an empty result. */
@Tag("once")
class NamesTest {
    /** The labels in the help that stand for the name of something that there is. */
    private static final Set<String> NAMES = Set.of(
            "ROUTINE", "NAME", "SESSION", "ID", "TOPIC", "KEY", "WHAT", "OUTCOME", "COMMAND", "EXERCISE=EXERCISE");

    @TempDir
    Path home;

    /** A command line in which {@code NAME} stands for a name. */
    static Stream<String> places() {
        return CompletionScripts.model().subcommands().values().stream()
                .map(line -> line.getCommandSpec())
                .flatMap(command -> command.args().stream()
                        .filter(arg -> NAMES.contains(arg.paramLabel()))
                        // The one name that is given to something new.
                        .filter(arg -> !(arg instanceof OptionSpec option
                                && option.longestName().equals("--save")))
                        .map(arg -> arg instanceof OptionSpec option
                                ? CommandExample.of(command).substring("stretch ".length()) + " " + option.longestName()
                                        + "=" + (arg.paramLabel().contains("=") ? "hip-hinge=NAME" : "NAME")
                                : command.name() + " NAME"));
    }

    @ParameterizedTest
    @MethodSource("places")
    void an_unknown_name_is_an_error(String place) {
        var words = new ArrayList<>(List.of(place.split(" ", -1)));
        if (words.get(0).equals("edit")) {
            words.add("--note=x");
        }
        if (words.get(0).equals("render")) {
            words.addAll(
                    List.of("--sound=tone", "-o", home.resolve("session.wav").toString()));
        }
        var program = new CliRunner(home);
        for (int recorded = 0; recorded < 2; recorded++) {
            var ran = program.run(words.stream()
                    .map(word -> word.replace("NAME", "nosuch-name"))
                    .toArray(String[]::new));
            assertThat(ran.out()).isEmpty();
            assertThat(ran.err())
                    .startsWith("stretch: ")
                    .contains("nosuch-name")
                    .hasLineCount(1);
            assertThat(ran.code()).isEqualTo(2);
            program.run("add", "daily");
        }
    }

    @Test
    void what_it_may_have_been_is_said() {
        var program = new CliRunner(home);
        for (var command : List.of("history --routine=dayly", "export --routine=dayly", "stats dayly", "due dayly")) {
            assertThat(program.run(command.split(" ", -1)))
                    .isEqualTo(new CliRunner.CliResult(
                            2, "", "stretch: there is no routine 'dayly'; did you mean 'daily'?\n"));
        }
    }

    @Test
    void a_routine_that_left_the_catalogue_is_known_by_its_sessions() {
        var mine = program().file("mine.yaml", "routines:\n  bygone: {name: Bygone, steps: [hip-hinge]}\n");
        assertThat(program().run("add", "bygone", "--routines", mine.toString()).code())
                .isZero();
        assertThat(program().run("history", "--routine=bygone").out()).contains("bygone");
        assertThat(program().run("export", "--routine=bygone").out()).contains(",bygone,");
        assertThat(program().run("stats", "bygone").out()).contains("bygone");
        assertThat(program().run("history", "--routine=bygon").err())
                .isEqualTo("stretch: there is no routine 'bygon'; did you mean 'bygone'?\n");
        assertThat(program().run("export", "--routine=daily").out()).hasLineCount(1);
    }

    private CliRunner program() {
        return new CliRunner(home);
    }

    @Test
    void a_reminder_that_was_never_installed_of_a_routine_that_never_was_is_no_success() {
        var program = program().stub("crontab", "exit 0");
        assertThat(program.run("schedule", "nosuch", "--uninstall").code()).isEqualTo(2);
        assertThat(program.run("schedule", "daily", "--uninstall").code()).isZero();
        assertThat(program.run("schedule", "nosuch", "--list").code()).isEqualTo(2);
    }
}
