package stretch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import stretch.GoldenFiles;

/** Programmes as leaflets have them, from the file to the export. */
@Tag("once")
class ExampleProgrammesTest {
    private static final Path EXAMPLES = Path.of("docs/examples").toAbsolutePath();

    @TempDir
    private Path folder;

    static List<String> examples() {
        try (var files = Files.list(EXAMPLES)) {
            return files.map(file -> file.getFileName().toString().replace(".yaml", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CliRunner program(String home, String example) throws IOException {
        return new CliRunner(Files.createDirectories(folder.resolve(home)))
                .withCautionsRead()
                .env("STRETCH_ROUTINES", EXAMPLES.resolve(example + ".yaml").toString())
                .setTime("2026-11-21T08:00:00+01:00[Europe/Berlin]");
    }

    private static String out(CliRunner program, String... command) {
        var ran = program.run(command);
        assertThat(ran.err()).as(String.join(" ", command)).isEmpty();
        assertThat(ran.code()).as(String.join(" ", command)).isZero();
        return ran.out();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void is_checked_planned_tried_practised_and_told(String example) throws Exception {
        var program = program("one", example);
        assertThat(program.run("validate").code()).isZero();
        GoldenFiles.check("pages/example-" + example + "-dry-run.txt", out(program, "run", example, "--dry-run"));
        long steps = Pattern.compile("\"ready_seconds\"")
                .matcher(out(program, "run", example, "--dry-run", "--json"))
                .results()
                .count();

        assertThat(out(program, "run", example, "--rehearse", "--plain", "--quiet"))
                .contains("completed " + example + ": " + steps + " of " + steps + " steps");
        assertThat(out(program, "export", "--steps").lines()).hasSize(1);

        var ran = out(program, "run", example, "--plain", "--quiet");
        GoldenFiles.check(
                "pages/example-" + example + "-run.txt", ran.replaceAll("session [0-9a-f]{8}", "session ########"));
        var exported = out(program, "export", "--steps");
        GoldenFiles.check("pages/example-" + example + "-steps.csv", exported.replaceAll("(?m)^[0-9a-f-]{36},", "ID,"));
        assertThat(exported.lines()).hasSize((int) steps + 1);
        GoldenFiles.check(
                "pages/example-" + example + "-history.txt",
                out(program, "history", "last").replaceAll("[0-9a-f-]{36}", "ID"));
        assertThat(out(program, "stats")).contains(example);
        assertThat(out(program, "report", "-o", "-")).contains("<html");

        var copy = program("two", example);
        var whole = program.file("whole.json", out(program, "export", "--format", "json"));
        assertThat(copy.run("import", whole.toString()).code()).isZero();
        assertThat(out(copy, "export", "--steps")).isEqualTo(exported);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void its_sheet_has_a_card_for_each_exercise_however_many_sets(String example) throws Exception {
        var sheet = out(program("one", example), "figures", example);
        assertThat(sheet).contains("rest ");
        GoldenFiles.check(
                "pages/example-" + example + "-doses.txt",
                String.join(
                                "\n",
                                sheet.lines()
                                        .filter(line ->
                                                line.contains("class=\"dose\"") || line.contains("class=\"rounds\""))
                                        .map(String::strip)
                                        .toList())
                        + "\n");
    }
}
