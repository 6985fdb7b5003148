package stretch.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlEditorTest {
    private static final String REFUSED = "refused";
    private static final List<String> ENTRY = List.of("  name: New", "  steps:", "    - hip-hinge");

    @ParameterizedTest(name = "{index}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                              | sound: off~",
                "# only a comment                | # only a comment~sound: off~",
                "sound: bell                     | sound: off",
                "sound:   bell   # loud~pace: slow~ | sound:   off   # loud~pace: slow~",
                "sound: \"be\\\"ll\" # x~            | sound: off # x~",
                "'sound' : 'it''s'~              | 'sound' : off~",
                "sound: [a, 'b]', \"]\"] # x~      | sound: off # x~",
                "sound:~  - a~  - c~~# next~pace: slow~ | sound: off~~# next~pace: slow~",
                "sound:~  - a~  # b~  - c~pace: slow~ | refused",
                "sound: [a, # b~  c]~            | refused",
                "sound: # why~  - a~pace: slow~  | sound: off # why~pace: slow~",
                "# sound: bell~~# pace: slow~    | # sound: bell~sound: off~~# pace: slow~",
                "#sound: bell                    | #sound: bell~sound: off~",
                "`  pace: slow~`                 | `  pace: slow~  sound: off~`",
                "---~pace: slow~...~             | ---~pace: slow~sound: off~...~",
                "pace: slow~~~                   | pace: slow~~~sound: off~",
                "avoid:~  - a~# sound: x~  - b~  | avoid:~  - a~# sound: x~  - b~sound: off~",
                "{pace: slow}                    | refused",
                "? sound~: bell~                 | refused",
                "sound: 'two~  lines' # x~pace: slow~ | refused",
                "sound: 'two~  lines'~pace: slow~ | sound: off~pace: slow~",
            })
    void sets_a_key_and_keeps_the_rest(String before, String after) {
        assertThat(set(before)).isEqualTo(after.replace('~', '\n'));
        if (!after.equals(REFUSED)) {
            assertThat(set(before.replace("~", "\r\n")))
                    .isEqualTo(after.replace("~", before.contains("~") ? "\r\n" : "\n"));
        }
        if (!before.isEmpty() && !after.equals(REFUSED)) {
            assertThat(set("\uFEFF" + before)).isEqualTo("\uFEFF" + after.replace('~', '\n'));
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "sound: bell | ''",
                "# a~sound: bell # x~# b~pace: slow~ | # a~# b~pace: slow~",
                "pace: slow~sound:~  - a~  - b~~# end | pace: slow~~# end",
                "pace: slow | pace: slow",
                "sound:~  - a # why~  - b~pace: slow~ | refused",
            })
    void takes_a_key_out_with_its_line(String before, String after) {
        assertThat(shown(text(before).without("sound"))).isEqualTo(after.replace('~', '\n'));
    }

    @Test
    void adds_an_entry_below_the_comments_of_the_last_one() {
        assertThat(add("routines:~    a: {name: A} # x~      # more of a~~# lessons~lessons: {}~"))
                .isEqualTo("""
                        routines:
                            a: {name: A} # x
                              # more of a

                            new:
                              name: New
                              steps:
                                - hip-hinge

                        # lessons
                        lessons: {}
                        """);
        assertThat(add("routines:~  a:~    name: A")).isEqualTo("""
                        routines:
                          a:
                            name: A

                          new:
                            name: New
                            steps:
                              - hip-hinge
                        """);
    }

    @Test
    void makes_a_section_that_is_not_there() {
        assertThat(add("")).startsWith("routines:\n  new:\n    name: New\n");
        assertThat(add("lessons: {}")).startsWith("lessons: {}\n\nroutines:\n  new:\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "routines: {}",
                "routines: {a: {name: A}}",
                "{routines: {a: 1}}",
                "routines:~  {a: {name: A}}",
                "routines:~  ? a~  : {name: A}~  ? b~  : |+~    x~~lessons: {}~"
            })
    void leaves_alone_what_it_cannot_extend(String before) {
        assertThat(add(before)).isEqualTo(REFUSED);
    }

    /** Files of every style: one stretch of text is put in, and around it not a byte is different. */
    @ParameterizedTest
    @MethodSource("samples")
    void adds_and_changes_nothing_else(Path sample) throws IOException {
        for (var newline : List.of("\n", "\r\n")) {
            var before = Files.readString(sample).replace("\n", newline);
            text(before).with("routines", "new", ENTRY).ifPresent(bytes -> {
                var after = new String(bytes, StandardCharsets.UTF_8);
                int head = 0;
                while (head < before.length() && before.charAt(head) == after.charAt(head)) {
                    head++;
                }
                assertThat(after).endsWith(before.substring(head));
                assertThat(after.substring(head)).contains("new:");
            });
        }
    }

    static List<Path> samples() throws IOException {
        try (var files = Files.list(Path.of("src/test/resources/good"))) {
            return Stream.concat(
                            files.sorted(),
                            Stream.of(
                                    Path.of("routines.yaml"),
                                    Path.of("src/main/resources/stretch/routines.starter.yaml")))
                    .toList();
        }
    }

    private static String set(String before) {
        return shown(text(before).with("sound", "off"));
    }

    private static String add(String before) {
        return shown(text(before).with("routines", "new", ENTRY));
    }

    private static YamlEditor text(String lines) {
        return new YamlEditor("x.yaml", lines.replace('~', '\n').getBytes(StandardCharsets.UTF_8));
    }

    private static String shown(Optional<byte[]> bytes) {
        return bytes.map(all -> new String(all, StandardCharsets.UTF_8)).orElse(REFUSED);
    }

    /** Of a block only the lines change whose entries differ; what that cannot keep is refused. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "g:~  # why~  a: daily  # not at weekends~s: x # y~ | g:~  # why~  a: daily  # not at weekends~  b: 'every, 3h'~s: x # y~",
                "g:~  # why~  a: daily                      | g:~  # why~  a: daily~  b: 'every, 3h'~",
                "g: # why~    b: none # was~    c: none~    a: daily~# end~ | g: # why~    b: 'every, 3h' # was~    a: daily~# end~",
                "g: {a: none} # why~                        | g: {a: daily, b: \"every, 3h\"} # why~",
                "g:~  a: [x]~                               | g:~  a: daily~  b: 'every, 3h'~",
                "g:~  # why~  a:~    - x~                   | refused",
                "g: {a: none, # why~    b: none}~           | refused",
            })
    void changes_a_block_line_by_line(String before, String after) {
        assertThat(shown(text(before).with("g", "{a: daily, b: \"every, 3h\"}")))
                .isEqualTo(after.replace('~', '\n'));
    }
}
