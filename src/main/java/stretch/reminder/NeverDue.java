package stretch.reminder;

import java.time.LocalTime;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import stretch.catalogue.Goal;
import stretch.config.ReminderRules;
import stretch.reminder.schedule.Timetable;

/** Why nothing can ever be due at the times of a reminder, whatever is practised. */
public final class NeverDue {
    private NeverDue() {}

    /**
     * The reason, with what to do; empty if there is a time at which one of these goals can be due.
     *
     * @param goals of the routines that it reminds of
     */
    public static Optional<String> why(Collection<Goal> goals, Timetable timetable, ReminderRules rules) {
        var reasons = goals.stream()
                .filter(goal -> !(goal instanceof Goal.None))
                .map(goal -> why(goal, timetable, rules))
                .toList();
        if (reasons.isEmpty()) {
            return Optional.of("it has no goal; give it one in routines.yaml, such as 'goal: daily'");
        }
        return reasons.stream().allMatch(Optional::isPresent) ? reasons.get(0) : Optional.empty();
    }

    private static Optional<String> why(Goal goal, Timetable timetable, ReminderRules rules) {
        if (rules.daysOff().containsAll(timetable.days())) {
            return Optional.of("its days are days off in the settings; choose others with --days");
        }
        var days = EnumSet.copyOf(timetable.days());
        days.removeAll(rules.daysOff());
        if (goal.often() instanceof Goal.Days asked
                && timetable.times().stream()
                        .allMatch(time -> days.stream()
                                .noneMatch(day ->
                                        asked.days().contains(isOfYesterday(goal, time) ? day.minus(1) : day)))) {
            return Optional.of("its goal is " + goal.id() + "; choose such with --days");
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

    private static boolean isOfYesterday(Goal goal, LocalTime time) {
        return goal.hours().stream().anyMatch(hours -> hours.contains(time) && hours.isNextDay(time));
    }
}
