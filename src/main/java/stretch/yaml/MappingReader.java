package stretch.yaml;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import stretch.text.DidYouMean;
import stretch.text.Named;
import stretch.yaml.Node.Mapping;
import stretch.yaml.Node.Pair;

/**
 * Reads a mapping key by key: what was never asked for is unknown, and {@link #reportUnknown} says so.
 *
 * <p>A value of the wrong type is noted as a mistake and read as if it were not there.
 */
public final class MappingReader {
    private final SourcePosition position;
    private final String what;
    private final Mapping mapping;
    private final Problems problems;
    private final NodeChecks checks;
    private final Set<String> known = new LinkedHashSet<>();
    private final Map<List<String>, String> missing = new LinkedHashMap<>();
    private boolean inPart;

    /**
     * Nothing is read yet.
     *
     * @param position where to complain about a key that is missing
     * @param what what the mapping is, for messages, such as {@code exercise 'hip-hinge'}
     */
    public MappingReader(SourcePosition position, String what, Mapping mapping, Problems problems) {
        this.position = position;
        this.what = what;
        this.mapping = mapping;
        this.problems = problems;
        this.checks = new NodeChecks(problems);
    }

    /** The same of which the rest is not known, so that nothing of it is missing. */
    public MappingReader inPart() {
        inPart = true;
        return this;
    }

    public boolean isInPart() {
        return inPart;
    }

    public SourcePosition at() {
        return position;
    }

    public String what() {
        return what;
    }

    public Problems mistakes() {
        return problems;
    }

    /** Notes a mistake, as {@link Problems#add} does. */
    public void mistake(SourcePosition where, String message) {
        problems.add(where, message);
    }

    public NodeChecks wanted() {
        return checks;
    }

    /** The key with its value, whatever that is. */
    public Optional<Pair> optional(String key) {
        known.add(key);
        return mapping.pair(key);
    }

    /** As {@link #optional}, and a mistake if it is not there. */
    public Optional<Pair> required(String key, String example) {
        var pair = optional(key);
        if (pair.isEmpty()) {
            missing(List.of(key), what + " has no '" + key + "'; add " + key + ": " + example);
        }
        return pair;
    }

    /** Notes that none of these keys is there, unless one of them turns out to be there misspelt. */
    public void missing(List<String> keys, String message) {
        if (!inPart) {
            missing.put(keys, message);
        }
    }

    /** A mapping within this one, that may be missing. */
    public Optional<MappingReader> inner(String key) {
        return optional(key)
                .flatMap(pair -> checks.mapping(pair.value(), name(key))
                        .map(inner -> new MappingReader(pair.position(), name(key), inner, problems)));
    }

    /** Text that may be missing; empty if it is. */
    public String text(String key) {
        return optional(key)
                .flatMap(pair -> checks.text(pair.value(), name(key)))
                .orElse("");
    }

    /** A word of a fixed set that may be missing; {@code right} says in messages what would be right. */
    public <E extends Named> Optional<E> word(String key, E[] values, String right) {
        return optional(key).flatMap(pair -> checks.word(pair.value(), name(key), key, values, right));
    }

    /** A name that may not be missing; empty if it is, which is a mistake then. */
    public String requiredName(String key) {
        return required(key, "TEXT")
                .flatMap(pair -> checks.name(pair.value(), name(key)))
                .orElse("");
    }

    /** Text that may not be missing; empty if it is, which is a mistake then. */
    public String requiredText(String key) {
        return required(key, "TEXT")
                .flatMap(pair -> checks.text(pair.value(), name(key)))
                .orElse("");
    }

    /** A list that may be missing. */
    public List<Node> items(String key) {
        return optional(key).map(pair -> checks.items(pair.value(), name(key))).orElse(List.of());
    }

    /** A list that may be missing but not empty. */
    public List<Node> someItems(String key) {
        return optional(key)
                .map(pair -> checks.someItems(pair.value(), name(key)))
                .orElse(List.of());
    }

    /** A list that may be neither missing nor empty. */
    public List<Node> requiredItems(String key) {
        return required(key, "[ONE, ANOTHER]")
                .map(pair -> checks.someItems(pair.value(), name(key)))
                .orElse(List.of());
    }

    /** A list of texts that may be missing. */
    public List<String> texts(String key) {
        return texts(key, (item, text) -> {});
    }

    /** The same, each of them checked further. */
    public List<String> texts(String key, BiConsumer<Node, String> check) {
        return texts(items(key), key, check);
    }

    /** A list of texts that may be neither missing nor empty. */
    public List<String> requiredTexts(String key) {
        return texts(requiredItems(key), key, (item, text) -> {});
    }

    private List<String> texts(List<Node> items, String key, BiConsumer<Node, String> check) {
        return items.stream()
                .flatMap(item ->
                        checks.text(item, "an entry of " + name(key)).stream().peek(text -> check.accept(item, text)))
                .toList();
    }

    /** Notes every key that nobody asked for, and what is missing; to be called when all is read. */
    public void reportUnknown() {
        var meant = new HashSet<String>();
        for (var pair : mapping.pairs()) {
            if (!known.contains(pair.key())) {
                DidYouMean.among(known, pair.key()).ifPresent(meant::add);
                problems.addUnknown(pair.position(), "key", pair.key(), known, "expected: " + String.join(", ", known));
            }
        }
        missing.forEach((keys, message) -> {
            if (Collections.disjoint(keys, meant)) {
                problems.add(position, message);
            }
        });
    }

    private static String name(String key) {
        return "'" + key + "'";
    }
}
