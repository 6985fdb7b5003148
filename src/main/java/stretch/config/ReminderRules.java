package stretch.config;

import java.time.DayOfWeek;
import java.util.Optional;
import java.util.Set;
import stretch.text.TimeRange;

/**
 * When the user wants no reminders.
 *
 * @param quiet at these hours none at all
 * @param working outside of these hours none for what is to be done every few hours
 * @param daysOff on these days none at all
 */
public record ReminderRules(Optional<TimeRange> quiet, Optional<TimeRange> working, Set<DayOfWeek> daysOff) {
    /** Reminders at any time. */
    public static final ReminderRules NONE = new ReminderRules(Optional.empty(), Optional.empty(), Set.of());

    public ReminderRules {
        daysOff = Set.copyOf(daysOff);
    }
}
