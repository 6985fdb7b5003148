package stretch.history.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import stretch.catalogue.Outcome;
import stretch.catalogue.StepOutcome;
import stretch.catalogue.exercise.DoseKind;
import stretch.catalogue.exercise.Side;
import stretch.history.SampleHistory;
import stretch.history.entry.StepRow;

/** The page that describes the database to its owners says what is so. */
@Tag("once")
class SchemaDocTest {
    private static final Path PAGE = Path.of("docs", "schema.md");

    @TempDir
    private Path folder;

    private Path file;

    /** Two mornings and one that runs on, with something of everything. */
    @BeforeEach
    void a_small_record() {
        file = folder.resolve("history.db");
        try (var history = SampleHistory.open(file)) {
            var first = history.begin(SampleHistory.id(1), "daily", SampleHistory.MORNING, 3, OptionalInt.of(6));
            first.save(step(1, Side.RIGHT, DoseKind.HOLD, StepOutcome.DONE, 60));
            first.save(step(2, Side.LEFT, DoseKind.HOLD, StepOutcome.SHORTENED, 40));
            first.save(step(3, Side.BOTH, DoseKind.REPS, StepOutcome.SKIPPED, 0));
            first.end(
                    Outcome.COMPLETED,
                    SampleHistory.MORNING.plusMinutes(2).toOffsetDateTime(),
                    Duration.ofSeconds(100));
            history.painAfter(SampleHistory.id(1), 3);
            var next = SampleHistory.MORNING.plusDays(1);
            var second = history.begin(SampleHistory.id(2), "daily", next, 3, OptionalInt.empty());
            second.save(step(1, Side.RIGHT, DoseKind.HOLD, StepOutcome.HURT, 12));
            second.end(Outcome.STOPPED, next.plusMinutes(1).toOffsetDateTime(), Duration.ofSeconds(12));
            history.editor(Clock.fixed(SampleHistory.MORNING.toInstant(), SampleHistory.MORNING.getZone()))
                    .add(
                            SampleHistory.added(
                                    SampleHistory.id(3), "desk-break", next, Duration.ofMinutes(1), "by the sea", 1),
                            List.of(step(1, Side.BOTH, DoseKind.REPS, StepOutcome.DONE, 60)));
            SampleHistory.begin(history, 4, "daily").abandon();
        }
    }

    private static StepRow step(int number, Side side, DoseKind kind, StepOutcome outcome, int seconds) {
        return new StepRow(
                number,
                kind == DoseKind.HOLD ? "chair-hip-flexor" : "hip-hinge",
                side,
                kind,
                60,
                seconds,
                Duration.ofSeconds(seconds),
                outcome,
                SampleHistory.MORNING.plusMinutes(number).toOffsetDateTime(),
                OptionalInt.empty(),
                "");
    }

    static List<String> queries() throws IOException {
        return Pattern.compile("(?ms)^```sql\n(.*?)^```$")
                .matcher(Files.readString(PAGE))
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("queries")
    void every_query_runs_and_finds_something(String sql) throws Exception {
        assertThat(SampleHistory.rows(file, sql)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "AS week, 2026-11-16|2",
        "AS minutes, 2026-11|2.9",
        "AS run, 2|2026-11-21|2026-11-22",
        "AS minutes_left, chair-hip-flexor|0.7|1.2",
        "AS skipped, hip-hinge|1|2",
        "AS second, 2026-11-21|chair-hip-flexor|right|12.0",
        "AS asked, 2026-11|6.0|3.0|1",
        "AS longest, chair-hip-flexor|right|60|2026-11-21",
    })
    void queries_say_what_they_promise(String query, String row) throws Exception {
        var sql = queries().stream().filter(text -> text.contains(query)).findFirst();
        assertThat(SampleHistory.rows(file, sql.orElseThrow())).contains(row);
    }

    /** The columns that the page gives each table and view, in order, with the version that brought them. */
    private static Map<String, Map<String, Integer>> described() throws IOException {
        var tables = new TreeMap<String, Map<String, Integer>>();
        var heading = Pattern.compile("## `(\\w+)` \\((table|view)\\)");
        var row = Pattern.compile("\\| `(\\w+)` \\| [^|]+ \\| (\\d+) \\| [^|]+ \\|");
        Map<String, Integer> columns = new LinkedHashMap<>();
        for (var line : Files.readAllLines(PAGE)) {
            var named = heading.matcher(line);
            var column = row.matcher(line);
            if (named.matches()) {
                columns = new LinkedHashMap<>();
                tables.put(named.group(2) + " " + named.group(1), columns);
            } else if (column.matches()) {
                columns.put(column.group(1), Integer.valueOf(column.group(2)));
            }
        }
        return tables;
    }

    static IntStream versions() {
        return IntStream.rangeClosed(1, Schema.VERSION);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void tables_and_columns_are_those_of_the_version(int version) throws Exception {
        var expected = new TreeMap<String, List<String>>();
        described().forEach((table, columns) -> {
            var there = columns.keySet().stream()
                    .filter(column -> columns.get(column) <= version)
                    .toList();
            if (!there.isEmpty()) {
                expected.put(table, there);
            }
        });
        var made = folder.resolve("made.db");
        try (Connection connection = SqliteConnections.connect(made, SampleHistory.CACHES, false)) {
            Schema.make(connection, 0, version);
        }
        assertThat(columns(made)).isEqualTo(expected);
    }

    private static Map<String, List<String>> columns(Path file) throws SQLException {
        var tables = new TreeMap<String, List<String>>();
        for (var row : SampleHistory.rows(
                file,
                "SELECT object.type || ' ' || object.name, it.name FROM sqlite_master AS object,"
                        + " pragma_table_info(object.name) AS it WHERE object.type IN ('table', 'view') ORDER BY object.name, cid")) {
            var cells = row.split("\\|", -1);
            tables.computeIfAbsent(cells[0], table -> new ArrayList<>()).add(cells[1]);
        }
        return tables;
    }

    @Test
    void every_version_has_its_line() throws Exception {
        var versions = Pattern.compile("(?m)^\\| (\\d+) \\| .+ \\|$")
                .matcher(Files.readString(PAGE))
                .results()
                .map(line -> Integer.valueOf(line.group(1)))
                .toList();
        assertThat(versions)
                .isEqualTo(List.copyOf(new TreeSet<>(versions)))
                .last()
                .isEqualTo(Schema.VERSION);
    }

    @ParameterizedTest
    @MethodSource("values")
    void values_are_those_of_the_program(String view, String column, Set<String> values) throws Exception {
        var section = Files.readString(PAGE).split("## `" + view + "` \\(view\\)", -1)[1];
        var meaning = section.substring(section.indexOf("| `" + column + "` | "))
                .lines()
                .findFirst();
        var words = Pattern.compile("`(\\w+)`")
                .matcher(meaning.orElseThrow())
                .results()
                .map(word -> word.group(1))
                .filter(word -> !word.equals(column));
        assertThat(words).containsExactlyInAnyOrderElementsOf(values);
    }

    static List<Arguments> values() {
        return List.of(
                Arguments.of("sessions", "outcome", ids(Outcome.values(), Outcome::id)),
                Arguments.of("steps", "outcome", ids(StepOutcome.values(), StepOutcome::id)),
                Arguments.of("steps", "side", ids(Side.values(), Side::id)),
                Arguments.of("steps", "kind", ids(DoseKind.values(), DoseKind::id)));
    }

    private static <E> Set<String> ids(E[] all, Function<E, String> id) {
        return Arrays.stream(all).map(id).collect(Collectors.toSet());
    }
}
