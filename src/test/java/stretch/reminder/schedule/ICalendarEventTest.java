package stretch.reminder.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.TreeSet;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.RRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import stretch.text.DayHours;

/** The calendar, read back by a library that did not write it. */
class ICalendarEventTest {
    private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-11-21T08:00:00+01:00[Europe/Berlin]");
    private static final String SUMMARY = "Daily, about 3 min; \u00fcben \\ now";

    private static String text(Timetable timetable) {
        return ICalendarEvent.text(
                "daily",
                SUMMARY,
                "stretch run daily\n" + "\u00e4\ud83e\uddd8 ".repeat(40),
                Duration.ofSeconds(140),
                timetable,
                NOW);
    }

    private static List<VEvent> read(String text) throws Exception {
        var calendar = new CalendarBuilder().build(new StringReader(text));
        assertThat(calendar.validate().hasErrors()).isFalse();
        return calendar.getComponents(Component.VEVENT);
    }

    @ParameterizedTest
    @MethodSource("stretch.reminder.schedule.TimetableFormatsTest#timetables")
    void the_events_fall_on_the_times_that_were_meant(Timetable timetable) throws Exception {
        var from = NOW.toLocalDateTime();
        var until = from.plusDays(15).plusSeconds(30);
        var found = new TreeSet<LocalDateTime>();
        for (var event : read(text(timetable))) {
            LocalDateTime start = (LocalDateTime) event.getDateTimeStart().getDate();
            RRule<LocalDateTime> rule = event.getRequiredProperty(Property.RRULE);
            found.addAll(rule.getRecur().getDates(start, start, until));
        }

        var meant = new TreeSet<LocalDateTime>();
        for (var next = timetable.next(NOW); next.toLocalDateTime().isBefore(until); next = timetable.next(next)) {
            meant.add(next.toLocalDateTime());
        }
        assertThat(found).isEqualTo(meant).isNotEmpty();
    }

    @Test
    void the_text_comes_through_whole_and_lines_are_short() throws Exception {
        var text = text(Timetable.at(List.of(LocalTime.of(9, 0)), DayHours.ALL));
        var event = read(text).get(0);
        assertThat(event.getSummary().getValue()).isEqualTo(SUMMARY);
        assertThat(event.getDescription().getValue()).startsWith("stretch run daily\n\u00e4");
        assertThat(event.getUid().orElseThrow().getValue()).isEqualTo("stretch-schedule-daily");
        assertThat(event.getAlarms()).hasSize(1);
        assertThat(text.split("\r\n", -1))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75))
                .noneMatch(line -> line.contains("\n"));
    }
}
