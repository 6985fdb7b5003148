package stretch.cli.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stretch.cli.CliRunner;
import stretch.cli.CliRunner.CliResult;

/** Copies of the history and the way back; nothing that was recorded is lost on it. */
@Tag("once")
class BackupCommandTest {
    @TempDir
    private Path home;

    private CliRunner program;
    private Path record;
    private Path backups;

    @BeforeEach
    void three_sessions() {
        program = new CliRunner(home).setTime("2026-11-21T08:00:00+01:00[Europe/Berlin]");
        record = home.resolve(".local/share/stretch/history.db");
        backups = record.resolveSibling("backups");
        for (var day : List.of("2026-11-18", "2026-11-19", "2026-11-20")) {
            program.ran("add", "daily", "--at", day + "T07:30", "--note", "on " + day);
        }
    }

    private String exported() {
        return program.ran("export", "--format", "json").out();
    }

    private List<String> kept() throws IOException {
        if (!Files.exists(backups)) {
            return List.of();
        }
        try (var files = Files.list(backups)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    // ---- backup --------------------------------------------------------------------------------------------------

    @Test
    void a_backup_is_named_by_its_moment_and_private() throws Exception {
        var ran = program.ran("backup");

        var copy = backups.resolve("history-20261121T080000.db");
        assertThat(ran.out()).isEqualTo(copy + "\n");
        assertThat(Files.getPosixFilePermissions(copy)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.getPosixFilePermissions(backups)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThat(program.run("--db", copy.toString(), "export", "--format", "json")
                        .out())
                .isEqualTo(exported());
    }

    /** What is written by another machine that shares the folder has a number that nobody has here. */
    @Test
    void what_a_killed_backup_left_is_swept_by_the_next() throws Exception {
        Files.createDirectories(backups);
        var ended = new ProcessBuilder("true").start();
        ended.waitFor();
        var left = ".history-20261119T080000.db." + ended.pid() + ".part";
        var fresh = ".history-20261121T080000.db." + ended.pid() + ".part";
        var living = ".history-20261119T080000.db." + ProcessHandle.current().pid() + ".part";
        var another = ".diary-20261119T080000.db." + ended.pid() + ".part";
        for (var name : List.of(left, left + "-journal", fresh, living, another)) {
            var file = Files.createFile(backups.resolve(name));
            if (!name.equals(fresh)) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-11-19T07:00:00Z")));
            }
        }

        program.ran("backup");

        assertThat(kept()).containsExactlyInAnyOrder(fresh, living, another, "history-20261121T080000.db");
    }

    @Test
    void two_within_a_second_are_both_kept() throws Exception {
        program.ran("backup");
        program.ran("backup");
        assertThat(kept()).containsExactly("history-20261121T080000.2.db", "history-20261121T080000.db");
    }

    @Test
    void a_file_that_exists_is_left_alone_unless_forced() throws Exception {
        var file = program.file("mine", "a diary");
        var ran = program.run("backup", file.toString());
        assertThat(ran)
                .isEqualTo(new CliResult(
                        73, "", "stretch: " + file + ": exists already; name another file, or add --force\n"));
        assertThat(Files.readString(file)).isEqualTo("a diary");

        program.ran("backup", file.toString(), "--force");
        assertThat(program.ran("--db", file.toString(), "history", "--json").out())
                .contains("on 2026-11-18");
    }

    @Test
    void the_record_is_no_place_for_its_backup() throws Exception {
        var bytes = Files.readAllBytes(record);
        var ran = program.run("backup", record.toString(), "--force");
        assertThat(ran)
                .isEqualTo(new CliResult(
                        2, "", "stretch: " + record + ": is part of the history itself; name another file\n"));
        assertThat(Files.readAllBytes(record)).isEqualTo(bytes);
    }

    @Test
    void where_nothing_was_recorded_there_is_nothing_to_back_up() throws Exception {
        var none = home.resolve("none.db");
        var ran = program.run("--db", none.toString(), "backup");
        assertThat(ran)
                .isEqualTo(new CliResult(
                        66,
                        "",
                        "stretch: " + none + ": nothing has been recorded yet, so there is nothing to back up\n"));
        assertThat(none).doesNotExist();
    }

    // ---- restore -------------------------------------------------------------------------------------------------

    @Test
    void what_was_there_comes_back_and_what_is_there_is_kept() throws Exception {
        var before = exported();
        var copy = program.ran("backup").out().strip();
        program.ran("delete", "last");
        program.ran("add", "desk-break", "--note", "later");
        var after = exported();

        var ran = program.ran("restore", copy);

        var kept = backups.resolve("history-20261121T080000-before-restore.db");
        assertThat(ran.out())
                .isEqualTo("kept the previous history: " + kept + "\nrestored " + record + " from " + copy + "\n");
        assertThat(exported()).isEqualTo(before);

        program.ran("restore", kept.toString());
        assertThat(exported()).isEqualTo(after);
    }

    @Test
    void a_damaged_record_is_moved_aside_byte_for_byte() throws Exception {
        var before = exported();
        var copy = program.ran("backup").out().strip();
        var bytes = Files.readAllBytes(record);
        var damaged = Arrays.copyOf(bytes, bytes.length / 2);
        Files.write(record, damaged);
        assertThat(program.run("history"))
                .isEqualTo(
                        new CliResult(
                                78,
                                "",
                                "stretch: " + record
                                        + ": is cut short; it was not changed; 'stretch doctor --rescue FILE' saves what can be read, 'stretch restore FILE' replaces it with a backup\n"));

        var ran = program.ran("restore", copy);

        var aside = record.resolveSibling("history.db.damaged-20261121T080000");
        assertThat(ran.out())
                .isEqualTo(
                        "moved the damaged history aside: " + aside + "\nrestored " + record + " from " + copy + "\n");
        assertThat(Files.readAllBytes(aside)).isEqualTo(damaged);
        assertThat(exported()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text|is not a backup of stretch; name another file",
                "half|is cut short; name another backup",
                "hit|is damaged; name another backup",
            })
    void a_bad_backup_is_refused_and_nothing_changes(String how) throws Exception {
        var copy = Path.of(program.ran("backup").out().strip());
        var bytes = Files.readAllBytes(copy);
        switch (how.substring(0, 4)) {
            case "text" -> Files.writeString(copy, "A diary, not a database.\n".repeat(99));
            case "half" -> Files.write(copy, Arrays.copyOf(bytes, bytes.length / 2));
            default -> {
                Arrays.fill(bytes, bytes.length / 2, bytes.length, (byte) 0x55);
                Files.write(copy, bytes);
            }
        }
        var before = Files.readAllBytes(record);

        var ran = program.run("restore", copy.toString());

        assertThat(ran)
                .isEqualTo(
                        new CliResult(65, "", "stretch: " + copy + ": " + how.substring(how.indexOf('|') + 1) + "\n"));
        assertThat(Files.readAllBytes(record)).isEqualTo(before);
    }

    @Test
    void what_is_not_there_cannot_be_restored() {
        assertThat(program.run("restore", "nowhere.db"))
                .isEqualTo(new CliResult(
                        66, "", "stretch: nowhere.db: there is no such file; backups are kept in " + backups + "\n"));
    }

    @Test
    void on_a_new_machine_a_backup_becomes_the_record() throws Exception {
        var before = exported();
        var copy =
                program.ran("backup", home.resolve("stick.db").toString()).out().strip();
        Files.delete(record);
        assertThat(program.ran("restore", copy).out()).isEqualTo("restored " + record + " from " + copy + "\n");
        assertThat(exported()).isEqualTo(before);
        assertThat(Files.getPosixFilePermissions(record)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    // ---- by itself, before an import -----------------------------------------------------------------------------

    private Path export(String name, String note) {
        var other = home.resolve(name + ".db").toString();
        program.ran("--db", other, "add", "desk-break", "--note", note);
        var file = home.resolve(name + ".json");
        program.ran("--db", other, "export", "--format", "json", "-o", file.toString());
        return file;
    }

    @Test
    void an_import_that_changes_something_is_backed_up_before() throws Exception {
        var before = exported();
        var file = export("other", "elsewhere");

        program.ran("import", "--dry-run", file.toString());
        assertThat(kept()).isEmpty();
        program.ran("import", file.toString());
        program.ran("import", file.toString());

        assertThat(kept()).containsExactly("history-20261121T080000-before-import.db");
        assertThat(program.run("--db", backups.resolve(kept().get(0)).toString(), "export", "--format", "json")
                        .out())
                .isEqualTo(before);
    }

    @Test
    void of_those_made_by_itself_the_newest_seven_stay_and_all_that_were_asked_for() throws Exception {
        program.ran("backup");
        for (int i = 10; i < 19; i++) {
            program.setTime("2026-11-21T09:00:" + i + "+01:00[Europe/Berlin]");
            program.ran("import", export("other" + i, "no. " + i).toString());
        }
        assertThat(kept())
                .hasSize(8)
                .startsWith("history-20261121T080000.db", "history-20261121T090012-before-import.db")
                .endsWith("history-20261121T090018-before-import.db");
    }

    @Test
    void a_record_that_has_nothing_yet_is_not_backed_up() throws Exception {
        var file = export("other", "elsewhere");
        var fresh = Files.createDirectory(home.resolve("fresh")).resolve("history.db");
        program.ran("--db", fresh.toString(), "import", file.toString());
        assertThat(fresh.resolveSibling("backups")).doesNotExist();
    }

    // ---- doctor --------------------------------------------------------------------------------------------------

    @Test
    void all_is_well() throws Exception {
        Files.setPosixFilePermissions(record, PosixFilePermissions.fromString("rw-------"));
        var ran = program.ran("doctor");
        assertThat(ran.out())
                .contains("ok    history: " + record + ": 3 sessions, 9 steps, schema 7\n")
                .contains("ok    backups: none in " + backups + "; 'stretch backup' makes one\n")
                .doesNotContain("fix  ");
        assertThat(ran.err()).isEmpty();
        assertThat(program.ran("doctor", "--json").out()).startsWith("{\"ok\":true,\"findings\":[");
    }

    @Test
    void what_is_to_be_mended_is_said_with_its_remedy() throws Exception {
        Files.setPosixFilePermissions(record, PosixFilePermissions.fromString("rw-r--r--"));
        program.file(".config/stretch/config.yaml", "sound: loud\n");

        var ran = program.run("doctor", "--quiet");

        assertThat(ran.code()).isEqualTo(78);
        assertThat(ran.out())
                .contains("fix   permissions: " + record + " is open to others (rw-r--r--); chmod 600 " + record + "\n")
                .contains("fix   settings: " + home.resolve(".config/stretch/config.yaml") + ":1:8: ")
                .doesNotContain("ok  ");
    }

    /** It is read, but nothing can be recorded, which the next command would say only then. */
    @Test
    void a_record_that_its_owner_may_not_write_is_named() throws Exception {
        Files.setPosixFilePermissions(record, PosixFilePermissions.fromString("r--------"));
        assertThat(program.run("doctor").out())
                .contains("fix   permissions: " + record + " is closed to its owner (r--------); chmod 600 " + record
                        + "\n");
    }

    @Test
    void a_flipped_bit_is_named_by_its_row() throws Exception {
        flip("on 2026-11-19");
        var ran = program.run("doctor");
        assertThat(ran.code()).isEqualTo(78);
        assertThat(ran.out()).containsPattern("fix   history: session [0-9a-f-]{36}: differs from what was written; ");
    }

    private void flip(String note) throws IOException {
        var bytes = Files.readAllBytes(record);
        int at = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf(note);
        bytes[at + 1] ^= 2;
        Files.write(record, bytes);
    }

    // ---- rescue --------------------------------------------------------------------------------------------------

    @Test
    void what_can_be_read_is_saved_and_the_damaged_stays_as_it_is() throws Exception {
        var before = exported();
        flip("on 2026-11-19");
        var damaged = Files.readAllBytes(record);
        var saved = home.resolve("saved.db");

        var ran = program.ran("doctor", "--rescue", saved.toString());

        assertThat(ran.out())
                .containsPattern("session: 3 saved; saved although they differ from what was written: [0-9a-f-]{36}\n")
                .contains("step: 9 saved\n");
        assertThat(ran.err())
                .isEqualTo("check it with 'stretch history --db " + saved + "', then restore it: stretch restore "
                        + saved + "\n");
        assertThat(Files.readAllBytes(record)).isEqualTo(damaged);
        program.ran("restore", saved.toString());
        assertThat(exported()).isEqualTo(before.replace("on 2026-11-19", "ol 2026-11-19"));
        assertThat(program.run("doctor").out()).doesNotContain("not what was written");
    }

    @Test
    void out_of_a_record_cut_in_half_comes_what_was_in_the_first_half() throws Exception {
        for (int i = 0; i < 200; i++) {
            program.ran("add", "full", "--note", "no. " + i);
        }
        var bytes = Files.readAllBytes(record);
        Files.write(record, Arrays.copyOf(bytes, bytes.length / 2));
        var saved = home.resolve("saved.db");

        var ran = program.ran("doctor", "--rescue", saved.toString());

        assertThat(ran.out()).containsPattern("session: \\d+ saved; not saved: ");
        assertThat(program.run("--db", saved.toString(), "doctor").out())
                .doesNotContain("damaged")
                .doesNotContain("not what was written");
        assertThat(program.run("--db", saved.toString(), "history", "--json").out())
                .contains("on 2026-11-18", "no. 3");
    }

    @Test
    void a_rescue_goes_into_a_new_file_alone() {
        var file = program.file("mine", "a diary");
        assertThat(program.run("doctor", "--rescue", file.toString()))
                .isEqualTo(new CliResult(73, "", "stretch: " + file + ": exists already; name another file\n"));
    }
}
