package stretch.catalogue.read;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import stretch.catalogue.exercise.Exercise;

/** Finds alternatives that lead back to where they began, so that a swap would never end. */
final class CycleFinder {
    private CycleFinder() {}

    /**
     * Circles of alternatives, each with its first exercise again at its end.
     *
     * <p>No two have an exercise in common; of circles that do, only one is told, and the next when that is mended.
     * Written with loops, not recursion: a file can hold a chain of alternatives longer than the stack.
     */
    static List<List<String>> in(Map<String, Exercise> exercises) {
        var next = endless(exercises);
        var circles = new ArrayList<List<String>>();
        var visited = new HashSet<String>();
        for (var start : next.keySet()) {
            var path = new LinkedHashSet<String>();
            var at = start;
            while (visited.add(at)) {
                path.add(at);
                at = next.getOrDefault(at, at);
            }
            if (path.contains(at)) {
                var circle = new ArrayList<>(path);
                var round = new ArrayList<>(circle.subList(circle.indexOf(at), circle.size()));
                round.add(at);
                circles.add(round);
            }
        }
        return circles;
    }

    /** The exercises from which one can swap on for ever, each with one such swap. */
    private static Map<String, String> endless(Map<String, Exercise> exercises) {
        var open = new LinkedHashMap<String, Set<String>>();
        var pointing = new LinkedHashMap<String, List<String>>();
        exercises.forEach((id, exercise) -> {
            var others = new LinkedHashSet<String>();
            exercise.alternatives().stream()
                    .map(Exercise.Alternative::exercise)
                    .filter(other -> exercises.containsKey(other) && !other.equals(id))
                    .forEach(others::add);
            open.put(id, others);
            others.forEach(other ->
                    pointing.computeIfAbsent(other, key -> new ArrayList<>()).add(id));
        });
        var ends = new ArrayDeque<String>();
        open.forEach((id, others) -> {
            if (others.isEmpty()) {
                ends.add(id);
            }
        });
        while (!ends.isEmpty()) {
            var end = ends.remove();
            open.remove(end);
            for (var id : pointing.getOrDefault(end, List.of())) {
                var others = open.getOrDefault(id, Set.of());
                if (others.remove(end) && others.isEmpty()) {
                    ends.add(id);
                }
            }
        }
        var next = new LinkedHashMap<String, String>();
        open.forEach((id, others) -> next.put(id, others.iterator().next()));
        return next;
    }
}
