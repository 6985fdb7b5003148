package stretch.cli.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stretch.history.PracticeCalendar;
import stretch.stats.PracticeTotals;

class HeatMapTest {
    private static HeatMap map(String today, int columns) {
        return new HeatMap(
                new PracticeTotals(PracticeCalendar.USUAL, LocalDate.parse(today), ZoneOffset.UTC), columns, true);
    }

    @ParameterizedTest(name = "{0} at {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                // The month that runs when the map begins is left out where the next one needs the room.
                "2026-11-21 | 80 | Dec Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov",
                "2026-11-21 | 40 | Apr May Jun Jul Aug Sep Oct Nov",
                "2026-11-21 | 9  | Nov",
                "2026-12-01 | 80 | Dec Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
            })
    void months_stand_above_in_order(String today, int columns, String months) {
        assertThat(map(today, columns).lines().get(0).strip().split(" +")).containsExactly(months.split(" +", -1));
    }

    @ParameterizedTest(name = "{0}: the first of {1} is below its name")
    @CsvSource({
        "2026-11-21, 2026-11-01, Nov",
        "2026-11-21, 2025-12-01, Dec",
        "2026-11-21, 2026-03-01, Mar",
        "2027-01-12, 2027-01-01, Jan",
        "2024-03-10, 2024-03-01, Mar",
        "2024-03-10, 2024-02-01, Feb",
    })
    void months_stand_above_the_week_of_their_first_day(String today, LocalDate first, String month) {
        var totals = new PracticeTotals(PracticeCalendar.USUAL, LocalDate.parse(today), ZoneOffset.UTC);
        int week = (int) ChronoUnit.WEEKS.between(totals.firstOfYear(), first);
        assertThat(map(today, 80).lines().get(0).substring(6 + week)).startsWith(month);
    }

    @ParameterizedTest(name = "{0} columns hold {1} weeks")
    @CsvSource({"100, 53", "80, 53", "59, 53", "58, 52", "40, 34", "20, 14"})
    void as_many_weeks_as_fit(int columns, int weeks) {
        var map = map("2026-11-22", columns);
        assertThat(map.weeks()).isEqualTo(weeks);
        assertThat(map.lines()).hasSize(8).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(columns));
        assertThat(map.lines().get(7)).hasSize(6 + weeks);
    }

    @ParameterizedTest(name = "on {0}")
    @CsvSource({"2026-11-16, 1", "2026-11-21, 6", "2026-11-22, 7"})
    void days_to_come_are_blank(String today, int days) {
        assertThat(map(today, 80).lines().stream().skip(1).filter(line -> line.length() == 59))
                .hasSize(days);
    }

    /** Sunday the 22nd is the last day of its week, or the first of the next: the only row with a day more. */
    @ParameterizedTest(name = "weeks from {0}")
    @CsvSource({"MONDAY, Mon Tue Wed Thu Fri Sat Sun, 7", "SUNDAY, Sun Mon Tue Wed Thu Fri Sat, 1"})
    void rows_begin_with_the_week(DayOfWeek begin, String names, int days) {
        var calendar = new PracticeCalendar(LocalTime.MIDNIGHT, begin);
        var map = new HeatMap(new PracticeTotals(calendar, LocalDate.of(2026, 11, 22), ZoneOffset.UTC), 80, true);
        var rows = map.lines().subList(1, 8);
        assertThat(rows.stream().map(row -> row.strip().substring(0, 3))).containsExactly(names.split(" ", -1));
        assertThat(rows.stream().filter(row -> row.length() == 59)).hasSize(days);
    }
}
