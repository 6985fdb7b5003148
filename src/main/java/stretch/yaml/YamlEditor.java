package stretch.yaml;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import stretch.os.UserError;

/**
 * The text of a YAML file that is changed in one place, while all the rest of it stays as it is, byte for byte.
 *
 * <p>Lines are put in, replaced or taken out; then the whole is read again, and a change that would mean anything else
 * than it should is not made. So what this class does not understand of YAML's many styles it leaves alone.
 */
public final class YamlEditor {
    private static final String MARK = "\uFEFF";
    private static final Pattern LINES = Pattern.compile("(?<=\n)|(?<=\r)(?!\n)");
    private static final Pattern LINE_END = Pattern.compile("\r?\n|\r");
    private static final Pattern DOCUMENT_END = Pattern.compile("\\.\\.\\.(?s:\\s.*)?");

    private final String mark;
    private final String newline;
    private final List<String> lines;
    private final List<Node.Pair> pairs;
    private final boolean flow;

    /**
     * The file as it is.
     *
     * @param name the name of the file in messages
     * @throws UserError with every mistake that keeps it from being read; keys and values are not looked at
     */
    public YamlEditor(String name, byte[] content) {
        var problems = new Problems(name);
        var root = YamlTree.parse(content, problems);
        var mapping = root.flatMap(node -> new NodeChecks(problems).mapping(node, "the file"));
        problems.throwIfAny();
        var text = new String(content, StandardCharsets.UTF_8);
        this.mark = text.startsWith(MARK) ? MARK : "";
        var body = text.substring(mark.length());
        this.lines = body.isEmpty()
                ? List.of()
                : List.of(LINES.split(body, -1)).stream()
                        .filter(line -> !line.isEmpty())
                        .toList();
        var end = LINE_END.matcher(body);
        this.newline = end.find() ? end.group() : "\n";
        this.pairs = mapping.map(Node.Mapping::pairs).orElse(List.of());
        this.flow = mapping.filter(node -> isFlow(node)).isPresent();
    }

    /** The value of a key, if it is there. */
    public Optional<Node> value(String key) {
        return find(key).map(i -> pairs.get(i).value());
    }

    /**
     * The file with this key set. A key that is there keeps its place; a new one goes below the line that has it as a
     * comment ({@code # key: ...}), or else to the end.
     *
     * @param value as it is to be written
     * @return nothing if the file is written in a way that does not allow it
     */
    public Optional<byte[]> with(String key, String value) {
        var line = List.of(key + ": " + value);
        var changes = find(key)
                .map(i -> replaced(i, value).stream())
                .orElseGet(() -> Stream.concat(
                        commented(key).map(at -> inserted(at + 1, line)).stream(), Stream.of(inserted(limit(), line))));
        return first(changes, after -> after.value(key).isPresent() && after.othersEqual(this, key));
    }

    /** The file without this key; nothing if the file is written in a way that does not allow it. */
    public Optional<byte[]> without(String key) {
        if (find(key).isEmpty()) {
            return Optional.of(bytes(lines));
        }
        var changes = find(key).map(i -> spliced(line(i), end(i, false), List.of())).stream();
        return first(changes, after -> after.value(key).isEmpty() && after.othersEqual(this, key));
    }

    /**
     * The file with an entry more at the end of a section, which is made if it is not there.
     *
     * @param entry its lines below the id, each indented as below an id at the left edge
     * @return nothing if the file is written in a way that does not allow it
     */
    public Optional<byte[]> with(String section, String id, List<String> entry) {
        var found = find(section);
        if (found.isEmpty()) {
            var added = new ArrayList<String>();
            if (!lines.isEmpty()) {
                added.add("");
            }
            added.add(section + ":");
            added.addAll(indented("  ", id, entry));
            return first(
                    Stream.of(inserted(limit(), added)),
                    after -> after.has(section, id) && after.othersEqual(this, section));
        }
        if (!(pairs.get(found.get()).value() instanceof Node.Mapping inner)
                || inner.pairs().isEmpty()
                || isFlow(inner)) {
            return Optional.empty();
        }
        var added = new ArrayList<String>(List.of(""));
        added.addAll(indented(" ".repeat(inner.pairs().get(0).position().column() - 1), id, entry));
        var change = spliced(end(found.get(), true), end(found.get(), true), added);
        return first(
                Stream.of(change),
                after -> after.has(section, id)
                        && after.othersEqual(this, section)
                        && after.entries(section).stream()
                                        .filter(pair -> !pair.key().equals(id))
                                        .count()
                                == inner.pairs().size()
                        && inner.pairs().stream()
                                .allMatch(pair -> after.entries(section).stream()
                                        .anyMatch(other -> NodeEquality.of(pair, other))));
    }

    private static List<String> indented(String indent, String id, List<String> entry) {
        return Stream.concat(Stream.of(id + ":"), entry.stream())
                .map(line -> indent + line)
                .toList();
    }

    private List<Node.Pair> entries(String section) {
        return value(section).filter(Node.Mapping.class::isInstance).map(Node.Mapping.class::cast).stream()
                .flatMap(mapping -> mapping.pairs().stream())
                .toList();
    }

    private boolean has(String section, String id) {
        return entries(section).stream().anyMatch(pair -> pair.key().equals(id));
    }

    private Optional<Integer> find(String key) {
        return Stream.iterate(0, i -> i < pairs.size(), i -> i + 1)
                .filter(i -> pairs.get(i).key().equals(key))
                .findFirst();
    }

    private int line(int pair) {
        return pairs.get(pair).position().line() - 1;
    }

    private String indent() {
        return pairs.isEmpty() ? "" : " ".repeat(pairs.get(0).position().column() - 1);
    }

    /** Where the document ends: at its end mark, or with the file. */
    private int limit() {
        for (int i = pairs.isEmpty() ? 0 : line(pairs.size() - 1); i < lines.size(); i++) {
            if (DOCUMENT_END.matcher(lines.get(i)).matches()) {
                return i;
            }
        }
        return lines.size();
    }

    /** The line after the last of a key; comments below it that are indented further may belong to it. */
    private int end(int pair, boolean comments) {
        int end = pair + 1 < pairs.size() ? line(pair + 1) : limit();
        while (end > line(pair) + 1 && isLoose(lines.get(end - 1), comments)) {
            end--;
        }
        return end;
    }

    private boolean isLoose(String line, boolean comments) {
        var content = line.stripLeading();
        return content.isEmpty()
                || (content.startsWith("#") && !(comments && line.length() - content.length() > indent().length()));
    }

    private Optional<Integer> commented(String key) {
        var comment = Pattern.compile("\\s*#\\s*" + Pattern.quote(key) + ":(?s:\\s.*)?");
        return Stream.iterate(0, i -> i < lines.size(), i -> i + 1)
                .filter(i -> comment.matcher(lines.get(i)).matches())
                .findFirst();
    }

    private Optional<List<String>> replaced(int pair, String value) {
        int start = line(pair);
        var line = lines.get(start);
        var key = pairs.get(pair);
        int colon =
                YamlToken.colon(line, line.offsetByCodePoints(0, key.position().column() - 1));
        if (colon < 0) {
            return Optional.empty();
        }
        var head = line.substring(0, colon + 1);
        var rest = line.substring(colon + 1);
        int gap = rest.length() - rest.stripLeading().length();
        boolean alone = rest.isBlank() || rest.stripLeading().startsWith("#");
        if (alone) {
            return Optional.of(spliced(start, end(pair, false), List.of(head + " " + value + rest)));
        }
        if (end(pair, false) > start + 1) {
            return Optional.of(spliced(start, end(pair, false), List.of(head + " " + value)));
        }
        int tail = YamlToken.end(rest, gap);
        return tail < 0
                ? Optional.empty()
                : Optional.of(spliced(
                        start, start + 1, List.of(head + rest.substring(0, gap) + value + rest.substring(tail))));
    }

    private List<String> inserted(int at, List<String> added) {
        return spliced(
                at,
                at,
                added.stream()
                        .map(line -> line.isEmpty() ? line : indent() + line)
                        .toList());
    }

    /** The lines with those from one to before another replaced; what is put in gets line ends where it has none. */
    private List<String> spliced(int from, int to, List<String> added) {
        var all = new ArrayList<>(lines.subList(0, from));
        if (!added.isEmpty() && from > 0) {
            all.set(from - 1, ended(all.get(from - 1)));
        }
        boolean last = to == lines.size()
                && to > from
                && !LINE_END.matcher(lines.get(to - 1)).find();
        added.forEach(line -> all.add(last ? line : ended(line)));
        all.addAll(lines.subList(to, lines.size()));
        return all;
    }

    private String ended(String line) {
        return line.endsWith("\n") || line.endsWith("\r") ? line : line + newline;
    }

    /** The first of the changes after which the file reads as it should. */
    private Optional<byte[]> first(Stream<List<String>> changes, Predicate<YamlEditor> right) {
        return flow
                ? Optional.empty()
                : changes.map(this::bytes)
                        .filter(content -> {
                            try {
                                return right.test(new YamlEditor("", content));
                            } catch (UserError e) {
                                return false;
                            }
                        })
                        .findFirst();
    }

    private byte[] bytes(List<String> all) {
        return (mark + String.join("", all)).getBytes(StandardCharsets.UTF_8);
    }

    private boolean othersEqual(YamlEditor before, String key) {
        var mine = pairs.stream().filter(pair -> !pair.key().equals(key)).toList();
        var theirs =
                before.pairs.stream().filter(pair -> !pair.key().equals(key)).toList();
        return mine.size() == theirs.size()
                && Stream.iterate(0, i -> i < mine.size(), i -> i + 1)
                        .allMatch(i -> NodeEquality.of(mine.get(i), theirs.get(i)));
    }

    private boolean isFlow(Node.Mapping mapping) {
        var line = lines.get(mapping.position().line() - 1);
        return line.charAt(line.offsetByCodePoints(0, mapping.position().column() - 1)) == '{';
    }
}
