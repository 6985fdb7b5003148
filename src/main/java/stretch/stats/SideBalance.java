package stretch.stats;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import stretch.catalogue.exercise.Side;
import stretch.history.Aggregates;

/** Time on the left and on the right side: in the last 28 days, and in the 28 days before. */
public record SideBalance(BalancePeriod recent, BalancePeriod before) {
    /** How many days each of the two has. */
    public static final int DAYS = 28;

    /** Fewer steps than this say nothing; our choice. */
    static final int ENOUGH = 5;

    /** Sides that differ by less than so many percent are called even; our choice, about what a hold varies by. */
    static final int EVEN = 5;

    /**
     * Some days.
     *
     * @param from the first of them, {@code to} the last
     * @param steps how many steps had any time on one side
     */
    public record BalancePeriod(LocalDate from, LocalDate to, int steps, Duration left, Duration right) {
        static BalancePeriod ending(LocalDate to) {
            return new BalancePeriod(to.minusDays(DAYS - 1), to, 0, Duration.ZERO, Duration.ZERO);
        }

        boolean holds(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }

        BalancePeriod and(Side side, int more, Duration held) {
            return side == Side.LEFT
                    ? new BalancePeriod(from, to, steps + more, left.plus(held), right)
                    : new BalancePeriod(from, to, steps + more, left, right.plus(held));
        }

        /** Whether there are steps enough to compare. */
        public boolean enough() {
            return steps >= ENOUGH;
        }

        /** The side with less time; both if they are even. */
        public Side less() {
            return percent() < EVEN ? Side.BOTH : left.compareTo(right) < 0 ? Side.LEFT : Side.RIGHT;
        }

        /** By how many percent of the side with more time the other has less: 0 to 100. */
        public int percent() {
            long more = Math.max(left.toMillis(), right.toMillis());
            long difference = Math.abs(left.minus(right).toMillis());
            return more == 0 ? 0 : (int) Math.round(100.0 * difference / more);
        }

        private boolean oneSided() {
            return left.isZero() || right.isZero();
        }

        private Side more() {
            return less() == Side.LEFT ? Side.RIGHT : Side.LEFT;
        }
    }

    SideBalance and(Aggregates.DaySides sum) {
        if (recent.holds(sum.date())) {
            return new SideBalance(recent.and(sum.side(), sum.steps(), sum.held()), before);
        }
        return before.holds(sum.date())
                ? new SideBalance(recent, before.and(sum.side(), sum.steps(), sum.held()))
                : this;
    }

    /** Of no steps yet. */
    static SideBalance upTo(LocalDate today) {
        return new SideBalance(BalancePeriod.ending(today), BalancePeriod.ending(today.minusDays(DAYS)));
    }

    /** In words: {@code left 12 % less than right in the last 28 days, even before}; empty if there is too little. */
    public Optional<String> words() {
        return recent.enough() ? Optional.of(now() + " in the last " + DAYS + " days, " + then()) : Optional.empty();
    }

    private String now() {
        if (recent.less() == Side.BOTH) {
            return "left and right even";
        }
        return recent.oneSided()
                ? "only " + recent.more().id()
                : recent.less().id() + " " + recent.percent() + " % less than "
                        + recent.more().id();
    }

    private String then() {
        if (!before.enough()) {
            return "too few steps before to compare";
        }
        if (before.less() == Side.BOTH) {
            return "even before";
        }
        return before.oneSided()
                ? "only " + before.more().id() + " before"
                : before.less().id() + " " + before.percent() + " % less before";
    }
}
