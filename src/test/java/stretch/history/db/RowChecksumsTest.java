package stretch.history.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stretch.catalogue.Outcome;
import stretch.history.HistoryEditor;
import stretch.history.SampleHistory;
import stretch.history.backup.IntegrityCheck;

/** A bit that flips anywhere in what was recorded is found, and what was changed on purpose is not taken for that. */
@Tag("once")
class RowChecksumsTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void a_record_with_something_in_every_table() {
        file = folder.resolve("history.db");
        var clock = Clock.fixed(SampleHistory.MORNING.toInstant(), SampleHistory.MORNING.getZone());
        try (var history = SampleHistory.open(file)) {
            for (int i = 1; i <= 12; i++) {
                var writer = SampleHistory.begin(history, i, "daily");
                writer.plan("chair-hip-flexor right 60", 3);
                writer.save(SampleHistory.step(1));
                writer.save(SampleHistory.step(2));
                writer.save(SampleHistory.step(2));
                writer.end(
                        i % 3 == 0 ? Outcome.STOPPED : Outcome.COMPLETED,
                        SampleHistory.MORNING.plusMinutes(i + 2L).toOffsetDateTime(),
                        Duration.ofSeconds(61));
                history.painAfter(SampleHistory.id(i), i % 10);
            }
            var editor = history.editor(clock);
            editor.edit(
                    history.find("00000001"),
                    new HistoryEditor.SessionEdit(
                            Optional.of("by the sea"),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            OptionalInt.of(3),
                            OptionalInt.empty(),
                            Optional.empty()));
            editor.delete(history.find("00000002"));
            editor.delete(history.find("00000003"));
            editor.undo();
            SampleHistory.begin(history, 30, "daily").abandon();
        }
    }

    private IntegrityCheck checkup() {
        return IntegrityCheck.of(file, SampleHistory.CACHES);
    }

    private static boolean isWell(IntegrityCheck check) {
        return check.fault().isEmpty()
                && check.damage().isEmpty()
                && check.mismatches().isEmpty()
                && check.orphans() == 0;
    }

    @Test
    void every_row_is_sealed_by_whoever_wrote_it() throws Exception {
        for (var table : List.of("meta", "session", "step", "deleted", "change", "change_entry")) {
            assertThat(SampleHistory.rows(file, "SELECT count(*) > 0, count(*) = count(digest) FROM " + table))
                    .as(table)
                    .containsExactly("1|1");
        }
        assertThat(isWell(checkup())).isTrue();
    }

    @Test
    void a_letter_that_became_another_is_named_by_its_row() throws Exception {
        var whole = Files.readAllBytes(file);
        var text = new String(whole, StandardCharsets.ISO_8859_1);
        var read = new ArrayList<String>();
        var named = new ArrayList<String>();
        for (int at = text.indexOf("by the sea"); at >= 0; at = text.indexOf("by the sea", at + 1)) {
            var bytes = whole.clone();
            bytes[at] ^= 4;
            Files.write(file, bytes);
            read.addAll(SampleHistory.rows(
                    file,
                    "SELECT 'session ' || id FROM session WHERE note = 'fy the sea' UNION ALL"
                            + " SELECT 'change_entry ' || concat_ws(', ', change, row_table, row_key, field)"
                            + " FROM change_entry WHERE after = 'fy the sea'"));
            named.addAll(checkup().mismatches());
        }

        // Where a write left an old copy of a row behind, nobody reads it.
        assertThat(read).hasSize(2).contains("session " + SampleHistory.id(1));
        assertThat(named).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void no_flipped_bit_changes_what_is_read_unnoticed(long seed) throws Exception {
        var whole = Files.readAllBytes(file);
        var contents = contents(file);
        var random = new Random(seed);
        int changed = 0;
        for (int i = 0; i < 90; i++) {
            int bit = random.nextInt(whole.length * 8);
            var bytes = whole.clone();
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(file, bytes);
            var check = checkup();
            if (isWell(check)) {
                assertThat(contents(file)).as("bit " + bit).isEqualTo(contents);
            } else {
                changed++;
                if (check.mismatches().isEmpty()) {
                    var said = check.fault().orElse("") + " " + check.damage();
                    assertThat(said).as("bit " + bit).containsPattern(PLACE);
                }
            }
        }
        assertThat(changed).as("flips that were found").isGreaterThan(10);
    }

    /** Where a fault is, if no row is named: the page, the row, the column, the part of the schema or the header. */
    private static final String PLACE = "(?i)page \\d|row \\d| in (session|step|change|change_entry|deleted|meta)\\."
            + "|not as stretch makes it: |cut short|newer stretch|unsupported file format";

    private static List<String> contents(Path file) throws SQLException {
        var rows = new ArrayList<String>();
        for (var table : List.of("meta", "session", "step", "deleted", "change", "change_entry")) {
            rows.addAll(SampleHistory.rows(file, "SELECT * FROM " + table + " ORDER BY 1, 2"));
        }
        return rows;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE session SET note = 'mended by hand' WHERE id LIKE '00000001%'",
                "UPDATE step SET done = 25 WHERE session LIKE '00000001%' AND step = 2",
                "UPDATE session SET id = '000000ff-0000-7000-8000-0000000000ff' WHERE id LIKE '0000001e%'",
                "UPDATE change SET what = 'something'",
                "UPDATE change SET kind = 'import'",
                "UPDATE change_entry SET after = 'something'",
                "UPDATE meta SET value = 'cafecafe'",
                "UPDATE deleted SET deleted_ms = 7",
                "INSERT INTO meta (key, value) VALUES ('theirs', 'x')",
            })
    void what_another_program_changes_is_no_damage_and_sealed_by_the_next_command(String sql) throws Exception {
        SampleHistory.sql(file, sql);
        assertThat(checkup().mismatches()).isEmpty();

        try (var history = SampleHistory.open(file)) {
            SampleHistory.begin(history, 31, "daily").abandon();
        }
        assertThat(checkup().mismatches()).isEmpty();
        var table = sql.split(" ", -1)[sql.startsWith("INSERT") ? 2 : 1];
        assertThat(SampleHistory.rows(file, "SELECT count(*) FROM " + table + " WHERE digest IS NULL"))
                .containsExactly("0");
    }

    @Test
    void a_record_of_an_older_shape_is_sealed_when_it_is_brought_up_to_date() throws Exception {
        var old = folder.resolve("old.db");
        try (var connection = SqliteConnections.connect(old, SampleHistory.CACHES, false);
                var statement = connection.createStatement()) {
            Schema.make(connection, 0, 2);
            statement.executeUpdate("INSERT INTO meta VALUES ('device', 'feedbeef')");
            statement.execute("PRAGMA application_id = " + Schema.APPLICATION_ID);
            statement.execute("PRAGMA user_version = 2");
        }
        assertThat(IntegrityCheck.of(old, SampleHistory.CACHES).mismatches()).isEmpty();

        SampleHistory.open(old).close();

        assertThat(SampleHistory.rows(old, "SELECT digest IS NOT NULL FROM meta"))
                .containsExactly("1");
        assertThat(IntegrityCheck.of(old, SampleHistory.CACHES).mismatches()).isEmpty();
    }
}
