package stretch.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import stretch.catalogue.Catalogue;
import stretch.catalogue.Goal;
import stretch.catalogue.exercise.Side;
import stretch.history.Aggregates;
import stretch.history.History;
import stretch.history.Note;
import stretch.history.entry.CheckIn;
import stretch.stats.DoneDays;
import stretch.stats.GoalProgress;
import stretch.stats.PainTrend;
import stretch.stats.PainWarning;
import stretch.stats.PracticeTotals;

/**
 * What a page says: counts of what was done and said, and no word on what they mean.
 *
 * @param totals looks back from the last day of the period
 * @param planned the routines that were completed in the period, or done at any time if they have a goal
 * @param exercises those with a step in the period, most steps first
 * @param offDays how many days of the period were taken off on purpose
 */
record ReportContent(
        Period period,
        Catalogue catalogue,
        PracticeTotals totals,
        List<GoalProgress> planned,
        PainTrend trend,
        List<Bucket> slices,
        List<ExerciseSummary> exercises,
        Note.NewestNotes notes,
        int offDays) {
    /** More remarks make a long page; the newest are the ones that are talked about. Our choice. */
    static final int NOTES = 40;

    /** Their figures are most of a page's bytes; nobody practises more in earnest. Our choice. */
    static final int CARDS = 40;

    ReportContent {
        planned = List.copyOf(planned);
        slices = List.copyOf(slices);
        exercises = List.copyOf(exercises);
    }

    static ReportContent of(History history, Catalogue catalogue, Period period, ZoneId zone) {
        var aggregates = history.aggregates(period.calendar(), Optional.empty());
        var totals = new PracticeTotals(period.calendar(), period.to(), zone);
        totals.add(aggregates);
        var off = history.skippedDays();
        var before = totals.balance().before().from();
        var answers = PainWarning.PainAnswer.since(
                moment(period.from().isBefore(before) ? period.from() : before), period.calendar(), history);
        var checkIns = history.checkIns(moment(period.from()));
        return new ReportContent(
                period,
                catalogue,
                totals,
                catalogue.routines().values().stream()
                        .filter(routine -> !(routine.goal() instanceof Goal.None)
                                || totals.completed(routine.id()).stream().anyMatch(period::holds))
                        .map(routine -> GoalProgress.of(
                                routine,
                                DoneDays.of(catalogue, routine, totals, history).days(),
                                off,
                                totals))
                        // One that has a goal stays planned when it is not done any more.
                        .filter(goal -> !goal.done().isEmpty())
                        .toList(),
                PainTrend.of(answers, period.to()),
                slices(aggregates, totals, answers, checkIns, period),
                exercises(aggregates, catalogue, period),
                history.notes(period.calendar(), period.from(), period.to(), NOTES),
                (int) off.stream().filter(period::holds).count());
    }

    /** No offset is as far as a day from UTC; the day of practice then decides. */
    private static Instant moment(LocalDate day) {
        return day.minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static List<Bucket> slices(
            Aggregates aggregates,
            PracticeTotals totals,
            List<PainWarning.PainAnswer> answers,
            List<CheckIn> checkIns,
            Period period) {
        var spans = new TreeMap<LocalDate, Period>();
        period.slices().forEach(span -> spans.put(span.from(), span));
        var held = new HashMap<List<Object>, Duration>();
        aggregates.sides(
                period.from(),
                period.to(),
                sum -> held.merge(List.of(first(spans, sum.date()), sum.side()), sum.held(), Duration::plus));
        var said = answers.stream()
                .filter(answer -> period.holds(answer.day()))
                .collect(Collectors.groupingBy(
                        answer -> first(spans, answer.day()), Collectors.summarizingInt(PainWarning.PainAnswer::pain)));
        var after = new HashMap<LocalDate, IntSummaryStatistics>();
        aggregates.after(
                period.from(),
                period.to(),
                (day, sum) -> after.computeIfAbsent(first(spans, day), first -> new IntSummaryStatistics())
                        .combine(sum));
        var markers = new HashMap<LocalDate, Map<String, String>>();
        checkIns.stream()
                .filter(it -> period.holds(period.calendar().dayOf(it.at())))
                .forEach(it -> markers.computeIfAbsent(
                                first(spans, period.calendar().dayOf(it.at())), first -> new HashMap<>())
                        .putAll(it.markers()));
        return spans.values().stream()
                .map(span -> new Bucket(
                        period.unit().label(span.from()),
                        span,
                        totals.between(span.from(), span.to()),
                        totals.days().subMap(span.from(), true, span.to(), true).size(),
                        held.getOrDefault(List.of(span.from(), Side.LEFT), Duration.ZERO),
                        held.getOrDefault(List.of(span.from(), Side.RIGHT), Duration.ZERO),
                        said.getOrDefault(span.from(), new IntSummaryStatistics()),
                        after.getOrDefault(span.from(), new IntSummaryStatistics()),
                        markers.getOrDefault(span.from(), Map.of())))
                .toList();
    }

    private static LocalDate first(TreeMap<LocalDate, Period> spans, LocalDate day) {
        return Objects.requireNonNull(spans.floorKey(day));
    }

    /** The days of the period since practice began at all: those before it were left out by nobody. */
    Period fromFirstDay() {
        var days = totals.days();
        return days.isEmpty() || !period.holds(days.firstKey())
                ? period
                : new Period(period.calendar(), days.firstKey(), period.to());
    }

    int practised(Period days) {
        return totals.days().subMap(days.from(), true, days.to(), true).size();
    }

    private static List<ExerciseSummary> exercises(Aggregates aggregates, Catalogue catalogue, Period period) {
        var parts = new LinkedHashMap<String, List<Aggregates.ExerciseTotals>>();
        aggregates.exercises(
                period.from(),
                period.to(),
                part -> parts.computeIfAbsent(part.exercise(), id -> new ArrayList<>())
                        .add(part));
        return parts.entrySet().stream()
                .map(entry -> new ExerciseSummary(
                        entry.getKey(),
                        Optional.ofNullable(catalogue.exercises().get(entry.getKey())),
                        entry.getValue()))
                .sorted(Comparator.comparingInt(ExerciseSummary::steps)
                        .reversed()
                        .thenComparing(ExerciseSummary::id))
                .toList();
    }
}
