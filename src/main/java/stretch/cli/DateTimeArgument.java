package stretch.cli;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import stretch.history.FieldRules;
import stretch.os.ExitCode;
import stretch.os.UserError;
import stretch.text.Numbers;

/**
 * A moment, a day or a month as people write it: {@code 2026-11-21}, {@code 2026-11-21T08:00}, {@code 2026-11},
 * {@code 08:00}, {@code 8pm}, {@code today}, {@code yesterday 8:30am}, {@code monday} (the last one), {@code 7d} and
 * {@code 2h} (ago), {@code this month}, {@code last month}. Local time.
 *
 * @param from its first moment
 * @param end the first moment that is past it; the same for a moment
 */
public record DateTimeArgument(ZonedDateTime from, ZonedDateTime end) {
    private static final Pattern AGO = Pattern.compile("(\\d{1,5})([dh])");
    private static final Pattern TIME = Pattern.compile("(\\d{1,2})(:\\d\\d(?::\\d\\d)?)?(?: ?([ap])m)?");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d\\d");

    public static DateTimeArgument parse(String text, Clock clock) {
        var now = ZonedDateTime.now(clock);
        try {
            var word = text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
            if (TIME.matcher(word).matches()) {
                return at(now.toLocalDate().atTime(time(word)), clock);
            }
            if (word.equals("this month") || word.equals("last month")) {
                return month(YearMonth.from(now).minusMonths(word.startsWith("last") ? 1 : 0), clock);
            }
            if (MONTH.matcher(word).matches()) {
                return month(YearMonth.parse(word), clock);
            }
            var words = word.split(" ", 2);
            var ago = AGO.matcher(words[0]);
            if (ago.matches() && ago.group(2).equals("h") && words.length == 1) {
                var then = now.minusHours(Numbers.parse(ago.group(1)).orElseThrow());
                return new DateTimeArgument(then, then);
            }
            var day = day(words[0], now.toLocalDate());
            if (day.isPresent()) {
                return words.length == 1
                        ? span(day.get(), day.get().plusDays(1), clock)
                        : at(day.get().atTime(time(words[1])), clock);
            }
            return iso(text.strip(), clock);
        } catch (DateTimeException e) {
            throw new UserError(
                    ExitCode.USAGE,
                    "'" + text
                            + "' is not a date or time; write 2026-11-21, 2026-11-21T08:00, 2026-11, 08:00, 8pm, today,"
                            + " yesterday, monday, 7d, 2h, this month or last month");
        }
    }

    private static Optional<LocalDate> day(String word, LocalDate today) {
        var ago = AGO.matcher(word);
        if (DATE.matcher(word).matches()) {
            return Optional.of(LocalDate.parse(word));
        }
        if (ago.matches() && ago.group(2).equals("d")) {
            return Optional.of(today.minusDays(Numbers.parse(ago.group(1)).orElseThrow()));
        }
        return switch (word) {
            case "today" -> Optional.of(today);
            case "yesterday" -> Optional.of(today.minusDays(1));
            default ->
                Arrays.stream(DayOfWeek.values())
                        .filter(day -> day.name().toLowerCase(Locale.ROOT).equals(word))
                        .findFirst()
                        .map(day -> today.with(TemporalAdjusters.previousOrSame(day)));
        };
    }

    /** {@code 8:00}, {@code 08:00:30}, {@code 8pm}, {@code 8:30 am}; an hour alone is none. */
    private static LocalTime time(String word) {
        var time = TIME.matcher(word);
        if (!time.matches() || (time.group(2) == null && time.group(3) == null)) {
            throw new DateTimeException("no time");
        }
        int hour = Numbers.parse(time.group(1)).orElseThrow();
        if (time.group(3) != null) {
            if (hour < 1 || hour > 12) {
                throw new DateTimeException("no hour of half a day");
            }
            hour = hour % 12 + (time.group(3).equals("p") ? 12 : 0);
        }
        return LocalTime.parse(
                String.format(Locale.ROOT, "%02d", hour) + (time.group(2) == null ? ":00" : time.group(2)));
    }

    private static DateTimeArgument month(YearMonth month, Clock clock) {
        return span(month.atDay(1), month.plusMonths(1).atDay(1), clock);
    }

    private static DateTimeArgument span(LocalDate from, LocalDate end, Clock clock) {
        return new DateTimeArgument(from.atStartOfDay(clock.getZone()), end.atStartOfDay(clock.getZone()));
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

    private static DateTimeArgument iso(String text, Clock clock) {
        if (text.matches(".*T.*([+-]\\d\\d:\\d\\d|[zZ])")) {
            var moment = OffsetDateTime.parse(text).toZonedDateTime();
            return new DateTimeArgument(moment, moment);
        }
        return at(LocalDateTime.parse(text), clock);
    }

    private static DateTimeArgument at(LocalDateTime time, Clock clock) {
        var moment = time.atZone(clock.getZone());
        return new DateTimeArgument(moment, moment);
    }

    /** The moment itself; of a whole day or month, nobody knows which. */
    ZonedDateTime moment(String text) {
        if (from.isBefore(end)) {
            var month = from.plusDays(1).isBefore(end);
            throw new UserError(
                    ExitCode.USAGE,
                    "'" + text + "' is a whole "
                            + (month
                                    ? "month; name the day and the time, such as '" + from.toLocalDate() + " 08:00'"
                                    : "day; add the time, such as '" + text + " 08:00'"));
        }
        return from;
    }

    /** The day, if it is one. */
    public Optional<LocalDate> day() {
        var day = from.toLocalDate();
        return Optional.of(day).filter(it -> end.equals(it.plusDays(1).atStartOfDay(from.getZone())));
    }

    /** The last day that is touched. */
    public LocalDate lastDay() {
        return from.isBefore(end) ? end.toLocalDate().minusDays(1) : from.toLocalDate();
    }
}
