package stretch.cli.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import stretch.GoldenFiles;
import stretch.cli.CliRunner;

@Tag("once")
class SuggestCommandTest {
    private static final String ROUTINES = ".config/stretch/routines.yaml";
    private static final String SAVED = """
              back:
                name: Suggested
                when: "For stiff-hips, one-hip, by stretch suggest. Habit: both-hips."
                goal: none
                steps:
                  - chair-hip-flexor
                  - standing-reset
                  - knee-to-chest
                  - half-kneeling-hip-flexor
            """;

    @TempDir
    Path home;

    private CliRunner program;

    @BeforeEach
    void home() {
        program = new CliRunner(home);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "suggest | suggest",
                "suggest --pattern stiff-hips --pattern one-hip | suggest-two",
                "suggest --pattern sleepy-glutes --pattern over-arched --pattern rounded-lifting | suggest-three",
            })
    void pages_were_looked_at(String command, String golden) {
        for (int columns : new int[] {80, 40}) {
            var ran = program.columns(columns).run(command.split(" ", -1));
            assertThat(ran.code()).isZero();
            assertThat(ran.out().lines())
                    .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(columns));
            GoldenFiles.check("pages/" + golden + "-" + columns + ".txt", ran.out());
        }
    }

    @Test
    void json_has_each_exercise_with_its_why() {
        GoldenFiles.check(
                "pages/suggest.json",
                program.run("suggest", "--pattern", "one-hip", "--json").out());
        assertThat(program.run("suggest", "--json").out()).startsWith("{\"patterns\":[{\"id\":\"stiff-hips\",");
    }

    @Test
    void asks_at_a_terminal_saves_and_runs() {
        var ran = program.typing("y\nmaybe\nn\nno\nN\nYES\ny\ndaily\nback\nhourly\nmon,fri\ny\n")
                .run("suggest", "-q", "--color", "never");
        assertThat(ran.code()).isZero();
        assertThat(ran.err())
                .contains("1/5 Do the fronts of your hips feel stiff after sitting? [y/n] ")
                .contains("y or n, then Enter; q leaves")
                .contains("Save this as a routine of yours? [y/n] ");
        assertThat(home.resolve(ROUTINES)).hasContent("routines:\n" + SAVED.replace("goal: none", "goal: \"mon,fri\""));
        assertThat(ran.out()).contains("completed back: 7 of 7 steps");
        assertThat(program.run("history", "--json").out()).contains("\"routine\":\"back\"");
    }

    @Test
    void a_question_folds_between_words() {
        assertThat(program.columns(40).typing("q\n").run("suggest").err())
                .startsWith("1/5 Do the fronts of your hips\n  feel stiff after sitting? [y/n] ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "q\n",
                "y\nq\n",
                "y\n",
                "y\ny\ny\ny\ny\n",
                "y\ny\ny\ny\ny\nn\n",
                "y\nn\nn\nn\nn\ny\n",
                "n\nn\nn\nn\nn\ny\n"
            })
    void an_end_or_a_no_saves_nothing(String typed) {
        assertThat(program.typing(typed).run("suggest").code()).isZero();
        assertThat(home.resolve(".config")).doesNotExist();
    }

    @Test
    void saves_below_what_is_there_and_keeps_every_byte_of_it() throws IOException {
        program.run("init", "-q");
        var file = home.resolve(ROUTINES);
        var starter = Files.readString(file);
        var ran = save("back");
        assertThat(ran.err())
                .isEqualTo("saved in " + file
                        + "; 'stretch run back' runs it, 'stretch goal back daily' gives it a goal\n");
        assertThat(Files.readString(file)).isEqualTo(starter + "\n" + SAVED);
        assertThat(program.run("validate").code()).isZero();
        assertThat(program.run("run", "back", "--dry-run").out()).startsWith("back: 4 exercises, 7 steps");
        var dos = (starter + "# the end").replace("\n", "\r\n");
        program.file(ROUTINES, "\uFEFF" + dos);
        assertThat(save("back").code()).isZero();
        assertThat(Files.readString(file))
                .isEqualTo(
                        "\uFEFF" + dos.replace("# the end", "") + ("\n" + SAVED).replace("\n", "\r\n") + "# the end");
    }

    @Test
    void makes_the_file_that_an_option_or_the_environment_names() {
        var named = home.resolve("named.yaml");
        assertThat(program.run("suggest", "--pattern", "sleepy-glutes", "--save", "b", "--routines", named.toString())
                        .code())
                .isZero();
        var other = home.resolve("other.yaml");
        program.env("STRETCH_ROUTINES", other.toString());
        assertThat(program.run("suggest", "--pattern", "sleepy-glutes", "--save", "b", "--run", "-q")
                        .out())
                .contains("completed b: 1 of 1 steps");
        assertThat(named).hasSameTextualContentAs(other);
        assertThat(home.resolve(".config")).doesNotExist();
    }

    @Test
    void an_id_that_is_taken_or_none_is_refused_and_nothing_written() {
        var file = program.file(ROUTINES, "routines:\n  back: {name: Mine, steps: [hip-hinge]}\n");
        for (var id : new String[] {"back", "daily"}) {
            assertThat(save(id).err()).isEqualTo("stretch: there is a routine '" + id + "' already; give another id\n");
        }
        assertThat(save("My back").code()).isEqualTo(2);
        assertThat(file).hasContent("routines:\n  back: {name: Mine, steps: [hip-hinge]}\n");
        assertThat(home.resolve(".config/stretch")).isDirectoryNotContaining(path -> !path.equals(file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{routines: {a: {name: A, steps: [hip-hinge]}}}\n",
                "routines: {a: {name: A, steps: [hip-hinge]}}\n",
                "routines: {}\n",
                "routines:\n  {a: {name: A, steps: [hip-hinge]}}\n",
            })
    void what_cannot_be_extended_safely_is_left_as_it_is_with_what_to_write(String text) {
        var file = program.file(ROUTINES, text);
        var ran = save("back");
        assertThat(ran.code()).isEqualTo(78);
        assertThat(ran.err())
                .isEqualTo("stretch: " + file
                        + ": is written in a way that stretch cannot extend safely; put this below 'routines:' by hand: back: {name: Suggested, steps: [chair-hip-flexor, standing-reset,"
                        + " knee-to-chest, half-kneeling-hip-flexor]}\n");
        assertThat(file).hasContent(text);
    }

    @Test
    void a_file_with_mistakes_is_left_as_it_is() {
        var file = program.file(ROUTINES, "routines:\n\tback: 1\n");
        assertThat(save("x").code()).isEqualTo(78);
        assertThat(file).hasContent("routines:\n\tback: 1\n");
    }

    @Test
    void a_link_stays_a_link_even_to_a_file_that_is_still_to_be() throws IOException {
        var link = home.resolve(ROUTINES);
        Files.createDirectories(Objects.requireNonNull(link.getParent()));
        Files.createSymbolicLink(link, home.resolve("dotfiles.yaml"));
        assertThat(save("back").code()).isZero();
        assertThat(save("again").code()).isZero();
        assertThat(link).isSymbolicLink();
        assertThat(home.resolve("dotfiles.yaml")).content().contains("  back:\n", "  again:\n");
    }

    @Test
    void several_at_once_lose_none() {
        IntStream.range(0, 8)
                .parallel()
                .forEach(i -> assertThat(new CliRunner(home)
                                .run("suggest", "--pattern", "one-hip", "--save", "r" + i)
                                .code())
                        .isZero());
        assertThat(home.resolve(ROUTINES)).content().contains("r0:", "r1:", "r2:", "r3:", "r4:", "r5:", "r6:", "r7:");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "suggest --pattern stif-hips | there is no pattern 'stif-hips'; did you mean 'stiff-hips'?",
                "suggest --pattern xyzzy | there is no pattern 'xyzzy'; 'stretch suggest' lists them",
                "suggest --save x | there is nothing to save or run; give the patterns with --pattern ID",
                "suggest --pattern one-hip --run | --run works only with --save; add --save ID",
                "suggest --pattern one-hip --save x --run --json | --json and --run exclude each other; save it, then use 'stretch run'",
            })
    void mistakes(String command, String message) {
        assertThat(program.run(command.split(" ", -1)))
                .isEqualTo(new CliRunner.CliResult(2, "", "stretch: " + message + "\n"));
    }

    private CliRunner.CliResult save(String id) {
        return program.run("suggest", "--pattern", "one-hip", "--pattern", "stiff-hips", "--save", id);
    }
}
