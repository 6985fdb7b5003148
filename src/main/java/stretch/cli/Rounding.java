package stretch.cli;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import stretch.catalogue.Catalogue;
import stretch.catalogue.Exercise;
import stretch.session.Plan;
import stretch.session.Step;

/** Mentions the lesson on reaching for the toes where somebody's own routine rounds the back; nothing is kept from them. */
final class Rounding {
    private static final String LESSON = "hamstrings";

    private Rounding() {}

    /** For what is about to be practised. */
    static Optional<String> in(Plan plan) {
        return mention(plan.steps().stream().map(Step::exercise));
    }

    /** For every routine there is. */
    static Optional<String> in(Catalogue catalogue) {
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
                        + " the low back, which can make symptoms worse: see 'stretch learn " + LESSON + "'");
    }
}
