package stretch.catalogue.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import stretch.catalogue.Catalogue;
import stretch.catalogue.Routine;
import stretch.catalogue.exercise.Exercise;
import stretch.text.Durations;
import stretch.yaml.MappingReader;
import stretch.yaml.Node;
import stretch.yaml.Problems;
import stretch.yaml.SourcePosition;

/** What the entries of a file say of each other: it can be checked only when all of them are read. */
final class ReferenceChecks {
    private final Problems problems;
    private final List<Consumer<Catalogue>> checks = new ArrayList<>();
    private final UserEntries entries;
    private final Map<String, Map<String, SourcePosition>> alternatives = new LinkedHashMap<>();

    ReferenceChecks(Problems problems, UserEntries entries) {
        this.problems = problems;
        this.entries = entries;
    }

    Problems mistakes() {
        return problems;
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
            if (!known.contains(text) && !entries.isIgnored(kind, text)) {
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
            problems.add(position, "an exercise cannot be its own alternative; name another one");
        } else {
            alternatives.computeIfAbsent(exercise, id -> new HashMap<>()).putIfAbsent(other, position);
        }
    }

    /** Checks something about an exercise, if it turns out to be there. */
    void whenRead(String exercise, Consumer<Exercise> check) {
        checks.add(catalogue ->
                Optional.ofNullable(catalogue.exercises().get(exercise)).ifPresent(check));
    }

    /** Checks that this lasts no longer than a session on record may, whatever its exercises turn out to be. */
    void length(MappingReader fields, Routine routine) {
        checks.add(catalogue -> {
            var length = routine.longest(catalogue.exercises());
            if (length.compareTo(Routine.LONGEST) > 0) {
                problems.add(
                        fields.at(),
                        fields.what() + " lasts " + Durations.compact(length) + ", which is too long; write at most "
                                + Durations.compact(Routine.LONGEST) + ", all sides, sets and rests together");
            }
        });
    }

    void check(Catalogue catalogue) {
        checks.forEach(check -> check.accept(catalogue));
        for (var circle : CycleFinder.in(catalogue.exercises())) {
            position(circle)
                    .ifPresent(position -> problems.add(
                            position,
                            "a circle of alternatives: " + Problems.chain(circle)
                                    + "; remove one of these alternatives"));
        }
    }

    // What comes with stretch has no circles, so a file of the user has at least one link of each.
    private Optional<SourcePosition> position(List<String> circle) {
        for (int i = 0; i + 1 < circle.size(); i++) {
            var position = alternatives.getOrDefault(circle.get(i), Map.of()).get(circle.get(i + 1));
            if (position != null) {
                return Optional.of(position);
            }
        }
        return Optional.empty();
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
