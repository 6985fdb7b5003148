package stretch.coaching;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import stretch.catalogue.Catalogue;
import stretch.catalogue.exercise.Exercise;
import stretch.session.plan.Plan;
import stretch.session.plan.Step;

/** Mentions the lesson on reaching for the toes where somebody's own routine rounds the back; nothing is kept from them. */
public final class RoundedSpineAdvice {
    private static final String LESSON = "hamstrings";

    private RoundedSpineAdvice() {}

    /** For what is about to be practised. */
    public static Optional<String> in(Plan plan) {
        return mention(plan.steps().stream().map(Step::exercise));
    }

    /** For every routine there is. */
    public static Optional<String> in(Catalogue catalogue) {
        return mention(catalogue.routines().values().stream()
                .flatMap(routine -> routine.steps().stream())
                .map(entry -> Objects.requireNonNull(catalogue.exercises().get(entry.exercise()))));
    }

    private static Optional<String> mention(Stream<Exercise> exercises) {
        List<String> rounded = exercises
                .filter(exercise -> exercise.spine() == Exercise.Spine.ROUNDED)
                .map(Exercise::id)
                .distinct()
                .toList();
        return rounded.isEmpty()
                ? Optional.empty()
                : Optional.of(String.join(", ", rounded)
                        + (rounded.size() == 1 ? " rounds" : " round")
                        + " the low back, which can sometimes make symptoms worse: see 'stretch learn " + LESSON + "'");
    }
}
