package stretch.history.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static stretch.catalogue.Outcome.COMPLETED;
import static stretch.catalogue.Outcome.INTERRUPTED;
import static stretch.catalogue.Outcome.STOPPED;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stretch.catalogue.Outcome;
import stretch.history.History;
import stretch.history.SampleHistory;

/** Filters leave out what fails any of them; what stays comes oldest first, and a limit keeps the newest. */
@Tag("once")
class FilterTest {
    @TempDir
    private Path folder;

    private History history;

    /** Sessions 1 to 6, at 08:01 to 08:06, put on record in another order. */
    @BeforeEach
    void open() {
        history = SampleHistory.open(folder.resolve("history.db"));
        SampleHistory.session(history, 4, "evening", STOPPED);
        SampleHistory.session(history, 1, "daily", COMPLETED);
        SampleHistory.session(history, 6, "daily", INTERRUPTED);
        SampleHistory.session(history, 3, "daily", STOPPED);
        SampleHistory.session(history, 2, "evening", COMPLETED);
        SampleHistory.session(history, 5, "daily", COMPLETED);
    }

    @AfterEach
    void close() {
        history.close();
    }

    @ParameterizedTest
    @CsvSource({
        "    ,  ,         ,            , , 1 2 3 4 5 6",
        "   3,  ,         ,            , , 3 4 5 6",
        "    , 3,         ,            , , 1 2",
        "   3, 5,         ,            , , 3 4",
        "   5, 3,         ,            , , ''",
        "    ,  , daily,               , , 1 3 5 6",
        "    ,  , Daily,               , , ''",
        "    ,  ,         , COMPLETED  , , 1 2 5",
        "    ,  , daily   , COMPLETED  , , 1 5",
        "    ,  ,         ,            , 2, 5 6",
        "    ,  ,         ,            , 9, 1 2 3 4 5 6",
        "    , 5,         ,            , 2, 3 4",
        "    ,  , evening ,            , 1, 4",
        "   2, 6, daily   , COMPLETED  , 1, 5",
        "   2, 5, daily   , COMPLETED  , 1, ''",
        "   1, 7, daily   , STOPPED    , 5, 3",
    })
    void sessions(Integer since, Integer until, String routine, Outcome outcome, Integer newest, String found) {
        var filter = filter(since, until, routine, outcome, newest);
        assertThat(history.sessions(filter)).extracting(SessionRow::id).isEqualTo(ids(found));
    }

    /** Every combination against the same said in Java. */
    @Test
    void combinations() {
        var all = history.sessions(Filter.ALL);
        var random = new Random(42);
        for (int i = 0; i < 500; i++) {
            var filter = filter(
                    oneOf(random, null, 1, 2, 3, 5, 7),
                    oneOf(random, null, 1, 2, 4, 6, 7),
                    oneOf(random, null, "daily", "evening", "other"),
                    oneOf(random, null, COMPLETED, STOPPED, INTERRUPTED),
                    oneOf(random, null, 1, 2, 3));
            assertThat(history.sessions(filter)).as("%s", filter).isEqualTo(expected(all, filter));
        }
    }

    @Test
    void steps_are_those_of_the_sessions_in_order() {
        var writer = SampleHistory.begin(history, 7, "daily");
        writer.save(SampleHistory.step(2));
        writer.save(SampleHistory.step(1));
        writer.abandon();
        writer = SampleHistory.begin(history, 8, "evening");
        writer.save(SampleHistory.step(1));
        writer.abandon();
        assertThat(steps(Filter.ALL)).containsExactly("00000007 1", "00000007 2", "00000008 1");
        assertThat(steps(filter(null, null, "daily", null, null))).containsExactly("00000007 1", "00000007 2");
        assertThat(steps(filter(null, null, null, null, 1))).containsExactly("00000008 1");
        assertThat(steps(filter(null, 8, null, null, 1))).containsExactly("00000007 1", "00000007 2");
    }

    private List<String> steps(Filter filter) {
        var found = new ArrayList<String>();
        history.rows(filter)
                .steps(row -> found.add(
                        row.session().substring(0, 8) + " " + row.step().step()));
        return found;
    }

    @SafeVarargs
    private static <T> T oneOf(Random random, T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static List<SessionRow> expected(List<SessionRow> all, Filter filter) {
        var kept = all.stream()
                .filter(row -> filter.since().isEmpty()
                        || !start(row).isBefore(filter.since().get()))
                .filter(row -> filter.until().isEmpty()
                        || start(row).isBefore(filter.until().get()))
                .filter(row ->
                        filter.routine().isEmpty() || filter.routine().get().equals(row.routine()))
                .filter(row -> filter.outcome().isEmpty() || filter.outcome().equals(row.outcome()))
                .sorted(Comparator.comparing(SessionRow::id))
                .toList();
        return kept.subList(Math.max(0, kept.size() - filter.newest().orElse(kept.size())), kept.size());
    }

    private static Instant start(SessionRow row) {
        return row.startedAt().toInstant();
    }

    private static List<String> ids(String numbers) {
        return numbers.isEmpty()
                ? List.of()
                : List.of(numbers.split(" ")).stream()
                        .map(number -> SampleHistory.id(Integer.parseInt(number)))
                        .toList();
    }

    private static Filter filter(Integer since, Integer until, String routine, Outcome outcome, Integer newest) {
        return new Filter(
                moment(since),
                moment(until),
                Optional.ofNullable(routine),
                Optional.ofNullable(outcome),
                newest == null ? OptionalInt.empty() : OptionalInt.of(newest));
    }

    private static Optional<Instant> moment(Integer minute) {
        return Optional.ofNullable(minute)
                .map(minutes -> SampleHistory.MORNING.plusMinutes(minutes).toInstant());
    }
}
