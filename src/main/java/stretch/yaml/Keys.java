package stretch.yaml;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import stretch.text.DidYouMean;
import stretch.yaml.Node.Mapping;
import stretch.yaml.Node.Pair;

/**
 * Reads a mapping key by key: what was never asked for is unknown, and {@link #done} says so.
 *
 * <p>A value of the wrong type is noted as a mistake and read as if it were not there.
 */
public final class Keys {
    private final Place at;
    private final String what;
    private final Mapping mapping;
    private final Mistakes mistakes;
    private final Wanted wanted;
    private final Set<String> known = new LinkedHashSet<>();
    private final Map<List<String>, String> missing = new LinkedHashMap<>();

    /**
     * Nothing is read yet.
     *
     * @param at where to complain about a key that is missing
     * @param what what the mapping is, for messages, such as {@code exercise 'hip-hinge'}
     */
    public Keys(Place at, String what, Mapping mapping, Mistakes mistakes) {
        this.at = at;
        this.what = what;
        this.mapping = mapping;
        this.mistakes = mistakes;
        this.wanted = new Wanted(mistakes);
    }

    public Place at() {
        return at;
    }

    public String what() {
        return what;
    }

    public Mistakes mistakes() {
        return mistakes;
    }

    public Wanted wanted() {
        return wanted;
    }

    /** The key with its value, whatever that is. */
    public Optional<Pair> take(String key) {
        known.add(key);
        return mapping.pairs().stream().filter(pair -> pair.key().equals(key)).findFirst();
    }

    /** As {@link #take}, and a mistake if it is not there. */
    public Optional<Pair> need(String key, String example) {
        var pair = take(key);
        if (pair.isEmpty()) {
            missing(List.of(key), what + " has no '" + key + "'; add " + key + ": " + example);
        }
        return pair;
    }

    /** Notes that none of these keys is there, unless one of them turns out to be there misspelt. */
    public void missing(List<String> keys, String message) {
        missing.put(keys, message);
    }

    /** Text that may be missing. */
    public Optional<String> text(String key) {
        return take(key).flatMap(pair -> wanted.text(pair.value(), name(key)));
    }

    /** A name that may not be missing; empty if it is, which is a mistake then. */
    public String needName(String key) {
        return need(key, "TEXT")
                .flatMap(pair -> wanted.name(pair.value(), name(key)))
                .orElse("");
    }

    /** Text that may not be missing; empty if it is, which is a mistake then. */
    public String needText(String key) {
        return need(key, "TEXT")
                .flatMap(pair -> wanted.text(pair.value(), name(key)))
                .orElse("");
    }

    /** A list that may be missing. */
    public List<Node> items(String key) {
        return take(key).map(pair -> wanted.items(pair.value(), name(key))).orElse(List.of());
    }

    /** A list that may be missing but not empty. */
    public List<Node> someItems(String key) {
        return take(key).map(pair -> wanted.someItems(pair.value(), name(key))).orElse(List.of());
    }

    /** A list that may be neither missing nor empty. */
    public List<Node> needItems(String key) {
        return need(key, "[ONE, ANOTHER]")
                .map(pair -> wanted.someItems(pair.value(), name(key)))
                .orElse(List.of());
    }

    /** A list of texts that may be missing. */
    public List<String> texts(String key) {
        return texts(items(key), key);
    }

    /** A list of texts that may be neither missing nor empty. */
    public List<String> needTexts(String key) {
        return texts(needItems(key), key);
    }

    private List<String> texts(List<Node> items, String key) {
        return items.stream()
                .flatMap(item -> wanted.text(item, "an entry of " + name(key)).stream())
                .toList();
    }

    /** Notes every key that nobody asked for, and what is missing; to be called when all is read. */
    public void done() {
        var meant = new HashSet<String>();
        for (var pair : mapping.pairs()) {
            if (!known.contains(pair.key())) {
                DidYouMean.among(known, pair.key()).ifPresent(meant::add);
                mistakes.addUnknown(pair.at(), "key", pair.key(), known, "here belong: " + String.join(", ", known));
            }
        }
        missing.forEach((keys, message) -> {
            if (Collections.disjoint(keys, meant)) {
                mistakes.add(at, message);
            }
        });
    }

    private static String name(String key) {
        return "'" + key + "'";
    }
}
