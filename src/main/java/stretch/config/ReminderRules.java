package stretch.config;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;

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

    /**
     * A part of the day; over midnight if it ends before it begins.
     *
     * @param from the first minute of it
     * @param to the first minute after it
     */
    public record TimeRange(LocalTime from, LocalTime to) {
        public TimeRange {
            if (from.equals(to)) {
                throw new IllegalArgumentException("ends when it begins");
            }
        }

        /** Whether it holds at this time of the day. */
        public boolean contains(LocalTime time) {
            return from.isBefore(to)
                    ? !time.isBefore(from) && time.isBefore(to)
                    : !time.isBefore(from) || time.isBefore(to);
        }

        @Override
        public String toString() {
            return from + "-" + to;
        }
    }
}
