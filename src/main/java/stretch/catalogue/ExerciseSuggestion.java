package stretch.catalogue;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import stretch.catalogue.exercise.Exercise;
import stretch.catalogue.exercise.PosturePattern;

/**
 * What answers the patterns that somebody knows from themselves.
 *
 * @param patterns those patterns
 * @param exercises all that answer them, each once, in the order of the catalogue
 * @param habits the habits that go with them, likewise
 */
public record ExerciseSuggestion(List<PosturePattern> patterns, List<Exercise> exercises, List<Habit> habits) {
    public ExerciseSuggestion {
        patterns = List.copyOf(patterns);
        exercises = List.copyOf(exercises);
        habits = List.copyOf(habits);
    }

    /** For the patterns of these ids, in the order of the catalogue however often and in whatever order they come. */
    public static ExerciseSuggestion of(Catalogue catalogue, Collection<String> ids) {
        var patterns = catalogue.patterns().values().stream()
                .filter(pattern -> ids.contains(pattern.id()))
                .toList();
        return new ExerciseSuggestion(
                patterns,
                catalogue.exercises().values().stream()
                        .filter(exercise -> patterns.stream()
                                .anyMatch(pattern -> pattern.answers().contains(exercise.id())))
                        .toList(),
                catalogue.habits().values().stream()
                        .filter(habit -> patterns.stream()
                                .anyMatch(pattern -> pattern.habits().contains(habit.id())))
                        .toList());
    }

    /** Nothing was found to be true. */
    public boolean isEmpty() {
        return patterns.isEmpty();
    }

    /** Why an exercise is there, in the catalogue's own words: its why, or what it works on, or how it feels. */
    public static String why(Exercise exercise) {
        return !exercise.reasons().why().isBlank()
                ? exercise.reasons().why()
                : !exercise.reasons().targets().isBlank()
                        ? "Works on: " + exercise.reasons().targets()
                        : !exercise.instructions().feel().isBlank()
                                ? "Should feel like: " + exercise.instructions().feel()
                                : exercise.name();
    }

    /** A routine out of it all; every dose is the exercise's own, which runs at its low end. */
    public Routine routine(String id, Goal goal) {
        return new Routine(
                id,
                "Suggested",
                when(),
                goal,
                Optional.empty(),
                exercises.stream()
                        .<Routine.RoutineEntry>map(exercise -> Routine.RoutineStep.of(exercise.id()))
                        .toList(),
                "");
    }

    private String when() {
        var known = patterns.stream().map(PosturePattern::id).collect(Collectors.joining(", "));
        var going = habits.stream().map(Habit::id).collect(Collectors.joining(", "));
        return "For " + known + ", by stretch suggest." + (habits.isEmpty() ? "" : " Habit: " + going + ".");
    }

    /** The routine's lines below its id, for a file. */
    public List<String> lines(Goal goal) {
        var routine = routine("", goal);
        var steps = routine.steps().stream().map(step -> "    - " + quoted(step.exercise()));
        var head = List.of(
                "  name: " + routine.name(),
                "  when: \"" + routine.when() + "\"",
                "  goal: " + goal.written(),
                "  steps:");
        return java.util.stream.Stream.concat(head.stream(), steps).toList();
    }

    /** The same on a single line, to be written by hand. */
    public String line(String id, Goal goal) {
        var steps = routine(id, goal).steps().stream().map(step -> quoted(step.exercise()));
        return quoted(id) + ": {name: Suggested, " + (goal instanceof Goal.None ? "" : "goal: " + goal.written() + ", ")
                + "steps: "
                + steps.collect(Collectors.joining(", ", "[", "]}"));
    }

    /** An id such as 123 or null would be read as something else than text. */
    public static String quoted(String id) {
        return id.matches("[a-z][a-z0-9-]*")
                        && !List.of("true", "false", "null").contains(id)
                ? id
                : '"' + id + '"';
    }
}
