package stretch.session;

import java.time.Duration;
import stretch.catalogue.StepOutcome;
import stretch.session.plan.Step;

/**
 * What was done of a step, in all attempts at it.
 *
 * @param done whole seconds, repetitions or breaths
 * @param held time spent at it, pauses and get-ready left out
 */
public record StepResult(Step step, int done, Duration held, StepOutcome outcome) {}
