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
