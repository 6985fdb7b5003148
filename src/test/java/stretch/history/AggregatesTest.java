package stretch.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stretch.catalogue.Outcome;
import stretch.catalogue.StepOutcome;
import stretch.catalogue.exercise.DoseKind;
import stretch.catalogue.exercise.Side;
import stretch.history.entry.Filter;
import stretch.history.entry.SessionRow;
import stretch.history.entry.StepRow;
import stretch.stats.PracticeTotals;
import stretch.stats.RowByRow;

/** What SQLite adds up is what Java adds up row by row. */
@Tag("once")
class AggregatesTest {
    @TempDir
    private Path folder;

    /** A year and a half of any moments and offsets, around days on which spans begin and end. */
    @ParameterizedTest(name = "days from {0}, weeks from {1}")
    @CsvSource({"00:00, MONDAY", "04:00, SUNDAY", "12:00, MONDAY"})
    void are_those_of_the_rows(LocalTime dayStarts, DayOfWeek weekStarts) {
        var calendar = new PracticeCalendar(dayStarts, weekStarts);
        var today = LocalDate.of(2026, 11, 21);
        var random = new Random(7);
        try (var history = SampleHistory.open(folder.resolve("history.db"))) {
            for (int i = 1; i <= 150; i++) {
                var days = i % 3 == 0 ? 500 : 60;
                session(
                        history,
                        i,
                        random,
                        ZonedDateTime.of(2026, 11, 23, 0, 0, 0, 0, ZoneOffset.UTC)
                                .minusSeconds(random.nextInt(days * 86_400)));
            }
            for (var routine : List.of(Optional.<String>empty(), Optional.of("daily"), Optional.of("none"))) {
                assertThat(shown(summed(history, calendar, routine, today)))
                        .isEqualTo(shown(rowByRow(history, calendar, routine, today)));
            }
        }
    }

    /** Each exercise on each side, and what was said of the pain after. */
    @ParameterizedTest(name = "days from {0}")
    @CsvSource({"00:00", "03:30", "12:00"})
    void of_exercises_and_of_pain_are_those_of_the_rows(LocalTime dayStarts) {
        var calendar = new PracticeCalendar(dayStarts, DayOfWeek.MONDAY);
        var from = LocalDate.of(2026, 10, 1);
        var to = LocalDate.of(2026, 11, 15);
        var random = new Random(9);
        try (var history = SampleHistory.open(folder.resolve("history.db"))) {
            for (int i = 1; i <= 120; i++) {
                var start = from.minusDays(2).atStartOfDay(ZoneOffset.UTC);
                session(history, i, random, start.plusSeconds(random.nextInt(50 * 86_400)));
            }
            var exercises = new ArrayList<Aggregates.ExerciseTotals>();
            var after = new LinkedHashMap<LocalDate, String>();
            history.aggregates(calendar, Optional.empty()).exercises(from, to, exercises::add);
            history.aggregates(calendar, Optional.empty())
                    .after(from, to, (day, said) -> after.put(day, said.toString()));
            var sessions = history.sessions(Filter.ALL).stream()
                    .filter(it -> !calendar.dayOf(it.startedAt()).isBefore(from))
                    .filter(it -> !calendar.dayOf(it.startedAt()).isAfter(to))
                    .toList();
            assertThat(exercises).hasSize(12).isEqualTo(exercises(history, calendar, sessions));
            assertThat(after).hasSizeGreaterThan(20).containsExactlyEntriesOf(after(calendar, sessions));
        }
    }

    private static List<Aggregates.ExerciseTotals> exercises(
            History history, PracticeCalendar calendar, List<SessionRow> sessions) {
        var rows = new TreeMap<String, List<Map.Entry<LocalDate, StepRow>>>();
        for (var session : sessions) {
            for (var step : history.steps(session.id())) {
                rows.computeIfAbsent(step.exercise() + " " + step.side().id(), key -> new ArrayList<>())
                        .add(Map.entry(calendar.dayOf(session.startedAt()), step));
            }
        }
        return rows.values().stream().map(AggregatesTest::exercise).toList();
    }

    private static Aggregates.ExerciseTotals exercise(List<Map.Entry<LocalDate, StepRow>> rows) {
        var first = rows.get(0).getValue();
        return new Aggregates.ExerciseTotals(
                first.exercise(),
                first.side(),
                first.kind(),
                30,
                30,
                rows.size(),
                count(rows, StepOutcome.DONE),
                count(rows, StepOutcome.SHORTENED),
                count(rows, StepOutcome.SKIPPED),
                count(rows, StepOutcome.HURT),
                (int) rows.stream()
                        .filter(row -> row.getValue().outcome().counts())
                        .map(Map.Entry::getKey)
                        .distinct()
                        .count(),
                rows.stream().map(row -> row.getValue().held()).reduce(Duration.ZERO, Duration::plus),
                rows.stream().map(Map.Entry::getKey).max(LocalDate::compareTo).orElseThrow(),
                rows.stream()
                        .filter(row -> row.getValue().outcome() == StepOutcome.HURT)
                        .map(Map.Entry::getKey)
                        .max(LocalDate::compareTo));
    }

    private static int count(List<Map.Entry<LocalDate, StepRow>> rows, StepOutcome outcome) {
        return (int)
                rows.stream().filter(row -> row.getValue().outcome() == outcome).count();
    }

    private static Map<LocalDate, String> after(PracticeCalendar calendar, List<SessionRow> sessions) {
        return sessions.stream()
                .filter(session -> session.painAfter().isPresent())
                .collect(Collectors.groupingBy(
                        session -> calendar.dayOf(session.startedAt()),
                        TreeMap::new,
                        Collectors.collectingAndThen(
                                Collectors.summarizingInt(
                                        session -> session.painAfter().orElseThrow()),
                                IntSummaryStatistics::toString)));
    }

    @ParameterizedTest(name = "{0} at {1}, days from {2}, is {3}")
    @CsvSource({
        "1969-12-31T23:59:59.999Z, Z, 00:00, 1969-12-31",
        "1970-01-01T00:00:00Z,     Z, 00:00, 1970-01-01",
        "1970-01-01T00:00:00Z,     -00:01, 00:00, 1969-12-31",
        "1969-12-31T22:00:00Z,     +02:00, 00:00, 1970-01-01",
        "1969-12-31T00:00:00Z,     Z, 00:00, 1969-12-31",
        "1969-12-31T00:00:00.001Z, Z, 00:00, 1969-12-31",
        "1969-12-30T23:59:59.999Z, Z, 00:00, 1969-12-30",
        "2026-11-20T10:00:00Z,     +14:00, 00:00, 2026-11-21",
        "2026-11-21T10:00:00Z,     -11:00, 00:00, 2026-11-20",
        "2026-11-21T03:59:59.999Z, Z,      04:00, 2026-11-20",
        "2026-11-21T04:00:00Z,     Z,      04:00, 2026-11-21",
        "2026-11-21T04:00:00Z,     -00:15, 04:00, 2026-11-20",
        "1970-01-01T03:59:59.999Z, Z,      04:00, 1969-12-31",
        "1970-01-01T04:00:00Z,     Z,      04:00, 1970-01-01",
        "1969-12-31T03:00:00Z,     Z,      04:00, 1969-12-30",
        "2026-11-22T23:59:59.999Z, -12:00, 12:00, 2026-11-21",
        "2026-11-23T05:59:59.999Z, -18:00, 12:00, 2026-11-21",
        "2026-11-20T18:00:00Z,     +18:00, 12:00, 2026-11-21",
    })
    void days_are_local_before_1970_too(Instant moment, ZoneOffset offset, LocalTime dayStarts, LocalDate day) {
        try (var history = SampleHistory.open(folder.resolve("history.db"))) {
            session(history, 1, new Random(1), moment.atZone(offset));
            var calendar = new PracticeCalendar(dayStarts, DayOfWeek.MONDAY);
            assertThat(summed(history, calendar, Optional.empty(), day).days()).containsOnlyKeys(day);
            assertThat(summed(history, calendar, Optional.empty(), day).troubles(9))
                    .isNotEmpty();
            assertThat(summed(history, calendar, Optional.empty(), day.plusDays(1))
                            .days())
                    .containsOnlyKeys(day);
            assertThat(summed(history, calendar, Optional.empty(), day.minusDays(1))
                            .troubles(9))
                    .isEmpty();
        }
    }

    private static void session(History history, int number, Random random, ZonedDateTime utc) {
        var start = number == 1
                ? utc
                : utc.withZoneSameInstant(ZoneOffset.ofTotalSeconds(900 * (random.nextInt(105) - 48)));
        var routine = number % 3 == 0 ? "evening" : "daily";
        var writer = history.begin(SampleHistory.id(number), routine, start, 3, OptionalInt.empty());
        for (int step = 1; step <= 4; step++) {
            writer.save(new StepRow(
                    step,
                    "exercise " + random.nextInt(4),
                    List.of(Side.values()).get(random.nextInt(3)),
                    DoseKind.HOLD,
                    30,
                    30,
                    Duration.ofMillis(random.nextInt(4) * 9_001L),
                    List.of(StepOutcome.values()).get(number == 1 ? step - 1 : random.nextInt(4)),
                    start.toOffsetDateTime(),
                    OptionalInt.empty(),
                    ""));
        }
        if (number % 40 == 7) {
            writer.abandon();
        } else {
            writer.end(
                    random.nextInt(4) == 0 ? Outcome.STOPPED : Outcome.COMPLETED,
                    start.toOffsetDateTime(),
                    Duration.ofMillis(random.nextInt(3) * 60_007L));
            if (number % 2 == 0) {
                history.painAfter(SampleHistory.id(number), random.nextInt(11));
            }
        }
    }

    private static PracticeTotals summed(
            History history, PracticeCalendar calendar, Optional<String> routine, LocalDate today) {
        var totals = new PracticeTotals(calendar, today, ZoneOffset.UTC);
        totals.add(history.aggregates(calendar, routine));
        return totals;
    }

    private static PracticeTotals rowByRow(
            History history, PracticeCalendar calendar, Optional<String> routine, LocalDate today) {
        var totals = new PracticeTotals(calendar, today, ZoneOffset.UTC);
        var filter = new Filter(Optional.empty(), Optional.empty(), routine, Optional.empty(), OptionalInt.empty());
        for (var session : history.sessions(filter)) {
            if (!calendar.dayOf(session.startedAt()).isAfter(today)
                    || session.startedAt().isBefore(calendar.startOf(today.plusDays(1), ZoneOffset.UTC))) {
                RowByRow.add(totals, session);
            }
            for (var step : history.steps(session.id())) {
                RowByRow.add(totals, calendar.dayOf(session.startedAt()), step);
            }
        }
        return totals;
    }

    private static List<Object> shown(PracticeTotals totals) {
        return List.of(
                totals.days(),
                totals.completed("daily"),
                totals.completed("evening"),
                totals.balance(),
                totals.troubles(9));
    }
}
