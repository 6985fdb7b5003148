package stretch.history.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import stretch.catalogue.Outcome;
import stretch.catalogue.StepOutcome;
import stretch.catalogue.exercise.DoseKind;
import stretch.catalogue.exercise.Side;
import stretch.history.History;
import stretch.history.SampleHistory;
import stretch.history.entry.CheckIn;
import stretch.history.entry.Filter;
import stretch.history.entry.ReminderPause;
import stretch.history.entry.StepRow;
import stretch.history.transfer.export.CsvExport;
import stretch.history.transfer.export.Export;

/** The database keeps what was committed, refuses what cannot be, and shows others what export shows. */
@Tag("once")
class SchemaTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void make_file() {
        file = folder.resolve("history.db");
        SampleHistory.open(file).close();
    }

    @ParameterizedTest
    @CsvSource({
        "synchronous, 3",
        "journal_mode, delete",
        "foreign_keys, 1",
        "busy_timeout, 10000",
        "application_id, 1937011299",
        "user_version, 7",
        "encoding, UTF-8",
        "foreign_key_check, ''",
    })
    void pragmas(String pragma, String value) throws Exception {
        assertThat(String.join(",", SampleHistory.rows(file, "PRAGMA " + pragma)))
                .isEqualTo(value);
    }

    /** A step that is laid beside the others has to be counted, too. */
    @Test
    void the_version_is_the_number_of_the_last_step() {
        assertThat(Schema.class.getResource("/stretch/schema/" + Schema.VERSION + ".sql"))
                .isNotNull();
        assertThat(Schema.class.getResource("/stretch/schema/" + (Schema.VERSION + 1) + ".sql"))
                .isNull();
    }

    @Test
    void mark_is_in_the_header() throws Exception {
        var header = ByteBuffer.wrap(Files.readAllBytes(file), 0, 100);
        assertThat(header.getInt(68)).isEqualTo(0x73747263);
        assertThat(header.getInt(60)).isEqualTo(Schema.VERSION);
    }

    @ParameterizedTest
    @EnumSource(Export.ExportTable.class)
    void views_give_what_export_gives(Export.ExportTable what) throws Exception {
        try (var history = SampleHistory.open(file)) {
            var random = new Random(11);
            for (int i = 1; i <= 60; i++) {
                record(history, i, random);
            }
            var out = new StringWriter();
            CsvExport.write(history, Filter.ALL, what, out);
            var exported = new ArrayList<Map<String, String>>();
            try (var reader = CsvReader.builder().ofNamedCsvRecord(out.toString())) {
                reader.stream().map(NamedCsvRecord::getFieldsAsMap).forEach(cells -> {
                    // The last ones are for spreadsheets.
                    var row = new LinkedHashMap<>(cells);
                    row.keySet().retainAll(what.columns());
                    exported.add(row);
                });
            }
            var order = what == Export.ExportTable.STEPS
                    ? "session, step"
                    : what.columns().get(0);
            // The view has kept the name that pauses had first.
            var view = what == Export.ExportTable.PAUSES ? "rests" : what.id();
            assertThat(view("SELECT * FROM " + view + " ORDER BY " + order))
                    .hasSizeGreaterThan(50)
                    .usingElementComparator(SchemaTest::compare)
                    .containsExactlyElementsOf(exported);
        }
    }

    @Test
    void view_shows_a_running_session_without_an_end() throws Exception {
        try (var history = SampleHistory.open(file)) {
            var writer = SampleHistory.begin(history, 1, "daily");
            assertThat(SampleHistory.rows(file, "SELECT routine, ended_at, outcome FROM sessions"))
                    .containsExactly("daily|null|null");
            writer.abandon();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE session SET outcome = 'lost'",
                "UPDATE session SET pain_before = 11",
                "UPDATE session SET pain_after = -1",
                "UPDATE session SET steps_planned = 0",
                "UPDATE session SET started_ms = 'yesterday'",
                "UPDATE session SET routine = NULL",
                "UPDATE session SET id = 'short'",
                "UPDATE step SET side = 'front'",
                "UPDATE step SET held_ms = -1",
                "UPDATE step SET step = 0",
                "UPDATE step SET session = '00000009-0000-7000-8000-000000000009'",
            })
    void what_cannot_be_is_refused(String change) {
        oneSession();
        assertThatThrownBy(() -> SampleHistory.sql(file, change))
                .isInstanceOf(SQLException.class)
                .hasMessageStartingWith("[SQLITE_CONSTRAINT");
    }

    @Test
    void steps_go_with_their_session() throws Exception {
        oneSession();
        SampleHistory.sql(file, "DELETE FROM session");
        assertThat(SampleHistory.rows(file, "SELECT * FROM step")).isEmpty();
    }

    @Test
    void each_record_has_a_device_of_its_own() throws Exception {
        var other = folder.resolve("other.db");
        SampleHistory.open(other).close();
        var device = "SELECT value FROM meta WHERE key = 'device'";
        assertThat(SampleHistory.rows(file, device)).singleElement().asString().matches("[abef][0-9a-f]{7}");
        assertThat(SampleHistory.rows(other, device)).isNotEqualTo(SampleHistory.rows(file, device));
    }

    private void oneSession() {
        try (var history = SampleHistory.open(file)) {
            var writer = SampleHistory.begin(history, 1, "daily");
            writer.save(SampleHistory.step(1));
            writer.abandon();
        }
    }

    private static void record(History history, int number, Random random) {
        // Quarter hours from -18:00 to +18:00, which is all that Java takes.
        var offset = ZoneOffset.ofTotalSeconds((random.nextInt(145) - 72) * 900);
        var start = Instant.ofEpochMilli(1_700_000_000_000L + number * 100_000_000L + random.nextInt(100_000_000))
                .atZone(offset);
        var writer = history.begin(SampleHistory.id(number), "daily", start, 3, pain(random));
        long active = 0;
        for (int i = 1; i <= random.nextInt(4); i++) {
            long held = random.nextInt(100_000);
            active += held;
            writer.save(new StepRow(
                    i,
                    "pelvic-tilt",
                    oneOf(Side.values(), random),
                    oneOf(DoseKind.values(), random),
                    1 + random.nextInt(60),
                    random.nextInt(60),
                    Duration.ofMillis(held),
                    oneOf(StepOutcome.values(), random),
                    start.plusSeconds(i).toOffsetDateTime(),
                    OptionalInt.empty(),
                    ""));
        }
        var end = start.plusNanos(active * 1_000_000).toOffsetDateTime();
        writer.end(oneOf(Outcome.values(), random), end, Duration.ofMillis(active));
        pain(random).ifPresent(pain -> history.painAfter(SampleHistory.id(number), pain));
        var editor = history.editor(Clock.systemUTC());
        var at = start.toOffsetDateTime();
        editor.addCheckIn(new CheckIn(
                SampleHistory.id(1000 + number),
                at,
                pain(random),
                random.nextBoolean() ? Map.of() : Map.of("hips", "better", "ease", "same", "bending", "worse"),
                "note " + number));
        editor.addPause(
                random.nextBoolean()
                        ? new ReminderPause(
                                SampleHistory.id(2000 + number), at, Optional.of(at.plusMinutes(number)), 0, "later")
                        : new ReminderPause(
                                SampleHistory.id(2000 + number), at, Optional.empty(), 1 + random.nextInt(366), ""));
    }

    private static OptionalInt pain(Random random) {
        return random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(random.nextInt(11));
    }

    private static <T> T oneOf(T[] values, Random random) {
        return values[random.nextInt(values.length)];
    }

    private List<Map<String, String>> view(String sql) throws SQLException {
        try (var connection = SqliteConnections.connect(file, SampleHistory.CACHES, false);
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            var rows = new ArrayList<Map<String, String>>();
            while (row.next()) {
                var cells = new LinkedHashMap<String, String>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    cells.put(
                            row.getMetaData().getColumnName(i),
                            Optional.ofNullable(row.getString(i)).orElse(""));
                }
                rows.add(cells);
            }
            return rows;
        }
    }

    /** Columns in the same order with the same values; 60.0 seconds are 60. */
    private static int compare(Map<String, String> one, Map<String, String> other) {
        return plain(one).equals(plain(other)) ? 0 : 1;
    }

    private static List<String> plain(Map<String, String> cells) {
        return cells.entrySet().stream()
                .map(cell -> cell.getKey() + "="
                        + (cell.getKey().endsWith("seconds")
                                ? new BigDecimal(cell.getValue())
                                        .stripTrailingZeros()
                                        .toPlainString()
                                : cell.getValue()))
                .toList();
    }
}
