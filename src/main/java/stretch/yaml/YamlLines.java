package stretch.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Lines of a YAML file that are changed one by one, each with its comment kept. */
record YamlLines(List<String> lines, String newline) {
    /** What may stand behind a key on its line: blanks, a value that is quoted or not, and a comment. */
    private static final Pattern REST = Pattern.compile(
            "([ \t]*)(\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^']|'')*'" + "|[^\\s\"'#](?:\\S|\\s(?!#))*?)?((?:\\s+#.*)?\\R?)");

    /** A comment, or what may be one. */
    private static final Pattern COMMENT = Pattern.compile("(?:^|\\s)#");

    /** Text that needs no quotes as a value below a key. */
    private static final Pattern PLAIN = Pattern.compile("[a-z0-9][a-z0-9/-]*(?: [a-z0-9/-]+)*");

    static boolean hasComment(List<String> lines) {
        return lines.stream().anyMatch(line -> COMMENT.matcher(line).find());
    }

    /**
     * A line with another value behind its key; empty if that is not there, or a comment would be lost.
     *
     * @param alone whether no more of the value stands on further lines, which take what stands behind it along
     */
    static Optional<String> with(String line, String name, String value, boolean alone) {
        var key = Pattern.compile("\\s*([\"']?)" + Pattern.quote(name) + "\\1\\s*:(?=\\s|$)")
                .matcher(line);
        if (!key.lookingAt()) {
            return Optional.empty();
        }
        var rest = REST.matcher(line).region(key.end(), line.length());
        boolean known = rest.matches() && (rest.group(2) == null || alone);
        if (!known && COMMENT.matcher(line.substring(key.end())).find()) {
            return Optional.empty();
        }
        var gap = known && !rest.group(1).isEmpty() ? rest.group(1) : " ";
        return Optional.of(line.substring(0, key.end()) + gap + value + (known ? rest.group(3) : ""));
    }

    /** All lines, with a block of entries of a line each made another; empty if that cannot be done line by line. */
    Optional<List<String>> changed(Node.Mapping old, Node.Mapping wanted) {
        if (old.pairs().isEmpty() || !wanted.pairs().stream().allMatch(entry -> entry.value() instanceof Node.Scalar)) {
            return Optional.empty();
        }
        var last = old.pairs().get(old.pairs().size() - 1).position();
        var all = new ArrayList<>(lines);
        var before = all.get(last.line() - 1);
        all.set(last.line() - 1, before.matches("(?s).*[\\r\\n]") ? before : before + newline);
        all.addAll(
                last.line(),
                wanted.pairs().stream()
                        .filter(entry -> old.pair(entry.key()).isEmpty())
                        .map(entry ->
                                " ".repeat(last.column() - 1) + entry.key() + ": " + quoted(entry.value()) + newline)
                        .toList());
        for (int i = old.pairs().size() - 1; i >= 0; i--) {
            var entry = old.pairs().get(i);
            int at = entry.position().line() - 1;
            var value = wanted.pair(entry.key()).map(Node.Pair::value);
            if (value.isEmpty()) {
                all.remove(at);
            } else if (!isSame(value.get(), entry.value())) {
                var line = with(all.get(at), entry.key(), quoted(value.get()), true);
                if (line.isEmpty()) {
                    return Optional.empty();
                }
                all.set(at, line.get());
            }
        }
        return Optional.of(all);
    }

    private static String quoted(Node value) {
        var text = value instanceof Node.Scalar scalar ? scalar.text() : "";
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "''") + "'";
    }

    /** The same value wherever it stands, and in whatever order its keys. */
    static boolean isSame(Node some, Node other) {
        return (some instanceof Node.Mapping one && other instanceof Node.Mapping two)
                ? placeless(one).equals(placeless(two))
                : some.at(SourcePosition.START).equals(other.at(SourcePosition.START));
    }

    private static Set<Node.Pair> placeless(Node.Mapping mapping) {
        return mapping.pairs().stream()
                .map(pair -> pair.at(SourcePosition.START))
                .collect(Collectors.toSet());
    }
}
