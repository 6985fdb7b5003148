package stretch.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stretch.catalogue.Kind;
import stretch.catalogue.Outcome;
import stretch.catalogue.Side;
import stretch.catalogue.StepOutcome;
import stretch.progress.Tally;

/** What SQLite adds up is what Java adds up row by row. */
class SumsTest {
    @TempDir
    private Path folder;

    /** A year and a half of any moments and offsets, around days on which spans begin and end. */
    @Test
    void are_those_of_the_rows() {
        var today = LocalDate.of(2026, 11, 21);
        var random = new Random(7);
        try (var history = Sample.open(folder.resolve("history.db"))) {
            for (int i = 1; i <= 250; i++) {
                var days = i % 3 == 0 ? 500 : 60;
                session(
                        history,
                        i,
                        random,
                        ZonedDateTime.of(2026, 11, 23, 0, 0, 0, 0, ZoneOffset.UTC)
                                .minusSeconds(random.nextInt(days * 86_400)));
            }
            for (var routine : List.of(Optional.<String>empty(), Optional.of("daily"), Optional.of("none"))) {
                assertThat(shown(summed(history, routine, today))).isEqualTo(shown(rowByRow(history, routine, today)));
            }
        }
    }

    @ParameterizedTest(name = "{0} at {1} is {2}")
    @CsvSource({
        "1969-12-31T23:59:59.999Z, Z,      1969-12-31",
        "1970-01-01T00:00:00Z,     Z,      1970-01-01",
        "1970-01-01T00:00:00Z,     -00:01, 1969-12-31",
        "1969-12-31T22:00:00Z,     +02:00, 1970-01-01",
        "1969-12-31T00:00:00Z,     Z,      1969-12-31",
        "1969-12-31T00:00:00.001Z, Z,      1969-12-31",
        "1969-12-30T23:59:59.999Z, Z,      1969-12-30",
        "2026-11-20T10:00:00Z,     +14:00, 2026-11-21",
        "2026-11-21T10:00:00Z,     -11:00, 2026-11-20",
    })
    void days_are_local_before_1970_too(Instant moment, ZoneOffset offset, LocalDate day) {
        try (var history = Sample.open(folder.resolve("history.db"))) {
            session(history, 1, new Random(1), moment.atZone(offset));
            assertThat(summed(history, Optional.empty(), day).days()).containsOnlyKeys(day);
            assertThat(summed(history, Optional.empty(), day).troubles(9)).isNotEmpty();
            assertThat(summed(history, Optional.empty(), day.plusDays(1)).days())
                    .containsOnlyKeys(day);
            assertThat(summed(history, Optional.empty(), day.minusDays(1)).troubles(9))
                    .isEmpty();
        }
    }

    private static void session(History history, int number, Random random, ZonedDateTime utc) {
        var start = number == 1
                ? utc
                : utc.withZoneSameInstant(ZoneOffset.ofTotalSeconds(900 * (random.nextInt(105) - 48)));
        var routine = number % 3 == 0 ? "evening" : "daily";
        var recording = history.begin(Sample.id(number), routine, start, 3, OptionalInt.empty());
        for (int step = 1; step <= 4; step++) {
            recording.save(new StepRow(
                    step,
                    "exercise " + random.nextInt(4),
                    List.of(Side.values()).get(random.nextInt(3)),
                    Kind.HOLD,
                    30,
                    30,
                    Duration.ofMillis(random.nextInt(4) * 9_001L),
                    List.of(StepOutcome.values()).get(number == 1 ? step - 1 : random.nextInt(4)),
                    start.toOffsetDateTime()));
        }
        if (number % 40 == 7) {
            recording.abandon();
        } else {
            recording.end(
                    random.nextInt(4) == 0 ? Outcome.STOPPED : Outcome.COMPLETED,
                    start.toOffsetDateTime(),
                    Duration.ofMillis(random.nextInt(3) * 60_007L),
                    OptionalInt.empty());
        }
    }

    private static Tally summed(History history, Optional<String> routine, LocalDate today) {
        var tally = new Tally(today);
        var sums = history.sums(routine);
        sums.sessions(tally::add);
        sums.sides(tally.balance().before().from(), today, tally::add);
        sums.outcomes(tally.firstOfYear(), today, tally::add);
        return tally;
    }

    private static Tally rowByRow(History history, Optional<String> routine, LocalDate today) {
        var tally = new Tally(today);
        var filter = new Filter(Optional.empty(), Optional.empty(), routine, Optional.empty(), OptionalInt.empty());
        for (var session : history.sessions(filter)) {
            tally.add(session);
            for (var step : history.steps(session.id())) {
                tally.add(session.startedAt().toLocalDate(), step);
            }
        }
        return tally;
    }

    private static List<Object> shown(Tally tally) {
        return List.of(
                tally.days(), tally.completed("daily"), tally.completed("evening"), tally.balance(), tally.troubles(9));
    }
}
