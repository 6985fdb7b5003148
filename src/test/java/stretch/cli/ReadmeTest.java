package stretch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The README tells the truth: its {@code $ stretch ...} examples are run from top to bottom, in one home folder.
 *
 * <p>In a fenced block each example is followed by exactly what it prints; a line {@code ...} stands for any lines. A
 * block of {@code yaml} is what the reader puts into routines.yaml at that point, and so does the test.
 */
class ReadmeTest {
    private static final Path README = Path.of("README.md");
    private static final String PROMPT = "$ stretch";
    private static final String ROUTINES = ".config/stretch/routines.yaml";

    @TempDir
    Path home;

    private CliRunner program;

    @BeforeEach
    void home() {
        program = new CliRunner(home).withCautionsRead();
    }

    /** What stands between two fences, and the word behind the first of them. */
    private record CodeBlock(String language, List<String> lines) {
        static List<CodeBlock> of(List<String> page) {
            var blocks = new ArrayList<CodeBlock>();
            CodeBlock open = null;
            for (var line : page) {
                if (!line.startsWith("```")) {
                    if (open != null) {
                        open.lines().add(line);
                    }
                } else if (open == null) {
                    open = new CodeBlock(line.substring(3).strip(), new ArrayList<>());
                } else {
                    blocks.add(open);
                    open = null;
                }
            }
            assertThat(open).as("a fence that is never closed").isNull();
            return blocks;
        }

        String text() {
            return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
        }
    }

    /** A command of the README and what it says that this prints. */
    private record ReadmeExample(String command, List<String> expected) {
        static List<ReadmeExample> of(CodeBlock block) {
            var examples = new ArrayList<ReadmeExample>();
            for (var line : block.lines()) {
                if (line.startsWith("$ ")) {
                    examples.add(new ReadmeExample(line, new ArrayList<>()));
                } else if (!examples.isEmpty()) {
                    examples.get(examples.size() - 1).expected().add(line);
                }
            }
            examples.removeIf(example -> !example.command().startsWith(PROMPT));
            return examples;
        }

        String[] arguments() {
            assertThat(command).as("quotes are not understood here").doesNotContain("'", "\"");
            var words = command.substring(PROMPT.length()).strip();
            return words.isEmpty() ? new String[0] : words.split("\\s+");
        }

        String text() {
            return expected.stream().map(line -> line + "\n").collect(Collectors.joining());
        }

        boolean allows(String printed) {
            var lines = expected.stream()
                    .map(line -> line.equals("...") ? "(?:.*\n)*?" : Pattern.quote(line + "\n"))
                    // The end of an id, which is what is shown of it, is random.
                    .map(line -> line.replace("5fd10165", "\\E[0-9a-f]{8}\\Q"))
                    .collect(Collectors.joining());
            return Pattern.matches(lines, printed);
        }
    }

    @Test
    void every_example_prints_what_the_readme_says() throws IOException {
        var ran = 0;
        var all = new SoftAssertions();
        for (var block : CodeBlock.of(Files.readAllLines(README))) {
            if (block.language().equals("yaml")) {
                program.file(ROUTINES, block.text());
            }
            for (var example : ReadmeExample.of(block)) {
                var printed = printed(example);
                if (!example.allows(printed)) {
                    all.assertThat(printed).as(example.command()).isEqualTo(example.text());
                }
                ran++;
            }
        }
        all.assertAll();
        assertThat(ran).as("examples in the README").isPositive();
    }

    /** Both outputs, results first, as if the home folder were that of the README. */
    private String printed(ReadmeExample example) {
        var ran = program.run(example.arguments());
        return (ran.out() + ran.err()).replace(home.toString(), "/home/you");
    }

    @Test
    void every_command_is_mentioned() throws IOException {
        var readme = Files.readString(README);
        assertThat(CommandRegistry.names())
                .allSatisfy(command -> assertThat(readme).contains("stretch " + command));
    }

    @Test
    void every_link_leads_somewhere() throws IOException {
        var links = Pattern.compile("]\\(([^)#:]+)\\)").matcher(Files.readString(README));
        assertThat(links.results().map(link -> Path.of(link.group(1))))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(file).exists());
    }
}
