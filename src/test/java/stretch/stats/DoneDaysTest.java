package stretch.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stretch.catalogue.Catalogue;
import stretch.catalogue.Goal;
import stretch.catalogue.GoalParser;
import stretch.catalogue.Outcome;
import stretch.catalogue.StepOutcome;
import stretch.catalogue.exercise.DoseKind;
import stretch.catalogue.exercise.Side;
import stretch.catalogue.read.CatalogueFile;
import stretch.history.History;
import stretch.history.PracticeCalendar;
import stretch.history.SampleHistory;
import stretch.history.entry.Filter;
import stretch.history.entry.StepRow;

/** What "done on a day" means; two sets of seven repetitions and one of four of the bridge, a stretch to each side. */
@Tag("once")
class DoneDaysTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private static final Catalogue CATALOGUE = CatalogueFile.layered(
            CatalogueFile.shipped(), Map.of("routines.yaml", """
            exercises:
              bridge: {name: B, position: supine, reps: 7-9, setup: [Lie.], cues: [Lift.], feel: Work.}
              calf: {name: C, position: standing, hold: 20s, sides: [right, left], setup: [Stand.], cues: [Lean.], feel: Pull.}
            routines:
              short: {name: S, goal: daily, steps: [bridge, calf, bridge, {exercise: bridge, reps: 4}]}
              often: {name: O, goal: 2/day, steps: [bridge]}
              night: {name: N, goal: "daily between 22:00-03:00", steps: [bridge]}
            """.getBytes(StandardCharsets.UTF_8)));

    @TempDir
    private Path folder;

    /** Sessions, each its routine, how it ended and its steps, such as {@code other=stopped:b7,r20,l20-}. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "short; short=completed:;                             1",
                "short; short=completed:r20-;                         1",
                "short; short=stopped:;                               0",
                "short; short=stopped:b7,r20,l20,b7,b4;               1",
                "short; other=completed:b7,r20,l20,b7,b4;             1",
                "short; other=completed:b9,r40,l20,b8,b7;             1",
                "short; other=completed:b7,r20,l20,b7;                0",
                "short; other=completed:b7,r20,l20,b6,b6;             0",
                "short; other=completed:b7,r20,l20,b7,b3;             0",
                "short; other=completed:b7,r20,l20-,b7,b4;            0",
                "short; other=completed:b7,r20,l19,b7,b4;             0",
                "short; other=stopped:b7,r20 third=stopped:l20,b7,b4; 1",
                "short; other=stopped:b7,r20 third=stopped:r20,b7,b4; 0",
                "short; short=completed:b7,r20 other=stopped:l20,b7,b4; 1",
                "short; short=completed: other=stopped:b7,r20,l20,b7,b4; 2",
                "short; other=stopped:b7,b7,b7,b7,b4,b4,r20,l20,l20,r20; 2",
                "often; other=completed:b7;                           1",
                "often; other=completed:b7,b7;                        2",
                "often; often=completed:b7,b7;                        1",
                "often; often=completed:b7 other=completed:b7;        2",
            })
    void times_over(String routine, String sessions, int times) {
        try (var history = SampleHistory.open(folder.resolve("history.db"))) {
            int number = 1;
            for (var session : sessions.split(" ", -1)) {
                var parts = session.split("[=:]", -1);
                var steps = parts[2].isEmpty() ? List.<String>of() : List.of(parts[2].split(",", -1));
                record(
                        history,
                        number++,
                        parts[0],
                        Outcome.valueOf(parts[1].toUpperCase(java.util.Locale.ROOT)),
                        TODAY.atTime(8, 0).atZone(ZoneOffset.UTC).plusMinutes(number * 7L),
                        steps);
            }
            var done = done(history, PracticeCalendar.USUAL, routine);
            // A day that is done by a session of its own is looked at no further where once is enough.
            int asked = CATALOGUE.routines().get(routine).goal().times();
            assertThat(Math.min(done.times(TODAY), asked)).isEqualTo(Math.min(times, asked));
            assertThat(done.times(TODAY)).isLessThanOrEqualTo(times);
            assertThat(done.days()).isEqualTo(times >= asked ? Set.of(TODAY) : Set.of());
        }
    }

    /** Any records, wherever and whenever days and weeks begin: days and streak are those of a slow count over the rows. */
    @Test
    void days_and_streak_are_those_of_a_slow_count() {
        int doneInAll = 0;
        for (int seed = 1; seed <= 6; seed++) {
            var random = new Random(seed);
            var calendar = new PracticeCalendar(
                    LocalTime.of(random.nextInt(12), random.nextInt(60)),
                    random.nextBoolean() ? DayOfWeek.MONDAY : DayOfWeek.SUNDAY);
            var zones = List.of("Europe/Berlin", "America/Havana", "Asia/Kathmandu", "Pacific/Apia", "Etc/GMT+12");
            try (var history = SampleHistory.open(folder.resolve(seed + ".db"))) {
                for (int i = 1; i <= 60; i++) {
                    var steps = new ArrayList<String>();
                    for (int left = random.nextInt(12); left > 0; left--) {
                        steps.add(List.of("b7", "b7", "b8", "b4", "b6", "r20", "r20", "l20", "l20", "l25", "l20-")
                                .get(random.nextInt(11)));
                    }
                    record(
                            history,
                            i,
                            List.of("short", "often", "night", "other", "third").get(random.nextInt(5)),
                            List.of(Outcome.values()).get(random.nextInt(Outcome.values().length)),
                            TODAY.minusDays(random.nextInt(14))
                                    .atTime(random.nextInt(24), random.nextInt(60))
                                    .atZone(ZoneId.of(zones.get(random.nextInt(zones.size())))),
                            steps);
                }
                for (var routine : List.of("short", "often", "night")) {
                    var slow = slowly(history, calendar.dayStarts(), routine);
                    doneInAll += slow.size();
                    assertThat(done(history, calendar, routine).days())
                            .as(routine + " " + seed)
                            .isEqualTo(slow);
                    var streak = Streak.of(
                            new Goal.Days(Goal.Days.WEEKDAYS),
                            done(history, calendar, routine).days(),
                            Set.of(),
                            calendar,
                            TODAY);
                    assertThat(streak.current()).isEqualTo(slowStreak(slow));
                    assertThat(Streak.of(GoalParser.parse("3/week"), slow, Set.of(), calendar, TODAY)
                                    .current())
                            .isEqualTo(slowWeeks(slow, 3, calendar.weekStarts()));
                }
            }
        }
        assertThat(doneInAll).isBetween(75, 255);
    }

    private static DoneDays done(History history, PracticeCalendar calendar, String routine) {
        var totals = new PracticeTotals(calendar, TODAY, ZoneOffset.UTC);
        totals.addSessions(history.aggregates(calendar, Optional.empty()));
        return DoneDays.of(CATALOGUE, CATALOGUE.routines().get(routine), totals, history);
    }

    /** Working days in a row, back from today, which is a Saturday. */
    private static int slowStreak(Set<LocalDate> done) {
        int run = 0;
        for (var day = TODAY.minusDays(1);
                done.contains(day) || day.getDayOfWeek().getValue() > 5;
                day = day.minusDays(1)) {
            run += day.getDayOfWeek().getValue() > 5 ? 0 : 1;
        }
        return run;
    }

    /** Weeks in a row with so many days, back from the one that runs, which need not have them yet. */
    private static int slowWeeks(Set<LocalDate> done, int least, DayOfWeek begin) {
        int run = 0;
        int met = 0;
        for (var day = TODAY; ; day = day.minusDays(1)) {
            met += done.contains(day) ? 1 : 0;
            if (day.getDayOfWeek() == begin) {
                if (met < least && !day.plusDays(6).isAfter(TODAY)) {
                    return run;
                }
                run += met >= least ? 1 : 0;
                met = 0;
            }
        }
    }

    /** By taking steps for what is asked, the greatest first, each the smallest that is enough. */
    private static Set<LocalDate> slowly(History history, LocalTime dayStarts, String routine) {
        var days = new TreeSet<LocalDate>();
        for (var day = TODAY.minusDays(15); !day.isAfter(TODAY); day = day.plusDays(1)) {
            int times = 0;
            var steps = new ArrayList<StepRow>();
            for (var session : history.sessions(Filter.ALL)) {
                var date = session.startedAt().toLocalDate();
                var time = session.startedAt().toLocalTime();
                boolean late = routine.equals("night") && time.isBefore(LocalTime.of(3, 0));
                if (day.equals(late || time.isBefore(dayStarts) ? date.minusDays(1) : date)) {
                    if (session.routine().equals(routine) && session.outcome().orElseThrow() == Outcome.COMPLETED) {
                        times++;
                    } else {
                        steps.addAll(history.steps(session.id()));
                    }
                }
            }
            var asked = routine.equals("short") ? List.of("b7", "b7", "b4", "right20", "left20") : List.of("b7");
            while (take(steps, asked)) {
                times++;
            }
            if (times >= (routine.equals("often") ? 2 : 1)) {
                days.add(day);
            }
        }
        return days;
    }

    private static boolean take(List<StepRow> steps, List<String> asked) {
        for (var one : asked) {
            int least = Integer.parseInt(one.replaceAll("\\D", ""));
            var found = steps.stream()
                    .filter(step -> one.startsWith("b")
                            ? step.exercise().equals("bridge")
                            : step.exercise().equals("calf")
                                    && one.startsWith(step.side().id()))
                    .filter(step -> step.outcome().counts() && step.done() >= least)
                    .min(Comparator.comparingInt(StepRow::done));
            if (found.isEmpty()) {
                return false;
            }
            steps.remove(found.get());
        }
        return true;
    }

    /** Steps: bridge, or calf to the right or left, with what was done of it; a dash says that it hurt. */
    private static void record(
            History history, int number, String routine, Outcome outcome, ZonedDateTime start, List<String> steps) {
        var writer =
                history.begin(SampleHistory.id(number), routine, start, Math.max(1, steps.size()), OptionalInt.empty());
        int place = 1;
        for (var step : steps) {
            boolean bridge = step.startsWith("b");
            int done = Integer.parseInt(step.replaceAll("\\D", ""));
            writer.save(new StepRow(
                    place++,
                    bridge ? "bridge" : "calf",
                    bridge ? Side.BOTH : step.startsWith("r") ? Side.RIGHT : Side.LEFT,
                    bridge ? DoseKind.REPS : DoseKind.HOLD,
                    done,
                    done,
                    Duration.ofSeconds(done),
                    step.endsWith("-") ? StepOutcome.HURT : done % 2 == 0 ? StepOutcome.SHORTENED : StepOutcome.DONE,
                    start.toOffsetDateTime(),
                    OptionalInt.empty(),
                    ""));
        }
        writer.end(outcome, start.toOffsetDateTime(), Duration.ofMinutes(1));
    }
}
