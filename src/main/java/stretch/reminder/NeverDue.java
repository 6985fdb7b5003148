package stretch.reminder;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.Optional;
import stretch.catalogue.Goal;
import stretch.config.ReminderRules;
import stretch.history.PracticeCalendar;
import stretch.reminder.schedule.Timetable;

/** Why nothing can ever be due at the times of a reminder, whatever is practised. */
public final class NeverDue {
    private NeverDue() {}

    /**
     * The reason, with what to do; empty if there is a time at which one of these goals can be due.
     *
     * @param goals of the routines that it reminds of
     */
    public static Optional<String> why(
            Collection<Goal> goals, Timetable timetable, ReminderRules rules, PracticeCalendar calendar) {
        var reasons = goals.stream()
                .filter(goal -> !(goal instanceof Goal.None))
                .map(goal -> why(goal, timetable, rules, calendar))
                .toList();
        if (reasons.isEmpty()) {
            return Optional.of("it has no goal; give it one with 'stretch goal ROUTINE GOAL'");
        }
        return reasons.stream().allMatch(Optional::isPresent) ? reasons.get(0) : Optional.empty();
    }

    private static Optional<String> why(
            Goal goal, Timetable timetable, ReminderRules rules, PracticeCalendar calendar) {
        var moments = timetable.days().stream()
                .map(day -> LocalDate.EPOCH.with(TemporalAdjusters.nextOrSame(day)))
                .flatMap(day -> timetable.times().stream().map(day::atTime))
                .filter(then -> !rules.daysOff().contains(calendar.dayOf(then).getDayOfWeek()))
                .toList();
        if (moments.isEmpty()) {
            return Optional.of("its days are days off in the settings; choose others with --days");
        }
        if (goal.often() instanceof Goal.Days asked
                && moments.stream()
                        .map(calendar.forGoal(goal)::dayOf)
                        .noneMatch(day -> asked.days().contains(day.getDayOfWeek()))) {
            return Optional.of("its goal is " + goal.id() + "; choose those days with --days");
        }
        var spoken = timetable.times().stream()
                .filter(time ->
                        rules.quiet().filter(hours -> hours.contains(time)).isEmpty())
                .toList();
        if (spoken.isEmpty()) {
            return Optional.of("quiet hours are " + rules.quiet().orElseThrow() + "; choose another time with --at");
        }
        if (!goal.hours().isEmpty()) {
            return spoken.stream().anyMatch(time -> goal.hours().stream().anyMatch(hours -> hours.contains(time)))
                    ? Optional.empty()
                    : Optional.of("its hours are " + DueDecision.hours(goal) + "; choose times in them with --at");
        }
        boolean free = spoken.stream()
                .anyMatch(time ->
                        rules.working().filter(hours -> !hours.contains(time)).isEmpty());
        return goal instanceof Goal.Every && !free
                ? Optional.of("working hours are " + rules.working().orElseThrow() + "; choose times in them with --at")
                : Optional.empty();
    }
}
