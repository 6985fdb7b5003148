package stretch.history.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stretch.catalogue.Outcome;
import stretch.catalogue.StepOutcome;
import stretch.history.HistoryEditor;
import stretch.history.SampleHistory;
import stretch.history.entry.CheckIn;
import stretch.history.entry.Filter;
import stretch.history.entry.ReminderPause;
import stretch.history.entry.UndoEntry;

/** Machines that share a folder end with the same history, whatever is done on them and however files arrive. */
@Tag("once")
class SyncLawsTest extends SyncMachines {
    private enum Action {
        ADD,
        RUN,
        RESUME,
        CRASH,
        PAIN_AFTER,
        NOTE,
        MOVE,
        EDIT_STEP,
        DELETE,
        CHECK_IN,
        EDIT_CHECK_IN,
        SNOOZE,
        SKIP,
        EDIT_PAUSE,
        DELETE_BESIDE,
        IMPORT,
        UNDO,
        UNDO_ANY
    }

    private void act(Action action, Machine on, Random random) {
        var history = on.history;
        var sessions = history.sessions(Filter.ALL);
        var checkIns = history.checkIns(Instant.EPOCH);
        var pauses = history.pauses(Instant.EPOCH);
        switch (action) {
            case ADD -> add(on, "note " + random.nextInt(3));
            case RUN -> {
                var id = nextId();
                SampleHistory.practise(
                        history.begin(id, "daily", on.now(), 3, OptionalInt.of(4)),
                        random,
                        () -> on.now().toOffsetDateTime());
            }
            case RESUME ->
                history.unfinished()
                        .ifPresent(row -> SampleHistory.practise(
                                history.resume(row.session(), on.now()),
                                random,
                                () -> on.now().toOffsetDateTime()));
            case CRASH -> {
                var writer = history.begin(nextId(), "daily", on.now(), 3, OptionalInt.empty());
                writer.save(SampleHistory.step(1));
                writer.abandon();
                SampleHistory.open(on.file).close();
            }
            case PAIN_AFTER -> any(sessions, random).ifPresent(row -> history.painAfter(row.id(), random.nextInt(11)));
            case NOTE -> any(sessions, random).ifPresent(row -> note(on, row.id(), "note " + random.nextInt(3)));
            case MOVE ->
                any(sessions, random)
                        .ifPresent(row -> on.editor()
                                .edit(
                                        row,
                                        new HistoryEditor.SessionEdit(
                                                Optional.empty(),
                                                Optional.of(row.startedAt().plusDays(random.nextInt(300) - 150)),
                                                Optional.empty(),
                                                Optional.of(Outcome.STOPPED),
                                                OptionalInt.empty(),
                                                OptionalInt.of(2),
                                                Optional.empty())));
            case EDIT_STEP ->
                any(sessions, random)
                        .ifPresent(row -> any(history.steps(row.id()), random)
                                .ifPresent(step -> on.editor()
                                        .edit(
                                                row,
                                                step,
                                                new HistoryEditor.StepEdit(
                                                        OptionalInt.of(random.nextInt(60)),
                                                        Optional.of(StepOutcome.HURT),
                                                        Optional.of(random.nextInt(9) + " kg")))));
            case DELETE -> any(sessions, random).ifPresent(row -> on.editor().delete(row));
            case CHECK_IN ->
                on.editor()
                        .addCheckIn(new CheckIn(
                                nextId(), on.now().toOffsetDateTime(), OptionalInt.of(3), Map.of(), "stiff"));
            case EDIT_CHECK_IN ->
                any(checkIns, random)
                        .ifPresent(it -> on.editor()
                                .edit(
                                        it,
                                        new CheckIn(
                                                it.id(),
                                                it.at().minusDays(random.nextInt(400)),
                                                OptionalInt.empty(),
                                                Map.of("hips", "better"),
                                                "mended " + random.nextInt(3))));
            case SNOOZE -> {
                var at = on.now().toOffsetDateTime();
                on.editor().addPause(new ReminderPause(nextId(), at, Optional.of(at.plusHours(1)), 0, "later"));
            }
            case SKIP ->
                on.editor()
                        .addPause(
                                new ReminderPause(nextId(), on.now().toOffsetDateTime(), Optional.empty(), 2, "away"));
            case EDIT_PAUSE ->
                any(pauses, random)
                        .ifPresent(it -> on.editor()
                                .edit(
                                        it,
                                        new ReminderPause(
                                                it.id(),
                                                it.at(),
                                                it.until(),
                                                it.days(),
                                                "mended " + random.nextInt(3))));
            case DELETE_BESIDE -> {
                any(checkIns, random).ifPresent(it -> on.editor().delete(it));
                any(pauses, random).ifPresent(it -> on.editor().delete(it));
            }
            case IMPORT -> {
                var from = any(machines, random).orElseThrow();
                if (from != on) {
                    SampleHistory.read(history.importer(on.clock()), from.file, false);
                }
            }
            case UNDO -> on.editor().undo();
            case UNDO_ANY ->
                any(
                                on.editor().undoEntries().stream()
                                        .filter(entry -> !entry.undone())
                                        .toList(),
                                random)
                        .map(UndoEntry::number)
                        .ifPresent(number -> on.editor().undo(number));
        }
    }

    private static <E> Optional<E> any(List<E> of, Random random) {
        return of.isEmpty() ? Optional.empty() : Optional.of(of.get(random.nextInt(of.size())));
    }

    /** Some file goes from one machine to another: whole, in half, under the name of a conflict copy, or not at all. */
    private void deliver(Random random) throws IOException {
        var from = any(machines, random).orElseThrow();
        var to = any(machines, random).orElseThrow();
        var file = any(files(from.shared), random).orElse(null);
        if (file == null || from == to) {
            return;
        }
        var name = file.getFileName().toString();
        var bytes = Files.readAllBytes(file);
        boolean own = name.startsWith(to.device());
        switch (random.nextInt(own ? 3 : 5)) {
            case 0 -> {
                // lost
            }
            case 1 ->
                Files.write(
                        to.shared.resolve(name.replaceFirst("[ .].*", "") + " (conflicted copy " + random.nextInt(9)
                                + ").stretch"),
                        bytes);
            case 2 ->
                Files.write(
                        to.shared.resolve(
                                name.replaceFirst("[ .].*", "") + ".sync-conflict-" + random.nextInt(9) + ".stretch"),
                        Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)));
            case 3 -> Files.write(to.shared.resolve(name), Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)));
            default -> Files.write(to.shared.resolve(name), bytes);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void whatever_is_done_wherever_and_arrives_however_all_end_with_the_same(int seed) throws Exception {
        var random = new Random(seed);
        for (int i = 0; i < 3; i++) {
            new Machine("m" + i, Duration.ofMinutes(random.nextInt(5) == 0 ? 600_000 : random.nextInt(200) - 100));
        }
        for (int i = 0; i < 120; i++) {
            switch (random.nextInt(5)) {
                case 0 -> any(machines, random).orElseThrow().sync();
                case 1, 2 -> deliver(random);
                default -> {
                    var actions = Action.values();
                    act(
                            actions[random.nextInt(actions.length)],
                            any(machines, random).orElseThrow(),
                            random);
                }
            }
        }
        for (int round = 0; round < 2; round++) {
            machines.forEach(Machine::sync);
            copyAll();
        }
        machines.forEach(Machine::sync);
        assertSame();
        // And then there is peace.
        copyAll();
        for (var machine : machines) {
            var result = machine.sync();
            assertThat(result.counts().isNothing()).isTrue();
            assertThat(result.written()).isZero();
        }
        copyAll();
        assertThat(machines).allSatisfy(machine -> {
            var result = machine.sync();
            assertThat(entry(result.read(), result.written())).isEqualTo(entry(0, 0));
        });
    }
}
