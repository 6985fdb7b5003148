package stretch.yaml;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
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
    private final Node.Mapping root;

    /**
     * The file as it is.
     *
     * @param name the name of the file in messages
     * @throws UserError with every mistake that keeps it from being read; keys and values are not looked at
     */
    public YamlEditor(String name, byte[] content) {
        var problems = new Problems(name);
        var mapping =
                YamlTree.parse(content, problems).flatMap(node -> new NodeChecks(problems).mapping(node, "the file"));
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
        this.root = mapping.orElseGet(() -> new Node.Mapping(SourcePosition.START, List.of()));
    }

    public Optional<Node> value(String key) {
        return root.pair(key).map(Node.Pair::value);
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
        var wanted = new YamlEditor("", line.get(0).getBytes(StandardCharsets.UTF_8));
        var comment = Pattern.compile("\\s*#\\s*" + Pattern.quote(key) + ":(?s:\\s.*)?");
        var changes = value(key).isPresent()
                ? Stream.concat(
                        inBlock(find(key), wanted.root.pairs().get(0).value()).stream(),
                        replaced(find(key), value).stream())
                : Stream.concat(
                        IntStream.range(0, lines.size())
                                .filter(i -> comment.matcher(lines.get(i)).matches())
                                .limit(1)
                                .mapToObj(i -> inserted(i + 1, line)),
                        Stream.of(inserted(limit(), line)));
        return first(
                changes,
                key,
                after -> after.value(key)
                        .filter(now ->
                                YamlLines.isSame(now, wanted.root.pairs().get(0).value()))
                        .isPresent());
    }

    /** The file without this key; nothing if the file is written in a way that does not allow it. */
    public Optional<byte[]> without(String key) {
        int pair = find(key);
        return pair < 0
                ? Optional.of(bytes(lines))
                : first(
                        YamlLines.hasComment(lines.subList(line(pair) + 1, end(pair, false)))
                                ? Stream.empty()
                                : Stream.of(spliced(line(pair), end(pair, false), List.of())),
                        key,
                        after -> after.value(key).isEmpty());
    }

    /**
     * The file with an entry more at the end of a section, which is made if it is not there.
     *
     * @param entry its lines below the id, each indented as below an id at the left edge
     * @return nothing if the file is written in a way that does not allow it
     */
    public Optional<byte[]> with(String section, String id, List<String> entry) {
        var before = entries(section);
        boolean there = value(section).isPresent();
        if (there && before.isEmpty()) {
            return Optional.empty();
        }
        var indent = there ? " ".repeat(before.get(0).position().column() - 1) : "  ";
        var added = new ArrayList<String>(lines.isEmpty() ? List.of() : List.of(""));
        if (!there) {
            added.add(section + ":");
        }
        added.add(indent + id + ":");
        entry.forEach(line -> added.add(indent + line));
        int end = there ? end(find(section), true) : limit();
        return first(Stream.of(there ? spliced(end, end, added) : inserted(end, added)), section, after -> {
            var now = after.entries(section);
            return now.size() == before.size() + 1 && same(others(now, id), before);
        });
    }

    private List<Node.Pair> entries(String section) {
        return value(section).orElse(null) instanceof Node.Mapping mapping ? mapping.pairs() : List.of();
    }

    private static List<Node.Pair> others(List<Node.Pair> pairs, String key) {
        return pairs.stream().filter(pair -> !pair.key().equals(key)).toList();
    }

    /** Wherever each of them stands; the order of keys counts, because the catalogue is shown in it. */
    private static boolean same(List<Node.Pair> some, List<Node.Pair> others) {
        return placeless(some).equals(placeless(others));
    }

    private static List<Node.Pair> placeless(List<Node.Pair> pairs) {
        return pairs.stream().map(pair -> pair.at(SourcePosition.START)).toList();
    }

    private int find(String key) {
        return root.pairs().stream().map(Node.Pair::key).toList().indexOf(key);
    }

    private int line(int pair) {
        return root.pairs().get(pair).position().line() - 1;
    }

    private String indent() {
        return " "
                .repeat(
                        root.pairs().isEmpty()
                                ? 0
                                : root.pairs().get(0).position().column() - 1);
    }

    /** Where the document ends: at its end mark, or with the file. */
    private int limit() {
        for (int i = root.pairs().isEmpty() ? 0 : line(root.pairs().size() - 1); i < lines.size(); i++) {
            if (DOCUMENT_END.matcher(lines.get(i)).matches()) {
                return i;
            }
        }
        return lines.size();
    }

    /** The line after the last of a key; comments below it that are indented further may belong to it. */
    private int end(int pair, boolean comments) {
        int end = pair + 1 < root.pairs().size() ? line(pair + 1) : limit();
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

    /** With only those lines below the key changed that hold an entry which differs. */
    private Optional<List<String>> inBlock(int pair, Node wanted) {
        return root.pairs().get(pair).value() instanceof Node.Mapping old && wanted instanceof Node.Mapping now
                ? new YamlLines(lines, newline).changed(old, now)
                : Optional.empty();
    }

    /** The key with its value on one line; not if that would take a comment along. */
    private Optional<List<String>> replaced(int pair, String value) {
        int start = line(pair);
        int end = end(pair, false);
        return YamlLines.hasComment(lines.subList(start + 1, end))
                ? Optional.empty()
                : YamlLines.with(lines.get(start), root.pairs().get(pair).key(), value, end == start + 1)
                        .map(line -> spliced(start, end, List.of(line)));
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

    /** The first of the changes after which the file reads as it should, and all but this key as before. */
    private Optional<byte[]> first(Stream<List<String>> changes, String key, Predicate<YamlEditor> right) {
        return changes.map(this::bytes)
                .filter(content -> {
                    try {
                        var after = new YamlEditor("", content);
                        return right.test(after) && same(others(after.root.pairs(), key), others(root.pairs(), key));
                    } catch (UserError e) {
                        return false;
                    }
                })
                .findFirst();
    }

    private byte[] bytes(List<String> all) {
        return (mark + String.join("", all)).getBytes(StandardCharsets.UTF_8);
    }
}
