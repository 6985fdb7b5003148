package stretch.history.entry;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.OptionalInt;
import stretch.catalogue.StepOutcome;
import stretch.catalogue.exercise.DoseKind;
import stretch.catalogue.exercise.Side;

/**
 * A step on record.
 *
 * @param step its place in the plan, from 1
 * @param planned seconds, repetitions or breaths, as {@code kind} has it; likewise {@code done}
 * @param held time spent at it by the monotonic clock, to the millisecond
 * @param set which set of its exercise it was, from 1, all rounds counted; empty where there was only one
 * @param load the weight or band that was used, in the user's words; may be empty
 */
public record StepRow(
        int step,
        String exercise,
        Side side,
        DoseKind kind,
        int planned,
        int done,
        Duration held,
        StepOutcome outcome,
        OffsetDateTime startedAt,
        OptionalInt set,
        String load) {}
