package stretch.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stretch.yaml.Node.Mapping;
import stretch.yaml.Node.Scalar;
import stretch.yaml.Node.Sequence;

class YamlTreeTest {
    private final Problems problems = new Problems("f");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "yes      | TEXT    | yes",
                "off      | TEXT    | off",
                "1:30     | TEXT    | 1:30",
                "010      | NUMBER  | 010",
                "0x1F     | NUMBER  | 0x1F",
                "-1.5e3   | NUMBER  | -1.5e3",
                "1e999    | NUMBER  | 1e999",
                ".inf     | NUMBER  | .inf",
                "1_000    | TEXT    | 1_000",
                "True     | BOOLEAN | True",
                "~        | NULL    | ~",
                "Null     | NULL    | Null",
                "''       | TEXT    | ``",
                "'5'      | TEXT    | 5",
                "\"null\" | TEXT    | null",
                "\"\\x41\"| TEXT    | A",
                "5 # five | NUMBER  | 5",
            })
    void takes_values_for_what_yaml_1_2_takes_them(String written, Node.ScalarKind kind, String text) {
        assertThat(written("- " + written)).isEqualTo("[" + kind + " " + text + "@1:3]@1:1");
        problems.throwIfAny();
    }

    @Test
    void every_key_and_value_knows_its_place() {
        assertThat(
                        written(
                                "a: 1\r\n\"b\":\r\n  - {c: x}\r\n  - |\r\n    long\r\n\u00e4\uD83D\uDE42: '\uD83D\uDE42' # end\r\nz:"))
                .isEqualTo("{a@1:1=NUMBER 1@1:4, b@2:1=[{c@3:6=TEXT x@3:9}@3:5, TEXT long\n@4:5]@3:3, "
                        + "\u00e4\uD83D\uDE42@6:1=TEXT \uD83D\uDE42@6:5, z@7:1=NULL @7:3}@1:1");
        problems.throwIfAny();
    }

    @Test
    void characters_that_take_two_are_read_wherever_they_stand() {
        for (int before = 1000; before < 2100; before++) {
            var text = "a: x\n#" + "d".repeat(before) + "\uD83D\uDCAA\uD83D\uDCAA\nb: \uD83D\uDCAA\n";
            assertThat(written(text)).endsWith("TEXT \uD83D\uDCAA@3:4}@1:1");
        }
    }

    @Test
    void nothing_is_there_in_an_empty_file() {
        for (var text : new String[] {"", "\uFEFF", "\n\n", "# only this\r\n", "---\n", "---\n...\n", "~"}) {
            assertThat(YamlTree.parse(text.getBytes(StandardCharsets.UTF_8), problems))
                    .as(text)
                    .isEmpty();
        }
        problems.throwIfAny();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a: &x 1         | 1:4: anchors",
                "&x a: 1         | 1:1: anchors",
                "b: {&x a: 1}    | 1:5: anchors",
                "a: *x           | 1:4: aliases",
                "a: [*x]         | 1:5: aliases",
                "a: !!str        | 1:4: tags",
                "!t {a: 1}       | 1:1: tags",
                "<<: {a: 1}      | 1:1: merge keys",
                "a: 1\\na: 2     | 2:1: the key 'a' appears twice",
                "a: 1\\n---\\nb: | 3:1: a second document",
                "--- a\\n--- b   | 2:5: a second document",
                "a: 1\\n---      | 2:4: a second document",
            })
    void refuses_what_means_something_else_than_it_says(String text, String mistake) {
        assertThatThrownBy(() -> {
                    written(text.replace("\\n", "\n"));
                    problems.throwIfAny();
                })
                .hasMessageStartingWith("f:" + mistake);
    }

    /** Of what the parser only sees further down, the place where it begins; and no word of the parser's own. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a: 1\\nb:2\\nc: 3          | 2:1: there is no ':' and space after this; write KEY: VALUE",
                "a: 1\\nb = 2\\nc: 3        | 2:1: there is no ':' and space after this; write KEY: VALUE",
                "a: 1\\nb:~2\\nc: 3         | 2:3: there is a non-breaking space where a space is needed; type a space",
                "a:\\n  b: 1\\n ~c: 2       | 3:2: there is a non-breaking space where a space is needed; type a space",
                "a:\\n-~b\\nc               | 2:2: there is a non-breaking space where a space is needed; type a space",
                "a: \"x ~: y\\nb: 1        | 1:4: the quoted text that starts here has no end; close it with the same quote",
                "a: {b: 1\\nc: 2            | 1:4: '{' has no '}' before 2:2; add it, or put text with brackets or quotes in it in quotes",
                "a:\\n  [b, c\\n            | 2:3: '[' has no ']' before 3:1; add it, or put text with brackets or quotes in it in quotes",
                "a: [{side} knee.]         | 1:12: there is no ',' or ']' before this; add it, or put text with brackets or quotes in it in quotes",
                "a: {b: 1]                 | 1:9: there is no ',' or '}' before this; add it, or put text with brackets or quotes in it in quotes",
                "a: [b,                    | 1:7: the file ends where a value is missing; close what is open",
                "a: {side} knee            | 1:11: this does not fit what is above it; correct the indentation, or put the whole text in quotes",
                "a: 'b' c                  | 1:8: this does not fit what is above it; correct the indentation, or put the whole text in quotes",
                "a:\\n  b: 1\\n c: 2        | 3:2: this does not fit what is above it; correct the indentation, or put the whole text in quotes",
                "a: 1\\n- b                 | 2:1: this does not fit what is above it; correct the indentation, or put the whole text in quotes",
                "a: - b                    | 1:4: an entry of a list cannot begin here; write '- ' on a line of its own, or [ONE, ANOTHER]",
                "a:\\n* b                   | 2:1: text cannot start with this character; put the text in quotes, or begin an entry of a list with '- '",
                "a: *b* c                  | 1:4: text cannot start with this character; put the text in quotes, or begin an entry of a list with '- '",
                "a: > 5 kg                 | 1:4: text cannot start with this character; put the text in quotes",
                "a: ]b                     | 1:4: text cannot start with this character; put the text in quotes",
                "a: %b                     | 1:4: text cannot start with this character; put the text in quotes",
                "a: \"C:\\d\"              | 1:8: a backslash cannot stand before this in double quotes; use single quotes",
            })
    void says_where_a_mistake_begins(String text, String mistake) {
        assertThatThrownBy(() -> written(text.replace("\\n", "\n").replace('~', '\u00A0')))
                .hasMessage("f:" + mistake);
    }

    @Test
    void keys_are_asked_for_one_by_one() {
        var tree = YamlTree.parse("sound: off\nvolume: 5\nsoond: bell\n".getBytes(StandardCharsets.UTF_8), problems);
        var fields = new MappingReader(SourcePosition.START, "the file", (Mapping) tree.orElseThrow(), problems);
        assertThat(fields.text("sound")).contains("off");
        assertThat(fields.text("volume")).isEmpty();
        assertThat(fields.text("colour")).isEmpty();
        assertThat(fields.requiredName("name")).isEmpty();
        fields.reportUnknown();
        assertThat(problems.failure().lines())
                .containsExactly(
                        "f:1:1: the file has no 'name'; add name: TEXT",
                        "f:2:9: 'volume' must be text, not a number; put it in quotes",
                        "f:3:1: there is no key 'soond'; did you mean 'sound'?");
    }

    private String written(String text) {
        return YamlTree.parse(text.getBytes(StandardCharsets.UTF_8), problems)
                .map(YamlTreeTest::show)
                .orElse("");
    }

    private static String show(Node node) {
        if (node instanceof Mapping mapping) {
            return mapping.pairs().stream()
                            .map(pair -> pair.key() + "@" + pair.position() + "=" + show(pair.value()))
                            .collect(Collectors.joining(", ", "{", "}@"))
                    + node.position();
        }
        if (node instanceof Sequence listing) {
            return listing.items().stream().map(YamlTreeTest::show).collect(Collectors.joining(", ", "[", "]@"))
                    + node.position();
        }
        return node instanceof Scalar scalar ? scalar.kind() + " " + scalar.text() + "@" + scalar.position() : "";
    }
}
