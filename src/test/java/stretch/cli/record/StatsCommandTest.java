package stretch.cli.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stretch.GoldenFiles;
import stretch.catalogue.Outcome;
import stretch.catalogue.StepOutcome;
import stretch.catalogue.exercise.DoseKind;
import stretch.catalogue.exercise.Side;
import stretch.cli.CliRunner;
import stretch.history.History;
import stretch.history.entry.StepRow;
import stretch.text.DisplayWidth;

/** Pages out of a year that was made up: with a winter's break, a journey, steps that were skipped or hurt. */
@Tag("once")
class StatsCommandTest {
    private static final Path CACHES = Path.of("target", "caches").toAbsolutePath();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @TempDir
    static Path year;

    @TempDir
    Path home;

    private CliRunner program;

    @BeforeAll
    static void record() {
        try (var history = History.open(year.resolve("history.db"), CACHES)) {
            int number = 0;
            for (var day = LocalDate.of(2025, 12, 29);
                    !day.isAfter(TODAY);
                    day = day.plusDays(day.getMonthValue() < 8 ? 3 : 1)) {
                if (day.getMonthValue() == 4 || day.getDayOfYear() % 9 == 4) {
                    continue;
                }
                var zone = day.getMonthValue() == 8 ? "+09:00[Asia/Tokyo]" : "Z[Europe/Lisbon]";
                session(history, ++number, "daily", ZonedDateTime.parse(day + "T07:30:00" + zone));
                if (number % 4 == 0) {
                    session(history, ++number, "evening", ZonedDateTime.parse(day + "T21:00:00" + zone));
                }
            }
        }
    }

    private static void session(History history, int number, String routine, ZonedDateTime start) {
        var id = "%08x-0000-7000-8000-000000000000".formatted(number);
        var writer = history.begin(id, routine, start, 3, OptionalInt.empty());
        boolean autumn = start.getMonthValue() > 8;
        var right = Duration.ofSeconds(autumn ? 60 : 20);
        var left = start.getMonthValue() == 11 ? right.minusSeconds(12) : right;
        writer.save(step(1, "chair-hip-flexor", Side.RIGHT, StepOutcome.DONE, right, start));
        writer.save(step(
                2,
                "chair-hip-flexor",
                Side.LEFT,
                left.equals(right) ? StepOutcome.DONE : number % 11 == 0 ? StepOutcome.HURT : StepOutcome.SHORTENED,
                left,
                start));
        writer.save(step(
                3,
                "hip-hinge",
                Side.BOTH,
                number % 7 == 0 ? StepOutcome.SKIPPED : StepOutcome.DONE,
                number % 7 == 0 ? Duration.ZERO : Duration.ofSeconds(20L + 100L * (number % 5)),
                start));
        var active = left.plus(right).plusSeconds(number % 7 == 0 ? 0 : 20 + 100 * (number % 5));
        writer.end(
                number % 13 == 0 ? Outcome.STOPPED : Outcome.COMPLETED,
                start.plus(active).toOffsetDateTime(),
                active);
    }

    private static StepRow step(
            int step, String exercise, Side side, StepOutcome outcome, Duration held, ZonedDateTime start) {
        return new StepRow(
                step,
                exercise,
                side,
                DoseKind.HOLD,
                60,
                (int) held.toSeconds(),
                held,
                outcome,
                start.toOffsetDateTime(),
                OptionalInt.empty(),
                "");
    }

    @BeforeEach
    void home() {
        program = new CliRunner(home).setTime("2026-11-21T08:00:00Z[Europe/Lisbon]");
        program.file(
                ".config/stretch/routines.yaml",
                "routines:\n  evening: {name: Evening, goal: 2/week, steps: [hip-hinge]}\n");
    }

    private CliRunner practised() {
        return program.env("STRETCH_DB", year.resolve("history.db").toString());
    }

    @ParameterizedTest(name = "{0} at {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "stats | stats.txt | 80",
                "stats | stats-40.txt | 40",
                "stats evening | stats-evening.txt | 80",
                "stats --json | stats.json | 80",
            })
    void pages_were_looked_at(String command, String golden, int columns) {
        var ran = practised().columns(columns).run(command.split(" ", -1));
        assertThat(ran.code()).isZero();
        assertThat(ran.err()).isEmpty();
        if (golden.endsWith(".txt")) {
            assertThat(ran.out().lines())
                    .allSatisfy(line -> assertThat(DisplayWidth.of(line)).isLessThanOrEqualTo(columns))
                    .allSatisfy(line -> assertThat(line).isEqualTo(line.stripTrailing()));
        }
        GoldenFiles.check("pages/" + golden, ran.out());
    }

    @Test
    void ascii_is_enough() {
        var ran = practised().ascii().run("stats");
        assertThat(ran.out()).matches("[\\x20-\\x7E\\n]*");
        GoldenFiles.check("pages/stats-ascii.txt", ran.out());
    }

    @Test
    void nothing_on_record_is_one_friendly_line() {
        assertThat(program.run("stats"))
                .isEqualTo(new CliRunner.CliResult(0, "", "no sessions yet; start with 'stretch run daily'\n"));
        assertThat(program.run("stats", "full"))
                .isEqualTo(new CliRunner.CliResult(0, "", "no sessions of full yet; start with 'stretch run full'\n"));
        assertThat(Files.exists(home.resolve(".local"))).isFalse();
        var json = program.run("stats", "--json");
        assertThat(json.code()).isZero();
        GoldenFiles.check("pages/stats-empty.json", json.out());
    }

    @Test
    void a_first_session_makes_a_small_page() {
        program.setTime("2026-11-21T08:00:00+01:00[Europe/Berlin]").run("run", "daily", "--quiet");
        GoldenFiles.check("pages/stats-first.txt", program.run("stats").out());
    }

    @Test
    void a_routine_that_left_the_catalogue_still_has_its_record() {
        program.file(".config/stretch/routines.yaml", "routines: {}\n");
        assertThat(practised().run("stats", "evening").out())
                .startsWith("evening: ")
                .doesNotContain("Goals");
    }

    @Test
    void an_unknown_routine_gets_a_guess() {
        assertThat(practised().run("stats", "dialy"))
                .isEqualTo(new CliRunner.CliResult(
                        2, "", "stretch: there is no routine 'dialy'; did you mean 'daily'?\n"));
    }
}
