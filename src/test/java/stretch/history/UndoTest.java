package stretch.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
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
import stretch.history.backup.DatabaseCopy;
import stretch.history.backup.IntegrityCheck;
import stretch.history.db.SqliteConnections;
import stretch.history.db.TableColumns;
import stretch.history.entry.CheckIn;
import stretch.history.entry.Filter;
import stretch.history.entry.ReminderPause;
import stretch.history.entry.SessionRow;
import stretch.history.entry.StepRow;
import stretch.history.entry.UndoEntry;
import stretch.os.ExitCode;

/** What a change did is taken back, and nothing that anything else did. */
@Tag("once")
class UndoTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    @TempDir
    private Path folder;

    private Path file;
    private Path elsewhere;
    private History history;
    private History other;
    private int made;
    private int minute;

    @BeforeEach
    void two_records_that_know_each_other() {
        file = folder.resolve("history.db");
        elsewhere = folder.resolve("other.db");
        history = SampleHistory.open(file);
        other = SampleHistory.open(elsewhere);
    }

    @AfterEach
    void close() {
        history.close();
        other.close();
    }

    /** All that writes to the record, each as somebody would use it. */
    private enum Writer {
        ADD,
        EDIT,
        DELETE,
        EDIT_STEP,
        EDIT_CHECK_IN,
        EDIT_PAUSE,
        DELETE_CHECK_IN,
        DELETE_PAUSE,
        CHECK_IN,
        SNOOZE,
        SKIP,
        IMPORT,
        RUN,
        RESUME,
        PAIN_AFTER,
        CRASH
    }

    private void write(Writer writer, History to, Random random) {
        var editor = to.editor(clock());
        var at = clock().instant().atZone(ZONE);
        switch (writer) {
            case ADD ->
                editor.add(
                        SampleHistory.added(id(), "daily", at, Duration.ofMinutes(2), "note", 2),
                        List.of(step(1), step(2)));
            case EDIT -> editor.edit(any(to, random), edit(random));
            case DELETE -> editor.delete(any(to, random));
            case EDIT_STEP -> {
                var row = any(withSteps(to), random);
                var step = any(to.steps(row.id()), random);
                var edit = new HistoryEditor.StepEdit(
                        random.nextBoolean() ? OptionalInt.of(random.nextInt(90)) : OptionalInt.empty(),
                        random.nextBoolean() ? Optional.of(StepOutcome.HURT) : Optional.empty(),
                        Optional.of(random.nextInt(9) + " kg"));
                editor.edit(row, step, edit);
            }
            case EDIT_CHECK_IN -> {
                var it = any(to.checkIns(Instant.EPOCH), random);
                editor.edit(
                        it,
                        new CheckIn(
                                it.id(),
                                at.toOffsetDateTime(),
                                OptionalInt.of(random.nextInt(11)),
                                Map.of("hips", "better"),
                                "mended " + random.nextInt(3)));
            }
            case EDIT_PAUSE -> {
                var it = any(to.pauses(Instant.EPOCH), random);
                var from = at.toOffsetDateTime();
                editor.edit(
                        it,
                        new ReminderPause(
                                it.id(),
                                from,
                                it.until().map(until -> from.plusMinutes(1 + random.nextInt(99))),
                                it.until().isPresent() ? 0 : 1 + random.nextInt(9),
                                "mended " + random.nextInt(3)));
            }
            case DELETE_CHECK_IN -> editor.delete(any(to.checkIns(Instant.EPOCH), random));
            case DELETE_PAUSE -> editor.delete(any(to.pauses(Instant.EPOCH), random));
            case CHECK_IN ->
                editor.addCheckIn(new CheckIn(id(), at.toOffsetDateTime(), OptionalInt.of(3), Map.of(), "stiff"));
            case SNOOZE ->
                editor.addPause(new ReminderPause(
                        id(), at.toOffsetDateTime(), Optional.of(at.plusHours(1).toOffsetDateTime()), 0, "later"));
            case SKIP -> editor.addPause(new ReminderPause(id(), at.toOffsetDateTime(), Optional.empty(), 2, "away"));
            case IMPORT -> SampleHistory.read(to.importer(clock()), to == history ? elsewhere : file, false);
            case RUN ->
                SampleHistory.practise(to.begin(id(), "daily", at, 3, OptionalInt.of(4)), random, () -> some(random));
            case RESUME -> {
                var unfinished = to.unfinished().orElseThrow();
                SampleHistory.practise(to.resume(unfinished.session(), at), random, () -> some(random));
            }
            case PAIN_AFTER -> to.painAfter(any(to, random).id(), random.nextInt(11));
            case CRASH -> {
                var dead = to.begin(id(), "daily", at, 3, OptionalInt.empty());
                dead.plan("plan", 3);
                dead.save(step(1));
                dead.abandon();
                SampleHistory.open(to == history ? file : elsewhere).close();
            }
        }
    }

    private static OffsetDateTime some(Random random) {
        return SampleHistory.MORNING.plusSeconds(random.nextInt(1000)).toOffsetDateTime();
    }

    private static HistoryEditor.SessionEdit edit(Random random) {
        return new HistoryEditor.SessionEdit(
                random.nextBoolean() ? Optional.of("note " + random.nextInt(3)) : Optional.empty(),
                random.nextInt(3) == 0
                        ? Optional.of(SampleHistory.MORNING.minusDays(1 + random.nextInt(9)))
                        : Optional.empty(),
                random.nextBoolean() ? Optional.of(Duration.ofSeconds(random.nextInt(99))) : Optional.empty(),
                random.nextBoolean() ? Optional.of(Outcome.STOPPED) : Optional.empty(),
                random.nextBoolean() ? OptionalInt.of(random.nextInt(11)) : OptionalInt.empty(),
                random.nextBoolean() ? OptionalInt.of(random.nextInt(11)) : OptionalInt.empty(),
                Optional.empty());
    }

    /** What has nothing to work on is left out. */
    private boolean can(Writer writer, History in) {
        return switch (writer) {
            case EDIT, DELETE, PAIN_AFTER -> in.count() > 0;
            case EDIT_STEP -> !withSteps(in).isEmpty();
            case EDIT_CHECK_IN, DELETE_CHECK_IN -> !in.checkIns(Instant.EPOCH).isEmpty();
            case EDIT_PAUSE, DELETE_PAUSE -> !in.pauses(Instant.EPOCH).isEmpty();
            case RESUME -> in.unfinished().isPresent();
            default -> true;
        };
    }

    private static StepRow step(int number) {
        return SampleHistory.step(number);
    }

    private String id() {
        return SampleHistory.id(++made);
    }

    private Clock clock() {
        return Clock.fixed(SampleHistory.MORNING.plusMinutes(++minute).toInstant(), ZONE);
    }

    private static SessionRow any(History in, Random random) {
        return any(in.sessions(Filter.ALL), random);
    }

    private static <E> E any(List<E> rows, Random random) {
        return rows.get(random.nextInt(rows.size()));
    }

    private static List<SessionRow> withSteps(History in) {
        return in.sessions(Filter.ALL).stream()
                .filter(row -> !in.steps(row.id()).isEmpty())
                .toList();
    }

    /** Every cell but the digests of every table that holds the user's data, by table, key and column. */
    private Map<String, String> cells() throws SQLException {
        var cells = new TreeMap<String, String>();
        try (var connection = SqliteConnections.connect(file, SampleHistory.CACHES, true);
                var statement = connection.createStatement()) {
            for (var name : DatabaseCopy.tables(connection)) {
                if (Set.of("meta", "change", "change_entry", "changed", "sync_file")
                        .contains(name)) {
                    continue;
                }
                var table = TableColumns.of(connection, name);
                var key = "json_array(" + String.join(", ", table.key()) + ")";
                try (var row = statement.executeQuery("SELECT " + key + " AS row_key, * FROM " + name)) {
                    while (row.next()) {
                        for (var cell : table.cells()) {
                            cells.put(name + " " + row.getString(1) + " " + cell, "" + row.getObject(cell));
                        }
                    }
                }
            }
        }
        return cells;
    }

    private void fill(Random random, int writes) {
        for (int i = 0; i < writes; i++) {
            var writer = Writer.values()[random.nextInt(Writer.values().length)];
            var to = random.nextInt(3) == 0 ? other : history;
            if (can(writer, to)) {
                write(writer, to, random);
            }
        }
    }

    private List<Long> standing() {
        return history.editor(clock()).undoEntries().stream()
                .filter(entry -> !entry.undone())
                .map(UndoEntry::number)
                .toList();
    }

    private Undo.Undone undo(long number) {
        return history.editor(clock()).undo(number).orElseThrow();
    }

    private void assertWhole() {
        var check = IntegrityCheck.of(file, SampleHistory.CACHES);
        assertThat(check.damage()).isEmpty();
        assertThat(check.mismatches()).isEmpty();
        assertThat(check.orphans()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void whatever_writes_is_undone_to_the_very_cells(Writer writer) throws Exception {
        var random = new Random(7);
        for (var one : List.of(
                Writer.RUN,
                Writer.ADD,
                Writer.DELETE,
                Writer.ADD,
                Writer.CRASH,
                Writer.CHECK_IN,
                Writer.SKIP,
                Writer.SNOOZE)) {
            write(one, other, random);
        }
        if (writer != Writer.IMPORT) {
            write(Writer.IMPORT, history, random);
        }
        var before = cells();
        write(writer, history, random);
        assertThat(cells()).isNotEqualTo(before);
        if (writer == Writer.PAIN_AFTER) {
            write(Writer.IMPORT, other, random);
        }
        var newest = standing().get(0);
        assertThat(undo(newest).kept()).isEmpty();
        assertThat(cells()).isEqualTo(before);
        assertWhole();
        assertThat(SampleHistory.failure(() -> undo(newest))).hasMessage("change " + newest + " is undone already");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void all_that_was_done_is_undone_in_any_order_to_the_very_cells(int seed) throws Exception {
        var random = new Random(seed);
        fill(random, 20);
        var start = cells();
        var ours = standing();
        fill(random, 40);
        var theirs = new ArrayList<>(standing());
        theirs.removeAll(ours);
        if (seed % 3 != 0) {
            Collections.shuffle(theirs, random);
        }
        for (var number : theirs) {
            undo(number);
        }
        assertWhole();
        // How a session of before felt afterwards belongs to that session, and stays.
        assertThat(without(cells(), "pain_after")).isEqualTo(without(start, "pain_after"));
        for (var number : ours) {
            undo(number);
        }
        assertThat(cells()).isEmpty();
    }

    private static Map<String, String> without(Map<String, String> cells, String column) {
        var rest = new LinkedHashMap<>(cells);
        rest.keySet().removeIf(cell -> cell.endsWith(" " + column));
        return rest;
    }

    /** By the log itself: a cell may change only if the change that is undone was the last to write it. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void one_that_is_undone_leaves_all_others(int seed) throws Exception {
        var random = new Random(seed);
        fill(random, 30);
        for (var standing = standing(); !standing.isEmpty(); standing = standing()) {
            var number = standing.get(random.nextInt(standing.size()));
            var before = cells();
            var others = new TreeSet<String>();
            for (var row : SampleHistory.rows(
                    file,
                    "SELECT row_table || ' ' || row_key || ' ' || field FROM change_entry JOIN change USING (change)"
                            + " WHERE undone = 0 AND change > " + number)) {
                others.add(row);
            }
            undo(number);
            var after = cells();
            for (var cell : before.keySet()) {
                var row = cell.substring(0, cell.lastIndexOf(' ') + 1);
                if (others.contains(cell) || others.contains(row)) {
                    assertThat(after.get(cell)).as(cell).isEqualTo(before.get(cell));
                }
            }
        }
    }

    @Test
    void resumed_steps_and_pain_outlive_the_undo_of_an_edit_before() {
        var writer = history.begin(id(), "daily", SampleHistory.MORNING, 3, OptionalInt.empty());
        writer.plan("plan", 3);
        writer.save(step(1));
        writer.end(Outcome.INTERRUPTED, SampleHistory.MORNING.toOffsetDateTime(), Duration.ofSeconds(30));
        history.painAfter(SampleHistory.id(1), 5);
        history.editor(clock()).edit(history.find("last"), SampleHistory.noted("hello"));
        var resumed = history.resume(history.find("last"), SampleHistory.MORNING.plusHours(1));
        resumed.save(step(2));
        resumed.end(Outcome.COMPLETED, SampleHistory.MORNING.plusHours(1).toOffsetDateTime(), Duration.ofSeconds(60));
        assertThat(history.find("last").painAfter()).hasValue(5);
        history.painAfter(SampleHistory.id(1), 2);

        var undone = history.editor(clock()).undo().orElseThrow();

        assertThat(undone.entry().what()).startsWith("edit daily");
        assertThat(undone.kept()).isEmpty();
        var row = history.find("last");
        assertThat(row.note()).isEmpty();
        assertThat(row.outcome()).contains(Outcome.COMPLETED);
        assertThat(row.painAfter()).hasValue(2);
        assertThat(history.steps(row.id())).hasSize(2);
        assertThat(history.editor(clock()).undo()).isEmpty();
    }

    /** Also where the change was of a field only: the whole of it is gone. */
    @ParameterizedTest
    @CsvSource({
        "ADD, EDIT, DELETE, 'session 00000001'",
        "ADD, PAIN_AFTER, DELETE, 'session 00000001'",
        "CHECK_IN, EDIT_CHECK_IN, DELETE_CHECK_IN, 'check-in 00000001'",
        "SNOOZE, EDIT_PAUSE, DELETE_PAUSE, 'snooze or skip 00000001'",
        "SKIP, EDIT_PAUSE, DELETE_PAUSE, 'snooze or skip 00000001'"
    })
    void what_something_else_deleted_later_stays_deleted_and_is_said_to(
            Writer add, Writer edit, Writer delete, String name) throws Exception {
        for (var writer : List.of(add, edit, delete)) {
            write(writer, history, new Random(1));
        }
        var deletion = history.editor(clock()).undoEntries().get(0);
        for (int number : List.of(2, 1)) {
            assertThat(undo(number).kept())
                    .containsExactly(name + " stays deleted, as '" + deletion.what() + "' left it");
        }
        undo(3);
        assertThat(cells()).isEmpty();
    }

    @Test
    void what_something_else_changed_later_is_kept_and_named() throws Exception {
        write(Writer.ADD, history, new Random(1));
        var row = history.find("last");
        history.editor(clock()).edit(row, SampleHistory.noted("first"));
        history.editor(clock()).edit(history.find("last"), SampleHistory.noted("second"));
        assertThat(undo(2).kept())
                .containsExactly(
                        "kept the note of session 00000001, which 'edit daily, 2026-11-21 08:02, session 00000001'"
                                + " changed later");
        assertThat(history.find("last").note()).isEqualTo("second");
        assertThat(undo(1).kept())
                .containsExactly("kept session 00000001, which 'edit daily, 2026-11-21 08:02, session 00000001'"
                        + " changed later");
        SampleHistory.sql(file, "UPDATE session SET note = 'by hand'");
        undo(3);
        assertThat(cells()).isEmpty();

        write(Writer.ADD, history, new Random(1));
        history.editor(clock()).edit(history.find("last"), SampleHistory.noted("third"));
        SampleHistory.sql(file, "UPDATE session SET note = 'by hand'");
        assertThat(undo(5).kept())
                .containsExactly("kept the note of session 00000002, which something else changed later");
        assertThat(history.find("last").note()).isEqualTo("by hand");
    }

    @Test
    void how_it_felt_is_undone_in_the_order_it_was_said_in() {
        write(Writer.RUN, history, new Random(1));
        history.editor(clock()).edit(history.find("last"), SampleHistory.noted("hello"));
        history.painAfter(SampleHistory.id(1), 4);
        assertThat(history.editor(clock()).undoEntries())
                .extracting(UndoEntry::what)
                .containsExactly(
                        "pain after daily, 2026-11-21 08:02, session 00000001",
                        "edit daily, 2026-11-21 08:02, session 00000001",
                        "run daily, 2026-11-21 08:02, session 00000001");
        history.painAfter(SampleHistory.id(1), 5);
        undo(3);
        assertThat(history.find("last").painAfter()).isEmpty();
        assertThat(history.find("last").note()).isEqualTo("hello");
        history.painAfter(SampleHistory.id(1), 6);
        undo(2);
        assertThat(history.find("last").painAfter()).hasValue(6);
        assertThat(history.find("last").note()).isEmpty();
    }

    @Test
    void a_session_that_runs_is_not_undone_under_its_feet() {
        var writer = history.begin(id(), "daily", SampleHistory.MORNING, 3, OptionalInt.empty());
        assertThat(SampleHistory.failure(() -> undo(1)).exit()).isEqualTo(ExitCode.BUSY);
        writer.end(Outcome.STOPPED, SampleHistory.MORNING.toOffsetDateTime(), Duration.ZERO);
        undo(1);
        assertThat(history.count()).isZero();
    }

    @Test
    void an_import_takes_its_deletions_back_even_where_they_were_all_it_brought() throws Exception {
        write(Writer.ADD, other, new Random(1));
        SampleHistory.read(history.importer(clock()), elsewhere, false);
        history.editor(clock()).undo();
        assertThat(cells()).isEmpty();
        other.editor(clock()).delete(other.find("last"));
        SampleHistory.read(history.importer(clock()), elsewhere, false);
        assertThat(cells()).hasSize(2);
        history.editor(clock()).undo();
        assertThat(cells()).isEmpty();
        other.editor(clock()).undo();
        assertThat(SampleHistory.read(history.importer(clock()), elsewhere, false)
                        .added())
                .isEqualTo(1);
    }

    @Test
    void a_change_of_an_older_version_is_refused() throws Exception {
        SampleHistory.sql(
                file,
                "INSERT INTO change (made_ms, made_offset, what, session) VALUES (0, 0, 'edit daily', '"
                        + SampleHistory.id(9) + "')");
        assertThat(SampleHistory.failure(() -> history.editor(clock()).undo()))
                .hasMessage("'edit daily' cannot be undone: it was changed by an older version of stretch;"
                        + " use 'stretch edit' or 'stretch delete'");
    }

    // ---- what travelled to another machine -----------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {"add", "edit", "delete"})
    void what_was_undone_stays_undone_in_a_merge(String what) throws Exception {
        var editor = history.editor(clock());
        write(Writer.ADD, history, new Random(1));
        write(Writer.ADD, history, new Random(1));
        var row = history.find(SampleHistory.id(1));
        if (what.equals("edit")) {
            editor.edit(row, SampleHistory.noted("hello"));
        } else if (what.equals("delete")) {
            editor.delete(row);
        }
        SampleHistory.read(other.importer(clock()), file, false);
        undo(what.equals("add") ? 1 : 3);
        var undone = cells();

        assertThat(SampleHistory.read(history.importer(clock()), elsewhere, false)
                        .isNothing())
                .isTrue();
        assertThat(cells()).isEqualTo(undone);
        SampleHistory.read(other.importer(clock()), file, false);
        assertThat(shown(elsewhere)).isEqualTo(shown(file));
        assertThat(SampleHistory.read(history.importer(clock()), elsewhere, false)
                        .isNothing())
                .isTrue();
        assertThat(SampleHistory.read(other.importer(clock()), file, false).isNothing())
                .isTrue();
    }

    private static List<String> shown(Path file) throws SQLException {
        return SampleHistory.rows(file, "SELECT * FROM sessions ORDER BY session");
    }

    @Test
    void what_was_edited_there_after_it_was_undone_here_lives() {
        write(Writer.ADD, history, new Random(1));
        SampleHistory.read(other.importer(clock()), file, false);
        undo(1);
        other.editor(clock()).edit(other.find("last"), SampleHistory.noted("dear to me"));
        assertThat(SampleHistory.read(history.importer(clock()), elsewhere, false)
                        .added())
                .isEqualTo(1);
        assertThat(history.find("last").note()).isEqualTo("dear to me");
    }
}
