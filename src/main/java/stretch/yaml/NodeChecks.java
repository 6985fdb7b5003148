package stretch.yaml;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import stretch.text.Named;
import stretch.text.Words;
import stretch.yaml.Node.Mapping;
import stretch.yaml.Node.Scalar;
import stretch.yaml.Node.ScalarKind;
import stretch.yaml.Node.Sequence;

/**
 * Takes a value for what it should be; one that is something else is noted as a mistake and left out.
 *
 * <p>{@code name} says in messages what the value is, such as {@code 'hold'} or {@code a step}.
 */
public record NodeChecks(Problems problems) {
    /** The longest id, name or other single expression, in characters. */
    public static final int NAME = 200;

    /** Text that is not blank. */
    public Optional<String> text(Node node, String name) {
        if (node instanceof Scalar scalar && scalar.kind() == ScalarKind.TEXT) {
            if (scalar.text().isBlank()) {
                problems.add(node.position(), name + " is blank; write some text");
                return Optional.empty();
            }
            return Optional.of(scalar.text());
        }
        boolean quotable = node instanceof Scalar scalar
                && (scalar.kind() == ScalarKind.NUMBER || scalar.kind() == ScalarKind.BOOLEAN);
        return wrong(node, name, "text", quotable ? "put it in quotes" : "write one line of text");
    }

    /** Text of at most {@value #NAME} characters. */
    public Optional<String> name(Node node, String name) {
        var text = text(node, name);
        if (text.filter(t -> t.codePointCount(0, t.length()) > NAME).isPresent()) {
            problems.add(node.position(), name + " is longer than " + NAME + " characters; shorten it");
            return Optional.empty();
        }
        return text;
    }

    /**
     * What is written, text or number: for amounts and the like, which have a notation of their own.
     *
     * @param wanted what it should be, such as {@code a duration}
     * @param right what would be right, such as {@code write it like 30s}
     */
    public Optional<String> notation(Node node, String name, String wanted, String right) {
        return node instanceof Scalar scalar && (scalar.kind() == ScalarKind.NUMBER || scalar.kind() == ScalarKind.TEXT)
                ? Optional.of(scalar.text())
                : wrong(node, name, wanted, right);
    }

    /** A word of a fixed set; {@code kind} is what the set is of, such as {@code side}. */
    public <E extends Named> Optional<E> word(Node node, String name, String kind, E[] values) {
        return word(node, name, kind, values, "write one of " + String.join(", ", Words.of(values, E::id)));
    }

    /** The same, with what would be right in words of their own. */
    public <E extends Named> Optional<E> word(Node node, String name, String kind, E[] values, String right) {
        return text(node, name).flatMap(text -> {
            var found = Words.parse(values, E::id, text);
            if (found.isEmpty()) {
                problems.addUnknown(node.position(), kind, text, Words.of(values, E::id), right);
            }
            return found;
        });
    }

    /** What is read out of a notation; {@code before} begins the message of a reader that refuses it. */
    public <T> Optional<T> parsed(Node node, String before, Supplier<T> reader) {
        try {
            return Optional.of(reader.get());
        } catch (IllegalArgumentException e) {
            problems.add(node.position(), before + e.getMessage());
            return Optional.empty();
        }
    }

    /** The values of a list that has at least one. */
    public List<Node> someItems(Node node, String name) {
        var items = items(node, name);
        if (node instanceof Sequence && items.isEmpty()) {
            problems.add(node.position(), name + " is empty; list at least one");
        }
        return items;
    }

    /** The values of a list; none if it is no list. */
    public List<Node> items(Node node, String name) {
        if (node instanceof Sequence listing) {
            return listing.items();
        }
        wrong(node, name, "a list", "write [ONE, ANOTHER]");
        return List.of();
    }

    /** The keys of a mapping. */
    public Optional<Mapping> mapping(Node node, String name) {
        return node instanceof Mapping mapping
                ? Optional.of(mapping)
                : wrong(
                        node,
                        name,
                        "keys with values",
                        isNull(node) ? "indent KEY: VALUE below it" : "write KEY: VALUE");
    }

    private static boolean isNull(Node node) {
        return node instanceof Scalar scalar && scalar.kind() == ScalarKind.NULL;
    }

    private <T> Optional<T> wrong(Node node, String name, String wanted, String right) {
        if (isNull(node)) {
            problems.add(node.position(), name + " has no value; " + right + ", or remove it");
        } else if (!(node instanceof Scalar scalar && scalar.kind() == ScalarKind.ALIAS)) {
            problems.add(node.position(), name + " must be " + wanted + ", not " + form(node) + "; " + right);
        }
        return Optional.empty();
    }

    private static String form(Node node) {
        return node instanceof Scalar scalar
                ? scalar.kind().form
                : node instanceof Sequence ? "a list" : "keys with values";
    }
}
