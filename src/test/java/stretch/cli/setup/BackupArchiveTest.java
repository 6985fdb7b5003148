package stretch.cli.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stretch.cli.CliRunner;
import stretch.coaching.Hooks;

/** History, routines and settings in one zip file, and the way back, to this machine or another. */
@Tag("once")
class BackupArchiveTest {
    private static final String TIME = "2026-11-21T08:00:00+01:00[Europe/Berlin]";
    private static final String ASIDE = ".before-restore-20261121T080000";

    private static final String ROUTINES =
            "routines:\n  mine: {extends: daily, name: Mine}\n  fromplan: {extends: plan, name: Of the plan}\n";
    private static final String PLAN = "routines:\n  plan: {extends: daily, name: A plan}\n";
    private static final String SETTINGS = "# quiet, please\nsound: \"off\"\n";

    @TempDir
    private Path folder;

    private CliRunner one;
    private CliRunner other;
    private Path oneHome;
    private Path config;
    private Path zip;

    @BeforeEach
    void two_machines() throws Exception {
        oneHome = Files.createDirectory(folder.resolve("one"));
        one = new CliRunner(oneHome).setTime(TIME);
        one.file(".config/stretch/routines.yaml", ROUTINES);
        one.file(".config/stretch/routines.d/plan.yaml", PLAN);
        one.file(".config/stretch/config.yaml", SETTINGS);
        one.ran("add", "mine", "--at", "2026-11-20T07:30", "--note", "on the old machine");
        var otherHome = Files.createDirectory(folder.resolve("other"));
        other = new CliRunner(otherHome).setTime(TIME);
        config = otherHome.resolve(".config/stretch");
        zip = folder.resolve("all.zip");
    }

    private static String exported(CliRunner program) {
        return program.ran("export", "--format", "json").out();
    }

    /** Every file below a folder, with what it holds; locks, which stay and hold nothing, left out. */
    private static Map<String, String> files(Path below) throws IOException {
        var files = new TreeMap<String, String>();
        try (var all = Files.walk(below)) {
            all.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".lock")
                            && !file.toString().contains("/.cache/"))
                    .forEach(file -> {
                        try {
                            files.put(
                                    below.relativize(file).toString(),
                                    Files.readString(file, StandardCharsets.ISO_8859_1));
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
        }
        return files;
    }

    private List<String> names() throws IOException {
        try (var file = new ZipFile(zip.toFile())) {
            return file.stream().map(ZipEntry::getName).toList();
        }
    }

    // ---- backup --------------------------------------------------------------------------------------------------

    @Test
    void it_holds_all_that_is_the_users_and_is_private() throws Exception {
        var ran = one.ran("backup", zip.toString());
        assertThat(ran.out()).isEqualTo(zip + "\n");
        assertThat(names()).containsExactly("config.yaml", "routines.yaml", "routines.d/plan.yaml", "history.db");
        assertThat(Files.getPosixFilePermissions(zip)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        try (var there = Files.list(folder)) {
            assertThat(there.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("one", "other", "all.zip");
        }
    }

    @Test
    void the_same_content_makes_the_same_file() throws Exception {
        one.ran("backup", zip.toString());
        one.setTime("2027-03-01T08:00:00+01:00[Europe/Berlin]");
        var again = folder.resolve("AGAIN.ZIP");
        one.ran("backup", again.toString());
        assertThat(again).hasSameBinaryContentAs(zip);
    }

    @Test
    void as_json() {
        assertThat(one.ran("backup", zip.toString(), "--json").out())
                .isEqualTo(
                        "{\"file\":\"" + zip
                                + "\",\"holds\":[\"config.yaml\",\"routines.yaml\",\"routines.d/plan.yaml\",\"history.db\"]}\n");
        var copy = folder.resolve("copy.db");
        assertThat(one.ran("backup", copy.toString(), "--json").out())
                .isEqualTo("{\"file\":\"" + copy + "\",\"holds\":[\"history.db\"]}\n");
    }

    @Test
    void without_a_history_it_holds_the_rest_and_of_nothing_there_is_none() throws Exception {
        assertThat(other.run("backup", zip.toString()).err()).endsWith("so there is nothing to back up\n");
        assertThat(zip).doesNotExist();
        other.file(".config/stretch/config.yaml", SETTINGS);
        other.ran("backup", zip.toString());
        assertThat(names()).containsExactly("config.yaml");
        var before = exported(one);
        assertThat(one.ran("restore", zip.toString()).out())
                .isEqualTo("unchanged: " + oneHome.resolve(".config/stretch/config.yaml") + "\n");
        assertThat(exported(one)).isEqualTo(before);
    }

    @Test
    void what_could_not_be_restored_is_not_packed() {
        var bad = one.file(".config/stretch/routines.d/bad.yaml", "routines: [\n");
        var ran = one.run("backup", zip.toString());
        assertThat(ran.code()).isEqualTo(78);
        assertThat(ran.err()).startsWith("stretch: " + bad + ":").hasLineCount(1);
        assertThat(zip).doesNotExist();
    }

    @Test
    void a_file_that_exists_is_left_alone_unless_forced() throws Exception {
        Files.writeString(zip, "a diary");
        assertThat(one.run("backup", zip.toString()).code()).isEqualTo(73);
        assertThat(zip).hasContent("a diary");
        one.ran("backup", zip.toString(), "--force");
        assertThat(names()).hasSize(4);
    }

    // ---- restore -------------------------------------------------------------------------------------------------

    @Test
    void a_new_machine_is_as_the_old_one() throws Exception {
        one.ran("backup", zip.toString());
        var ran = other.ran("restore", zip.toString());
        var record = folder.resolve("other/.local/share/stretch/history.db");
        assertThat(ran.out().lines())
                .containsExactly(
                        "restored " + record + " from " + zip,
                        "restored " + config.resolve("config.yaml") + " from " + zip,
                        "restored " + config.resolve("routines.yaml") + " from " + zip,
                        "restored " + config.resolve("routines.d/plan.yaml") + " from " + zip);
        assertThat(exported(other)).isEqualTo(exported(one));
        assertThat(files(config)).isEqualTo(files(oneHome.resolve(".config/stretch")));
        assertThat(other.ran("config", "sound").out())
                .isEqualTo(one.ran("config", "sound").out());
        assertThat(other.ran("show", "fromplan").out()).contains("Of the plan");
        for (var file : List.of(record, config.resolve("config.yaml"), config.resolve("routines.d/plan.yaml"))) {
            assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
        assertThat(Files.getPosixFilePermissions(config.resolve("routines.d")))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void what_was_there_is_kept() throws Exception {
        one.ran("backup", zip.toString());
        other.file(".config/stretch/routines.yaml", "routines:\n  theirs: {extends: daily, name: Theirs}\n");
        other.file(".config/stretch/routines.d/more.yaml", "routines:\n  mine: {extends: daily, name: Clashes}\n");
        other.file(".config/stretch/config.yaml", SETTINGS);
        other.ran("add", "theirs", "--at", "2026-11-19T07:30");
        var before = exported(other);

        var ran = other.ran("restore", zip.toString());

        var kept = folder.resolve("other/.local/share/stretch/backups/history-20261121T080000-before-restore.db");
        var moved = config.resolve("routines.d/more.yaml" + ASIDE);
        assertThat(ran.out().lines())
                .containsSubsequence(
                        "kept the previous history: " + kept,
                        "kept what was there: " + moved,
                        "kept what was there: " + config.resolve("routines.yaml" + ASIDE),
                        "unchanged: " + config.resolve("config.yaml"));
        assertThat(moved).content().contains("Clashes");
        assertThat(config.resolve("routines.yaml" + ASIDE)).content().contains("Theirs");
        assertThat(exported(other)).isEqualTo(exported(one));
        other.ran("validate");
        other.ran("restore", kept.toString());
        assertThat(exported(other)).isEqualTo(before);
    }

    @Test
    void restored_again_it_changes_no_file() throws Exception {
        one.ran("backup", zip.toString());
        other.ran("restore", zip.toString());
        var before = files(config);
        assertThat(other.ran("restore", zip.toString(), "--json").out())
                .contains(
                        "\"restored\":[\"" + folder.resolve("other/.local/share/stretch/history.db") + "\"]",
                        "\"kept\":[{\"file\":",
                        "\"unchanged\":[\"" + config.resolve("config.yaml") + "\",\"" + config.resolve("routines.yaml")
                                + "\",\"" + config.resolve("routines.d/plan.yaml") + "\"]");
        assertThat(files(config)).isEqualTo(before);
    }

    /** As managers of dotfiles have it. */
    @Test
    void a_link_stays_a_link_and_what_it_leads_to_is_kept_beside_it() throws Exception {
        one.ran("backup", zip.toString());
        var dotfiles = Files.createDirectory(folder.resolve("dotfiles"));
        Files.writeString(dotfiles.resolve("stretch.yaml"), "sound: tone\n");
        Files.createDirectories(config);
        Files.createSymbolicLink(config.resolve("config.yaml"), dotfiles.resolve("stretch.yaml"));

        other.ran("restore", zip.toString());

        assertThat(config.resolve("config.yaml")).isSymbolicLink();
        assertThat(dotfiles.resolve("stretch.yaml")).hasContent(SETTINGS);
        assertThat(dotfiles.resolve("stretch.yaml" + ASIDE)).hasContent("sound: tone\n");
    }

    @Test
    void named_files_are_where_it_comes_back_to() throws Exception {
        one.ran("backup", zip.toString());
        var place = Files.createDirectory(folder.resolve("place"));
        other.env("STRETCH_ROUTINES", place.resolve("r.yaml").toString());
        other.env("STRETCH_CONFIG", place.resolve("c.yaml").toString());
        other.ran("restore", zip.toString());
        assertThat(files(place).keySet()).containsExactly("c.yaml", "r.yaml", "routines.d/plan.yaml");
        other.ran("show", "fromplan");
    }

    @Test
    void hooks_come_back_as_programs_of_their_owner() throws Exception {
        for (var name : Hooks.NAMES) {
            Files.setPosixFilePermissions(
                    one.file(".config/stretch/hooks/" + name, "#!/bin/sh\n: " + name + "\n"),
                    PosixFilePermissions.fromString(name.equals("step-done") ? "rw-------" : "rwxr-xr-x"));
        }
        one.ran("backup", zip.toString());
        assertThat(names()).contains("hooks/session-start", "hooks/session-end").doesNotContain("hooks/step-done");
        other.file(".config/stretch/hooks/session-end", "theirs");

        other.ran("restore", zip.toString());

        var hook = config.resolve("hooks/session-end");
        assertThat(hook).hasContent("#!/bin/sh\n: session-end\n");
        assertThat(Files.getPosixFilePermissions(hook)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThat(config.resolve("hooks/session-end" + ASIDE)).hasContent("theirs");
    }

    // ---- all or nothing ------------------------------------------------------------------------------------------

    private void refused(int code, String... words) throws IOException {
        var before = files(folder.resolve("other"));
        var ran = other.run("restore", zip.toString());
        assertThat(ran.code()).as(ran.toString()).isEqualTo(code);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).startsWith("stretch: ").hasLineCount(1).contains(words);
        assertThat(files(folder.resolve("other"))).isEqualTo(before);
    }

    private void a_life_on_the_other() {
        other.file(".config/stretch/config.yaml", "sound: tone\n");
        other.file(".config/stretch/routines.yaml", "routines:\n  theirs: {extends: daily, name: Theirs}\n");
        other.ran("add", "theirs", "--at", "2026-11-19T07:30");
    }

    @Test
    void what_fails_on_the_way_is_undone() throws Exception {
        one.ran("backup", zip.toString());
        a_life_on_the_other();
        var plans = Files.createDirectory(config.resolve("routines.d"));
        Files.setPosixFilePermissions(plans, PosixFilePermissions.fromString("r-x------"));
        org.junit.jupiter.api.Assumptions.assumeFalse(Files.isWritable(plans), "root may write everywhere");
        refused(77, "plan.yaml");
    }

    /** The last file has no place: the two before it were put already. */
    @Test
    void a_folder_where_a_plan_is_to_be_leaves_everything_as_it_was() throws Exception {
        one.ran("backup", zip.toString());
        a_life_on_the_other();
        var plan = Files.createDirectories(config.resolve("routines.d/plan.yaml.d"))
                .getParent();
        Files.createSymbolicLink(plan.resolve("plan.yaml"), Path.of("plan.yaml.d"));
        refused(73, "plan.yaml: is a folder; name a file in it");
    }

    @Test
    void while_a_session_or_another_restore_runs_nothing_is_put() throws Exception {
        one.ran("backup", zip.toString());
        a_life_on_the_other();
        var lock = folder.resolve("other/.local/share/stretch/history.db.lock");
        try (var held = stretch.os.FileLock.tryAcquire(lock).orElseThrow()) {
            assertThat(held).isNotNull();
            refused(75, "a session or another restore is running");
        }
    }

    // ---- hostile files -------------------------------------------------------------------------------------------

    private record Entry(String name, String content) {}

    /** Written so, names that come twice included: what Java refuses is renamed in the bytes afterwards. */
    private void pack(List<Entry> entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(bytes)) {
            var seen = new ArrayList<String>();
            for (var entry : entries) {
                out.putNextEntry(new ZipEntry(
                        seen.contains(entry.name())
                                ? entry.name().substring(0, entry.name().length() - 1) + "~"
                                : entry.name()));
                seen.add(entry.name());
                out.write(entry.content().getBytes(StandardCharsets.UTF_8));
            }
        }
        var text = bytes.toString(StandardCharsets.ISO_8859_1);
        Files.write(zip, text.replace("config.yam~", "config.yaml").getBytes(StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../config.yaml",
                "routines.d/../../config.yaml",
                "/etc/passwd",
                "routines.d//etc/x.yaml",
                "routines.d/.hidden.yaml",
                "routines.d/deep/x.yaml",
                "routines.d/x.yml",
                "routines.d/a\nb.yaml",
                "routines.d/\u001b[31m.yaml",
                "C:\\config.yaml",
                "history.db-journal",
                "README",
                "hooks",
                "hooks/evil",
                "hooks/step-done/x",
            })
    void names_that_no_backup_has_are_refused(String name) throws Exception {
        a_life_on_the_other();
        pack(List.of(new Entry("config.yaml", SETTINGS), new Entry(name, SETTINGS)));
        refused(65, zip + ": holds '", "', which no backup has; name what 'stretch backup FILE.zip' wrote");
    }

    @Test
    void a_name_that_comes_twice_is_refused() throws Exception {
        a_life_on_the_other();
        pack(List.of(new Entry("config.yaml", SETTINGS), new Entry("config.yaml", "sound: bell\n")));
        refused(65, zip + ": holds 'config.yaml' twice");
    }

    @Test
    void more_files_than_anybody_has_are_refused() throws Exception {
        a_life_on_the_other();
        var many = new ArrayList<Entry>();
        for (int i = 0; i <= 1000; i++) {
            many.add(new Entry("routines.d/plan" + i + ".yaml", ""));
        }
        pack(many);
        refused(65, "holds more than 1000 files");
    }

    @Test
    void what_unpacks_to_too_much_is_refused() throws Exception {
        a_life_on_the_other();
        pack(List.of(new Entry("config.yaml", "\0".repeat(17 << 20))));
        refused(65, "holds 'config.yaml', which is too large for a backup");
        pack(List.of(new Entry("config.yaml", "\0".repeat(2 << 20))));
        refused(65, zip + "/config.yaml:1:1: the file is larger than 1 MB");
    }

    /** It says that it is small, and is not. */
    @Test
    void a_length_that_is_not_true_is_refused() throws Exception {
        a_life_on_the_other();
        pack(List.of(new Entry("config.yaml", "\0".repeat(8 << 20))));
        var bytes = Files.readAllBytes(zip);
        // The length of the content, in the central directory, 22 bytes before the name.
        int name = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf("config.yaml");
        System.arraycopy(new byte[] {9, 0, 0, 0}, 0, bytes, name - 22, 4);
        Files.write(zip, bytes);
        refused(65, zip + ": is not a whole zip file (");
    }

    @Test
    void half_of_it_is_refused_wherever_it_ends() throws Exception {
        one.ran("backup", zip.toString());
        a_life_on_the_other();
        var bytes = Files.readAllBytes(zip);
        for (int length : List.of(2, 4, 30, bytes.length / 2, bytes.length - 30, bytes.length - 1)) {
            Files.write(zip, Arrays.copyOf(bytes, length));
            refused(65, zip + ": is not a whole zip file (");
        }
    }

    @Test
    void a_byte_that_flipped_is_found() throws Exception {
        one.ran("backup", zip.toString());
        a_life_on_the_other();
        var bytes = Files.readAllBytes(zip);
        bytes[bytes.length / 2] ^= 4;
        Files.write(zip, bytes);
        refused(65, zip + ": is not a whole zip file (");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "config.yaml|sound: loud|/config.yaml:1:8: ",
                "routines.yaml|routines: {x: {name: X, steps: [nothing]}}|/routines.yaml:1:",
                "routines.d/p.yaml|../../etc/passwd|/routines.d/p.yaml:1:1: ",
                "history.db|not a database|: is not a backup of stretch; name another file",
                "history.db||: is not a backup of stretch; name another file",
            })
    void what_is_no_good_inside_is_named(String how) throws Exception {
        a_life_on_the_other();
        var parts = how.split("\\|", -1);
        pack(List.of(new Entry(parts[0], parts[1]), new Entry("routines.d/good.yaml", PLAN)));
        refused(65, zip + parts[2]);
    }

    @Test
    void nothing_in_it_is_nothing_to_restore() throws Exception {
        a_life_on_the_other();
        pack(List.of(new Entry("routines.d/", "")));
        refused(65, "holds neither history nor routines nor settings");
    }

    /** Another program may have packed it anew. */
    @Test
    void the_folder_of_plans_may_be_an_entry() throws Exception {
        pack(List.of(new Entry("routines.d/", ""), new Entry("routines.d/plan.yaml", PLAN)));
        other.ran("restore", zip.toString());
        other.ran("show", "plan");
    }
}
