package stretch.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stretch.catalogue.StepOutcome;
import stretch.catalogue.exercise.Side;
import stretch.history.Aggregates;
import stretch.history.PracticeCalendar;

class SideBalanceTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    /** Three steps a side in each of the two spans, of so many seconds; none of 0 seconds. */
    private static SideBalance balance(int left, int right, int leftBefore, int rightBefore) {
        var balance = SideBalance.upTo(TODAY);
        for (int i = 0; i < 3; i++) {
            balance = add(balance, TODAY, left, right);
            balance = add(balance, TODAY.minusDays(28), leftBefore, rightBefore);
        }
        return balance;
    }

    private static SideBalance add(SideBalance to, LocalDate day, int left, int right) {
        var some = left == 0 ? to : to.and(new Aggregates.DaySides(day, Side.LEFT, 1, Duration.ofSeconds(left)));
        return right == 0 ? some : some.and(new Aggregates.DaySides(day, Side.RIGHT, 1, Duration.ofSeconds(right)));
    }

    @ParameterizedTest(name = "{0} s and {1} s, {2} s and {3} s before")
    @CsvSource(
            delimiter = '|',
            value = {
                "88 | 100 | 60 | 60 | left 12 % less than right in the last 28 days, even before",
                "60 | 60  | 60 | 60 | left and right even in the last 28 days, even before",
                "96 | 100 | 60 | 40 | left and right even in the last 28 days, right 33 % less before",
                "95 | 100 | 0  | 0  | left 5 % less than right in the last 28 days, too few steps before to compare",
                "20 | 10  | 10 | 20 | right 50 % less than left in the last 28 days, left 50 % less before",
                "0  | 0   | 60 | 60 | ",
                "60 | 0   | 60 | 60 | ",
            })
    void is_told_in_words(int left, int right, int leftBefore, int rightBefore, String words) {
        assertThat(balance(left, right, leftBefore, rightBefore).words()).isEqualTo(Optional.ofNullable(words));
    }

    @Test
    void one_side_alone_is_told_as_that() {
        var balance = SideBalance.upTo(TODAY);
        for (int i = 0; i < SideBalance.ENOUGH; i++) {
            balance = add(add(balance, TODAY, 0, 30), TODAY.minusDays(30), 30, 0);
        }
        assertThat(balance.words()).hasValue("only right in the last 28 days, only left before");
        assertThat(balance.recent().percent()).isEqualTo(100);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "2026-11-22, neither",
        "2026-11-21, recent",
        "2026-10-25, recent",
        "2026-10-24, before",
        "2026-09-27, before",
        "2026-09-26, neither",
    })
    void days_are_in_one_span_at_most(LocalDate day, String span) {
        var balance = SideBalance.upTo(TODAY).and(new Aggregates.DaySides(day, Side.LEFT, 1, Duration.ofSeconds(1)));
        assertThat(balance.recent().steps()).isEqualTo(span.equals("recent") ? 1 : 0);
        assertThat(balance.before().steps()).isEqualTo(span.equals("before") ? 1 : 0);
    }

    @Test
    void steps_of_both_sides_and_steps_without_time_do_not_count() {
        var totals = new PracticeTotals(PracticeCalendar.USUAL, TODAY, ZoneOffset.UTC);
        RowByRow.add(
                totals, TODAY, PracticeTotalsTest.step("hinge", Side.BOTH, StepOutcome.DONE, Duration.ofSeconds(20)));
        RowByRow.add(totals, TODAY, PracticeTotalsTest.step("calf", Side.LEFT, StepOutcome.SKIPPED, Duration.ZERO));
        RowByRow.add(
                totals, TODAY, PracticeTotalsTest.step("calf", Side.RIGHT, StepOutcome.HURT, Duration.ofSeconds(7)));
        assertThat(totals.balance().recent().steps()).isEqualTo(1);
        assertThat(totals.balance().recent().right()).isEqualTo(Duration.ofSeconds(7));
    }
}
