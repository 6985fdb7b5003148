package stretch.catalogue;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import stretch.catalogue.exercise.Exercise;
import stretch.catalogue.exercise.Position;
import stretch.catalogue.exercise.PosturePattern;
import stretch.yaml.NodeChecks;

/**
 * Everything that can be practised and learnt, each by its id, in the order of the files.
 *
 * @param fromStanding how long a body needs to get from standing into each position; none for those that are not named
 * @param files the user's files that entries are from, each by its kind and id: {@code exercise calf-wall}
 * @param lengths how long each routine takes as it is, where that has been worked out
 */
public record Catalogue(
        Map<String, Exercise> exercises,
        Map<String, Routine> routines,
        Map<String, Lesson> lessons,
        Map<String, PosturePattern> patterns,
        Map<String, Habit> habits,
        List<Marker> markers,
        Map<Position, Duration> fromStanding,
        Cautions cautions,
        Map<String, String> files,
        Map<String, Duration> lengths) {
    /** The longest id of an exercise or a routine, in characters. */
    public static final int LONGEST_ID = NodeChecks.NAME;

    /** Stands between the exercises of a session that is of no routine; no id has it. */
    public static final String AND = "+";

    public Catalogue {
        exercises = ordered(exercises);
        routines = ordered(routines);
        lessons = ordered(lessons);
        patterns = ordered(patterns);
        habits = ordered(habits);
        markers = List.copyOf(markers);
        fromStanding = Map.copyOf(fromStanding);
        files = Map.copyOf(files);
        lengths = Map.copyOf(lengths);
    }

    /**
     * What a session of this name is of: the routine with this id, or else the exercises whose ids it joins with
     * {@value #AND}, each with its own dose.
     */
    public Optional<Routine> practice(String name) {
        var routine = routines.get(name);
        if (routine != null) {
            return Optional.of(routine);
        }
        var ids = List.of(name.split("\\" + AND, -1));
        if (!exercises.keySet().containsAll(ids) || name.length() > LONGEST_ID) {
            return Optional.empty();
        }
        var names = ids.stream().flatMap(id -> Optional.ofNullable(exercises.get(id)).map(Exercise::name).stream());
        return Optional.of(Routine.of(name, names.collect(Collectors.joining(", ")), ids));
    }

    /** The user's file that an exercise or a routine is from; empty for one that comes with stretch. */
    public Optional<String> file(String kind, String id) {
        return Optional.ofNullable(files.get(kind + " " + id));
    }

    /** The same with other goals for these routines; those that are not there are left alone. */
    public Catalogue withGoals(Map<String, Goal> goals) {
        if (goals.isEmpty()) {
            return this;
        }
        var changed = new LinkedHashMap<>(routines);
        goals.forEach((id, goal) -> changed.computeIfPresent(id, (same, routine) -> routine.withGoal(goal)));
        return new Catalogue(
                exercises, changed, lessons, patterns, habits, markers, fromStanding, cautions, files, lengths);
    }

    /** The same, where it is known how long each routine takes. */
    public Catalogue withLengths(Function<Routine, Duration> length) {
        var all = new HashMap<String, Duration>();
        routines.forEach((id, routine) -> all.put(id, length.apply(routine)));
        return new Catalogue(
                exercises, routines, lessons, patterns, habits, markers, fromStanding, cautions, files, all);
    }

    private static <T> Map<String, T> ordered(Map<String, T> map) {
        return java.util.Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
