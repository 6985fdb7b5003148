package stretch.reminder.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import stretch.text.DayHours;

class TimetableTest {
    @ParameterizedTest(name = "{0} are {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "mon-fri | mon-fri",
                "fri,mon,wed | mon,wed,fri",
                "sat,sun | sat,sun",
                "fri-mon | mon,fri-sun",
                "mon-sun | mon-sun",
                "tue | tue",
                "Mon-FRI | mon-fri",
                "monday,Tues | mon,tue",
                "Mon Wed, Fri - Sunday | mon,wed,fri-sun",
                "mon-wed,tue-thu | mon-thu",
            })
    void days_are_read_and_written(String text, String words) {
        assertThat(DayHours.text(DayHours.parse(text))).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "mo", "monthly", "mon-", "mon-wed-fri", "mon,,tue", "1-5"})
    void what_are_no_days_is_told_with_what_would_be(String text) {
        assertThatThrownBy(() -> DayHours.parse(text))
                .hasMessage("'" + text + "' is not a list of days; write mon-fri, or mon,wed,sat");
    }

    @ParameterizedTest(name = "every {0} from {1} until {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "3h | 09:00 | 18:00 | 09:00, 12:00, 15:00, 18:00 every day",
                "45m | 09:30 | 11:00 | 09:30, 10:15, 11:00 every day",
                "30m | 09:00 | 17:45 | 18 times, 09:00 to 17:30, every day",
                "4h | 22:00 | 23:59 | 22:00 every day",
            })
    void a_day_holds_what_fits(String every, LocalTime from, LocalTime until, String words) {
        var length = Duration.parse("PT" + every);
        assertThat(Timetable.every(length, from, until, DayHours.ALL).words()).isEqualTo(words);
    }

    @ParameterizedTest(name = "{1} after {0}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                // 2026-11-20 is a Friday.
                "2026-11-20T08:59:59+01:00[Europe/Berlin] | mon-fri | 2026-11-20T09:00+01:00[Europe/Berlin]",
                "2026-11-20T09:00:00+01:00[Europe/Berlin] | mon-fri | 2026-11-23T09:00+01:00[Europe/Berlin]",
                "2026-11-20T23:59:00+01:00[Europe/Berlin] | fri | 2026-11-27T09:00+01:00[Europe/Berlin]",
                "2026-10-24T10:00:00+02:00[Europe/Berlin] | mon-sun | 2026-10-25T09:00+01:00[Europe/Berlin]",
                "2026-12-31T10:00:00+00:00[UTC] | mon-sun | 2027-01-01T09:00Z[UTC]",
            })
    void the_next_time_is_found(ZonedDateTime now, String days, ZonedDateTime next) {
        assertThat(Timetable.at(List.of(LocalTime.of(9, 0)), DayHours.parse(days))
                        .next(now))
                .isEqualTo(next);
    }

    @Test
    void a_time_that_the_clocks_leave_out_comes_an_hour_later() {
        var night = Timetable.at(List.of(LocalTime.of(2, 30)), DayHours.ALL);
        assertThat(night.next(ZonedDateTime.parse("2026-03-29T00:00:00+01:00[Europe/Berlin]")))
                .isEqualTo(ZonedDateTime.parse("2026-03-29T03:30:00+02:00[Europe/Berlin]"));
    }
}
