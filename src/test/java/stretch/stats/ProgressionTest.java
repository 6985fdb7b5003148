package stretch.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stretch.catalogue.exercise.Range;

/** Weeks and levels out of days of practice: x is a day with, . one without; the last is today. */
class ProgressionTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private static Progression program(String days) {
        var done = new TreeSet<LocalDate>();
        for (int i = 0; i < days.length(); i++) {
            if (days.charAt(i) == 'x') {
                done.add(TODAY.minusDays(days.length() - 1L - i));
            }
        }
        return Progression.of(done, TODAY);
    }

    @ParameterizedTest
    @CsvSource({
        "., 0, 0, 0",
        "x, 1, 1, 0",
        "xxxxxxx, 1, 7, 0",
        "xxxxxxxx, 2, 7, 1",
        "x.xxx.x., 2, 4, 1",
        "x.xx..x., 2, 3, 0",
        "xxxxxxxxxxxxxxx, 3, 7, 2",
        "xxxxxxxxxxxxxxxxxxxxxxxxxxxxx, 5, 7, 4",
        "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, 7, 7, 4",
        // a week with two days is no step back, one with a single day is
        "xxxxxxxxxxxxxxxx....., 3, 2, 2",
        "xxxxxxxxxxxxxxxx......x, 4, 1, 2",
        "xxxxxxxxxxxxxxx.......x, 4, 1, 1",
        "xxxxxxx..............x, 4, 1, 0",
        "xxxxxxx.............., 3, 0, 0",
    })
    void weeks_and_levels(String days, int week, int recent, int level) {
        assertThat(program(days)).isEqualTo(new Progression(week, recent, level));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 8, 12, false, 8",
        "1, 8, 12, false, 9",
        "2, 8, 12, false, 10",
        "3, 8, 12, false, 11",
        "4, 8, 12, false, 12",
        "4, 8, 12, true, 11",
        "1, 8, 12, true, 8",
        "0, 8, 12, true, 8",
        "2, 20, 30, false, 25",
        "1, 20, 30, false, 23",
        "3, 60, 60, false, 60",
        "1, 5, 8, false, 6",
    })
    void doses_between_their_ends(int level, int low, int high, boolean back, int target) {
        assertThat(new Progression(5, 7, level).target(new Range(low, high), back))
                .isEqualTo(target);
    }
}
