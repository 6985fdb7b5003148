package stretch.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
import stretch.history.transfer.export.CsvExport;
import stretch.history.transfer.export.Export;

/** What goes into the record comes out of it, and the clock's offset of the day with it. */
class RoundTripTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name_file() {
        file = folder.resolve("history.db");
    }

    @Test
    void keeps_every_column() throws Exception {
        var ended = OffsetDateTime.parse("2026-11-21T08:02:21.999+01:00");
        var steps = List.of(
                new StepRow(
                        1,
                        "chair-hip-flexor",
                        Side.RIGHT,
                        DoseKind.HOLD,
                        60,
                        61,
                        Duration.ofMillis(61_007),
                        StepOutcome.DONE,
                        OffsetDateTime.parse("2026-11-21T08:00:10.001+01:00"),
                        OptionalInt.empty(),
                        ""),
                new StepRow(
                        2,
                        "pelvic-tilt",
                        Side.BOTH,
                        DoseKind.REPS,
                        8,
                        3,
                        Duration.ofMillis(9_000),
                        StepOutcome.HURT,
                        OffsetDateTime.parse("2026-11-21T08:01:10.02+01:00"),
                        OptionalInt.of(3),
                        "5 kg"),
                new StepRow(
                        3,
                        "standing-reset",
                        Side.LEFT,
                        DoseKind.BREATHS,
                        3,
                        0,
                        Duration.ZERO,
                        StepOutcome.SKIPPED,
                        OffsetDateTime.parse("2026-11-21T08:02:10.3+01:00"),
                        OptionalInt.empty(),
                        ""));
        try (var history = SampleHistory.open(file)) {
            var writer = history.begin(SampleHistory.id(1), "daily", SampleHistory.MORNING, 7, OptionalInt.of(0));
            steps.forEach(writer::save);
            writer.end(Outcome.STOPPED, ended, Duration.ofMillis(70_007));
            history.painAfter(SampleHistory.id(1), 10);
        }
        SampleHistory.sql(file, "UPDATE session SET note = 'a stiff\nmorning'");
        try (var history = SampleHistory.open(file)) {
            assertThat(history.find("last"))
                    .isEqualTo(new SessionRow(
                            SampleHistory.id(1),
                            "daily",
                            SampleHistory.MORNING,
                            Optional.of(ended),
                            Duration.ofMillis(70_007),
                            Optional.of(Outcome.STOPPED),
                            1,
                            7,
                            OptionalInt.of(0),
                            OptionalInt.of(10),
                            "a stiff\nmorning",
                            SampleHistory.rows(file, "SELECT value FROM meta WHERE key = 'device'")
                                    .get(0),
                            Optional.empty()));
            assertThat(history.steps(SampleHistory.id(1))).isEqualTo(steps);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21T08:00:00.123+05:30[Asia/Kolkata],     2026-11-21T08:00:00.123+05:30",
        "2026-11-21T08:00:00.120-03:30[America/St_Johns], 2026-11-21T08:00:00.120-03:30",
        "2026-11-21T08:00:00+14:00[Pacific/Kiritimati],   2026-11-21T08:00:00.000+14:00",
        "2026-11-21T23:59:59.999-12:00,                   2026-11-21T23:59:59.999-12:00",
        "2026-11-21T08:00:00Z,                            2026-11-21T08:00:00.000+00:00",
        "2026-11-21T08:00:00-00:45,                       2026-11-21T08:00:00.000-00:45",
        "2026-10-25T02:30:00+02:00[Europe/Berlin],        2026-10-25T02:30:00.000+02:00",
        "2026-10-25T02:30:00+01:00[Europe/Berlin],        2026-10-25T02:30:00.000+01:00",
        "2026-03-29T03:00:00+02:00[Europe/Berlin],        2026-03-29T03:00:00.000+02:00",
    })
    void keeps_offset_and_zone(ZonedDateTime started, String exported) {
        var ended = started.plusMinutes(5).toOffsetDateTime();
        try (var history = SampleHistory.open(file)) {
            history.begin(SampleHistory.id(1), "daily", started, 3, OptionalInt.empty())
                    .end(Outcome.STOPPED, ended, Duration.ZERO);
            var row = history.find("last");
            assertThat(row.startedAt()).isEqualTo(started);
            assertThat(row.startedAt().getZone()).isEqualTo(started.getZone());
            assertThat(row.startedAt().getOffset()).isEqualTo(started.getOffset());
            assertThat(row.endedAt()).contains(ended);
            assertThat(exported(history).get(2)).isEqualTo(exported);
        }
    }

    @Test
    void session_may_last_over_the_end_of_summer_time() {
        var started = ZonedDateTime.parse("2026-10-25T02:59:30+02:00[Europe/Berlin]");
        try (var history = SampleHistory.open(file)) {
            history.begin(SampleHistory.id(1), "daily", started, 3, OptionalInt.empty())
                    .end(Outcome.COMPLETED, started.plusMinutes(1).toOffsetDateTime(), Duration.ofMinutes(1));
            assertThat(exported(history).subList(2, 5))
                    .containsExactly("2026-10-25T02:59:30.000+02:00", "2026-10-25T02:00:30.000+01:00", "60");
        }
    }

    /** Zone rules change, and a record may come from a machine that knows other zones. */
    @ParameterizedTest
    @CsvSource({"Europe/Berlin", "Mars/Olympus_Mons", "''"})
    void stored_offset_wins_over_the_zone(String zone) throws Exception {
        try (var history = SampleHistory.open(file)) {
            SampleHistory.session(history, 1, "daily", Outcome.COMPLETED);
            SampleHistory.sql(file, "UPDATE session SET started_offset = 7200, zone = '" + zone + "'");
            assertThat(history.find("last").startedAt().toOffsetDateTime())
                    .isEqualTo(OffsetDateTime.parse("2026-11-21T09:01:00.123+02:00"));
        }
    }

    @Test
    void counts_time_in_milliseconds() {
        var started = ZonedDateTime.parse("2026-11-21T08:00:00.123999999+01:00");
        try (var history = SampleHistory.open(file)) {
            history.begin(SampleHistory.id(1), "daily", started, 3, OptionalInt.empty())
                    .end(Outcome.STOPPED, started.toOffsetDateTime(), Duration.ofNanos(12_437_999_999L));
            assertThat(exported(history).subList(2, 5))
                    .containsExactly("2026-11-21T08:00:00.123+01:00", "2026-11-21T08:00:00.123+01:00", "12.437");
        }
    }

    /** The cells of the only session. */
    private static List<String> exported(History history) {
        var out = new StringWriter();
        CsvExport.write(history, Filter.ALL, Export.ExportTable.SESSIONS, out);
        return List.of(out.toString().lines().skip(1).findFirst().orElseThrow().split(",", -1));
    }
}
