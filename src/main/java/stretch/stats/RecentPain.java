package stretch.stats;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import stretch.catalogue.StepOutcome;
import stretch.catalogue.exercise.Side;
import stretch.history.PracticeCalendar;
import stretch.history.db.SessionRows;

/** What hurt when it was last done, and has not been done without pain since. */
public final class RecentPain {
    /** Longer ago than these days, what hurt is begun as planned again. Our choice: four weeks. */
    public static final int DAYS = 28;

    /** An exercise on one side. */
    public record ExerciseSide(String exercise, Side side) {}

    private final Map<ExerciseSide, LocalDate> recent = new HashMap<>();
    private final PracticeCalendar calendar;

    public RecentPain(PracticeCalendar calendar) {
        this.calendar = calendar;
    }

    /** One more step, in the order in which they were done. */
    public void add(SessionRows.StepOfSession row) {
        var step = row.step();
        var place = new ExerciseSide(step.exercise(), step.side());
        if (step.outcome() == StepOutcome.HURT) {
            recent.put(place, calendar.dayOf(step.startedAt()));
        } else if (step.outcome() == StepOutcome.DONE) {
            recent.remove(place);
        }
    }

    /** The day on which it hurt, by what hurt. */
    public Map<ExerciseSide, LocalDate> places() {
        return Map.copyOf(recent);
    }
}
