package stretch.stats;

import java.time.Duration;
import java.time.LocalDate;

/**
 * What was practised on one day of practice.
 *
 * @param sessions those with any time at their steps, however they ended, and completed ones
 * @param completed of these, those that reached the end of their plan
 * @param active time at their steps, of stopped and interrupted ones too
 */
public record Day(LocalDate date, int sessions, int completed, Duration active) {
    /** How many shades there are above none. */
    public static final int LEVELS = 4;

    static Day none(LocalDate date) {
        return new Day(date, 0, 0, Duration.ZERO);
    }

    Day and(Day other) {
        return new Day(date, sessions + other.sessions, completed + other.completed, active.plus(other.active));
    }

    /**
     * How dark the day is on the map: 0 for nothing, 1 below 2 minutes, 2 from there, 3 from 5 and 4 from 10 minutes.
     *
     * <p>The bounds are our choice: the shipped daily routine is a little over 2 minutes of work, the full one over 5.
     * They are fixed, so that one long day does not make all others paler.
     */
    public int level() {
        if (sessions == 0) {
            return 0;
        }
        long minutes = active.toMinutes();
        return minutes < 2 ? 1 : minutes < 5 ? 2 : minutes < 10 ? 3 : LEVELS;
    }
}
