package stretch.reminder;

import stretch.catalogue.Routine;

/** A routine, and whether it is due by the record. */
public record RoutineStatus(Routine routine, DueInput input, DueDecision decision) {
    public static RoutineStatus of(Routine routine, DueInput input) {
        return new RoutineStatus(routine, input, DueDecision.decide(input));
    }

    public boolean isDue() {
        return decision.due();
    }

    /** Whether every reminder is held back just now. */
    public boolean isPaused() {
        return input.running() || DueDecision.paused(input).isPresent();
    }

    /** The reasons as a sentence, with what comes next. */
    public String sentence() {
        var next = decision.due()
                ? ""
                : DueDecision.next(input)
                        .map(when -> "; next due " + DueDecision.moment(when, input.now()))
                        .orElse("");
        return routine.id() + " is " + (decision.due() ? "due: " : "not due: ") + decision.why() + next + ".";
    }
}
