package stretch.stats;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import stretch.catalogue.Goal;
import stretch.history.Aggregates;
import stretch.history.PracticeCalendar;

/**
 * Counts up the record, in sums of days or row by row, and keeps days and exercises only.
 *
 * <p>A session counts on the day of practice it began, by the offset stored with it: neither travel nor a change of the clocks
 * moves it later. A day that has not come yet where one is, as after a flight westwards, is among the days and in its week; streaks and
 * balance wait for it.
 */
public final class PracticeTotals {
    /** The weeks of a year's map: whatever day it begins on, a year touches 53. */
    public static final int YEAR = 53;

    private final PracticeCalendar calendar;
    private final ZonedDateTime now;
    private final TreeMap<LocalDate, Day> days = new TreeMap<>();
    private final Map<String, NavigableMap<LocalDate, Integer>> completed = new HashMap<>();
    private final Map<String, IncompleteSteps> troubles = new HashMap<>();
    private SideBalance balance;

    /** Begins with nothing, to look back from the end of this day. */
    public PracticeTotals(PracticeCalendar calendar, LocalDate today, ZoneId zone) {
        this(calendar, calendar.startOf(today.plusDays(1), zone).minusNanos(1));
    }

    /** Begins with nothing, to look back at this moment. */
    public PracticeTotals(PracticeCalendar calendar, ZonedDateTime now) {
        this.calendar = calendar;
        this.now = now;
        this.balance = SideBalance.upTo(today());
    }

    /** Counts all that is on record: sums of days, those of steps only as far back as they are asked for. */
    public void add(Aggregates aggregates) {
        sessions(aggregates, this::add);
        aggregates.sides(balance.before().from(), balance.recent().to(), this::add);
        aggregates.outcomes(firstOfYear(), today(), this::add);
    }

    public void addSessions(Aggregates aggregates) {
        sessions(aggregates, this::add);
    }

    /** Those of a later day, which a clock that was ahead has recorded, count when that day has come. */
    void sessions(Aggregates aggregates, Consumer<Aggregates.DaySessions> reader) {
        aggregates.sessions(
                today(), calendar.startOf(today().plusDays(1), now.getZone()).toInstant(), reader);
    }

    public void add(Aggregates.DaySessions day) {
        days.merge(day.date(), new Day(day.date(), day.sessions(), day.completed(), day.active()), Day::and);
        if (day.completed() > 0) {
            completed
                    .computeIfAbsent(day.routine(), routine -> new TreeMap<>())
                    .merge(day.date(), day.completed(), Integer::sum);
        }
    }

    /** Counts time on one side on a day; a day outside of both spans that are compared changes nothing. */
    public void add(Aggregates.DaySides sum) {
        balance = balance.and(sum);
    }

    /** Counts how steps ended; they have to be of the days from {@link #firstOfYear} to {@link #today}. */
    public void add(Aggregates.ExerciseOutcomes sum) {
        troubles.merge(
                sum.exercise(),
                IncompleteSteps.none(sum.exercise()).and(sum.outcome(), sum.steps()),
                (so, one) -> so.and(sum.outcome(), sum.steps()));
    }

    public PracticeCalendar calendar() {
        return calendar;
    }

    /** The day that it looks back from. */
    public LocalDate today() {
        return calendar.dayOf(now);
    }

    /** The same for a goal, whose hours may have begun on the day before. */
    LocalDate today(Goal goal) {
        return calendar.forGoal(goal).dayOf(now);
    }

    /** These days off, and those on which clocks went forward over a part of the day of the goal, which nobody could keep. */
    Set<LocalDate> off(Goal goal, Set<LocalDate> skipped) {
        var off = new HashSet<>(skipped);
        var rules = now.getZone().getRules();
        var change = goal.hours().isEmpty() ? null : rules.previousTransition(now.toInstant());
        for (; change != null; change = rules.previousTransition(change.getInstant())) {
            for (var hours : goal.hours()) {
                var begin = next(change.getDateTimeBefore(), hours.from());
                if (!next(begin, hours.to()).isAfter(change.getDateTimeAfter())) {
                    off.add(calendar.forGoal(goal).dayOf(begin));
                }
            }
        }
        return off;
    }

    private static LocalDateTime next(LocalDateTime from, LocalTime time) {
        var then = from.with(time);
        return then.isBefore(from) ? then.plusDays(1) : then;
    }

    /** The first day of the 53 weeks that end with this one; no number but streaks and totals looks further. */
    public LocalDate firstOfYear() {
        return calendar.weekOf(today()).minusWeeks(YEAR - 1);
    }

    public NavigableMap<LocalDate, Day> days() {
        return Collections.unmodifiableNavigableMap(days);
    }

    /** The day, with or without practice. */
    public Day day(LocalDate date) {
        return days.getOrDefault(date, Day.none(date));
    }

    /** The days on which the routine was completed. */
    public Set<LocalDate> completed(String routine) {
        return completions(routine).keySet();
    }

    /** How many sessions of the routine were completed on each of these days. */
    Map<LocalDate, Integer> completions(String routine) {
        return Collections.unmodifiableMap(completed.getOrDefault(routine, Collections.emptyNavigableMap()));
    }

    /** The days on which any routine was completed. */
    public Set<LocalDate> completed() {
        var all = new TreeSet<LocalDate>();
        completed.values().forEach(days -> all.addAll(days.keySet()));
        return all;
    }

    /** So many weeks, the last of them this one, oldest first. */
    public List<Week> weeks(int count) {
        var weeks = new ArrayList<Week>();
        var thisWeek = calendar.weekOf(today());
        for (var first = thisWeek.minusWeeks(count - 1L); !first.isAfter(thisWeek); first = first.plusWeeks(1)) {
            var sum = between(first, first.plusDays(6));
            weeks.add(new Week(first, sum.sessions(), sum.completed(), sum.active()));
        }
        return weeks;
    }

    /** All days in one, under the date of the first. */
    public Day total() {
        return days.isEmpty() ? Day.none(today()) : between(days.firstKey(), days.lastKey());
    }

    /** These days in one, the last of them included, under the date of the first. */
    public Day between(LocalDate from, LocalDate to) {
        return days.subMap(from, true, to, true).values().stream().reduce(Day.none(from), Day::and);
    }

    public SideBalance balance() {
        return balance;
    }

    /** At most so many exercises that were skipped, shortened or hurt in the last 53 weeks, most often first. */
    public List<IncompleteSteps> troubles(int most) {
        return troubles.values().stream()
                .filter(incomplete -> incomplete.total() > 0)
                .sorted(Comparator.comparingInt(IncompleteSteps::total)
                        .thenComparingInt(IncompleteSteps::hurt)
                        .reversed()
                        .thenComparing(IncompleteSteps::exercise))
                .limit(most)
                .toList();
    }
}
