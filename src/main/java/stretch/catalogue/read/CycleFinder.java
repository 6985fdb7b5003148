package stretch.catalogue.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        var circles = new ArrayList<List<String>>();
        var untried = new HashMap<String, Iterator<String>>();
        var ended = new HashSet<String>();
        for (var start : exercises.keySet()) {
            var path = new ArrayList<String>();
            if (!untried.containsKey(start)) {
                path.add(start);
            }
            while (!path.isEmpty()) {
                var last = path.get(path.size() - 1);
                var others = untried.computeIfAbsent(last, id -> alternatives(exercises, id));
                var other = others.hasNext() ? others.next() : last;
                if (other.equals(last)) {
                    ended.add(last);
                    path.remove(path.size() - 1);
                } else if (!untried.containsKey(other)) {
                    path.add(other);
                } else if (!ended.contains(other)) {
                    // It is on this path, or else leads to a circle that was told.
                    if (path.contains(other)) {
                        path.add(other);
                        circles.add(path.subList(path.indexOf(other), path.size()));
                    }
                    break;
                }
            }
        }
        return circles;
    }

    /** Those that there are; that an exercise is its own is told elsewhere. */
    private static Iterator<String> alternatives(Map<String, Exercise> exercises, String id) {
        return Objects.requireNonNull(exercises.get(id)).alternatives().stream()
                .map(Exercise.Alternative::exercise)
                .filter(other -> exercises.containsKey(other) && !other.equals(id))
                .iterator();
    }
}
