package stretch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stretch.GoldenFiles;
import stretch.catalogue.read.CatalogueFile;
import stretch.cli.learn.FigureView;
import stretch.os.Environment;
import stretch.output.Printer;

/**
 * The worked examples of {@code docs/figures.md} are drawn as printed there.
 *
 * <p>{@code mvn test -Dtest=FiguresDocTest -Dgolden=write} draws them anew.
 */
class FiguresDocTest {
    private static final Path DOC = Path.of("docs/figures.md");

    @Test
    void each_worked_example_looks_like_the_drawing_below_it() throws Exception {
        int[] examples = {0};
        var drawn = Pattern.compile("(?s)(```yaml\n(.*?)```\n\n```\n).*?(```\n)")
                .matcher(Files.readString(DOC))
                .replaceAll(example -> {
                    examples[0]++;
                    return java.util.regex.Matcher.quoteReplacement(
                            example.group(1) + drawing(example.group(2)) + example.group(3));
                });
        GoldenFiles.check(DOC, drawn);
        assertThat(examples[0]).isEqualTo(3);
    }

    @Test
    void validate_draws_what_a_file_holds_and_show_draws_one(@TempDir Path home) throws Exception {
        var program = new CliRunner(home).withCautionsRead();
        var examples = Pattern.compile("(?s)```yaml\n(.*?)```\n\n```\n(.*?)```\n")
                .matcher(Files.readString(DOC))
                .results()
                .toList();
        for (var example : examples) {
            program.file(".config/stretch/routines.yaml", example.group(1));
            assertThat(program.run("validate").out()).contains("no mistakes").contains(example.group(2));
            assertThat(program.run("validate", "--quiet").out()).isEmpty();
            var id = example.group(1)
                    .lines()
                    .skip(1)
                    .findFirst()
                    .orElseThrow()
                    .strip()
                    .replace(":", "");
            assertThat(program.run("show", id).out()).contains(example.group(2));
        }
    }

    private static String drawing(String yaml) {
        var catalogue = CatalogueFile.layered(
                CatalogueFile.shipped(), Map.of(DOC.toString(), yaml.getBytes(StandardCharsets.UTF_8)));
        var id = yaml.lines().skip(1).findFirst().orElseThrow().strip().replace(":", "");
        var out = new ByteArrayOutputStream();
        var printer = new Printer(
                new PrintStream(out, true, StandardCharsets.UTF_8), false, Environment.StandardStreams.NONE);
        FigureView.print(printer, catalogue.exercises().get(id));
        return out.toString(StandardCharsets.UTF_8).replaceFirst("^\n", "");
    }
}
