package stretch.catalogue.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import stretch.catalogue.Catalogue;
import stretch.catalogue.Exercise;
import stretch.yaml.MappingReader;
import stretch.yaml.Node;
import stretch.yaml.Problems;
import stretch.yaml.SourcePosition;

/** What the entries of a file say of each other: it can be checked only when all of them are read. */
final class ReferenceChecks {
    /** The exercises of a circle that are told. */
    private static final int SHOWN = 8;

    private final Problems problems;
    private final List<Consumer<Catalogue>> checks = new ArrayList<>();
    private final Set<List<String>> forgiven = new HashSet<>();
    private final Map<String, Map<String, SourcePosition>> alternatives = new LinkedHashMap<>();

    ReferenceChecks(Problems problems) {
        this.problems = problems;
    }

    Problems mistakes() {
        return problems;
    }

    /** Lets an entry that is there but unreadable be named without a complaint; there is one about it already. */
    void ignoreLater(String kind, String id) {
        forgiven.add(List.of(kind, id));
    }

    /** The ids in a list, each of which must be an entry of the kind in the end. */
    List<String> ids(MappingReader fields, List<Node> items, String kind, String key) {
        return items.stream()
                .flatMap(item -> id(fields, item, kind, "an entry of '" + key + "'").stream())
                .toList();
    }

    /** An id that must be an entry of the kind in the end. */
    Optional<String> id(MappingReader fields, Node node, String kind, String name) {
        var id = fields.wanted().text(node, name);
        id.ifPresent(text -> checks.add(catalogue -> {
            var known = entries(catalogue, kind).keySet();
            if (!known.contains(text) && !forgiven.contains(List.of(kind, text))) {
                var list = kind.equals("exercise")
                        ? "'stretch list exercises' shows them"
                        : "there are " + String.join(", ", known);
                problems.addUnknown(node.position(), kind, text, known, list);
            }
        }));
        return id;
    }

    /** Notes that one exercise can stand for another. */
    void alternative(String exercise, String other, SourcePosition position) {
        if (exercise.equals(other)) {
            problems.add(position, "an exercise cannot stand in for itself; name another one");
        } else {
            alternatives.computeIfAbsent(exercise, id -> new HashMap<>()).putIfAbsent(other, position);
        }
    }

    /** Checks something about an exercise, if it turns out to be there. */
    void whenRead(String exercise, Consumer<Exercise> check) {
        checks.add(catalogue ->
                Optional.ofNullable(catalogue.exercises().get(exercise)).ifPresent(check));
    }

    void check(Catalogue catalogue) {
        checks.forEach(check -> check.accept(catalogue));
        for (var circle : CycleFinder.in(catalogue.exercises())) {
            var round = circle.stream().limit(SHOWN).map(Problems::shown).collect(Collectors.joining(" -> "));
            problems.add(
                    position(circle),
                    "a swap in circles: " + round + (circle.size() > SHOWN ? " -> ..." : "")
                            + "; take one of these alternatives out");
        }
    }

    // What was there before has no circles, so this file has at least one link of each.
    private SourcePosition position(List<String> circle) {
        for (int i = 0; i + 1 < circle.size(); i++) {
            var position = alternatives.getOrDefault(circle.get(i), Map.of()).get(circle.get(i + 1));
            if (position != null) {
                return position;
            }
        }
        return SourcePosition.START;
    }

    private static Map<String, ?> entries(Catalogue catalogue, String kind) {
        return switch (kind) {
            case "exercise" -> catalogue.exercises();
            case "lesson" -> catalogue.lessons();
            case "habit" -> catalogue.habits();
            default -> throw new IllegalArgumentException(kind);
        };
    }
}
