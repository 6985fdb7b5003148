package stretch.remind;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stretch.catalogue.Goal;

class DueTest {
    private static Goal goal(String id) {
        return switch (id) {
            case "daily" -> new Goal.Daily();
            case "weekdays" -> new Goal.Weekdays();
            case "none" -> new Goal.None();
            default -> new Goal.Weekly(Integer.parseInt(id.substring(0, 1)));
        };
    }

    // 2026-11-20 is a Friday, 2026-11-16 a Monday.
    @ParameterizedTest(name = "{0} on {2} after {1}: {3}, {4}")
    @CsvSource({
        "daily,    '',                               2026-11-20, true,  not done today",
        "daily,    2026-11-20,                       2026-11-20, false, done today",
        "daily,    2026-11-19,                       2026-11-20, true,  not done today",
        "weekdays, '',                               2026-11-20, true,  not done today",
        "weekdays, '',                               2026-11-21, false, 'its goal is weekdays, and today is none'",
        "weekdays, '',                               2026-11-22, false, 'its goal is weekdays, and today is none'",
        "3/week,   '',                               2026-11-20, true,  done on 0 of 3 days this week",
        "3/week,   2026-11-16 2026-11-17,            2026-11-20, true,  done on 2 of 3 days this week",
        "3/week,   2026-11-16 2026-11-16 2026-11-17, 2026-11-20, true,  done on 2 of 3 days this week",
        "3/week,   2026-11-16 2026-11-17 2026-11-18, 2026-11-20, false, done on 3 of 3 days this week",
        "3/week,   2026-11-13 2026-11-14 2026-11-15, 2026-11-16, true,  done on 0 of 3 days this week",
        "3/week,   2026-11-20,                       2026-11-20, false, done today",
        "none,     '',                               2026-11-20, false, it has no goal",
    })
    void decides(String goal, String done, String today, boolean due, String why) {
        List<LocalDate> days = done.isBlank()
                ? List.of()
                : Arrays.stream(done.strip().split(" ", -1))
                        .map(LocalDate::parse)
                        .toList();
        assertThat(Due.decide(goal(goal), days, LocalDate.parse(today))).isEqualTo(new Due(due, why));
    }
}
