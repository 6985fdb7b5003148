package stretch.yaml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import stretch.Failure;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
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
    private static final Pattern NOTHING = Pattern.compile("~|null|Null|NULL|");
    private static final Pattern TRUTH = Pattern.compile("true|True|TRUE|false|False|FALSE");
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"
            + "|[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

    private final JsonParser parser;
    private final int[] source;
    private final Mistakes mistakes;

    private YamlTree(JsonParser parser, String text, Mistakes mistakes) {
        this.parser = parser;
        this.source = text.codePoints().toArray();
        this.mistakes = mistakes;
    }

    /**
     * Reads a file, 1 MB of UTF-8 at most, with or without a byte order mark.
     *
     * @return nothing for a file that is empty or holds only comments
     * @throws Failure with the mistakes so far, if the rest cannot be read; other mistakes are only noted
     */
    public static Optional<Node> parse(byte[] content, Mistakes mistakes) {
        var text = SourceText.of(content, mistakes);
        try (var parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            return new YamlTree(parser, text, mistakes).document();
        } catch (JacksonException | YamlEngineException e) {
            Syntax.explain(e, mistakes);
            throw mistakes.failure();
        }
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
        boolean empty = root instanceof Node.Scalar scalar && scalar.kind() == Node.Kind.NOTHING;
        return empty ? Optional.empty() : Optional.of(root);
    }

    private Node node(JsonToken token, int depth) {
        if (depth > DEEPEST) {
            throw stop("lists and keys lie more than " + DEEPEST + " deep in each other; make the file flatter");
        }
        refuseProperties();
        return switch (token) {
            case START_OBJECT -> mapping(depth);
            case START_ARRAY -> listing(depth);
            default -> new Node.Scalar(place(), parser.getString(), kind());
        };
    }

    private Node mapping(int depth) {
        var at = place();
        var pairs = new ArrayList<Node.Pair>();
        var seen = new HashSet<String>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            refuseProperties();
            var keyAt = place();
            var key = parser.currentName();
            var value = node(next(), depth + 1);
            if (key.equals("<<")) {
                mistakes.add(keyAt, "merge keys ('<<') are not taken; write the keys out");
            } else if (!seen.add(key)) {
                mistakes.add(keyAt, "the key " + Mistakes.quoted(key) + " is there twice; keep one of them");
            } else {
                pairs.add(new Node.Pair(keyAt, key, value));
            }
        }
        return new Node.Mapping(at, pairs);
    }

    private Node listing(int depth) {
        var at = place();
        var items = new ArrayList<Node>();
        for (var token = next(); token != JsonToken.END_ARRAY; token = next()) {
            items.add(node(token, depth + 1));
        }
        return new Node.Listing(at, items);
    }

    private JsonToken next() {
        @Nullable JsonToken token = parser.nextToken();
        return token == null ? JsonToken.END_ARRAY : token;
    }

    // The parser tells of anchors and tags unreliably (not those of nothing, and those of a list again for its first
    // item), but a token that has one begins with it, and plain text cannot begin with any of these.
    private void refuseProperties() {
        switch (firstCharacter()) {
            case '&' -> mistakes.add(place(), "anchors ('&') are not taken; write the value out where it is used");
            case '*' -> mistakes.add(place(), "aliases ('*') are not taken; write the value out");
            case '!' -> mistakes.add(place(), "tags ('!') are not taken; leave the tag out");
            default -> {}
        }
    }

    private Node.Kind kind() {
        var text = parser.getString();
        return switch (firstCharacter()) {
            case '*' -> Node.Kind.ALIAS;
            case '"', '\'', '|', '>' -> Node.Kind.TEXT;
            default ->
                NOTHING.matcher(text).matches()
                        ? Node.Kind.NOTHING
                        : TRUTH.matcher(text).matches()
                                ? Node.Kind.TRUTH
                                : NUMBER.matcher(text).matches() ? Node.Kind.NUMBER : Node.Kind.TEXT;
        };
    }

    /** The character that the current token begins with; 0 at the end of the file. */
    private int firstCharacter() {
        long offset = parser.currentTokenLocation().getCharOffset();
        return offset >= 0 && offset < source.length ? source[(int) offset] : 0;
    }

    private Place place() {
        return place(parser.currentTokenLocation());
    }

    static Place place(TokenStreamLocation location) {
        return new Place(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }

    private Failure stop(String what) {
        mistakes.add(place(), what);
        return mistakes.failure();
    }
}
