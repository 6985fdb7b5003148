package stretch.stats;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import stretch.catalogue.Catalogue;
import stretch.catalogue.Routine;
import stretch.catalogue.exercise.DoseKind;
import stretch.catalogue.exercise.Side;
import stretch.history.Aggregates;
import stretch.history.History;
import stretch.session.plan.Plan;
import stretch.session.plan.PlanOptions;
import stretch.session.plan.Step;

/**
 * On which days a routine was done, and how many times over.
 *
 * <p>A completed session of the routine counts once. So does each time over that all its steps, exercise and side at the
 * low dose or more, were done in other sessions of the day, whatever those were of. A set is a step of its own. Days are
 * those of the goal: what is done after midnight in its hours is of the day on which these began.
 */
public final class DoneDays {
    /** How many days are read at first, and if the streak is longer. Our choice. */
    private static final List<Integer> LOOKS_BACK = List.of(60, 600);

    private final Routine routine;
    private final List<Need> needs = new ArrayList<>();
    private final Map<String, List<Integer>> places = new HashMap<>();
    private final Map<LocalDate, Integer> completed = new HashMap<>();

    /** For each need, how many steps of that day meet it. */
    private final Map<LocalDate, int[]> met = new HashMap<>();

    /** So many steps of this exercise, on this side, with this amount or more. */
    private record Need(String exercise, int amount, long steps) {}

    public DoneDays(Catalogue catalogue, Routine routine) {
        this.routine = routine;
        var steps = Plan.of(catalogue, routine, PlanOptions.NONE).steps();
        for (var step : steps) {
            var alike = steps.stream()
                    .filter(other -> part(other).equals(part(step)))
                    .toList();
            int amount = step.range().low();
            var found = places.computeIfAbsent(part(step), part -> new ArrayList<>());
            if (found.stream().noneMatch(place -> needs.get(place).amount() == amount)) {
                found.add(needs.size());
                long enough = alike.stream()
                        .filter(other -> other.range().low() >= amount)
                        .count();
                needs.add(new Need(step.exercise().id(), amount, enough));
            }
        }
    }

    private static String part(Step step) {
        return part(step.exercise().id(), step.side(), step.kind());
    }

    /** A key of text: Java would look up at each start how records are compared, which takes long. */
    private static String part(String exercise, Side side, DoseKind kind) {
        return exercise + " " + side + " " + kind;
    }

    /**
     * The streak that runs, for which the record is read only as far back as it reaches, and a while more; its longest is
     * of no use.
     */
    public static Streak streak(
            Catalogue catalogue, Routine routine, PracticeTotals totals, History history, Set<LocalDate> skipped) {
        var calendar = totals.calendar();
        var today = totals.today(routine.goal());
        var off = totals.off(routine.goal(), skipped);
        for (int days : LOOKS_BACK) {
            var from = calendar.weekOf(today.minusDays(days));
            var done = of(catalogue, routine, totals, history, from).days();
            var streak = Streak.since(from, routine.goal(), done, off, calendar, today);
            if (streak.isPresent()) {
                return streak.get();
            }
        }
        return Streak.of(routine.goal(), of(catalogue, routine, totals, history).days(), off, calendar, today);
    }

    /** Those of all that is on record. */
    public static DoneDays of(Catalogue catalogue, Routine routine, PracticeTotals totals, History history) {
        return of(catalogue, routine, totals, history, LocalDate.EPOCH);
    }

    private static DoneDays of(
            Catalogue catalogue, Routine routine, PracticeTotals totals, History history, LocalDate from) {
        var days = new DoneDays(catalogue, routine);
        var calendar = totals.calendar().forGoal(routine.goal());
        if (calendar.dayStarts().equals(totals.calendar().dayStarts())) {
            totals.completions(routine.id()).forEach(days::addCompleted);
        } else {
            totals.sessions(
                    history.aggregates(calendar, Optional.of(routine.id())),
                    sum -> days.addCompleted(sum.date(), sum.completed()));
        }
        history.aggregates(calendar, Optional.empty())
                .doneSteps(
                        routine.id(),
                        days.needs.stream().map(Need::exercise).collect(Collectors.toSet()),
                        routine.goal().times() == 1,
                        from,
                        days::add);
        return days;
    }

    /** Counts completed sessions of the routine itself. */
    void addCompleted(LocalDate day, int sessions) {
        completed.merge(day, sessions, Integer::sum);
    }

    /** Counts steps of other sessions; whether they make the routine done once more. */
    public boolean add(Aggregates.DaySteps steps) {
        int before = times(steps.date());
        var counts = met.computeIfAbsent(steps.date(), day -> new int[needs.size()]);
        for (int place : places.getOrDefault(part(steps.exercise(), steps.side(), steps.kind()), List.of())) {
            if (steps.amount() >= needs.get(place).amount()) {
                counts[place] += steps.steps();
            }
        }
        return times(steps.date()) > before;
    }

    /** How many times over it was done on this day. */
    int times(LocalDate day) {
        var counts = met.get(day);
        long over = counts == null || needs.isEmpty() ? 0 : Long.MAX_VALUE;
        for (int i = 0; over > 0 && counts != null && i < counts.length; i++) {
            over = Math.min(over, counts[i] / needs.get(i).steps());
        }
        return completed.getOrDefault(day, 0) + (int) over;
    }

    /** The days on which it was done as often as its goal asks for on a day. */
    public NavigableSet<LocalDate> days() {
        var days = new TreeSet<>(completed.keySet());
        days.addAll(met.keySet());
        days.removeIf(day -> times(day) < routine.goal().times());
        return days;
    }
}
