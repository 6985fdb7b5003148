package stretch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.ArgSpec;
import stretch.GoldenFiles;

/** The completion scripts are those of today's command line; {@code -Dgolden=write} makes them anew. */
class CompletionScriptsTest {
    @TempDir
    Path home;

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void scripts_follow_the_command_line(String shell) {
        var scripts = CompletionScripts.ofTheProgram();
        var script = switch (shell) {
            case "bash" -> scripts.bash();
            case "zsh" -> scripts.zsh();
            default -> scripts.fish();
        };
        assertThat(script).doesNotContainPattern("@[a-z]+@");
        GoldenFiles.check(Path.of("src/main/resources/stretch/completion." + shell), script);
    }

    @Test
    void every_word_of_an_enum_is_offered() {
        for (var command : CompletionScripts.model().subcommands().values()) {
            var spec = command.getCommandSpec();
            if (CommandRegistry.isShown(spec.name())) {
                assertThat(spec.args())
                        .as(spec.name())
                        .filteredOn(arg -> arg.type().isEnum())
                        .allSatisfy(CompletionScriptsTest::offersAll);
            }
        }
    }

    private static void offersAll(ArgSpec arg) {
        assertThat(CompletionCandidates.of(arg).words())
                .as(arg.paramLabel())
                .hasSameSizeAs(arg.type().getEnumConstants());
    }

    @ParameterizedTest
    @CsvSource({
        "routines, daily, Daily",
        "exercises, hip-hinge, Hip hinge",
        "practices, daily, Daily",
        "practices, hip-hinge, Hip hinge",
        "lessons, hamstrings, Why not just reach for your toes?",
        "things, hamstrings, Why not just reach for your toes?",
        "patterns, sleepy-glutes, Weak or sleepy glutes",
        "avoidable, kneeling, ''",
        "avoidable, chair, ''",
    })
    void ids_come_with_what_they_stand_for(String kind, String id, String name) {
        var ran = new CliRunner(home).run("complete-ids", kind);
        assertThat(ran.out().lines()).contains(id + "\t" + name);
    }

    @Test
    void sessions_are_completed_the_newest_first() {
        var program = new CliRunner(home);
        assertThat(program.run("complete-ids", "sessions")).isEqualTo(new CliRunner.CliResult(0, "", ""));
        program.run("add", "daily", "--at", "yesterday 07:30");
        program.run("add", "full", "--at", "yesterday 08:30");
        assertThat(program.run("complete-ids", "sessions").out())
                .matches(
                        "[0-9a-f]{8}\tfull, 2026-11-20 08:30\n[0-9a-f]{8}\tdaily, 2026-11-20 07:30\nlast\tthe newest\n");
    }

    @Test
    void values_are_those_of_their_setting() {
        var program = new CliRunner(home);
        assertThat(program.run("complete-ids", "values", "sound").out()).isEqualTo("bell\t\ntone\t\nvoice\t\noff\t\n");
        assertThat(program.run("complete-ids", "values", "awake").out()).isEqualTo("true\t\nfalse\t\n");
        assertThat(program.run("complete-ids", "values", "avoid").out().lines()).contains("floor\t");
        assertThat(program.run("complete-ids", "values", "prepare").out()).isEmpty();
        assertThat(program.run("complete-ids", "values", "nothing").out()).isEmpty();
        // What stands before an id is of no matter.
        assertThat(program.run("complete-ids", "routines", "daily").out()).contains("daily\tDaily");
    }

    @Test
    void a_broken_file_says_nothing_behind_the_tab_key() {
        var program = new CliRunner(home);
        program.file(".config/stretch/routines.yaml", "rootines: {}\n");
        assertThat(program.run("complete-ids", "routines")).isEqualTo(new CliRunner.CliResult(78, "", ""));
    }
}
