package stretch.remind;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A repeating event with an alarm, as RFC 5545 has it.
 *
 * <p>Its times are "floating": nine o'clock is nine o'clock wherever the calendar is looked at, as with cron.
 */
public final class CalendarForm {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT);

    /** The longest line in bytes, its break not counted (RFC 5545, 3.1). */
    private static final int LINE = 75;

    private CalendarForm() {}

    /**
     * The whole file, an event for each group of hours.
     *
     * @param name the routine's id, or {@link Job#ALL}: with it a calendar knows the event again
     * @param length of the practice, at least a minute
     * @param now the first event comes after it
     */
    public static String text(
            String name,
            String summary,
            String description,
            java.time.Duration length,
            Timetable timetable,
            ZonedDateTime now) {
        var out = new StringBuilder();
        line(out, "BEGIN:VCALENDAR");
        line(out, "VERSION:2.0");
        line(out, "PRODID:-//stretch//schedule//EN");
        int number = 0;
        for (var group : timetable.groups()) {
            var first = Timetable.of(group, timetable.days()).next(now);
            number++;
            line(out, "BEGIN:VEVENT");
            line(out, "UID:stretch-schedule-" + name + (number == 1 ? "" : "-" + number));
            line(out, "DTSTAMP:" + LOCAL.format(now.withZoneSameInstant(ZoneOffset.UTC)) + "Z");
            line(out, "DTSTART:" + LOCAL.format(first));
            line(out, "DURATION:PT" + Math.max(1, Math.round(length.toSeconds() / 60.0)) + "M");
            line(out, "RRULE:" + rule(group, timetable));
            line(out, "SUMMARY:" + escaped(summary));
            line(out, "DESCRIPTION:" + escaped(description));
            line(out, "TRANSP:TRANSPARENT");
            line(out, "BEGIN:VALARM");
            line(out, "ACTION:DISPLAY");
            line(out, "TRIGGER:PT0S");
            line(out, "DESCRIPTION:" + escaped(summary));
            line(out, "END:VALARM");
            line(out, "END:VEVENT");
        }
        line(out, "END:VCALENDAR");
        return out.toString();
    }

    private static String rule(Timetable.Hours group, Timetable timetable) {
        var rule = timetable.everyDay()
                ? "FREQ=DAILY"
                : "FREQ=WEEKLY;BYDAY="
                        + timetable.days().stream()
                                .map(day -> day.name().substring(0, 2))
                                .collect(Collectors.joining(","));
        boolean once = group.hours().size() * group.minutes().size() == 1;
        return once ? rule : rule + ";BYHOUR=" + list(group.hours()) + ";BYMINUTE=" + list(group.minutes());
    }

    private static String list(Collection<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
    }

    /** Folds between characters, never inside one. */
    private static void line(StringBuilder out, String text) {
        int bytes = 0;
        for (int i = 0; i < text.length(); ) {
            var character = Character.toString(text.codePointAt(i));
            int more = character.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + more > LINE) {
                out.append("\r\n ");
                bytes = 1;
            }
            out.append(character);
            bytes += more;
            i += character.length();
        }
        out.append("\r\n");
    }
}
