package stretch.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * Exercises in order, with how often and when they want to be done.
 *
 * @param sound what is heard, where the routine has its own
 */
public record Routine(
        String id, String name, String when, Goal goal, Optional<Sound> sound, List<RoutineStep> steps, String source) {

    /** One exercise of a routine, with the dose or the sides where the routine has its own. */
    public record RoutineStep(String exercise, Optional<Dose> dose, List<Side> sides) {
        public RoutineStep {
            sides = List.copyOf(sides);
        }
    }

    public Routine {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException(id + " has no steps");
        }
    }
}
