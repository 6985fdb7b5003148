package stretch.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import stretch.catalogue.GoalParser;

class PracticeCalendarTest {
    private static PracticeCalendar from(LocalTime dayStarts) {
        return new PracticeCalendar(dayStarts, DayOfWeek.MONDAY);
    }

    @ParameterizedTest(name = "{1} with days from {0} is {2}")
    @CsvSource({
        "00:00, 2026-11-21T00:00,       2026-11-21",
        "00:00, 2026-11-20T23:59:59.999, 2026-11-20",
        "04:00, 2026-11-21T01:30,       2026-11-20",
        "04:00, 2026-11-21T03:59:59.999, 2026-11-20",
        "04:00, 2026-11-21T04:00,       2026-11-21",
        "04:00, 2027-01-01T01:30,       2026-12-31",
        "04:00, 2024-03-01T01:30,       2024-02-29",
        "12:00, 2026-11-21T11:59,       2026-11-20",
    })
    void what_is_done_before_the_start_is_of_the_day_before(LocalTime starts, LocalDateTime time, LocalDate day) {
        assertThat(from(starts).dayOf(time)).isEqualTo(day);
    }

    /** Hours that last over the start of a day belong to the day on which they began, and move no other time. */
    @ParameterizedTest(name = "{2} with days from {0} and the goal {1} is {3}")
    @CsvSource(
            delimiter = ';',
            value = {
                "00:00; daily between 22:00-02:00;             2026-11-20T23:00; 2026-11-20",
                "00:00; daily between 22:00-02:00;             2026-11-21T01:59; 2026-11-20",
                "00:00; daily between 22:00-02:00;             2026-11-21T02:00; 2026-11-21",
                "00:00; daily between 07:00-10:00,22:00-02:00; 2026-11-21T01:00; 2026-11-20",
                "00:00; every 2d between 18:00-00:00;          2026-11-21T00:00; 2026-11-21",
                "00:00; daily between 00:00-02:00;             2026-11-21T01:00; 2026-11-21",
                "00:00; daily;                                 2026-11-21T01:00; 2026-11-21",
                "04:00; daily between 22:00-02:00;             2026-11-21T03:00; 2026-11-20",
                "04:00; daily between 02:00-06:00;             2026-11-21T05:00; 2026-11-20",
                "04:00; daily between 02:00-06:00;             2026-11-21T06:00; 2026-11-21",
                "12:00; 3/week between 11:00-14:00;            2026-11-21T13:00; 2026-11-20",
                "12:00; 3/week between 11:00-14:00;            2026-11-21T14:00; 2026-11-21",
            })
    void hours_of_a_goal_are_all_of_one_day(LocalTime starts, String goal, LocalDateTime time, LocalDate day) {
        assertThat(from(starts).forGoal(GoalParser.parse(goal)).dayOf(time)).isEqualTo(day);
    }

    @ParameterizedTest(name = "{1} with days from {0} begins at {3}")
    @CsvSource({
        "04:00, 2026-11-21, Europe/Berlin,  2026-11-21T04:00+01:00[Europe/Berlin]",
        "02:30, 2026-03-29, Europe/Berlin,  2026-03-29T03:00+02:00[Europe/Berlin]",
        "03:00, 2026-03-29, Europe/Berlin,  2026-03-29T03:00+02:00[Europe/Berlin]",
        "02:30, 2026-10-25, Europe/Berlin,  2026-10-25T02:30+02:00[Europe/Berlin]",
        "00:00, 2026-03-08, America/Havana, 2026-03-08T01:00-04:00[America/Havana]",
        "00:30, 2026-03-08, America/Havana, 2026-03-08T01:00-04:00[America/Havana]",
        "00:00, 2026-11-01, America/Havana, 2026-11-01T00:00-04:00[America/Havana]",
        // A day that this island left out; its hours from 04:00 are those before the 31st is four hours old.
        "04:00, 2011-12-30, Pacific/Apia,   2011-12-31T00:00+14:00[Pacific/Apia]",
        "04:00, 2011-12-31, Pacific/Apia,   2011-12-31T04:00+14:00[Pacific/Apia]",
    })
    void days_start_where_clocks_change(LocalTime starts, LocalDate day, ZoneId zone, ZonedDateTime first) {
        assertThat(from(starts).startOf(day, zone)).isEqualTo(first);
    }

    /** Whatever the zone and its changes, found minute by minute. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Europe/Berlin",
                "America/Havana",
                "America/New_York",
                "Australia/Lord_Howe",
                "Asia/Kathmandu",
                "Africa/Casablanca",
                "Asia/Beirut",
            })
    void a_day_starts_with_its_first_minute(ZoneId zone) {
        var random = new Random(zone.hashCode());
        for (int year = 2020; year < 2026; year++) {
            var change = zone.getRules()
                    .nextTransition(
                            ZonedDateTime.of(year, 1, 1, 0, 0, 0, 0, zone).toInstant());
            var around = change == null
                    ? LocalDate.of(year, 5, 5)
                    : change.getDateTimeBefore().toLocalDate();
            for (int i = 0; i < 8; i++) {
                var calendar = from(LocalTime.of(random.nextInt(i < 4 ? 4 : 12), random.nextInt(60)));
                var day = around.plusDays(random.nextInt(3) - 1);
                var then = day.minusDays(1).atTime(12, 1).atZone(zone);
                while (!calendar.dayOf(then).equals(day)) {
                    then = then.plusMinutes(1);
                }
                assertThat(calendar.startOf(day, zone)).as(calendar + " " + day).isEqualTo(then);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "04:00, 04:00",
        "4:00, 04:00",
        "4am, 04:00",
        "3:30 AM, 03:30",
        "12am, 00:00",
        "0:00, 00:00",
        "12pm, 12:00"
    })
    void starts_are_read_as_people_write_them(String text, LocalTime starts) {
        assertThat(PracticeCalendar.parseStart(text)).isEqualTo(starts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4", "12:01", "13:00", "1pm", "24:00", "04:60", "04:00:30", "-04:00", "early", "13am"})
    void other_starts_are_refused(String text) {
        assertThatThrownBy(() -> PracticeCalendar.parseStart(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + text + "' is not a time from 00:00 to 12:00; write it like 04:00 or 4am");
    }

    @ParameterizedTest
    @CsvSource({
        "MONDAY, 2026-11-22, 2026-11-16",
        "MONDAY, 2026-11-23, 2026-11-23",
        "SUNDAY, 2026-11-22, 2026-11-22",
        "SUNDAY, 2026-11-21, 2026-11-15",
    })
    void weeks_begin(DayOfWeek begin, LocalDate day, LocalDate first) {
        assertThat(new PracticeCalendar(LocalTime.MIDNIGHT, begin).weekOf(day)).isEqualTo(first);
    }
}
