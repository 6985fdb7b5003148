package stretch.yaml;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import stretch.os.UserError;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.yaml.YAMLFactory;

/**
 * Reads the one document of a YAML file into a tree.
 *
 * <p>Anchors, aliases, tags and merge keys are refused: they make a file mean something else than it says, and the
 * parser below would quietly read an alias as its own name.
 */
public final class YamlTree {
    private static final int DEEPEST = 32;
    private static final YAMLFactory FACTORY = new YAMLFactory();

    // What YAML 1.2's core schema takes for something else than text; the parser below knows only JSON's spellings.
    private static final Pattern NULL = Pattern.compile("~|null|Null|NULL|");
    private static final Pattern BOOLEAN = Pattern.compile("true|True|TRUE|false|False|FALSE");
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"
            + "|[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

    private final JsonParser parser;
    private final int[] source;
    private final Problems problems;

    private YamlTree(JsonParser parser, String text, Problems problems) {
        this.parser = parser;
        this.source = text.codePoints().toArray();
        this.problems = problems;
    }

    /**
     * Reads a file, 1 MB of UTF-8 at most, with or without a byte order mark.
     *
     * @return nothing for a file that is empty or holds only comments
     * @throws UserError with the mistakes so far, if the rest cannot be read; other mistakes are only noted
     */
    public static Optional<Node> parse(byte[] content, Problems problems) {
        var text = SourceText.of(content, problems);
        try (var parser = FACTORY.createParser(ObjectReadContext.empty(), wholeCharacters(text))) {
            return new YamlTree(parser, text, problems).document();
        } catch (JacksonException | YamlEngineException e) {
            ParseErrors.explain(e, text, problems);
            throw problems.failure();
        }
    }

    /** The parser reads beyond its buffer where that ends within a character that takes two. */
    private static Reader wholeCharacters(String text) {
        return new StringReader(text) {
            @Override
            public int read(char[] to, int from, int length) throws IOException {
                int count = super.read(to, from, length);
                boolean half = count > 1 && Character.isHighSurrogate(to[from + count - 1]);
                return half ? count + (int) skip(-1) : count;
            }
        };
    }

    private Optional<Node> document() {
        var first = parser.nextToken();
        if (first == null) {
            return Optional.empty();
        }
        var root = node(first, 1);
        if (parser.nextToken() != null) {
            throw stop("a second document begins here; keep one document in a file, without '---' between");
        }
        boolean empty = root instanceof Node.Scalar scalar && scalar.kind() == Node.ScalarKind.NULL;
        return empty ? Optional.empty() : Optional.of(root);
    }

    private Node node(JsonToken token, int depth) {
        if (depth > DEEPEST) {
            throw stop("lists and keys are nested more than " + DEEPEST + " levels deep; make the file flatter");
        }
        refuseProperties();
        return switch (token) {
            case START_OBJECT -> mapping(depth);
            case START_ARRAY -> sequence(depth);
            default -> new Node.Scalar(position(), known(parser.getString()), kind());
        };
    }

    private Node mapping(int depth) {
        var position = position();
        var pairs = new ArrayList<Node.Pair>();
        var seen = new HashSet<String>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            refuseProperties();
            var keyAt = position();
            var key = known(parser.currentName());
            var value = node(next(), depth + 1);
            if (key.equals("<<")) {
                problems.add(keyAt, "merge keys ('<<') are not supported; write the keys out");
            } else if (!seen.add(key)) {
                problems.add(keyAt, "the key " + Problems.quoted(key) + " appears twice; keep one of them");
            } else {
                pairs.add(new Node.Pair(keyAt, key, value));
            }
        }
        return new Node.Mapping(position, pairs);
    }

    private Node sequence(int depth) {
        var position = position();
        var items = new ArrayList<Node>();
        for (var token = next(); token != JsonToken.END_ARRAY; token = next()) {
            items.add(node(token, depth + 1));
        }
        return new Node.Sequence(position, items);
    }

    /** The text, of which no character is one that the history cannot keep: it ends at NUL, and UTF-8 has no half ones. */
    private String known(String text) {
        text.codePoints()
                .filter(c -> c == 0 || Character.getType(c) == Character.SURROGATE)
                .findFirst()
                .ifPresent(c -> problems.add(
                        position(),
                        String.format(Locale.ROOT, "the character U+%04X is not allowed; leave it out", c)));
        return text;
    }

    private JsonToken next() {
        @Nullable JsonToken token = parser.nextToken();
        return token == null ? JsonToken.END_ARRAY : token;
    }

    // The parser tells of anchors and tags unreliably (not those of nothing, and those of a list again for its first
    // item), but a token that has one begins with it, and plain text cannot begin with any of these.
    private void refuseProperties() {
        switch (firstCharacter()) {
            case '&' -> problems.add(position(), "anchors ('&') are not supported; write the value where it is used");
            case '*' -> problems.add(position(), "aliases ('*') are not supported; write the value itself");
            case '!' -> problems.add(position(), "tags ('!') are not supported; leave out the tag");
            default -> {}
        }
    }

    private Node.ScalarKind kind() {
        var text = parser.getString();
        return switch (firstCharacter()) {
            case '*' -> Node.ScalarKind.ALIAS;
            case '"', '\'', '|', '>' -> Node.ScalarKind.TEXT;
            default ->
                NULL.matcher(text).matches()
                        ? Node.ScalarKind.NULL
                        : BOOLEAN.matcher(text).matches()
                                ? Node.ScalarKind.BOOLEAN
                                : NUMBER.matcher(text).matches() ? Node.ScalarKind.NUMBER : Node.ScalarKind.TEXT;
        };
    }

    /** The character that the current token begins with; 0 at the end of the file. */
    private int firstCharacter() {
        long offset = parser.currentTokenLocation().getCharOffset();
        return offset >= 0 && offset < source.length ? source[(int) offset] : 0;
    }

    private SourcePosition position() {
        return ParseErrors.position(parser.currentTokenLocation());
    }

    private UserError stop(String what) {
        return problems.failure(position(), what);
    }
}
