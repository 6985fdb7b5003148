package stretch.history;

import java.time.Duration;
import java.time.OffsetDateTime;
import stretch.catalogue.DoseKind;
import stretch.catalogue.Side;
import stretch.catalogue.StepOutcome;

/**
 * A step on record.
 *
 * @param step its place in the plan, from 1
 * @param planned seconds, repetitions or breaths, as {@code kind} has it; likewise {@code done}
 * @param held time spent at it by the monotonic clock, to the millisecond
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
        OffsetDateTime startedAt) {}
