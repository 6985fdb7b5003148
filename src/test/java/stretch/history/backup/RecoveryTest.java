package stretch.history.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stretch.catalogue.Outcome;
import stretch.history.SampleHistory;
import stretch.history.db.Database;
import stretch.history.db.Schema;
import stretch.os.ExitCode;

/** Whatever page is lost: what stands on the others is saved. */
@Tag("once")
class RecoveryTest {
    private static final int PAGE = 4096;

    /** So that each row differs from every other, and one does not fit into a page. */
    private static final String LONG = "0123456789".repeat(950);

    @TempDir
    private static Path folder;

    private static Path file;
    private static byte[] whole;
    private static Map<String, Set<String>> rows;

    @BeforeAll
    static void a_history_of_many_pages() throws Exception {
        file = folder.resolve("history.db");
        var clock = Clock.fixed(SampleHistory.MORNING.toInstant(), SampleHistory.MORNING.getZone());
        try (var history = SampleHistory.open(file)) {
            for (int i = 1; i <= 150; i++) {
                var writer = SampleHistory.begin(history, i, "daily");
                writer.plan("plan of " + i + " " + LONG.substring(0, i % 50 == 0 ? LONG.length() : 300), 4);
                for (int step = 1; step <= 4; step++) {
                    writer.save(SampleHistory.step(step));
                }
                writer.end(
                        Outcome.COMPLETED,
                        SampleHistory.MORNING.plusMinutes(i + 2L).toOffsetDateTime(),
                        Duration.ofSeconds(121));
            }
            var editor = history.editor(clock);
            for (int i = 1; i <= 90; i++) {
                if (i % 3 == 0) {
                    editor.delete(history.find(SampleHistory.id(i)));
                } else {
                    editor.edit(
                            history.find(SampleHistory.id(i)),
                            SampleHistory.noted("a note on " + i + " " + LONG.substring(0, 200)));
                }
            }
        }
        try (var database = Database.open(file, SampleHistory.CACHES, false)) {
            database.inTransaction(() -> {
                for (int i = 1; i <= 90; i++) {
                    database.update(
                            "INSERT INTO checkin (id, at_ms, at_offset, pain, note, device) VALUES (?, ?, 0, 3, ?, 'x')",
                            SampleHistory.id(1000 + i),
                            i,
                            "felt on " + i);
                    database.update(
                            "INSERT INTO rest (id, kind, at_ms, at_offset, days, device) VALUES (?, 'skip', ?, 0, 1, 'x')",
                            SampleHistory.id(2000 + i),
                            i);
                }
            });
        }
        whole = Files.readAllBytes(file);
        rows = rows(file);
    }

    /** By table, its rows with all their cells. */
    private static Map<String, Set<String>> rows(Path file) throws SQLException {
        var rows = new HashMap<String, Set<String>>();
        for (var table : List.of("meta", "session", "step", "deleted", "change", "change_entry", "checkin", "rest")) {
            rows.put(table, new TreeSet<>(SampleHistory.rows(file, "SELECT * FROM " + table)));
        }
        return rows;
    }

    /** By page, the table of which it holds rows, and how many, as SQLite itself says. */
    private static Map<Integer, Map.Entry<String, Integer>> holders() throws SQLException {
        var holders = new HashMap<Integer, Map.Entry<String, Integer>>();
        for (var line : SampleHistory.rows(
                file,
                "SELECT pageno, dbstat.name, CASE pagetype WHEN 'overflow' THEN 1 WHEN 'leaf' THEN ncell ELSE"
                        + " ncell * (wr = 1) END FROM dbstat JOIN pragma_table_list AS list ON list.name = dbstat.name")) {
            var cells = line.split("\\|", -1);
            holders.put(Integer.valueOf(cells[0]), Map.entry(cells[1], Integer.valueOf(cells[2])));
        }
        return holders;
    }

    @ParameterizedTest
    @ValueSource(strings = {"zeros", "garbage"})
    void of_each_page_that_is_lost_only_its_own_rows_are(String what) throws Exception {
        var holders = holders();
        var random = new Random(5);
        var kinds = new HashMap<String, Integer>();
        for (int page = 1; page <= whole.length / PAGE; page++) {
            var bytes = whole.clone();
            var lost = new byte[PAGE];
            var holder = holders.getOrDefault(page, Map.entry("none", 0));
            // Some pages of each kind: what has to be told apart is where something is lost, not how often.
            int before = kinds.merge(holder.getKey(), 1, Integer::sum) - 1;
            if (before >= (what.equals("garbage") ? 1 : 3)) {
                continue;
            }
            if (what.equals("garbage")) {
                random.nextBytes(lost);
            }
            System.arraycopy(lost, 0, bytes, (page - 1) * PAGE, PAGE);
            var damaged = Files.write(folder.resolve("damaged.db"), bytes);
            var saved = folder.resolve("saved-" + what + page + ".db");

            Recovery.of(damaged, saved, SampleHistory.CACHES);

            var found = rows(saved);
            for (var table : rows.keySet()) {
                var missing = new TreeSet<>(rows.get(table));
                missing.removeAll(found.get(table));
                if (holder.getKey().equals("change") && table.equals("change_entry")) {
                    // What a change did means nothing without the change.
                    missing.removeIf(row -> isOfNone(row, found.get("change")));
                }
                assertThat(missing)
                        .as("%s of %s on page %d of %s", what, table, page, holder)
                        .hasSize(holder.getKey().equals(table) ? holder.getValue() : 0);
                var strange = new TreeSet<>(found.get(table));
                strange.removeAll(rows.get(table));
                strange.removeIf(row -> row.contains("|rescued|") || row.startsWith("device|"));
                assertThat(strange).as("%s of %s on page %d", what, table, page).isEmpty();
            }
            assertThat(damaged).hasBinaryContent(bytes);
        }
        assertThat(kinds)
                .containsKeys(
                        "session", "step", "change", "change_entry", "deleted", "checkin", "rest", "sqlite_schema");
    }

    private static boolean isOfNone(String entry, Set<String> changes) {
        var number = entry.substring(0, entry.indexOf('|') + 1);
        return changes.stream().noneMatch(change -> change.startsWith(number));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void the_number_of_the_version_may_be_any_that_is_known(int version) throws Exception {
        var bytes = whole.clone();
        ByteBuffer.wrap(bytes).putInt(60, version);
        var damaged = Files.write(folder.resolve("numbered.db"), bytes);
        var saved = folder.resolve("saved-of-version-" + version + ".db");

        assertThat(IntegrityCheck.of(damaged, SampleHistory.CACHES).damage())
                .containsExactly("page 1 says that its schema is " + version + ", but it is " + Schema.VERSION);

        Recovery.of(damaged, saved, SampleHistory.CACHES);

        assertThat(rows(saved)).isEqualTo(rows);
    }

    /** Where nothing is left, a rescue is no advice any more. */
    @ParameterizedTest
    @ValueSource(ints = {1, 15, 20, 29, 30, 50, 99, 100, 512, PAGE - 1})
    void of_a_few_bytes_nothing_can_be_saved(int length) throws Exception {
        for (var bytes :
                List.of(Arrays.copyOf(whole, length), "x".repeat(length).getBytes(StandardCharsets.UTF_8))) {
            var damaged = Files.write(folder.resolve("short.db"), bytes);
            var saved = folder.resolve("nothing.db");

            var failure = SampleHistory.failure(() -> Recovery.of(damaged, saved, SampleHistory.CACHES));

            assertThat(failure.getMessage())
                    .isEqualTo(damaged + ": nothing in it can be read any more; 'stretch restore FILE' puts a backup in"
                            + " its place");
            assertThat(failure.exit()).isEqualTo(ExitCode.UNUSABLE);
            assertThat(saved).doesNotExist();
        }
    }

    @Test
    void what_was_deleted_does_not_come_back_without_the_list_of_tables() throws Exception {
        var bytes = whole.clone();
        Arrays.fill(bytes, 0, PAGE, (byte) 0);
        var damaged = Files.write(folder.resolve("first.db"), bytes);
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).contains(SampleHistory.id(3));

        var saved = new ArrayList<>(Recovery.of(damaged, folder.resolve("second.db"), SampleHistory.CACHES));

        assertThat(SampleHistory.rows(folder.resolve("second.db"), "SELECT id FROM session"))
                .hasSize(120)
                .doesNotContain(SampleHistory.id(3));
        assertThat(saved)
                .filteredOn(table -> table.table().equals("step"))
                .singleElement()
                .satisfies(table -> assertThat(table.rows()).isEqualTo(480));
    }
}
