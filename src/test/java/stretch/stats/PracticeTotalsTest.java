package stretch.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stretch.catalogue.GoalParser;
import stretch.catalogue.Outcome;
import stretch.catalogue.StepOutcome;
import stretch.catalogue.exercise.DoseKind;
import stretch.catalogue.exercise.Side;
import stretch.history.PracticeCalendar;
import stretch.history.entry.SessionRow;
import stretch.history.entry.StepRow;

class PracticeTotalsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private final PracticeTotals totals = new PracticeTotals(PracticeCalendar.USUAL, TODAY, ZoneOffset.UTC);

    static SessionRow session(String startedAt, String outcome, int seconds) {
        return new SessionRow(
                "id",
                "daily",
                ZonedDateTime.parse(startedAt),
                Optional.<OffsetDateTime>empty(),
                Duration.ofSeconds(seconds),
                outcome.equals("running") ? Optional.empty() : Optional.of(Outcome.valueOf(outcome)),
                0,
                3,
                OptionalInt.empty(),
                OptionalInt.empty(),
                "",
                "device",
                Optional.empty());
    }

    private static SessionRow on(String day) {
        return session(day + "T08:00:00+01:00[Europe/Berlin]", "COMPLETED", 60);
    }

    static StepRow step(String exercise, Side side, StepOutcome outcome, Duration held) {
        return new StepRow(
                1,
                exercise,
                side,
                DoseKind.HOLD,
                30,
                30,
                held,
                outcome,
                OffsetDateTime.parse("2026-11-21T08:00:00+01:00"),
                OptionalInt.empty(),
                "");
    }

    @ParameterizedTest(name = "{0} in {1}, days from {2}: {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "daily between 02:00-03:00 | Europe/Berlin | 00:00 | 2025-03-30 2026-03-29",
                "daily between 02:15-02:30 | Europe/Berlin | 04:00 | 2025-03-29 2026-03-28",
                "3/week between 02:15-02:30,18:00-19:00 | Europe/Berlin | 00:00 | 2025-03-30 2026-03-29",
                // A part of the part is left.
                "daily between 01:59-03:00 | Europe/Berlin | 00:00 | ''",
                "daily between 02:00-03:01 | Europe/Berlin | 00:00 | ''",
                "daily between 02:30-02:00 | Europe/Berlin | 00:00 | ''",
                "daily | Europe/Berlin | 00:00 | ''",
                "daily between 02:00-03:00 | UTC | 00:00 | ''",
                // From midnight to one.
                "daily between 00:00-01:00 | Asia/Beirut | 00:00 | 2025-03-30 2026-03-29",
                "daily between 23:59-01:00 | Asia/Beirut | 00:00 | ''",
            })
    void what_clocks_leave_out_is_off(String goal, String zone, String starts, String days) {
        var calendar = new PracticeCalendar(LocalTime.parse(starts), DayOfWeek.MONDAY);
        var off = new PracticeTotals(calendar, LocalDate.of(2026, 5, 1), ZoneId.of(zone))
                .off(GoalParser.parse(goal), Set.of(LocalDate.EPOCH));
        assertThat(off).contains(LocalDate.EPOCH);
        assertThat(off.stream()
                        .filter(LocalDate.of(2025, 1, 1)::isBefore)
                        .sorted()
                        .map(LocalDate::toString))
                .containsExactly(days.isEmpty() ? new String[0] : days.split(" "));
    }

    @ParameterizedTest(name = "{0} is on {1}")
    @CsvSource({
        // One minute before and after midnight, where the session was.
        "2026-11-20T23:59:00+01:00[Europe/Berlin],       2026-11-20",
        "2026-11-21T00:01:00+01:00[Europe/Berlin],       2026-11-21",
        // Travel: the same moment lies on three days round the world.
        "2026-11-20T10:30:00Z[UTC],                      2026-11-20",
        "2026-11-21T00:30:00+14:00[Pacific/Kiritimati],  2026-11-21",
        "2026-11-19T23:30:00-11:00[Pacific/Pago_Pago],   2026-11-19",
        // The clocks go forward, and back: the hour comes twice, the day once.
        "2026-03-29T03:00:00+02:00[Europe/Berlin],       2026-03-29",
        "2026-10-25T02:30:00+02:00[Europe/Berlin],       2026-10-25",
        "2026-10-25T02:30:00+01:00[Europe/Berlin],       2026-10-25",
        // An offset that the zone no longer has.
        "2026-07-01T00:10:00+03:00,                      2026-07-01",
        "2024-02-29T12:00:00+01:00[Europe/Berlin],       2024-02-29",
        "2025-12-31T23:59:59+01:00[Europe/Berlin],       2025-12-31",
    })
    void counts_on_the_day_that_the_session_saw(String startedAt, LocalDate day) {
        RowByRow.add(totals, session(startedAt, "COMPLETED", 60));
        assertThat(totals.days()).containsOnlyKeys(day);
        assertThat(totals.completed("daily")).containsExactly(day);
    }

    @ParameterizedTest(name = "{0} after {1} s")
    @CsvSource({
        "COMPLETED,   140, 1, 1",
        "COMPLETED,   0,   1, 1",
        "STOPPED,     40,  1, 0",
        "STOPPED,     0,   0, 0",
        "INTERRUPTED, 40,  1, 0",
        "INTERRUPTED, 0,   0, 0",
        "running,     0,   0, 0",
    })
    void what_was_not_completed_counts_its_time_only(String outcome, int seconds, int sessions, int completed) {
        RowByRow.add(totals, session("2026-11-21T08:00:00+01:00", outcome, seconds));
        assertThat(totals.day(TODAY)).isEqualTo(new Day(TODAY, sessions, completed, Duration.ofSeconds(seconds)));
        assertThat(totals.completed("daily")).hasSize(completed);
    }

    @ParameterizedTest(name = "{0} is in {2}")
    @CsvSource({
        "2026-11-16, 2026-11-16, 2026-W47",
        "2026-11-22, 2026-11-16, 2026-W47",
        "2027-01-03, 2026-12-28, 2026-W53",
        "2027-01-04, 2027-01-04, 2027-W01",
        "2024-12-31, 2024-12-30, 2025-W01",
        "2021-01-01, 2020-12-28, 2020-W53",
        "2024-02-29, 2024-02-26, 2024-W09",
        "2026-03-29, 2026-03-23, 2026-W13",
    })
    void weeks_begin_on_monday(String today, LocalDate monday, String name) {
        var looking = new PracticeTotals(PracticeCalendar.USUAL, LocalDate.parse(today), ZoneOffset.UTC);
        RowByRow.add(looking, on(today));
        assertThat(looking.weeks(1)).containsExactly(new Week(monday, 1, 1, Duration.ofMinutes(1)));
        assertThat(looking.weeks(1).get(0).iso()).isEqualTo(name);
    }

    /** They keep the name of the ISO week that they share most days with. */
    @ParameterizedTest(name = "{0} is in {2}")
    @CsvSource({
        "2026-11-21, 2026-11-15, 2026-W47, 2026-11-16",
        "2026-11-22, 2026-11-22, 2026-W48, 2026-11-23",
        "2027-01-03, 2027-01-03, 2027-W01, 2027-01-04",
    })
    void weeks_may_begin_on_sunday(LocalDate today, LocalDate first, String name, LocalDate monday) {
        var looking =
                new PracticeTotals(new PracticeCalendar(LocalTime.MIDNIGHT, DayOfWeek.SUNDAY), today, ZoneOffset.UTC);
        RowByRow.add(looking, on(today.toString()));
        var week = looking.weeks(1).get(0);
        assertThat(week).isEqualTo(new Week(first, 1, 1, Duration.ofMinutes(1)));
        assertThat(week.iso()).isEqualTo(name);
        assertThat(week.monday()).isEqualTo(monday);
        assertThat(looking.firstOfYear()).isEqualTo(first.minusWeeks(PracticeTotals.YEAR - 1));
    }

    @Test
    void weeks_run_over_the_year_boundary_without_a_gap() {
        var looking = new PracticeTotals(PracticeCalendar.USUAL, LocalDate.of(2027, 1, 5), ZoneOffset.UTC);
        for (var day : new String[] {"2026-12-20", "2026-12-21", "2026-12-31", "2027-01-01", "2027-01-04"}) {
            RowByRow.add(looking, on(day));
        }
        assertThat(looking.weeks(4).stream().map(week -> week.iso() + " " + week.sessions()))
                .containsExactly("2026-W51 1", "2026-W52 1", "2026-W53 2", "2027-W01 1");
    }

    @Test
    void a_year_is_53_weeks_that_end_with_this_one() {
        assertThat(totals.firstOfYear()).isEqualTo("2025-11-17");
        assertThat(totals.firstOfYear().plusWeeks(PracticeTotals.YEAR)).isEqualTo("2026-11-23");
        assertThat(new PracticeTotals(PracticeCalendar.USUAL, LocalDate.of(2025, 2, 28), ZoneOffset.UTC).firstOfYear())
                .isEqualTo("2024-02-26");
    }

    @Test
    void the_total_is_of_all_years() {
        RowByRow.add(totals, on("2019-01-01"));
        RowByRow.add(totals, on("2026-11-21"));
        RowByRow.add(totals, session("2026-11-21T20:00:00+01:00", "STOPPED", 30));
        assertThat(totals.total()).isEqualTo(new Day(LocalDate.of(2019, 1, 1), 3, 2, Duration.ofSeconds(150)));
    }

    @ParameterizedTest(name = "{0} s is level {1}")
    @CsvSource({"1, 1", "119, 1", "120, 2", "299, 2", "300, 3", "599, 3", "600, 4", "7200, 4"})
    void the_darker_the_longer(int seconds, int level) {
        RowByRow.add(totals, session("2026-11-21T08:00:00+01:00", "STOPPED", seconds));
        assertThat(totals.day(TODAY).level()).isEqualTo(level);
        assertThat(totals.day(TODAY.minusDays(1)).level()).isZero();
    }

    @Test
    void exercises_that_went_short_most_often_come_first() {
        var today = on("2026-11-21");
        var held = Duration.ofSeconds(5);
        for (var outcome : StepOutcome.values()) {
            RowByRow.add(totals, today.startedAt().toLocalDate(), step("bridge", Side.BOTH, outcome, held));
            RowByRow.add(totals, today.startedAt().toLocalDate(), step("fine", Side.BOTH, StepOutcome.DONE, held));
        }
        RowByRow.add(
                totals, today.startedAt().toLocalDate(), step("hinge", Side.BOTH, StepOutcome.SKIPPED, Duration.ZERO));
        RowByRow.add(totals, today.startedAt().toLocalDate(), step("tilt", Side.BOTH, StepOutcome.HURT, held));
        RowByRow.add(totals, today.startedAt().toLocalDate(), step("cat", Side.BOTH, StepOutcome.SKIPPED, held));
        RowByRow.add(totals, LocalDate.parse("2025-11-17"), step("cat", Side.BOTH, StepOutcome.DONE, held));
        RowByRow.add(totals, LocalDate.parse("2025-11-16"), step("cat", Side.BOTH, StepOutcome.HURT, held));
        assertThat(totals.troubles(5))
                .containsExactly(
                        new IncompleteSteps("bridge", 4, 1, 1, 1),
                        new IncompleteSteps("tilt", 1, 0, 0, 1),
                        new IncompleteSteps("cat", 2, 1, 0, 0),
                        new IncompleteSteps("hinge", 1, 1, 0, 0));
        assertThat(totals.troubles(1)).hasSize(1);
    }

    @Test
    void a_million_steps_leave_nothing_behind_but_sums() {
        var today = on("2026-11-21");
        var left = step("hinge", Side.LEFT, StepOutcome.DONE, Duration.ofSeconds(30));
        var right = step("hinge", Side.RIGHT, StepOutcome.SHORTENED, Duration.ofMillis(26_400));
        for (int i = 0; i < 500_000; i++) {
            RowByRow.add(totals, today.startedAt().toLocalDate(), left);
            RowByRow.add(totals, today.startedAt().toLocalDate(), right);
        }
        assertThat(totals.troubles(5)).containsExactly(new IncompleteSteps("hinge", 1_000_000, 0, 500_000, 0));
        assertThat(totals.balance().recent().left()).isEqualTo(left.held().multipliedBy(500_000));
        assertThat(totals.balance().words())
                .hasValue("right 12 % less than left in the last 28 days, too few steps before to compare");
    }
}
