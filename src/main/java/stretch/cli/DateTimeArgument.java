package stretch.cli;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.regex.Pattern;
import stretch.history.FieldRules;
import stretch.os.ExitCode;
import stretch.os.UserError;
import stretch.text.Numbers;

/**
 * A moment as people write it: {@code 2026-11-21}, {@code 2026-11-21T08:00}, {@code 08:00}, {@code today},
 * {@code yesterday 08:00}, {@code 7d} (ago). Local time.
 *
 * @param wholeDay whether only the day was given
 */
public record DateTimeArgument(ZonedDateTime from, boolean wholeDay) {
    private static final Pattern AGO = Pattern.compile("(\\d{1,5})d");

    public static DateTimeArgument parse(String text, Clock clock) {
        var now = ZonedDateTime.now(clock);
        try {
            var words = text.strip().toLowerCase(Locale.ROOT).split("\\s+", 2);
            var ago = AGO.matcher(words[0]);
            LocalDate day = null;
            if (words[0].equals("today")) {
                day = now.toLocalDate();
            } else if (words[0].equals("yesterday")) {
                day = now.toLocalDate().minusDays(1);
            } else if (ago.matches()) {
                day = now.toLocalDate().minusDays(Numbers.parse(ago.group(1)).orElseThrow());
            }
            if (day != null) {
                return words.length == 1
                        ? new DateTimeArgument(day.atStartOfDay(clock.getZone()), true)
                        : at(day.atTime(LocalTime.parse(words[1])), clock);
            }
            return iso(text.strip(), now.toLocalDate(), clock);
        } catch (DateTimeException e) {
            throw new UserError(
                    ExitCode.USAGE,
                    "'" + text
                            + "' is not a date or time; write 2026-11-21, 2026-11-21T08:00, 08:00, today, yesterday or 7d");
        }
    }

    /** When a session began, by the value of {@code --at}: a moment that has been, and that the history can hold. */
    public static ZonedDateTime begun(String text, Clock clock) {
        var start = parse(text, clock).moment(text);
        if (start.isAfter(ZonedDateTime.now(clock))) {
            throw new UserError(ExitCode.USAGE, "--at '" + text + "' is still to come; write when it began");
        }
        if (!FieldRules.MOMENT.allows(start.toOffsetDateTime())) {
            throw new UserError(ExitCode.USAGE, FieldRules.MOMENT.fault("--at", text));
        }
        return start;
    }

    private static DateTimeArgument iso(String text, LocalDate today, Clock clock) {
        if (text.matches("\\d{1,2}:\\d\\d(:\\d\\d)?")) {
            return at(today.atTime(LocalTime.parse(text.length() % 3 == 1 ? "0" + text : text)), clock);
        }
        if (text.matches("\\d{4}-\\d\\d-\\d\\d")) {
            return new DateTimeArgument(LocalDate.parse(text).atStartOfDay(clock.getZone()), true);
        }
        if (text.matches(".*T.*([+-]\\d\\d:\\d\\d|[zZ])")) {
            return new DateTimeArgument(OffsetDateTime.parse(text).toZonedDateTime(), false);
        }
        return at(LocalDateTime.parse(text.replace(' ', 'T')), clock);
    }

    private static DateTimeArgument at(LocalDateTime time, Clock clock) {
        return new DateTimeArgument(time.atZone(clock.getZone()), false);
    }

    /** The moment itself; of a whole day, nobody knows which. */
    ZonedDateTime moment(String text) {
        if (wholeDay) {
            throw new UserError(
                    ExitCode.USAGE, "'" + text + "' is a whole day; add the time, such as '" + text + " 08:00'");
        }
        return from;
    }

    /** The first moment that is past it: a whole day ends with its last. */
    public ZonedDateTime end() {
        return wholeDay ? from.toLocalDate().plusDays(1).atStartOfDay(from.getZone()) : from;
    }
}
