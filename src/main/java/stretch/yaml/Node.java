package stretch.yaml;

import java.util.List;
import java.util.Optional;

/** One value of a YAML file, and where it stands. */
public sealed interface Node {
    SourcePosition position();

    /** The same value, and all that is in it, as if it stood there. */
    Node at(SourcePosition other);

    /** Keys with values, in the order of the file; each key once. */
    record Mapping(SourcePosition position, List<Pair> pairs) implements Node {
        public Mapping {
            pairs = List.copyOf(pairs);
        }

        public Optional<Pair> pair(String key) {
            return pairs.stream().filter(pair -> pair.key().equals(key)).findFirst();
        }

        @Override
        public Mapping at(SourcePosition other) {
            return new Mapping(other, pairs.stream().map(pair -> pair.at(other)).toList());
        }
    }

    /** A key with its value; the place is the key's. */
    record Pair(SourcePosition position, String key, Node value) {
        /** The same as if it stood there. */
        public Pair at(SourcePosition other) {
            return new Pair(other, key, value.at(other));
        }
    }

    /** Values in a row. */
    record Sequence(SourcePosition position, List<Node> items) implements Node {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public Sequence at(SourcePosition other) {
            return new Sequence(
                    other, items.stream().map(item -> item.at(other)).toList());
        }
    }

    /** A single value: its text as written, quotes and escapes resolved, and what YAML 1.2 takes it for. */
    record Scalar(SourcePosition position, String text, ScalarKind kind) implements Node {
        @Override
        public Scalar at(SourcePosition other) {
            return new Scalar(other, text, kind);
        }
    }

    /** What a single value is; whatever stands in quotes is text. */
    enum ScalarKind {
        TEXT("text"),
        NUMBER("a number"),
        BOOLEAN("true or false"),
        /** Nothing, {@code ~} or {@code null}. */
        NULL("nothing"),
        /** An alias: reported already where the tree was read, so nobody else needs to complain. */
        ALIAS("an alias");

        final String form;

        ScalarKind(String form) {
            this.form = form;
        }
    }
}
