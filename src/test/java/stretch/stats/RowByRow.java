package stretch.stats;

import java.time.LocalDate;
import stretch.catalogue.Outcome;
import stretch.catalogue.exercise.Side;
import stretch.history.Aggregates;
import stretch.history.entry.SessionRow;
import stretch.history.entry.StepRow;

/** Counts what is on record row by row, where the program has the database add it up. */
public final class RowByRow {
    private RowByRow() {}

    /** A session; one that was not completed and has no time at its steps, such as one that still runs, is none. */
    public static void add(PracticeTotals totals, SessionRow session) {
        boolean whole = session.outcome().filter(Outcome.COMPLETED::equals).isPresent();
        if (session.active().toSeconds() > 0 || whole) {
            totals.add(new Aggregates.DaySessions(
                    totals.calendar().dayOf(session.startedAt()),
                    session.routine(),
                    1,
                    whole ? 1 : 0,
                    session.active()));
        }
    }

    /** A step on the day its session began. */
    public static void add(PracticeTotals totals, LocalDate date, StepRow step) {
        if (step.side() != Side.BOTH && !step.held().isZero()) {
            totals.add(new Aggregates.DaySides(date, step.side(), 1, step.held()));
        }
        if (!date.isBefore(totals.firstOfYear()) && !date.isAfter(totals.today())) {
            totals.add(new Aggregates.ExerciseOutcomes(step.exercise(), step.outcome(), 1));
        }
    }
}
