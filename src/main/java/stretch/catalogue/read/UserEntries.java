package stretch.catalogue.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import stretch.yaml.MappingReader;
import stretch.yaml.Node;
import stretch.yaml.NodeChecks;
import stretch.yaml.Problems;
import stretch.yaml.SourcePosition;

/** The entries of all files of a user, which may name and extend each other, in whichever file they stand. */
final class UserEntries {
    private static final String EXTENDS = "extends";

    /** Each kind that can be extended, by its section. */
    private static final Map<String, String> KINDS = Map.of("exercises", "exercise", "routines", "routine");

    /** An entry in the file that these problems are of. */
    private record WrittenEntry(Problems problems, Node.Mapping mapping) {
        Optional<Node> base() {
            return value(mapping, EXTENDS);
        }

        String place() {
            return base().map(node -> problems.place(node.position())).orElse("");
        }
    }

    private final Supplier<Optional<Node>> shipped;
    private final Map<String, Map<String, WrittenEntry>> own = new HashMap<>();
    private final Map<String, String> places = new HashMap<>();
    private final Map<String, String> files = new LinkedHashMap<>();
    private final Set<String> unreadable = new HashSet<>();
    private final Map<String, Optional<Node.Mapping>> filled = new HashMap<>();
    private @Nullable Map<String, Map<String, WrittenEntry>> below;

    /** @param shipped reads the file that these are laid over: only what extends something needs it again */
    UserEntries(Supplier<Optional<Node>> shipped) {
        this.shipped = shipped;
    }

    /** Takes in what can be extended in a file. */
    void add(Node root, Problems problems) {
        index(own, root, problems);
        KINDS.forEach((section, kind) -> pairs(root, section).stream()
                .filter(pair -> !(pair.value() instanceof Node.Mapping))
                .forEach(pair -> ignoreLater(kind, pair.key())));
    }

    private static void index(Map<String, Map<String, WrittenEntry>> all, Node root, Problems problems) {
        KINDS.forEach((section, kind) -> pairs(root, section).forEach(pair -> {
            if (pair.value() instanceof Node.Mapping mapping) {
                all.computeIfAbsent(kind, key -> new LinkedHashMap<>())
                        .putIfAbsent(pair.key(), new WrittenEntry(problems, mapping));
            }
        }));
    }

    /** Notes where an entry stands; if one of its id stands elsewhere already, that is a mistake and false. */
    boolean claim(String kind, Node.Pair pair, Problems problems) {
        var key = key(kind, pair.key());
        var earlier = places.putIfAbsent(key, problems.place(pair.position()));
        if (earlier == null) {
            files.put(key, problems.file());
            return true;
        }
        problems.add(
                pair.position(),
                "the " + kind + " " + Problems.quoted(pair.key()) + " is in " + earlier
                        + " too; remove one of them, or give it another id");
        return false;
    }

    /** The files of all entries, each by its kind and id. */
    Map<String, String> files() {
        return files;
    }

    /** Takes the key by which an entry extends another for a known one, where its kind can be extended. */
    static void allow(String kind, MappingReader fields) {
        if (KINDS.containsValue(kind)) {
            var unused = fields.optional(EXTENDS);
        }
    }

    /** Lets an entry that is there but unreadable be named without a complaint; there is one about it already. */
    void ignoreLater(String kind, String id) {
        unreadable.add(key(kind, id));
    }

    boolean isIgnored(String kind, String id) {
        return unreadable.contains(key(kind, id));
    }

    /**
     * An entry with what it leaves as it is in the one that it extends; empty if that cannot be had, which is noted.
     *
     * <p>With loops, not recursion: a file can hold a chain of entries longer than the stack.
     */
    Optional<Node.Mapping> filled(String kind, String id, Node.Mapping alone) {
        if (!own.getOrDefault(kind, Map.of()).containsKey(id)) {
            return Optional.of(alone);
        }
        if (filled.containsKey(key(kind, id))) {
            return filled.getOrDefault(key(kind, id), Optional.empty());
        }
        var chain = new LinkedHashMap<String, WrittenEntry>();
        var filling = base(kind, id, chain);
        var inward = new ArrayList<>(chain.entrySet());
        Collections.reverse(inward);
        for (var link : inward) {
            filling = filling.map(under -> merged(under, link.getKey(), link.getValue()));
            filled.put(key(kind, link.getKey()), filling);
        }
        return filling;
    }

    /** Walks from an entry to what the last of the chain extends, if only nothing; empty by mistake. */
    private Optional<Node.Mapping> base(String kind, String id, Map<String, WrittenEntry> chain) {
        var entries = own.getOrDefault(kind, Map.of());
        var at = id;
        while (true) {
            var entry = Objects.requireNonNull(entries.get(at));
            chain.put(at, entry);
            var node = entry.base();
            if (node.isEmpty()) {
                return Optional.of(new Node.Mapping(entry.mapping().position(), List.of()));
            }
            var target = new NodeChecks(entry.problems()).text(node.get(), "'" + EXTENDS + "'");
            if (target.isEmpty()) {
                return Optional.empty();
            }
            var next = target.get();
            if (next.equals(at) || !entries.containsKey(next)) {
                return shipped(kind, at, next, node.get().position(), entry.problems());
            }
            if (filled.containsKey(key(kind, next))) {
                return filled.getOrDefault(key(kind, next), Optional.empty());
            }
            if (chain.containsKey(next)) {
                circle(next, chain, entry, node.get().position());
                return Optional.empty();
            }
            at = next;
        }
    }

    private static void circle(
            String first, Map<String, WrittenEntry> chain, WrittenEntry last, SourcePosition position) {
        var round = new ArrayList<>(chain.keySet());
        var names = new ArrayList<>(round.subList(round.indexOf(first), round.size()));
        names.add(first);
        last.problems()
                .add(
                        position,
                        "a circle of 'extends': " + Problems.chain(names) + "; remove this one, or the one at "
                                + Objects.requireNonNull(chain.get(first)).place());
    }

    private Optional<Node.Mapping> shipped(
            String kind, String id, String target, SourcePosition position, Problems problems) {
        if (below == null) {
            below = new HashMap<>();
            var all = below;
            shipped.get().ifPresent(root -> index(all, root, problems));
        }
        var known = below.getOrDefault(kind, Map.of());
        var found = known.get(target);
        if (found == null && target.equals(id)) {
            problems.add(
                    position,
                    Problems.quoted(id) + " extends itself, but no " + kind + " of this id comes with stretch; name"
                            + " another one");
        } else if (found == null && !isIgnored(kind, target)) {
            var ids = new LinkedHashSet<>(own.getOrDefault(kind, Map.of()).keySet());
            ids.remove(id);
            ids.addAll(known.keySet());
            problems.addUnknown(position, kind, target, ids, "'stretch list " + kind + "s' shows them");
        }
        return Optional.ofNullable(found).map(WrittenEntry::mapping);
    }

    /** What is taken over stands, for messages, where the entry says that it extends. */
    private static Node.Mapping merged(Node.Mapping base, String id, WrittenEntry entry) {
        var own = entry.mapping();
        var left = own.pairs().stream().map(Node.Pair::key).collect(Collectors.toCollection(HashSet::new));
        left.add(EXTENDS);
        if (!Collections.disjoint(left, DoseReader.KINDS)) {
            // One exercise has one dose; how fast and through which positions it goes belongs to the kind of it.
            if (base.pairs().stream()
                    .noneMatch(pair -> DoseReader.KINDS.contains(pair.key()) && left.contains(pair.key()))) {
                left.addAll(List.of("pace", "figure"));
            }
            left.addAll(DoseReader.KINDS);
        }
        var position = entry.base().orElse(own).position().ofInherited();
        var pairs = new ArrayList<Node.Pair>();
        for (var pair : base.pairs()) {
            if (!left.contains(pair.key())) {
                pairs.add(new Node.Pair(
                        position, pair.key(), fitting(pair, id, own).at(position)));
            }
        }
        pairs.addAll(own.pairs());
        return new Node.Mapping(own.position(), pairs);
    }

    /** A value without what makes no sense any more: prompts for sides that went, and itself as an alternative. */
    private static Node fitting(Node.Pair pair, String id, Node.Mapping own) {
        if (pair.key().equals("prompts") && pair.value() instanceof Node.Mapping prompts) {
            var sides = value(own, "sides");
            return new Node.Mapping(
                    prompts.position(),
                    prompts.pairs().stream()
                            .filter(prompt ->
                                    sides.isEmpty() || items(sides.get()).anyMatch(prompt.key()::equals))
                            .toList());
        }
        if (pair.key().equals("alternatives") && pair.value() instanceof Node.Sequence others) {
            return new Node.Sequence(
                    others.position(),
                    others.items().stream()
                            .filter(other -> !id.equals(word(
                                    other instanceof Node.Mapping mapping
                                            ? value(mapping, "exercise").orElse(other)
                                            : other)))
                            .toList());
        }
        return pair.value();
    }

    private static Stream<String> items(Node node) {
        return node instanceof Node.Sequence list ? list.items().stream().map(UserEntries::word) : Stream.empty();
    }

    private static String word(Node node) {
        return node instanceof Node.Scalar scalar ? scalar.text() : "";
    }

    private static Optional<Node> value(Node.Mapping mapping, String key) {
        return mapping.pair(key).map(Node.Pair::value);
    }

    private static List<Node.Pair> pairs(Node root, String section) {
        return root instanceof Node.Mapping mapping
                        && value(mapping, section).orElse(null) instanceof Node.Mapping entries
                ? entries.pairs()
                : List.of();
    }

    private static String key(String kind, String id) {
        return kind + " " + id;
    }
}
