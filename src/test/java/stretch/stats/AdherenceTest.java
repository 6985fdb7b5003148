package stretch.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stretch.catalogue.GoalParser;
import stretch.history.PracticeCalendar;

class AdherenceTest {
    /** Days such as {@code 2026-11-01 2026-11-03..2026-11-07}. */
    private static Set<LocalDate> days(String text) {
        return Arrays.stream(text.strip().split(" ", -1))
                .filter(day -> !day.isEmpty())
                .flatMap(day -> LocalDate.parse(day.substring(0, 10))
                        .datesUntil(LocalDate.parse(day.substring(day.length() - 10))
                                .plusDays(1)))
                .collect(Collectors.toSet());
    }

    @ParameterizedTest(name = "{0} on {1}, done on {2}")
    @CsvSource({
        "none,     2026-11-21, '2026-11-01..2026-11-21',            0,  0",
        "daily,    2026-11-21, '',                                  0,  0",
        "daily,    2026-11-21, '2026-11-21',                        1,  1",
        "daily,    2026-11-21, '2026-11-20',                        1,  1",
        "daily,    2026-11-21, '2026-11-18 2026-11-20',             2,  3",
        "daily,    2026-11-21, '2026-01-01..2026-11-21',            28, 28",
        "daily,    2026-11-21, '2026-01-01..2026-11-20',            27, 27",
        "daily,    2026-11-21, '2026-01-01',                        0,  27",
        "daily,    2026-11-21, '2026-11-22',                        0,  0",
        // Over a change of the clocks, a year's end, a leap day.
        "daily,    2026-04-05, '2026-03-01..2026-04-05',            28, 28",
        "daily,    2027-01-03, '2026-12-20..2027-01-03',            15, 15",
        "daily,    2024-03-01, '2024-02-28..2024-03-01',            3,  3",
        // 2026-11-21 is a Saturday.
        "weekdays, 2026-11-21, '2026-01-01..2026-11-20',            20, 20",
        "weekdays, 2026-11-21, '2026-11-13 2026-11-16 2026-11-21',  2,  6",
        "'mon,wed,fri', 2026-11-21, '2026-11-09..2026-11-12 2026-11-18', 3, 6",
        "every 2d, 2026-11-21, '2026-11-10 2026-11-12 2026-11-14',   3,  6",
        "every 3d, 2026-11-21, '2026-11-10 2026-11-13 2026-11-21',   3,  5",
        // Judged up to Sunday the 15th; the running week is not asked yet.
        "3/week,   2026-11-21, '2026-11-16..2026-11-20',            0,  0",
        "3/week,   2026-11-21, '2026-10-19..2026-11-20',            12, 12",
        "3/week,   2026-11-21, '2026-10-19 2026-11-09 2026-11-10',  3,  12",
        "3/week between 07:00-10:00, 2026-11-21, '2026-10-19 2026-11-09 2026-11-10', 3, 12",
        "3/week,   2026-11-22, '2026-10-19 2026-11-09 2026-11-10',  3,  12",
        // It began on a Saturday, which left two days of that week.
        "3/week,   2026-11-21, '2026-11-07 2026-11-09',             2,  5",
        // 53rd week: 2026-12-28 to 2027-01-03.
        "7/week,   2027-01-04, '2026-12-28..2027-01-03',            7,  7",
    })
    void is_counted(String goal, LocalDate today, String done, int met, int asked) {
        var adherence = Adherence.of(GoalParser.parse(goal), days(done), Set.of(), PracticeCalendar.USUAL, today);
        assertThat(adherence.met()).as("met").isEqualTo(met);
        assertThat(adherence.asked()).as("asked").isEqualTo(asked);
        assertThat(adherence.percent()).isEqualTo(asked == 0 ? 0 : (int) Math.round(100.0 * met / asked));
    }

    @ParameterizedTest(name = "{0} on {1}")
    @CsvSource({
        "daily,  2026-11-21, 2026-10-25, 2026-11-21",
        "3/week, 2026-11-21, 2026-10-19, 2026-11-15",
        "3/week, 2026-11-23, 2026-10-26, 2026-11-22",
        "3/week, 2024-03-03, 2024-01-29, 2024-02-25",
    })
    void looks_back_28_days(String goal, LocalDate today, LocalDate from, LocalDate to) {
        var adherence = Adherence.of(GoalParser.parse(goal), Set.of(), Set.of(), PracticeCalendar.USUAL, today);
        assertThat(adherence.from()).isEqualTo(from);
        assertThat(adherence.to()).isEqualTo(to);
    }
}
