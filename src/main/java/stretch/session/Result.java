package stretch.session;

import java.time.Duration;
import stretch.catalogue.StepOutcome;

/**
 * What was done of a step, in all attempts at it.
 *
 * @param done whole seconds, repetitions or breaths
 * @param held time spent at it, pauses and get-ready left out
 */
public record Result(Step step, int done, Duration held, StepOutcome outcome) {}
