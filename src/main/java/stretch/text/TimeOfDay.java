package stretch.text;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A time of the day as people write it: {@code 8:00}, {@code 08:00:30}, {@code 8pm}, {@code 8:30 am}. */
public final class TimeOfDay {
    private static final Pattern FORM = Pattern.compile("(\\d{1,2})(:\\d\\d(?::\\d\\d)?)?(?: ?([ap])m)?");

    private TimeOfDay() {}

    /** Reads a time in whole minutes; fails with an IllegalArgumentException that says what would be right. */
    public static LocalTime minute(String text) {
        return parse(text)
                .filter(time -> time.getSecond() == 0)
                .orElseThrow(() -> new IllegalArgumentException("'" + TerminalSafe.line(text)
                        + (Durations.isOne(text) ? "' is a duration, not a time of day" : "' is not a time of day")
                        + "; write it like " + likely(text.strip())));
    }

    /** The same hour in full, if it is one alone. */
    private static String likely(String text) {
        if (!text.matches("1?\\d|2[0-3]")) {
            return "19:30 or 7:30pm";
        }
        int hour = Numbers.parse(text).orElseThrow();
        return hour + ":00 or " + (hour % 12 == 0 ? 12 : hour % 12) + (hour < 12 ? "am" : "pm");
    }

    /** Reads it in capitals or not; empty if it is none, as an hour alone. */
    public static Optional<LocalTime> parse(String text) {
        var form = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!form.matches() || (form.group(2) == null && form.group(3) == null)) {
            return Optional.empty();
        }
        int hour = Numbers.parse(form.group(1)).orElseThrow();
        if (form.group(3) != null) {
            if (hour < 1 || hour > 12) {
                return Optional.empty();
            }
            hour = hour % 12 + (form.group(3).equals("p") ? 12 : 0);
        }
        try {
            return Optional.of(LocalTime.parse(
                    String.format(Locale.ROOT, "%02d", hour) + (form.group(2) == null ? ":00" : form.group(2))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
