package stretch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import stretch.config.Setting;

/**
 * The README and the documents tell the truth: their examples are run from top to bottom, each page in a home folder of
 * its own.
 *
 * <p>In a fenced block a line {@code $ stretch ...} is followed by exactly what it prints; a line {@code ...} stands for
 * any lines. A line {@code stretch ...} is an example too, of which it is only asked that it is used rightly. A block of
 * {@code yaml} is what the reader puts into routines.yaml at that point, and so does the test.
 */
@Tag("once")
class ReadmeTest {
    private static final Path README = Path.of("README.md");
    private static final String PROMPT = "$ stretch";
    private static final String BARE = "stretch ";
    private static final String ROUTINES = ".config/stretch/routines.yaml";
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]*)(?:#([^):]+))?\\)");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|\\S+");

    @TempDir
    Path home;

    static List<Path> pages() throws IOException {
        try (var files = Files.list(Path.of("docs"))) {
            var documents =
                    files.filter(file -> file.toString().endsWith(".md")).sorted();
            return Stream.concat(Stream.of(README), documents).toList();
        }
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

    /** A command of a page and what the page says that it prints; nothing where it does not say. */
    private record ReadmeExample(String command, Optional<List<String>> expected) {
        static List<ReadmeExample> of(CodeBlock block) {
            var examples = new ArrayList<ReadmeExample>();
            var printed = Optional.<List<String>>empty();
            for (var line : block.lines()) {
                if (line.startsWith("$ ")) {
                    printed = Optional.of(new ArrayList<>());
                    examples.add(new ReadmeExample(line, printed));
                } else if (printed.isPresent()) {
                    printed.get().add(line);
                } else if (line.startsWith(BARE)) {
                    examples.add(new ReadmeExample("$ " + line.replaceFirst("\\s+#.*", ""), Optional.empty()));
                }
            }
            examples.removeIf(example -> !example.command().startsWith(PROMPT));
            return examples;
        }

        /** As typed in the home folder, where the files of {@code -o} go. */
        String[] arguments(Path home) {
            assertThat(command).as("of quotes only \" is understood here").doesNotContain("'");
            return WORD.matcher(command.substring(PROMPT.length()).replace(" -o ", " -o " + home + "/"))
                    .results()
                    .map(word -> word.group(1) == null ? word.group() : word.group(1))
                    .toArray(String[]::new);
        }

        String text() {
            return expected.orElseThrow().stream().map(line -> line + "\n").collect(Collectors.joining());
        }

        /** Of what it asks for, there may be none here: a session to go on with, a terminal. */
        static boolean isUsedRightly(CliRunner.CliResult ran) {
            return ran.code() != 2
                    || ran.err().contains("nothing to resume")
                    || ran.err().contains("use a terminal");
        }

        boolean allows(String printed) {
            var lines = expected.orElseThrow().stream()
                    .map(line -> line.equals("...") ? "(?:.*\n)*?" : Pattern.quote(line + "\n"))
                    // The end of an id, which is what is shown of it, is random.
                    .map(line -> line.replace("5fd10165", "\\E[0-9a-f]{8}\\Q"))
                    .collect(Collectors.joining());
            return Pattern.matches(lines, printed);
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_example_does_what_the_page_says(Path page) throws IOException {
        var program = new CliRunner(home).withCautionsRead().stub("crontab", "cat >/dev/null");
        var all = new SoftAssertions();
        for (var block : CodeBlock.of(Files.readAllLines(page))) {
            if (block.language().equals("yaml")) {
                program.file(ROUTINES, block.text());
            }
            for (var example : ReadmeExample.of(block)) {
                var ran = program.run(example.arguments(home));
                var printed = (ran.out() + ran.err()).replace(home.toString(), "/home/you");
                if (example.expected().isEmpty()) {
                    all.assertThat(ran).as(example.command()).matches(ReadmeExample::isUsedRightly);
                } else if (!example.allows(printed)) {
                    all.assertThat(printed).as(example.command()).isEqualTo(example.text());
                }
            }
        }
        all.assertAll();
    }

    @Test
    void every_command_is_mentioned() throws IOException {
        var text = new StringBuilder();
        for (var page : pages()) {
            text.append(Files.readString(page));
        }
        assertThat(CommandRegistry.names())
                .allSatisfy(command -> assertThat(text).contains("stretch " + command));
    }

    @Test
    void every_setting_is_in_its_table() throws IOException {
        var table = Files.readString(Path.of("docs/settings.md"));
        assertThat(Setting.keys()).allSatisfy(key -> assertThat(table).contains("| `" + key + "` |"));
    }

    @Test
    void the_readme_is_short() throws IOException {
        assertThat(Files.readAllLines(README)).hasSizeLessThanOrEqualTo(180);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_link_leads_somewhere(Path page) throws IOException {
        var links = LINK.matcher(Files.readString(page)).results().toList();
        assertThat(links).allSatisfy(link -> {
            var target = link.group(1).isEmpty()
                    ? page
                    : page.resolveSibling(link.group(1)).normalize();
            assertThat(target).exists();
            if (link.group(2) != null) {
                var headings = Files.readAllLines(target).stream()
                        .filter(line -> line.startsWith("#"))
                        .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
                        .map(line -> line.replaceAll("[^a-z0-9_ -]", "").replace(' ', '-'));
                assertThat(headings).as(link.group()).contains(link.group(2));
            }
        });
    }
}
