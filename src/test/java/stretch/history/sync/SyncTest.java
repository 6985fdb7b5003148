package stretch.history.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stretch.catalogue.Outcome;
import stretch.history.HistoryEditor;
import stretch.history.SampleHistory;
import stretch.history.entry.Filter;
import stretch.history.entry.SessionRow;
import stretch.os.ExitCode;

/** What a sync makes of one folder or another. */
@Tag("once")
class SyncTest extends SyncMachines {
    @Test
    void the_later_edit_wins_though_the_clock_of_the_earlier_was_ahead() throws Exception {
        var one = new Machine("one", Duration.ofDays(40));
        var two = machine("two");
        var id = add(one, "first").id();
        note(one, id, "second");
        one.sync();
        copyAll();
        assertThat(two.sync().counts().added()).isEqualTo(1);
        note(two, id, "third");
        two.sync();
        copyAll();
        assertThat(one.sync().counts().changed()).isEqualTo(1);
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
                            new SyncResult.RefusedFile(
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
                .containsExactly(new SyncResult.RefusedFile(
                        "aaaaaaaa-2026.stretch",
                        ExitCode.BAD_INPUT,
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
        SyncFile.write(one.shared.resolve("aaaaaaaa-2026.stretch"), "aaaaaaaa", 2026, List.of(line));
        var result = one.sync();
        assertThat(result.refused()).hasSize(1);
        assertThat(result.refused().get(0).why()).startsWith("holds ");
        assertThat(result.counts().isNothing()).isTrue();
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
        var id = nextId();
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
        assertThat(two.sync().counts().isNothing()).isTrue();
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
