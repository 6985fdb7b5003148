package stretch.cli.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import stretch.history.PracticeCalendar;

class DateTimeArgumentTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-21T11:00:00Z"), ZoneId.of("Europe/Berlin"));

    @ParameterizedTest
    @CsvSource({
        "2026-11-20, 2026-11-20T00:00+01:00, 2026-11-21T00:00+01:00",
        "2026-11-20T08:00, 2026-11-20T08:00+01:00, 2026-11-20T08:00+01:00",
        "2026-11-20 08:00, 2026-11-20T08:00+01:00, 2026-11-20T08:00+01:00",
        "2026-11-20T08:00:30Z, 2026-11-20T08:00:30Z, 2026-11-20T08:00:30Z",
        "08:00, 2026-11-21T08:00+01:00, 2026-11-21T08:00+01:00",
        "8:00, 2026-11-21T08:00+01:00, 2026-11-21T08:00+01:00",
        "today, 2026-11-21T00:00+01:00, 2026-11-22T00:00+01:00",
        "yesterday, 2026-11-20T00:00+01:00, 2026-11-21T00:00+01:00",
        "yesterday 08:00, 2026-11-20T08:00+01:00, 2026-11-20T08:00+01:00",
        "7d, 2026-11-14T00:00+01:00, 2026-11-15T00:00+01:00",
        "8pm, 2026-11-21T20:00+01:00, 2026-11-21T20:00+01:00",
        "8:30AM, 2026-11-21T08:30+01:00, 2026-11-21T08:30+01:00",
        "12am, 2026-11-21T00:00+01:00, 2026-11-21T00:00+01:00",
        "12:15 pm, 2026-11-21T12:15+01:00, 2026-11-21T12:15+01:00",
        "2026-11-20 8pm, 2026-11-20T20:00+01:00, 2026-11-20T20:00+01:00",
        "Yesterday 8:30am, 2026-11-20T08:30+01:00, 2026-11-20T08:30+01:00",
        "monday, 2026-11-16T00:00+01:00, 2026-11-17T00:00+01:00",
        "saturday, 2026-11-21T00:00+01:00, 2026-11-22T00:00+01:00",
        "sunday 7pm, 2026-11-15T19:00+01:00, 2026-11-15T19:00+01:00",
        "2h, 2026-11-21T10:00+01:00, 2026-11-21T10:00+01:00",
        "13H, 2026-11-20T23:00+01:00, 2026-11-20T23:00+01:00",
        "2026-11, 2026-11-01T00:00+01:00, 2026-12-01T00:00+01:00",
        "2026-12, 2026-12-01T00:00+01:00, 2027-01-01T00:00+01:00",
        "this month, 2026-11-01T00:00+01:00, 2026-12-01T00:00+01:00",
        "Last  Month, 2026-10-01T00:00+02:00, 2026-11-01T00:00+01:00",
        "2026-03-29, 2026-03-29T00:00+01:00, 2026-03-30T00:00+02:00",
    })
    void reads_what_people_write(String text, String from, String end) {
        var moment = DateTimeArgument.parse(text, NOON, PracticeCalendar.USUAL);
        assertThat(moment.from().toOffsetDateTime()).hasToString(from);
        assertThat(moment.end().toOffsetDateTime()).hasToString(end);
    }

    /** At half past one on Saturday, by the clock, where days start at four: a day is one of practice, a time is the clock's. */
    @ParameterizedTest
    @CsvSource({
        "today, 2026-11-20T04:00+01:00, 2026-11-21T04:00+01:00, 2026-11-20",
        "yesterday, 2026-11-19T04:00+01:00, 2026-11-20T04:00+01:00, 2026-11-19",
        "7d, 2026-11-13T04:00+01:00, 2026-11-14T04:00+01:00, 2026-11-13",
        "friday, 2026-11-20T04:00+01:00, 2026-11-21T04:00+01:00, 2026-11-20",
        "saturday, 2026-11-14T04:00+01:00, 2026-11-15T04:00+01:00, 2026-11-14",
        "2026-11-20, 2026-11-20T04:00+01:00, 2026-11-21T04:00+01:00, 2026-11-20",
        "2026-10-24, 2026-10-24T04:00+02:00, 2026-10-25T04:00+01:00, 2026-10-24",
        "2026-10, 2026-10-01T04:00+02:00, 2026-11-01T04:00+01:00, 2026-10-01",
        "this month, 2026-11-01T04:00+01:00, 2026-12-01T04:00+01:00, 2026-11-01",
        "01:00, 2026-11-21T01:00+01:00, 2026-11-21T01:00+01:00, 2026-11-20",
        "5am, 2026-11-21T05:00+01:00, 2026-11-21T05:00+01:00, 2026-11-21",
        "today 01:00, 2026-11-21T01:00+01:00, 2026-11-21T01:00+01:00, 2026-11-20",
        "yesterday 23:00, 2026-11-20T23:00+01:00, 2026-11-20T23:00+01:00, 2026-11-20",
        "2026-11-20T03:00, 2026-11-20T03:00+01:00, 2026-11-20T03:00+01:00, 2026-11-19",
        "2h, 2026-11-20T23:30+01:00, 2026-11-20T23:30+01:00, 2026-11-20",
    })
    void days_are_those_of_practice(String text, String from, String end, LocalDate first) {
        var night = Clock.fixed(Instant.parse("2026-11-21T00:30:00Z"), ZoneId.of("Europe/Berlin"));
        var moment = DateTimeArgument.parse(text, night, new PracticeCalendar(LocalTime.of(4, 0), DayOfWeek.MONDAY));
        assertThat(moment.from().toOffsetDateTime()).hasToString(from);
        assertThat(moment.end().toOffsetDateTime()).hasToString(end);
        assertThat(moment.first()).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tomorrow",
                "2026-13-01",
                "2026-02-30",
                "25:00",
                "7",
                "-1d",
                "99999999d",
                "today 8",
                "13pm",
                "0am",
                "8:60pm",
                "2026-13",
                "next month",
                "mon day",
                "2h 08:00",
                "8 pm am"
            })
    void refuses_the_rest(String text) {
        assertThatThrownBy(() -> DateTimeArgument.parse(text, NOON, PracticeCalendar.USUAL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not a date or time; write ");
    }
}
