package stretch.reminder.schedule;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import stretch.text.CalendarLines;

/**
 * A repeating event with an alarm, as RFC 5545 has it.
 *
 * <p>Its times are "floating": nine o'clock is nine o'clock wherever the calendar is looked at, as with cron.
 */
public final class ICalendarEvent {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT);

    private ICalendarEvent() {}

    /**
     * The whole file, an event for each group of hours.
     *
     * @param name the routine's id, or {@link Job#ALL}: with it a calendar knows the event again
     * @param length of the practice, at least a minute
     * @param now the first event comes after it
     */
    public static String text(
            String name, String summary, String description, Duration length, Timetable timetable, ZonedDateTime now) {
        var lines = new CalendarLines();
        lines.line("BEGIN", "VCALENDAR").line("VERSION", "2.0").line("PRODID", "-//stretch//schedule//EN");
        int number = 0;
        for (var group : timetable.groups()) {
            var first = Timetable.of(group, timetable.days()).next(now);
            number++;
            lines.line("BEGIN", "VEVENT")
                    .line("UID", "stretch-schedule-" + name + (number == 1 ? "" : "-" + number))
                    .line("DTSTAMP", LOCAL.format(now.withZoneSameInstant(ZoneOffset.UTC)) + "Z")
                    .line("DTSTART", LOCAL.format(first))
                    .line("DURATION", "PT" + Math.max(1, Math.round(length.toSeconds() / 60.0)) + "M")
                    .line("RRULE", rule(group, timetable))
                    .text("SUMMARY", summary)
                    .text("DESCRIPTION", description)
                    .line("TRANSP", "TRANSPARENT")
                    .line("BEGIN", "VALARM")
                    .line("ACTION", "DISPLAY")
                    .line("TRIGGER", "PT0S")
                    .text("DESCRIPTION", summary)
                    .line("END", "VALARM")
                    .line("END", "VEVENT");
        }
        return lines.line("END", "VCALENDAR").toString();
    }

    private static String rule(Timetable.Hours group, Timetable timetable) {
        var rule = timetable.everyDay()
                ? "FREQ=DAILY"
                : "FREQ=WEEKLY;BYDAY="
                        + timetable.days().stream()
                                .map(day -> day.name().substring(0, 2))
                                .collect(Collectors.joining(","));
        boolean once = group.hours().size() * group.minutes().size() == 1;
        return once ? rule : rule + ";BYHOUR=" + group.hours("%d") + ";BYMINUTE=" + group.minutes("%d");
    }
}
