package stretch.cli.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stretch.cli.CliRunner;
import stretch.config.Setting;

/** What the command, the setting and the doctor say of a folder that is shared. */
@Tag("once")
class SyncCommandTest {
    private static final String NOW = "2026-11-20T08:00:00+01:00[Europe/Berlin]";

    @TempDir
    private Path folder;

    private Path shared;
    private CliRunner laptop;
    private CliRunner desktop;

    @BeforeEach
    void two_machines() {
        shared = folder.resolve("shared");
        laptop = new CliRunner(folder.resolve("laptop")).withCautionsRead().setTime(NOW);
        desktop = new CliRunner(folder.resolve("desktop")).withCautionsRead().setTime(NOW);
    }

    private static String ran(CliRunner on, String... command) {
        var ran = on.run(command);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isZero();
        return ran.out();
    }

    private static void set(CliRunner on, String folder) {
        assertThat(on.run("config", "sync", folder).code()).isZero();
    }

    private String sync(CliRunner on) {
        shared.toFile().mkdir();
        return ran(on, "sync", shared.toString());
    }

    private Path only() throws Exception {
        try (var files = Files.list(shared)) {
            return files.findFirst().orElseThrow();
        }
    }

    @Test
    void it_says_what_came() {
        ran(laptop, "add", "daily");
        assertThat(sync(laptop)).isEqualTo("synced with 0 other machines: nothing new\n");
        assertThat(sync(desktop)).isEqualTo("synced with 1 other machine: 1 session added, 0 changed, 0 deleted\n");
        ran(desktop, "edit", "last", "--note", "by the sea");
        ran(desktop, "checkin", "--pain", "3");
        ran(desktop, "skip");
        sync(desktop);
        assertThat(sync(laptop))
                .isEqualTo(
                        "synced with 1 other machine: 0 sessions added, 1 changed, 0 deleted; 2 check-ins, snoozes and"
                                + " skips\n");
        assertThat(ran(laptop, "history", "last")).contains("by the sea");
        ran(laptop, "delete", "last");
        sync(laptop);
        assertThat(ran(desktop, "sync", shared.toString(), "--json"))
                .contains("\"folder\":\"" + shared + "\"")
                .contains("\"sessions_deleted\":1,\"checkins_and_pauses\":0,\"files_read\":1,\"files_written\":1")
                .contains("\"refused\":[]");
        assertThat(ran(laptop, "export", "--format", "json")).isEqualTo(ran(desktop, "export", "--format", "json"));
    }

    @Test
    void a_file_that_is_not_whole_is_named_and_the_rest_is_done() throws Exception {
        ran(laptop, "add", "daily");
        sync(laptop);
        var half = only();
        var whole = Files.readAllBytes(half);
        Files.write(half, java.util.Arrays.copyOf(whole, whole.length - 9));
        var ran = desktop.run("sync", shared.toString());
        assertThat(ran)
                .isEqualTo(
                        new CliRunner.CliResult(
                                75,
                                "synced with 0 other machines: nothing new\n",
                                "stretch: " + half
                                        + ": is not whole yet, or damaged; the next sync takes it when it is; delete it if it stays so\n"));
        Files.write(half, whole);
        assertThat(sync(desktop)).contains("1 session added");
    }

    @Test
    void the_setting_does_it_after_each_change() throws Exception {
        Files.createDirectory(shared);
        for (var machine : new CliRunner[] {laptop, desktop}) {
            set(machine, shared.toString());
        }
        ran(laptop, "run", "desk-break", "--plain", "--quiet", "--prepare", "0s", "--switch", "0s");
        ran(desktop, "snooze", "1h");
        assertThat(ran(desktop, "history")).contains("desk-break", "snooze");
        for (var change :
                new String[] {"checkin --pain 3", "skip", "add daily", "edit last --note x", "delete last", "undo"}) {
            ran(desktop, change.split(" "));
            var synced = laptop.run("sync");
            assertThat(synced.err().isEmpty()).as(change).isEqualTo(!change.equals("delete last"));
            assertThat(synced.out())
                    .as(change)
                    .startsWith("synced with 1 other machine: ")
                    .doesNotContain("nothing");
        }
        assertThat(ran(laptop, "export", "--format", "json")).isEqualTo(ran(desktop, "export", "--format", "json"));

        // Another history is nobody's business here.
        var other = folder.resolve("other.db").toString();
        ran(desktop, "add", "daily", "--db", other);
        assertThat(sync(laptop)).contains("nothing new");
    }

    @Test
    void an_import_that_was_undone_before_a_sync_deletes_nothing_elsewhere() {
        ran(laptop, "add", "daily");
        ran(laptop, "checkin", "--pain", "3");
        sync(laptop);
        var export = folder.resolve("x.json").toString();
        assertThat(laptop.run("export", "--format", "json", "-o", export).code())
                .isZero();
        var before = ran(laptop, "export", "--format", "json");
        ran(desktop, "import", export);
        ran(desktop, "undo");
        assertThat(sync(desktop)).contains("1 session added");
        assertThat(sync(laptop)).contains("nothing new");
        assertThat(ran(laptop, "export", "--format", "json")).isEqualTo(before);
        assertThat(ran(desktop, "export", "--format", "json")).isEqualTo(before);
    }

    @Test
    void an_undo_of_what_was_synced_travels_and_what_it_deletes_is_kept() {
        var phone = new CliRunner(folder.resolve("phone")).withCautionsRead().setTime(NOW);
        ran(phone, "add", "daily");
        var export = folder.resolve("x.json").toString();
        assertThat(phone.run("export", "--format", "json", "-o", export).code()).isZero();
        ran(desktop, "import", export);
        sync(desktop);
        assertThat(sync(laptop)).contains("1 session added");
        ran(desktop, "undo");
        sync(desktop);
        var kept = folder.resolve("laptop/.local/share/stretch/backups/history-20261120T080000-before-sync.db");
        assertThat(laptop.run("sync", shared.toString()))
                .isEqualTo(new CliRunner.CliResult(
                        0,
                        "synced with 1 other machine: 0 sessions added, 0 changed, 1 deleted\n",
                        "sessions that were deleted elsewhere are deleted here too; the history before is kept: " + kept
                                + "\n"));
        assertThat(ran(laptop, "history", "--db", kept.toString())).contains("daily");
    }

    @Test
    void its_own_file_is_written_again_when_it_was_damaged_and_that_of_another_is_named() throws Exception {
        ran(laptop, "add", "daily");
        sync(laptop);
        var own = only();
        sync(desktop);
        set(desktop, shared.toString());
        var whole = Files.readString(own);
        for (var damaged :
                new String[] {whole.substring(0, whole.length() - 9), whole + "x\n", whole.replace("daily", "dairy"), ""
                }) {
            Files.writeString(own, damaged);
            assertThat(desktop.run("doctor").out()).contains("fix   sync: " + own + ": is not whole yet, or damaged; ");
            sync(laptop);
            assertThat(own).hasContent(whole);
        }
    }

    @Test
    void a_file_that_may_not_be_read_is_named_and_the_rest_is_done() throws Exception {
        ran(laptop, "add", "daily");
        sync(laptop);
        var closed = only();
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("-wx------"));
        assumeFalse(Files.isReadable(closed), "permissions do not hold root back");
        var why = closed + ": may not be read; check who owns it\n";
        assertThat(desktop.run("sync", shared.toString()))
                .isEqualTo(
                        new CliRunner.CliResult(77, "synced with 0 other machines: nothing new\n", "stretch: " + why));
        set(desktop, shared.toString());
        assertThat(desktop.run("add", "daily").err()).isEqualTo("synced, but not with " + why);
    }

    @Test
    void what_is_no_file_stops_only_who_has_to_write_in_its_place() throws Exception {
        ran(laptop, "add", "daily");
        sync(laptop);
        var own = only();
        Files.createDirectory(shared.resolve("folder.stretch"));
        Files.createSymbolicLink(shared.resolve("circle.stretch"), Path.of("circle.stretch"));
        Files.createSymbolicLink(shared.resolve("nowhere.stretch"), Path.of("gone"));
        Files.createSymbolicLink(shared.resolve("device.stretch"), Path.of("/dev/zero"));
        sync(laptop);

        Files.delete(own);
        Files.createSymbolicLink(own, own.getFileName());
        sync(laptop);
        assertThat(Files.isSymbolicLink(own)).isFalse();

        Files.delete(own);
        Files.createDirectory(own);
        var ran = laptop.run("sync", shared.toString());
        assertThat(ran.code()).isEqualTo(73);
        assertThat(ran.err())
                .isEqualTo(
                        "stretch: " + own + ": is a folder, where this machine's own file has to be; move it away\n");
    }

    @Test
    void a_folder_that_is_gone_costs_a_line_and_no_change() {
        set(laptop, shared.toString());
        var added = laptop.run("add", "daily");
        assertThat(added.code()).isZero();
        assertThat(added.err())
                .isEqualTo(
                        "not synced: " + shared + ": there is no such folder; mount it or make it, or name another\n");
        assertThat(ran(laptop, "add", "daily", "--quiet")).contains("daily");
        assertThat(shared).doesNotExist();
        assertThat(laptop.run("doctor").out()).contains("fix   sync: " + shared + ": there is no such folder; ");
    }

    @Test
    void a_file_in_the_place_of_the_folder_is_called_one() throws Exception {
        ran(laptop, "add", "daily");
        set(laptop, shared.toString());
        Files.createFile(shared);
        assertThat(laptop.run("doctor").out())
                .contains("fix   sync: " + shared
                        + ": is a plain file; set a folder with 'stretch config sync FOLDER'\n");
    }

    @Test
    void a_folder_has_to_be_named_once() {
        assertThat(laptop.run("sync"))
                .isEqualTo(new CliRunner.CliResult(
                        2, "", "stretch: which folder? name one, or set it: stretch config sync ~/Sync/stretch\n"));
        assertThat(laptop.run("config", "sync", "Sync/stretch").err())
                .contains("invalid folder 'Sync/stretch': expected its whole path, such as ~/Sync/stretch");
        set(laptop, "~/stretch-shared");
        var made = folder.resolve("laptop/stretch-shared");
        assertThat(laptop.run("sync"))
                .isEqualTo(new CliRunner.CliResult(
                        0,
                        "synced with 0 other machines: nothing new\n",
                        "made the folder " + made + ", which your other machines have to share\n"));
        assertThat(made).isDirectory();
        assertThat(ran(laptop, "sync")).startsWith("synced with 0 other machines");
    }

    @Test
    void a_setting_is_refused_what_a_sync_is() throws Exception {
        assertThat(Setting.ALL.stream()
                        .filter(setting -> setting.allowed().matches(".*\\b(file|folder)\\b.*"))
                        .map(Setting::key))
                .containsExactly("sync");
        var file = Files.createFile(folder.resolve("file"));
        for (var name : List.of(file.toString(), file + "/below", file + "/far/below", folder + "/far/below")) {
            var refused = desktop.run("sync", name);
            assertThat(refused.err()).startsWith("stretch: " + folder);
            assertThat(laptop.run("config", "sync", name)).isEqualTo(refused);
            assertThat(ran(laptop, "config", "--json")).contains("\"key\":\"sync\",\"value\":\"\"");
        }
    }

    @Test
    void a_conflict_copy_is_read_and_named() throws Exception {
        ran(laptop, "add", "daily");
        sync(laptop);
        var copy = shared.resolve(only().getFileName().toString().replace(".stretch", " (conflicted copy).stretch"));
        Files.move(only(), copy);
        var ran = desktop.run("sync", shared.toString());
        assertThat(ran.out()).contains("1 session added");
        assertThat(ran.err()).isEqualTo("read a conflict copy, which you may delete: " + copy + "\n");
    }

    @Test
    void a_session_of_a_clock_that_was_ahead_is_named_and_counts_when_its_day_has_come() {
        desktop.setTime("2027-03-01T08:00:00+01:00[Europe/Berlin]");
        ran(desktop, "add", "daily");
        ran(desktop, "add", "desk-break", "--at", "07:00");
        ran(desktop, "snooze", "2h");
        desktop.run("sync", shared.toString());
        ran(laptop, "sync", folder.resolve("shared").toString(), "--json");
        var ran = laptop.run("sync", shared.toString());
        assertThat(ran.err()).hasLineCount(2).contains(" begins in the future (2027-03-01), as its clock was ahead; ");
        assertThat(laptop.run("doctor").out())
                .contains("fix   clock: session ", "ok    clock: the last change is dated 2027-03-01T07:0");
        assertThat(laptop.run("due", "daily").code()).isZero();
        laptop.setTime("2027-03-01T18:00:00+01:00[Europe/Berlin]");
        assertThat(laptop.run("due", "daily").code()).isEqualTo(1);
        assertThat(laptop.run("sync", shared.toString()).err()).isEmpty();
    }

    @Test
    void the_doctor_finds_conflict_copies_and_a_copied_home() throws Exception {
        ran(laptop, "add", "daily");
        var history = folder.resolve("laptop/.local/share/stretch/history.db");
        Files.createDirectories(folder.resolve("twin/.local/share/stretch"));
        Files.copy(history, folder.resolve("twin/.local/share/stretch/history.db"));
        var copy = Files.copy(history, history.resolveSibling("history.sync-conflict-20261121-080000-ABCDEFG.db"));
        Files.createDirectory(shared);
        set(laptop, shared.toString());
        var twin = new CliRunner(folder.resolve("twin")).setTime(NOW);
        ran(twin, "add", "desk-break", "--at", "07:00");
        sync(twin);
        assertThat(laptop.run("doctor").out())
                .contains(
                        "fix   sync: " + copy + ": is a conflict copy of the history; ",
                        "fix   sync: " + only() + ": this history did not write it: another machine, such as a copy of"
                                + " this one, may have the same device id; ");
        assertThat(laptop.run("sync").err()).startsWith("this machine has a new device id: ");
        Files.delete(copy);
        assertThat(laptop.run("doctor").out()).contains("ok    sync: " + shared + ", 1 other machine");
    }

    @Test
    void a_folder_that_cannot_be_makes_no_history() {
        var record = folder.resolve("new.db");
        assertThat(laptop.run(
                                "--db",
                                record.toString(),
                                "sync",
                                folder.resolve("no/such/x").toString())
                        .code())
                .isEqualTo(66);
        assertThat(record).doesNotExist();
    }
}
