package stretch.yaml;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

/** Whether two values are the same, wherever each of them stands. */
final class NodeEquality {
    private NodeEquality() {}

    /** The order of keys counts too: the catalogue is shown in it. */
    static boolean of(List<Node.Pair> some, List<Node.Pair> others) {
        return all(some, others, (a, b) -> a.key().equals(b.key()) && of(a.value(), b.value()));
    }

    private static boolean of(Node a, Node b) {
        if (a instanceof Node.Scalar one && b instanceof Node.Scalar other) {
            return one.kind() == other.kind() && one.text().equals(other.text());
        }
        if (a instanceof Node.Sequence one && b instanceof Node.Sequence other) {
            return all(one.items(), other.items(), NodeEquality::of);
        }
        return a instanceof Node.Mapping one && b instanceof Node.Mapping other && of(one.pairs(), other.pairs());
    }

    private static <T> boolean all(List<T> some, List<T> others, BiPredicate<T, T> same) {
        return some.size() == others.size()
                && IntStream.range(0, some.size()).allMatch(i -> same.test(some.get(i), others.get(i)));
    }
}
