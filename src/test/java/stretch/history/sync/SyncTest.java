package stretch.history.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stretch.catalogue.Outcome;
import stretch.catalogue.StepOutcome;
import stretch.history.History;
import stretch.history.HistoryEditor;
import stretch.history.SampleHistory;
import stretch.history.backup.IntegrityCheck;
import stretch.history.entry.CheckIn;
import stretch.history.entry.Filter;
import stretch.history.entry.ReminderPause;
import stretch.history.entry.SessionRow;
import stretch.history.entry.UndoEntry;
import stretch.history.transfer.export.CsvExport;
import stretch.history.transfer.export.Export;
import stretch.history.transfer.export.JsonExport;
import stretch.os.ExitCode;

/** Machines that share a folder end with the same history. */
@Tag("once")
class SyncTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    @TempDir
    private Path folder;

    private final List<Machine> machines = new ArrayList<>();
    private int made;
    private long minute;

    /** A history, and its own copy of the folder, as sync programs and git keep one. */
    private final class Machine {
        private final Path file;
        private final Path shared;
        private History history;

        /** By how much its clock is wrong. */
        private final Duration wrong;

        Machine(String name, Duration wrong) throws IOException {
            this.file = folder.resolve(name).resolve("history.db");
            this.shared = Files.createDirectories(folder.resolve(name).resolve("shared"));
            this.wrong = wrong;
            this.history = SampleHistory.open(file);
            // By chance as well, which a seed knows nothing of.
            history.storeValue("device", "a000000" + machines.size());
            machines.add(this);
        }

        Clock clock() {
            return Clock.fixed(
                    SampleHistory.MORNING.plusMinutes(++minute).plus(wrong).toInstant(), ZONE);
        }

        ZonedDateTime now() {
            return ZonedDateTime.now(clock());
        }

        HistoryEditor editor() {
            return history.editor(clock());
        }

        Sync.SyncResult sync() {
            return history.sync(clock(), () -> file).run(shared, false);
        }

        String device() {
            try {
                return SampleHistory.rows(file, "SELECT value FROM meta WHERE key = 'device'")
                        .get(0);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        /** Everything that is exported, in every format. */
        String exports() {
            var out = new StringWriter();
            JsonExport.whole(Optional.of(history), Filter.ALL, out);
            for (var rows : Export.ExportTable.values()) {
                CsvExport.write(Optional.of(history), Filter.ALL, rows, out);
            }
            return out.toString();
        }
    }

    @AfterEach
    void close() {
        machines.forEach(machine -> machine.history.close());
    }

    private Machine machine(String name) throws IOException {
        return new Machine(name, Duration.ZERO);
    }

    private SessionRow add(Machine to, String note) {
        var id = SampleHistory.id(++made);
        to.editor()
                .add(
                        SampleHistory.added(id, "daily", to.now(), Duration.ofMinutes(2), note, 2),
                        List.of(SampleHistory.step(1), SampleHistory.loaded(2, "hip-hinge", "5 kg \"red\"\n")));
        return to.history.find(id);
    }

    private static void note(Machine on, String id, String note) {
        on.editor()
                .edit(
                        on.history.find(id),
                        new HistoryEditor.SessionEdit(
                                Optional.of(note),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                OptionalInt.empty(),
                                OptionalInt.empty(),
                                Optional.empty()));
    }

    private static List<Path> files(Path shared) throws IOException {
        try (var all = Files.list(shared)) {
            return all.sorted().toList();
        }
    }

    /** Copies all files but those of the machine that gets them. */
    private static void copy(Machine from, Machine to) throws IOException {
        for (var file : files(from.shared)) {
            var name = file.getFileName().toString();
            if (!name.startsWith(to.device())) {
                Files.copy(file, to.shared.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** What a sync program does sooner or later: everybody has the files that everybody wrote last. */
    private void copyAll() throws IOException {
        for (var from : machines) {
            for (var file : files(from.shared)) {
                var name = file.getFileName().toString();
                if (name.startsWith(from.device())) {
                    for (var to : machines) {
                        if (to != from) {
                            Files.copy(file, to.shared.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                        }
                    }
                }
            }
        }
    }

    private void assertSame() {
        for (var machine : machines) {
            assertThat(machine.exports()).isEqualTo(machines.get(0).exports());
            var check = IntegrityCheck.of(machine.file, SampleHistory.CACHES);
            assertThat(check.damage()).isEmpty();
            assertThat(check.mismatches()).isEmpty();
            assertThat(check.faults()).isEmpty();
            assertThat(check.orphans()).isZero();
        }
    }

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
                var id = SampleHistory.id(++made);
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
                var writer = history.begin(SampleHistory.id(++made), "daily", on.now(), 3, OptionalInt.empty());
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
                                SampleHistory.id(++made),
                                on.now().toOffsetDateTime(),
                                OptionalInt.of(3),
                                Map.of(),
                                "stiff"));
            case EDIT_CHECK_IN ->
                any(checkIns, random)
                        .ifPresent(it -> on.editor()
                                .edit(new CheckIn(
                                        it.id(),
                                        it.at().minusDays(random.nextInt(400)),
                                        OptionalInt.empty(),
                                        Map.of("hips", "better"),
                                        "mended " + random.nextInt(3))));
            case SNOOZE -> {
                var at = on.now().toOffsetDateTime();
                on.editor()
                        .addPause(new ReminderPause(
                                SampleHistory.id(++made), at, Optional.of(at.plusHours(1)), 0, "later"));
            }
            case SKIP ->
                on.editor()
                        .addPause(new ReminderPause(
                                SampleHistory.id(++made), on.now().toOffsetDateTime(), Optional.empty(), 2, "away"));
            case EDIT_PAUSE ->
                any(pauses, random)
                        .ifPresent(it -> on.editor()
                                .edit(new ReminderPause(
                                        it.id(), it.at(), it.until(), it.days(), "mended " + random.nextInt(3))));
            case DELETE_BESIDE -> {
                any(checkIns, random).ifPresent(it -> on.editor().delete(it));
                any(pauses, random).ifPresent(it -> on.editor().delete(it));
            }
            case IMPORT -> {
                var from = any(machines, random).orElseThrow();
                if (from != on) {
                    history.importer(on.clock()).read(from.file, false);
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
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
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
            assertThat(result.isNothing()).isTrue();
            assertThat(result.written()).isZero();
        }
        copyAll();
        assertThat(machines).allSatisfy(machine -> {
            var result = machine.sync();
            assertThat(entry(result.read(), result.written())).isEqualTo(entry(0, 0));
        });
    }

    @Test
    void the_later_edit_wins_though_the_clock_of_the_earlier_was_ahead() throws Exception {
        var one = new Machine("one", Duration.ofDays(40));
        var two = machine("two");
        var id = add(one, "first").id();
        note(one, id, "second");
        one.sync();
        copyAll();
        assertThat(two.sync().added()).isEqualTo(1);
        note(two, id, "third");
        two.sync();
        copyAll();
        assertThat(one.sync().changed()).isEqualTo(1);
        assertThat(one.history.find(id).note()).isEqualTo("third");
        assertSame();
    }

    @Test
    void undo_takes_back_what_was_done_here_and_not_what_came() throws Exception {
        var one = machine("one");
        var two = machine("two");
        var id = add(one, "first").id();
        one.sync();
        copyAll();
        two.sync();
        note(two, id, "elsewhere");
        var added = add(one, "own");
        two.sync();
        copyAll();
        one.sync();
        assertThat(one.editor().undo().orElseThrow().entry().what())
                .startsWith("add daily")
                .contains("00000002");
        var nothing = one.editor().undo(1).orElseThrow();
        assertThat(nothing.isNothing()).isTrue();
        assertThat(nothing.kept())
                .containsExactly("kept session 00000001, which 'sync " + one.shared + "' changed later");
        one.sync();
        copyAll();
        two.sync();
        assertThat(two.history.sessions(Filter.ALL))
                .extracting(SessionRow::note)
                .containsExactly("elsewhere");
        assertThat(two.history.sessions(Filter.ALL)).extracting(SessionRow::id).doesNotContain(added.id());
        assertSame();
    }

    @Test
    void a_file_that_is_not_whole_is_named_and_taken_when_it_is() throws Exception {
        var one = machine("one");
        var two = machine("two");
        add(one, "note");
        one.sync();
        var name = one.device() + "-2026.stretch";
        var whole = Files.readAllBytes(one.shared.resolve(name));
        var there = two.shared.resolve(name);
        for (int length = 0; length < whole.length; length += length < 200 ? 1 : 37) {
            Files.write(there, Arrays.copyOf(whole, length));
            var result = two.sync();
            assertThat(result.refused())
                    .as("%d of %d bytes", length, whole.length)
                    .containsExactly(
                            new Sync.RefusedFile(
                                    name,
                                    ExitCode.BUSY,
                                    "is not whole yet, or damaged; the next sync takes it when it is; delete it if it stays so"));
            assertThat(two.history.count()).isZero();
        }
        var flipped = whole.clone();
        flipped[whole.length - 20] ^= 1;
        Files.write(there, flipped);
        assertThat(two.sync().refused()).hasSize(1);
        Files.write(there, whole);
        assertThat(two.sync().refused()).isEmpty();
        assertSame();
    }

    @Test
    void a_file_of_a_newer_stretch_is_named_and_the_others_are_taken() throws Exception {
        var one = machine("one");
        var two = machine("two");
        add(one, "note");
        one.sync();
        copyAll();
        Files.writeString(
                two.shared.resolve("aaaaaaaa-2026.stretch"), "{\"format\":\"stretch-sync\",\"version\":2,\"x\":1}\n");
        assertThat(two.sync().refused())
                .containsExactly(new Sync.RefusedFile(
                        "aaaaaaaa-2026.stretch",
                        ExitCode.BUSY,
                        "a newer stretch wrote it; update stretch on this machine"));
        assertSame();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no-id 5 ~",
                "00000063-0000-7000-8000-000000000063 -500000000 ~",
                "00000063-0000-7000-8000-000000000063 99999999999999999 ~",
                "00000063-0000-7000-8000-000000000063 5 [\"session\",3]",
                "00000063-0000-7000-8000-000000000063 5 [\"rest\",\"snooze\",1,0,null,null,\"\",\"dev\"]",
                "00000063-0000-7000-8000-000000000063 5 [\"checkin\",1,0,11,null,null,null,null,\"\",\"dev\"]",
                "00000063-0000-7000-8000-000000000063 5 [\"other\"]",
                "00000063-0000-7000-8000-000000000063 5 [\"rest\"",
                "00000063-0000-7000-8000-000000000063 5",
            })
    void what_could_not_be_recorded_is_refused(String line) throws Exception {
        var one = machine("one");
        add(one, "note");
        SyncFile.write(
                one.shared.resolve("aaaaaaaa-2026.stretch"),
                "aaaaaaaa",
                2026,
                out -> out.write((line + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        var result = one.sync();
        assertThat(result.refused()).hasSize(1);
        assertThat(result.refused().get(0).why()).startsWith("holds ");
        assertThat(result.isNothing()).isTrue();
        assertThat(result.written()).isEqualTo(1);
        assertSame();
    }

    @Test
    void only_the_year_that_changed_is_written_and_nothing_if_nothing_did() throws Exception {
        var one = machine("one");
        var old = add(one, "old");
        one.editor()
                .edit(
                        old,
                        new HistoryEditor.SessionEdit(
                                Optional.empty(),
                                Optional.of(SampleHistory.MORNING.minusYears(3)),
                                Optional.empty(),
                                Optional.empty(),
                                OptionalInt.empty(),
                                OptionalInt.empty(),
                                Optional.empty()));
        add(one, "new");
        assertThat(one.sync().written()).isEqualTo(2);
        assertThat(files(one.shared))
                .extracting(file -> file.getFileName().toString())
                .containsExactly(one.device() + "-2023.stretch", one.device() + "-2026.stretch");
        for (var file : files(one.shared)) {
            assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
        assertThat(one.sync().written()).isZero();
        note(one, old.id(), "edited");
        assertThat(one.sync().written()).isEqualTo(1);
        one.editor().delete(one.history.find(old.id()));
        assertThat(one.sync().written()).isEqualTo(1);
        assertThat(files(one.shared).get(0)).content().doesNotContain("edited");
        Files.delete(files(one.shared).get(0));
        assertThat(one.sync().written()).isEqualTo(1);
    }

    @Test
    void a_machine_that_was_copied_takes_a_name_of_its_own() throws Exception {
        var one = machine("one");
        add(one, "before");
        one.sync();
        one.history.close();
        var two = machine("two");
        two.history.close();
        Files.copy(one.file, two.file, StandardCopyOption.REPLACE_EXISTING);
        one.history = SampleHistory.open(one.file);
        two.history = SampleHistory.open(two.file);
        assertThat(two.device()).isEqualTo(one.device());
        add(one, "on one");
        add(two, "on two");
        one.sync();
        var name = one.device() + "-2026.stretch";
        // Whoever comes second finds what the first wrote under the same name.
        Files.copy(one.shared.resolve(name), two.shared.resolve(name));
        var result = two.sync();
        assertThat(result.renamed()).isTrue();
        assertThat(two.device()).isNotEqualTo(one.device());
        copyAll();
        assertThat(one.sync().renamed()).isFalse();
        assertThat(one.history.count()).isEqualTo(3);
        assertSame();
    }

    @Test
    void a_session_that_runs_is_left_alone_and_told_when_it_has_ended() throws Exception {
        var one = machine("one");
        var two = machine("two");
        var id = SampleHistory.id(++made);
        var writer = one.history.begin(id, "daily", one.now(), 3, OptionalInt.empty());
        writer.plan("plan", 3);
        writer.save(SampleHistory.step(1));
        assertThat(one.sync().written()).isZero();
        writer.brokeOff(2);
        writer.end(Outcome.STOPPED, one.now().toOffsetDateTime(), Duration.ofSeconds(30));
        one.sync();
        copyAll();
        two.sync();
        var resumed = two.history.resume(two.history.unfinished().orElseThrow().session(), two.now());
        note(one, id, "meanwhile");
        one.sync();
        copyAll();
        assertThat(two.sync().isNothing()).isTrue();
        resumed.save(SampleHistory.step(2));
        resumed.end(Outcome.COMPLETED, two.now().toOffsetDateTime(), Duration.ofSeconds(60));
        two.sync();
        copyAll();
        one.sync();
        copyAll();
        two.sync();
        assertThat(one.history.find(id).outcome()).contains(Outcome.COMPLETED);
        assertSame();
    }

    @Test
    void a_folder_that_is_gone_is_not_made_again() throws Exception {
        var one = machine("one");
        add(one, "note");
        var shared = folder.resolve("fresh");
        assertThat(SampleHistory.failure(() ->
                                one.history.sync(one.clock(), () -> one.file).run(shared, false))
                        .exit())
                .isEqualTo(ExitCode.NO_INPUT);
        one.history.sync(one.clock(), () -> one.file).run(shared, true);
        assertThat(Files.getPosixFilePermissions(shared)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        Files.delete(files(shared).get(0));
        Files.delete(shared);
        assertThat(SampleHistory.failure(
                        () -> one.history.sync(one.clock(), () -> one.file).run(shared, true)))
                .hasMessage(shared + ": there is no such folder; mount it or make it, or name another");
        assertThat(SampleHistory.failure(() ->
                                one.history.sync(one.clock(), () -> one.file).run(folder.resolve("no/such"), true))
                        .exit())
                .isEqualTo(ExitCode.NO_INPUT);
        assertThat(SampleHistory.failure(() ->
                                one.history.sync(one.clock(), () -> one.file).run(one.file, true))
                        .exit())
                .isEqualTo(ExitCode.NO_INPUT);
    }

    @Test
    void a_stick_that_goes_round_takes_what_it_passes_on() throws Exception {
        var one = machine("one");
        var two = machine("two");
        var three = machine("three");
        add(one, "one");
        add(three, "three");
        one.sync();
        copy(one, two);
        two.sync();
        for (var file : files(one.shared)) {
            Files.delete(file);
        }
        copy(two, three);
        three.sync();
        copy(three, one);
        one.sync();
        copy(one, two);
        two.sync();
        assertThat(two.history.count()).isEqualTo(2);
        assertSame();
    }
}
