package stretch.cli.options;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import stretch.history.PracticeCalendar;
import stretch.history.entry.FieldRules;
import stretch.text.Numbers;
import stretch.text.TimeOfDay;

/**
 * A moment, a day or a month as people write it: {@code 2026-11-21}, {@code 2026-11-21T08:00}, {@code 2026-11},
 * {@code 08:00}, {@code 8pm}, {@code today}, {@code yesterday 8:30am}, {@code monday} (the last one), {@code 7d} and
 * {@code 2h} (ago), {@code this month}, {@code last month}. Local time.
 *
 * <p>A day or month without a time is one of practice; beside a time of the day it is what the calendar shows.
 *
 * @param from its first moment
 * @param end the first moment that is past it; the same for a moment
 * @param first the day of practice on which it begins, {@code last} the one on which it ends
 */
public record DateTimeArgument(ZonedDateTime from, ZonedDateTime end, LocalDate first, LocalDate last) {
    private static final Pattern AGO = Pattern.compile("(\\d{1,5})([dh])");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d\\d");

    public static DateTimeArgument parse(String text, Clock clock, PracticeCalendar calendar) {
        return parse(
                text,
                clock,
                calendar,
                "2026-11-21, 2026-11-21T08:00, 2026-11, 08:00, 8pm, today,"
                        + " yesterday, monday, 7d, 2h, this month or last month");
    }

    /** Whether it is a day, a month or a time, so that it was meant for an option that takes one. */
    public static boolean isOne(String text) {
        try {
            var unused = parse(text, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), PracticeCalendar.USUAL);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static DateTimeArgument parse(String text, Clock clock, PracticeCalendar calendar, String forms) {
        var now = ZonedDateTime.now(clock);
        var today = calendar.dayOf(now);
        try {
            var word = text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
            var time = TimeOfDay.parse(word);
            if (time.isPresent()) {
                return at(now.toLocalDate().atTime(time.get()).atZone(clock.getZone()), calendar);
            }
            if (word.equals("this month") || word.equals("last month")) {
                return month(YearMonth.from(today).minusMonths(word.startsWith("last") ? 1 : 0), clock, calendar);
            }
            if (MONTH.matcher(word).matches()) {
                return month(YearMonth.parse(word), clock, calendar);
            }
            var words = word.split(" ", 2);
            var ago = AGO.matcher(words[0]);
            if (ago.matches() && ago.group(2).equals("h") && words.length == 1) {
                return at(now.minusHours(Numbers.parse(ago.group(1)).orElseThrow()), calendar);
            }
            var day = day(words[0], words.length == 1 ? today : now.toLocalDate());
            if (day.isEmpty()) {
                return at(iso(text.strip(), clock), calendar);
            }
            return words.length == 1
                    ? span(day.get(), day.get(), clock, calendar)
                    : at(day.get().atTime(time(words[1])).atZone(clock.getZone()), calendar);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + text + "' is not a date or time; write " + forms);
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

    private static LocalTime time(String word) {
        return TimeOfDay.parse(word).orElseThrow(() -> new DateTimeException("no time"));
    }

    private static DateTimeArgument month(YearMonth month, Clock clock, PracticeCalendar calendar) {
        return span(month.atDay(1), month.atEndOfMonth(), clock, calendar);
    }

    private static DateTimeArgument span(LocalDate first, LocalDate last, Clock clock, PracticeCalendar calendar) {
        return new DateTimeArgument(
                calendar.startOf(first, clock.getZone()),
                calendar.startOf(last.plusDays(1), clock.getZone()),
                first,
                last);
    }

    /** When a session began, by the value of {@code --at}: a moment that has been, and that the history can hold. */
    public static ZonedDateTime begun(String text, Clock clock) {
        if (text.strip().toLowerCase(Locale.ROOT).startsWith("tomorrow")) {
            throw stillToCome(text);
        }
        var start = parse(text, clock, PracticeCalendar.USUAL, "20:00, 'yesterday 08:00', '2026-11-21 08:00' or 2h")
                .moment(text);
        if (start.isAfter(ZonedDateTime.now(clock))) {
            throw stillToCome(text);
        }
        if (!FieldRules.MOMENT.allows(start.toOffsetDateTime())) {
            throw new IllegalArgumentException(
                    "'" + text + "' is too long ago; write a time from " + FieldRules.MOMENT.firstYear() + " on");
        }
        return start;
    }

    private static IllegalArgumentException stillToCome(String text) {
        return new IllegalArgumentException("'" + text + "' is still to come; write when it began");
    }

    private static ZonedDateTime iso(String text, Clock clock) {
        return text.matches(".*T.*([+-]\\d\\d:\\d\\d|[zZ])")
                ? OffsetDateTime.parse(text).toZonedDateTime()
                : LocalDateTime.parse(text).atZone(clock.getZone());
    }

    private static DateTimeArgument at(ZonedDateTime moment, PracticeCalendar calendar) {
        var day = calendar.dayOf(moment);
        return new DateTimeArgument(moment, moment, day, day);
    }

    /** The moment itself; of a whole day or month, nobody knows which. */
    ZonedDateTime moment(String text) {
        if (from.isBefore(end)) {
            throw new IllegalArgumentException("'" + text + "' is a whole "
                    + (first.isBefore(last)
                            ? "month; name the day and the time, such as '" + first + " 08:00'"
                            : "day; add the time, such as '" + text + " 08:00'"));
        }
        return from;
    }

    /** A day that is skipped, by the value of {@code --on}: it may be the next one. */
    public static LocalDate day(String text, Clock clock, PracticeCalendar calendar) {
        if (text.strip().equalsIgnoreCase("tomorrow")) {
            return calendar.dayOf(ZonedDateTime.now(clock)).plusDays(1);
        }
        var forms = "yesterday or 2026-11-21";
        var when = parse(text, clock, calendar, forms);
        if (!when.first.equals(when.last) || when.from.equals(when.end)) {
            throw new IllegalArgumentException("'" + text + "' is not a day; write " + forms);
        }
        return when.first;
    }
}
