package stretch.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stretch.catalogue.GoalParser;
import stretch.history.PracticeCalendar;

class StreakTest {
    private static Set<LocalDate> november(String days) {
        return Arrays.stream(days.strip().split(" ", -1))
                .filter(day -> !day.isEmpty())
                .map(day -> LocalDate.of(2026, 11, Integer.parseInt(day)))
                .collect(Collectors.toSet());
    }

    /** Less of the record gives the same streak, or says that it cannot tell. */
    @Test
    void is_the_same_by_the_days_since_it_broke() {
        var random = new Random(19);
        var today = LocalDate.of(2026, 11, 21);
        int told = 0;
        for (int i = 0; i < 2000; i++) {
            var goal = GoalParser.parse(
                    List.of("daily", "weekdays", "mon,wed,fri", "every 2d", "every 5d", "3/week", "2/day")
                            .get(random.nextInt(7)));
            int often = 2 + random.nextInt(20);
            var done = days(random, today, day -> random.nextInt(often) > 0);
            var skipped = days(random, today, day -> random.nextInt(10) == 0);
            var from = PracticeCalendar.USUAL.weekOf(today.minusDays(random.nextInt(100)));
            var since = Streak.since(
                    from,
                    goal,
                    done.stream().filter(day -> !day.isBefore(from)).collect(Collectors.toSet()),
                    skipped,
                    PracticeCalendar.USUAL,
                    today);
            var whole = Streak.of(goal, done, skipped, PracticeCalendar.USUAL, today);
            assertThat(since.map(Streak::current).orElse(whole.current()))
                    .as(goal + " " + from)
                    .isEqualTo(whole.current());
            told += since.isPresent() ? 1 : 0;
        }
        assertThat(told).isBetween(500, 1900);
    }

    private static Set<LocalDate> days(Random random, LocalDate today, Predicate<LocalDate> isOne) {
        return today.minusDays(random.nextInt(120))
                .datesUntil(today.plusDays(1))
                .filter(isOne)
                .collect(Collectors.toSet());
    }

    // 2026-11-16 is a Monday, today is Saturday the 21st.
    @ParameterizedTest(name = "{0}, done on {1}, skipped {2}")
    @CsvSource({
        "daily,    '',                     '',    0, 0",
        "daily,    '21',                   '',    1, 1",
        "daily,    '19 20',                '',    2, 2",
        "daily,    '19 20 21',             '',    3, 3",
        "daily,    '18 19',                '',    0, 2",
        "daily,    '10 11 12 13 20 21',    '',    2, 4",
        "daily,    '18 20 21',             '19',  3, 3",
        "daily,    '18 20',                '19 21', 2, 2",
        "weekdays, '19 20',                '',    2, 2",
        "weekdays, '12 13 16 17 18 19 20', '',    7, 7",
        "weekdays, '12 13 14 16',          '',    0, 3",
        "'mon,wed,fri', '11 13 16 17 18 20', '',  5, 5",
        "'mon,wed,fri', '11 13 18 20',      '',   2, 2",
        "every 2d, '10 12 14 16 18 20',    '',    6, 6",
        "every 2d, '10 12 15 17 18 19',    '',    4, 4",
        "every 2d, '10 12 16 19',          '13 14 17', 4, 4",
        "every 3d, '15 18',                '',    2, 2",
        "every 3d, '15 17',                '',    0, 2",
        "3/week,   '2 3 4 9 10 11 16 17',  '',    2, 2",
        "3/week,   '2 3 4 9 10 11 16 17 18', '',  3, 3",
        "3/week,   '2 3 4 9 10 16 17 18',  '',    1, 1",
        "3/week,   '2 3 4 9 10 16 17 18',  '12',  2, 2",
        "3/week between 07:00-10:00, '2 3 4 9 10 16 17 18', '12', 2, 2",
        "weekdays between 07:00-10:00, '12 13 16 17 18 19 20', '', 7, 7",
    })
    void counts(String goal, String done, String skipped, int current, int longest) {
        var streak = Streak.of(
                GoalParser.parse(goal),
                november(done),
                november(skipped),
                PracticeCalendar.USUAL,
                LocalDate.of(2026, 11, 21));
        assertThat(streak).isEqualTo(new Streak(current, longest, goal.contains("/week")));
    }

    /** The Sunday before begins the week, or ends the one before. */
    @ParameterizedTest(name = "weeks from {0}, done on {1}")
    @CsvSource({
        "MONDAY, '2 3 8 9 15 16', 2",
        "SUNDAY, '2 3 8 9 15 16', 3",
        "MONDAY, '1 2 8 15 16', 0",
        "SUNDAY, '1 2 8 15 16', 1",
    })
    void weeks_begin_as_they_are_set(DayOfWeek begin, String done, int current) {
        var calendar = new PracticeCalendar(LocalTime.MIDNIGHT, begin);
        var today = LocalDate.of(2026, 11, 21);
        assertThat(Streak.of(GoalParser.parse("2/week"), november(done), Set.of(), calendar, today)
                        .current())
                .isEqualTo(current);
    }
}
