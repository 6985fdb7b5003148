package stretch.text;

import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A part of the day; over midnight if it ends before it begins.
 *
 * @param from the first minute of it
 * @param to the first minute after it
 */
public record TimeRange(LocalTime from, LocalTime to) {
    private static final Pattern FORM = Pattern.compile("([^-]+)-([^-]+)");

    public TimeRange {
        if (from.equals(to)) {
            throw new IllegalArgumentException("ends when it begins");
        }
    }

    /** Reads {@code 22:00-07:00} or {@code 10pm-7am}; fails with an IllegalArgumentException that says what would be right. */
    public static TimeRange parse(String text) {
        var form = FORM.matcher(text);
        try {
            if (form.matches()) {
                return new TimeRange(TimeOfDay.minute(form.group(1)), TimeOfDay.minute(form.group(2)));
            }
        } catch (IllegalArgumentException e) {
            // What would be right is said below.
        }
        throw new IllegalArgumentException("invalid hours '" + TerminalSafe.line(text)
                + "': expected two different times, such as 07:00-10:00 or 7am-10am");
    }

    /** Reads several with commas between them. */
    public static List<TimeRange> several(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(part -> parse(part.strip()))
                .toList();
    }

    public boolean contains(LocalTime time) {
        return from.isBefore(to)
                ? !time.isBefore(from) && time.isBefore(to)
                : !time.isBefore(from) || time.isBefore(to);
    }

    public boolean overlaps(TimeRange other) {
        return contains(other.from) || other.contains(from);
    }

    @Override
    public String toString() {
        return from + "-" + to;
    }
}
