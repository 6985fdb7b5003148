package stretch.remind;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import stretch.catalogue.Goal;

/** Whether a routine is due, and why, in one clause. */
public record Due(boolean due, String why) {
    /**
     * Decides by the goal and the days on which the routine was completed.
     *
     * @param done local days of completed sessions, each by the offset stored with it; any order, repeats allowed
     * @param today the local day now
     */
    public static Due decide(Goal goal, List<LocalDate> done, LocalDate today) {
        if (goal instanceof Goal.None) {
            return new Due(false, "it has no goal");
        }
        if (done.contains(today)) {
            return new Due(false, "done today");
        }
        if (goal instanceof Goal.Weekdays && isWeekend(today)) {
            return new Due(false, "its goal is weekdays, and today is none");
        }
        if (goal instanceof Goal.Weekly weekly) {
            var monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            long days = done.stream()
                    .filter(day -> !day.isBefore(monday) && !day.isAfter(today))
                    .distinct()
                    .count();
            var so = "done on " + days + " of " + weekly.days() + " days this week";
            return new Due(days < weekly.days(), so);
        }
        return new Due(true, "not done today");
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
