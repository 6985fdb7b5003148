package stretch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import stretch.GoldenFiles;

/** The man pages say what the program does today; {@code -Dgolden=write} makes them anew. */
@Tag("once")
class ManPagesTest {
    private static final Path FOLDER = Path.of("src/main/man");

    static Set<String> pages() {
        return ManPages.pages().keySet();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void pages_follow_the_program(String name) {
        var page = ManPages.pages().get(name);
        assertThat(page).doesNotContainPattern("(?m)^@");
        GoldenFiles.check(FOLDER.resolve(name), page);
    }

    @Test
    void no_page_is_left_of_what_is_gone() throws IOException {
        try (var files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(pages());
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void man_has_nothing_to_say_against_them(String name) throws Exception {
        assumeTrue(isInstalled("mandb"), "man-db is not installed; other kinds of man have no --warnings");
        var ran = run(List.of("man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", FOLDER.resolve(name) + ""));
        assertThat(ran).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void mandoc_has_nothing_to_say_against_them(String name) throws Exception {
        assumeTrue(isInstalled("mandoc"), "mandoc is not installed");
        assertThat(run(List.of("mandoc", "-T", "lint", "-W", "warning", FOLDER.resolve(name) + "")))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void pages_fit_a_terminal(String name) throws Exception {
        assumeTrue(isInstalled("mandoc"), "mandoc is not installed");
        assertThat(run(List.of("mandoc", "-T", "utf8", "-O", "width=78", FOLDER.resolve(name) + "")))
                .isNotEmpty()
                .satisfies(page -> assertThat(page.lines())
                        .allSatisfy(
                                line -> assertThat(line.replaceAll(".\b", "")).hasSizeLessThanOrEqualTo(80)));
    }

    private static boolean isInstalled(String program) {
        return Stream.of("/usr/bin", "/bin", "/usr/local/bin")
                .anyMatch(bin -> Files.isExecutable(Path.of(bin, program)));
    }

    /** What a checker says; what man prints as the page itself does not count. */
    private static String run(List<String> command) throws Exception {
        var builder = new ProcessBuilder(command);
        boolean man = command.get(0).equals("man");
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.redirectOutput(man ? ProcessBuilder.Redirect.DISCARD : ProcessBuilder.Redirect.PIPE);
        builder.redirectErrorStream(!man);
        var process = builder.start();
        var stream = man ? process.getErrorStream() : process.getInputStream();
        var said = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
