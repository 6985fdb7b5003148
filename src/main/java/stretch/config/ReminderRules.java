package stretch.config;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import stretch.text.TerminalSafe;

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
        private static final Pattern FORM = Pattern.compile("(\\d\\d:\\d\\d) *- *(\\d\\d:\\d\\d)");

        public TimeRange {
            if (from.equals(to)) {
                throw new IllegalArgumentException("ends when it begins");
            }
        }

        /** Reads {@code 22:00-07:00}; fails with an IllegalArgumentException that says what would be right. */
        public static TimeRange parse(String text) {
            var form = FORM.matcher(text);
            try {
                if (form.matches()) {
                    return new TimeRange(LocalTime.parse(form.group(1)), LocalTime.parse(form.group(2)));
                }
            } catch (DateTimeException | IllegalArgumentException e) {
                // What would be right is said below.
            }
            throw new IllegalArgumentException("'" + TerminalSafe.line(text)
                    + "' is no part of a day; write its first and its last minute such as 22:00-07:00");
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
