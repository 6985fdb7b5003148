package stretch.stats;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import stretch.catalogue.Goal;
import stretch.history.PracticeCalendar;

/**
 * On how many of the days that a goal asked for it was met, in the last four weeks.
 *
 * <p>For a goal by the day these are the 28 days up to today, where today asks only once it is done. For a goal of so
 * many days a week they are the four weeks before this one, as a week can be judged when it is over. Nothing is asked
 * before the routine was done for the first time.
 *
 * @param from the first of the days, {@code to} the last
 */
public record Adherence(LocalDate from, LocalDate to, int met, int asked) {
    private static final int DAYS = 28;

    /**
     * Counts by days of practice, each by the offset stored with its session.
     *
     * @param done the days on which the routine was done
     * @param skipped the days that were taken off on purpose, which were not asked for
     */
    public static Adherence of(
            Goal goal, Set<LocalDate> done, Set<LocalDate> skipped, PracticeCalendar calendar, LocalDate today) {
        if (goal instanceof Goal.None) {
            return new Adherence(today, today, 0, 0);
        }
        var to = goal.often() instanceof Goal.Weekly ? calendar.weekOf(today).minusDays(1) : today;
        var from = to.minusDays(DAYS - 1);
        var first = done.isEmpty() ? today.plusDays(1) : new TreeSet<>(done).first();
        if (goal.often() instanceof Goal.Weekly weekly) {
            return weeks(weekly.days(), done, skipped, first, from, to);
        }
        var verdicts = Streak.days(goal, done, skipped, first.isAfter(from) ? first : from, to);
        return new Adherence(from, to, Collections.frequency(verdicts, true), verdicts.size());
    }

    /** A week is met by no more days than it asks for, and asks for no more days than were left when all began. */
    private static Adherence weeks(
            int days, Set<LocalDate> done, Set<LocalDate> skipped, LocalDate first, LocalDate from, LocalDate to) {
        int met = 0;
        int asked = 0;
        for (var week = from; !week.isAfter(to); week = week.plusWeeks(1)) {
            var begin = week;
            var left = IntStream.range(0, 7)
                    .mapToObj(begin::plusDays)
                    .filter(day -> !day.isBefore(first) && (done.contains(day) || !skipped.contains(day)))
                    .toList();
            int wanted = Math.min(days, left.size());
            asked += wanted;
            met += (int) Math.min(wanted, left.stream().filter(done::contains).count());
        }
        return new Adherence(from, to, met, asked);
    }

    /** Of a hundred days asked, those on which it was met; 0 if none was asked. */
    public int percent() {
        return asked == 0 ? 0 : (int) Math.round(100.0 * met / asked);
    }
}
