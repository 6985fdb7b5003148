package stretch.stats;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import stretch.catalogue.StepOutcome;
import stretch.catalogue.exercise.Side;
import stretch.history.History;
import stretch.history.PracticeCalendar;
import stretch.history.entry.Filter;

/** What hurt when it was last done, and has not been done without pain since: an exercise on one side. */
public record RecentPain(String exercise, Side side) {
    /** Longer ago than these days, what hurt is begun as planned again. Our choice: four weeks. */
    private static final int DAYS = 28;

    /** The day on which it hurt, by what hurt. */
    public static Map<RecentPain, LocalDate> of(History history, PracticeCalendar calendar, Instant now) {
        var recent = new HashMap<RecentPain, LocalDate>();
        history.rows(Filter.since(now.minus(DAYS, ChronoUnit.DAYS))).steps(row -> {
            var step = row.step();
            var place = new RecentPain(step.exercise(), step.side());
            if (step.outcome() == StepOutcome.HURT) {
                recent.put(place, calendar.dayOf(step.startedAt()));
            } else if (step.outcome() == StepOutcome.DONE) {
                recent.remove(place);
            }
        });
        return recent;
    }
}
