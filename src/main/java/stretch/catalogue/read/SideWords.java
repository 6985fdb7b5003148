package stretch.catalogue.read;

import java.util.List;
import java.util.regex.Pattern;
import stretch.text.DidYouMean;
import stretch.yaml.MappingReader;
import stretch.yaml.Node;
import stretch.yaml.Problems;

/** Texts in which {@code {side}} and {@code {other}} stand for left and right; mistyped, they would be read out as they are. */
final class SideWords {
    private static final List<String> WORDS = List.of("side", "other");

    private static final Pattern BRACES = Pattern.compile("\\{+([^{}]*)}+");

    private SideWords() {}

    /** A list of such texts that may be missing. */
    static List<String> texts(MappingReader fields, String key) {
        return fields.texts(key, (item, text) -> check(fields, item, text));
    }

    /** One of them that may be missing; empty if it is. */
    static String text(MappingReader fields, String key) {
        var text = fields.text(key);
        fields.optional(key).ifPresent(pair -> check(fields, pair.value(), text));
        return text;
    }

    private static void check(MappingReader fields, Node node, String text) {
        BRACES.matcher(text)
                .results()
                .filter(found ->
                        !WORDS.contains(found.group().substring(1, found.group().length() - 1)))
                .forEach(found -> DidYouMean.among(WORDS, found.group(1).strip())
                        .ifPresent(word -> fields.mistake(
                                node.position(),
                                Problems.quoted(found.group()) + " is not replaced by a side; write {" + word + "}")));
    }
}
