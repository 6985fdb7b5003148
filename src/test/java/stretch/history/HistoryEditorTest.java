package stretch.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stretch.catalogue.Outcome;
import stretch.history.entry.CheckIn;
import stretch.history.entry.Filter;
import stretch.history.entry.HistoryEntry;
import stretch.history.entry.ReminderPause;
import stretch.history.entry.SessionRow;
import stretch.history.entry.UndoEntry;
import stretch.os.ExitCode;
import stretch.os.UserError;

/** Every change can be taken back, one after the other, to the very rows that were there before. */
@Tag("once")
class HistoryEditorTest {
    private static final Clock NOON =
            Clock.fixed(SampleHistory.MORNING.plusHours(4).toInstant(), ZoneId.of("Europe/Berlin"));

    @TempDir
    private Path folder;

    private Path file;
    private History history;
    private HistoryEditor editor;

    @BeforeEach
    void open() {
        file = folder.resolve("history.db");
        history = SampleHistory.open(file);
        editor = history.editor(NOON);
    }

    @AfterEach
    void close() {
        history.close();
    }

    /** All rows of sessions, steps and deletions, in order. */
    private List<String> rows() throws Exception {
        var all = new ArrayList<String>();
        all.addAll(SampleHistory.rows(
                file,
                "SELECT json_array(id, routine, started_ms, started_offset, zone, ended_ms,"
                        + " ended_offset, active_ms, outcome, steps_planned, pain_before, pain_after, note, device, plan,"
                        + " broken_off, changed_ms) FROM session ORDER BY id"));
        all.addAll(SampleHistory.rows(
                file,
                "SELECT json_array(session, step, exercise, side, kind, planned, done, held_ms,"
                        + " outcome, started_ms, started_offset) FROM step ORDER BY session, step"));
        all.addAll(SampleHistory.rows(file, "SELECT session FROM deleted ORDER BY session"));
        return all;
    }

    private void add(int number, String note) {
        editor.add(
                SampleHistory.added(
                        SampleHistory.id(number),
                        "daily",
                        SampleHistory.MORNING.minusDays(number),
                        Duration.ofMinutes(2),
                        note,
                        2),
                List.of(SampleHistory.step(1), SampleHistory.step(2)));
    }

    @Test
    void what_was_added_is_a_session_like_any_other() {
        add(1, "in the park");
        var row = history.find("last");
        assertThat(row.note()).isEqualTo("in the park");
        assertThat(row.outcome()).contains(Outcome.COMPLETED);
        assertThat(row.active()).isEqualTo(Duration.ofMinutes(2));
        assertThat(row.endedAt()).contains(row.startedAt().plusMinutes(2).toOffsetDateTime());
        assertThat(history.steps(row.id())).hasSize(2);
        assertThat(editor.undoEntries())
                .extracting(UndoEntry::what)
                .containsExactly("add daily, 2026-11-20 08:00, session 00000001");
    }

    @Test
    void an_edit_changes_what_was_asked_for_and_moves_the_steps_along() {
        add(1, "");
        var row = history.find("last");
        var start = ZonedDateTime.parse("2026-11-19T21:30:00-05:00[America/New_York]");
        editor.edit(
                row,
                new HistoryEditor.SessionEdit(
                        Optional.of("late"),
                        Optional.of(start),
                        Optional.of(Duration.ofSeconds(90)),
                        Optional.of(Outcome.STOPPED),
                        OptionalInt.of(4),
                        OptionalInt.of(2),
                        Optional.empty()));
        var edited = history.find("last");
        assertThat(edited.startedAt()).isEqualTo(start);
        assertThat(edited.endedAt()).contains(start.plusSeconds(90).toOffsetDateTime());
        assertThat(edited.active()).isEqualTo(Duration.ofSeconds(90));
        assertThat(edited.outcome()).contains(Outcome.STOPPED);
        assertThat(edited.painBefore()).hasValue(4);
        assertThat(edited.painAfter()).hasValue(2);
        var moved = Duration.between(row.startedAt(), start);
        assertThat(history.steps(edited.id()).get(0).startedAt())
                .isEqualTo(SampleHistory.step(1).startedAt().plus(moved));
    }

    @Test
    void a_running_session_is_left_alone() {
        var writer = SampleHistory.begin(history, 7, "daily");
        var row = history.find("last");
        assertThat(SampleHistory.failure(() -> editor.delete(row)).exit()).isEqualTo(ExitCode.BUSY);
        assertThat(SampleHistory.failure(() -> editor.edit(row, SampleHistory.noted("x")))
                        .exit())
                .isEqualTo(ExitCode.BUSY);
        writer.abandon();
        assertThat(editor.undoEntries())
                .extracting(UndoEntry::what)
                .containsExactly("run daily, 2026-11-21 08:07, session 00000007");
    }

    /** What is found first, and changed then. */
    private enum Late {
        SESSION {
            @Override
            void change(History history, HistoryEntry seen) {
                history.editor(NOON).edit((SessionRow) seen, SampleHistory.noted("late"));
            }
        },
        STEP {
            @Override
            void change(History history, HistoryEntry seen) {
                var edit = new HistoryEditor.StepEdit(OptionalInt.of(5), Optional.empty(), Optional.empty());
                history.editor(NOON).edit((SessionRow) seen, SampleHistory.step(1), edit);
            }
        },
        RESUME {
            @Override
            void change(History history, HistoryEntry seen) {
                history.resume((SessionRow) seen, SampleHistory.MORNING.plusDays(1))
                        .abandon();
            }
        },
        CHECK_IN {
            @Override
            void change(History history, HistoryEntry seen) {
                var it = (CheckIn) seen;
                history.editor(NOON).edit(it, new CheckIn(it.id(), it.at(), it.pain(), it.markers(), "late"));
            }
        },
        PAUSE {
            @Override
            void change(History history, HistoryEntry seen) {
                var it = (ReminderPause) seen;
                history.editor(NOON).edit(it, new ReminderPause(it.id(), it.at(), it.until(), it.days(), "late"));
            }
        },
        DELETION {
            @Override
            void change(History history, HistoryEntry seen) {
                history.editor(NOON).delete(seen);
            }
        };

        abstract void change(History history, HistoryEntry seen);

        /** The kinds of entries that it is done to. */
        boolean isOf(HistoryEntry entry) {
            return switch (this) {
                case SESSION, STEP, RESUME -> entry instanceof SessionRow;
                case CHECK_IN -> entry instanceof CheckIn;
                case PAUSE -> entry instanceof ReminderPause;
                case DELETION -> true;
            };
        }
    }

    /** Makes a session that was stopped, a check-in, a snooze and a skip, each with its number as its id. */
    private void fill() {
        var at = SampleHistory.MORNING.plusHours(1).toOffsetDateTime();
        var writer = SampleHistory.begin(history, 1, "daily");
        writer.plan("plan", 3);
        writer.save(SampleHistory.step(1));
        writer.end(Outcome.STOPPED, at, Duration.ofSeconds(30));
        editor.addCheckIn(new CheckIn(SampleHistory.id(2), at, OptionalInt.of(3), Map.of(), ""));
        editor.addPause(new ReminderPause(SampleHistory.id(3), at, Optional.of(at.plusHours(1)), 0, ""));
        editor.addPause(new ReminderPause(SampleHistory.id(4), at, Optional.empty(), 2, ""));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void of_two_changes_at_once_the_second_fails_and_the_first_stays(int number) throws Exception {
        for (var first : Late.values()) {
            for (var second : Late.values()) {
                close();
                Files.deleteIfExists(file);
                open();
                fill();
                var seen = history.entry(SampleHistory.id(number));
                if (!first.isOf(seen) || !second.isOf(seen)) {
                    continue;
                }
                try (var other = SampleHistory.open(file)) {
                    first.change(other, seen);
                }
                var left = rows();

                assertThat(SampleHistory.failure(() -> second.change(history, seen)))
                        .as("%s of a %s, then %s", first, seen.kind(), second)
                        .extracting(UserError::exit)
                        .isEqualTo(ExitCode.BUSY);
                assertThat(rows()).isEqualTo(left);
            }
        }
    }

    @Test
    void nothing_is_left_to_undo_when_all_is_undone() {
        assertThat(editor.undo()).isEmpty();
        add(1, "");
        assertThat(editor.undo())
                .map(undone -> undone.entry().what())
                .contains("add daily, 2026-11-20 08:00, session 00000001");
        assertThat(editor.undo()).isEmpty();
        assertThat(editor.undoEntries()).allMatch(UndoEntry::undone);
    }

    @Test
    void any_changes_are_undone_one_by_one_to_the_very_rows() throws Exception {
        for (int seed = 0; seed < 6; seed++) {
            var random = new Random(seed);
            var before = new ArrayList<List<String>>();
            for (int i = 0; i < 12; i++) {
                before.add(rows());
                var sessions = history.sessions(Filter.ALL);
                int what = sessions.isEmpty() ? 0 : random.nextInt(3);
                if (what == 0) {
                    add(1000 * (seed + 1) + i, random.nextBoolean() ? "" : "a \"note\"\n'" + i + "' \uD83E\uDDD8");
                } else {
                    var row = sessions.get(random.nextInt(sessions.size()));
                    if (what == 1) {
                        editor.edit(row, SampleHistory.noted("edit " + i));
                    } else {
                        editor.delete(row);
                    }
                }
            }
            for (int i = 11; i >= 0; i--) {
                assertThat(editor.undo()).isPresent();
                assertThat(rows()).as("seed " + seed + ", undo to " + i).isEqualTo(before.get(i));
            }
        }
    }

    @Test
    void two_that_undo_at_once_take_back_two_changes() throws Exception {
        for (int i = 1; i <= 20; i++) {
            add(i, "");
        }
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 4; i++) {
            var thread = new Thread(() -> {
                try (var other = SampleHistory.open(file)) {
                    for (int j = 0; j < 5; j++) {
                        other.editor(NOON).undo();
                    }
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (var thread : threads) {
            thread.join();
        }
        assertThat(rows()).isEmpty();
    }
}
