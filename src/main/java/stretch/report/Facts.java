package stretch.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import stretch.catalogue.Catalogue;
import stretch.catalogue.Goal;
import stretch.catalogue.Routine;
import stretch.catalogue.Side;
import stretch.history.CheckIn;
import stretch.history.History;
import stretch.history.Remark;
import stretch.history.Sums;
import stretch.progress.Kept;
import stretch.progress.PainTrend;
import stretch.progress.Tally;
import stretch.progress.Warning;

/**
 * What a page says: counts of what was done and said, and no word on what they mean.
 *
 * @param tally looks back from the last day of the period
 * @param planned the routines that were completed in the period, or earlier if they have a goal
 * @param exercises those with a step in the period, most steps first
 * @param offDays how many days of the period were taken off on purpose
 */
record Facts(
        Period period,
        Catalogue catalogue,
        Tally tally,
        List<Kept> planned,
        PainTrend trend,
        List<Slice> slices,
        List<Performed> exercises,
        Remark.Some remarks,
        int offDays) {
    /** More remarks make a long page; the newest are the ones that are talked about. Our choice. */
    static final int REMARKS = 40;

    /** Their figures are most of a page's bytes; nobody practises more in earnest. Our choice. */
    static final int CARDS = 40;

    Facts {
        planned = List.copyOf(planned);
        slices = List.copyOf(slices);
        exercises = List.copyOf(exercises);
    }

    /** Reads them. */
    static Facts of(History history, Catalogue catalogue, Period period) {
        var sums = history.sums(Optional.empty());
        var tally = new Tally(period.to());
        tally.add(sums);
        var off = history.skipped();
        var before = tally.balance().before().from();
        var answers = new ArrayList<Warning.Answer>();
        history.pains(
                moment(period.from().isBefore(before) ? period.from() : before),
                (day, pain) -> answers.add(new Warning.Answer(day, pain)));
        var checkIns = history.checkIns(moment(period.from()));
        return new Facts(
                period,
                catalogue,
                tally,
                catalogue.routines().values().stream()
                        .filter(routine -> isPlanned(routine, tally, period))
                        .map(routine -> Kept.of(routine, tally, off))
                        .toList(),
                PainTrend.of(answers, period.to()),
                slices(sums, tally, answers, checkIns, period),
                exercises(sums, catalogue, period),
                history.remarks(period.from(), period.to(), REMARKS),
                (int) off.stream().filter(period::holds).count());
    }

    /** No offset is as far as a day from UTC; the local day then decides. */
    private static Instant moment(LocalDate day) {
        return day.minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** One that has a goal stays planned when it is not done any more. */
    private static boolean isPlanned(Routine routine, Tally tally, Period period) {
        var done = tally.completed(routine.id());
        return done.stream().anyMatch(period::holds) || !(done.isEmpty() || routine.goal() instanceof Goal.None);
    }

    private static List<Slice> slices(
            Sums sums, Tally tally, List<Warning.Answer> answers, List<CheckIn> checkIns, Period period) {
        var spans = new TreeMap<LocalDate, Period>();
        period.slices().forEach(span -> spans.put(span.from(), span));
        var held = new HashMap<List<Object>, Duration>();
        sums.sides(
                period.from(),
                period.to(),
                sum -> held.merge(List.of(first(spans, sum.date()), sum.side()), sum.held(), Duration::plus));
        var said = new HashMap<LocalDate, Pain>();
        answers.stream()
                .filter(answer -> period.holds(answer.day()))
                .forEach(answer -> said.merge(first(spans, answer.day()), Pain.of(answer.pain()), Pain::and));
        var after = new HashMap<LocalDate, Pain>();
        sums.after(
                period.from(),
                period.to(),
                sum -> after.merge(
                        first(spans, sum.date()),
                        new Pain(sum.answers(), sum.pain(), sum.least(), sum.most()),
                        Pain::and));
        var markers = new HashMap<LocalDate, Map<String, String>>();
        checkIns.stream()
                .filter(it -> period.holds(it.at().toLocalDate()))
                .forEach(it -> markers.computeIfAbsent(first(spans, it.at().toLocalDate()), first -> new HashMap<>())
                        .putAll(it.markers()));
        return spans.values().stream()
                .map(span -> new Slice(
                        period.unit().label(span.from()),
                        span,
                        tally.between(span.from(), span.to()),
                        tally.days().subMap(span.from(), true, span.to(), true).size(),
                        held.getOrDefault(List.of(span.from(), Side.LEFT), Duration.ZERO),
                        held.getOrDefault(List.of(span.from(), Side.RIGHT), Duration.ZERO),
                        said.getOrDefault(span.from(), Pain.NONE),
                        after.getOrDefault(span.from(), Pain.NONE),
                        markers.getOrDefault(span.from(), Map.of())))
                .toList();
    }

    private static LocalDate first(TreeMap<LocalDate, Period> spans, LocalDate day) {
        return Objects.requireNonNull(spans.floorKey(day));
    }

    /** The days of the period since practice began at all: those before it were left out by nobody. */
    Period sinceTheFirst() {
        var days = tally.days();
        return days.isEmpty() || !period.holds(days.firstKey()) ? period : new Period(days.firstKey(), period.to());
    }

    /** On how many days there was practice. */
    int practised(Period days) {
        return tally.days().subMap(days.from(), true, days.to(), true).size();
    }

    private static List<Performed> exercises(Sums sums, Catalogue catalogue, Period period) {
        var parts = new LinkedHashMap<String, List<Sums.Exercises>>();
        sums.exercises(
                period.from(),
                period.to(),
                part -> parts.computeIfAbsent(part.exercise(), id -> new ArrayList<>())
                        .add(part));
        return parts.entrySet().stream()
                .map(entry -> new Performed(
                        entry.getKey(),
                        Optional.ofNullable(catalogue.exercises().get(entry.getKey())),
                        entry.getValue()))
                .sorted(Comparator.comparingInt(Performed::steps).reversed().thenComparing(Performed::id))
                .toList();
    }
}
