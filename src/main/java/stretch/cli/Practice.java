package stretch.cli;

import stretch.catalogue.Routine;
import stretch.remind.Due;
import stretch.remind.Situation;

/** A routine, and whether it is due by the record. */
record Practice(Routine routine, Situation situation, Due due) {
    /** Decides by the situation. */
    static Practice of(Routine routine, Situation situation) {
        return new Practice(routine, situation, Due.decide(situation));
    }

    boolean isDue() {
        return due.due();
    }

    /** Whether every reminder is held back just now. */
    boolean isHeld() {
        return situation.running() || Due.held(situation).isPresent();
    }

    /** The reasons as a sentence, with what comes next. */
    String sentence() {
        var next = due.due()
                ? ""
                : Due.next(situation)
                        .map(when -> "; next due " + Due.moment(when, situation.today()))
                        .orElse("");
        return routine.id() + " is " + (due.due() ? "due: " : "not due: ") + due.why() + next + ".";
    }
}
