package stretch.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stretch.cli.CliRunner;
import stretch.e2e.RunningProcess.Output;

/** Folders and files that may not be read or written are named, and left as they are. */
@Tag("once")
class PermissionsE2e {
    private static final String RECORD = ".local/share/stretch/history.db";

    @TempDir
    private Path folder;

    private Home home;

    @BeforeEach
    void home() throws Exception {
        home = new Home(Files.createDirectory(folder.resolve("home")));
    }

    /** Runs a script as somebody whom permissions stop, which root is not. */
    private Output stopped(String script) throws Exception {
        if (home.script("id -u").out().equals("0\n")) {
            var without = "setpriv --bounding-set=-dac_override,-dac_read_search ";
            assumeThat(home.script(without + "true").code())
                    .as("root can give its powers away")
                    .isZero();
            home.environment().put("script", script);
            return home.script(without + "bash -c \"$script\"");
        }
        return home.script(script);
    }

    @Test
    void a_folder_that_may_not_be_written() throws Exception {
        var data = home.folder().resolve(".local/share");
        var refused = data + "/stretch/history.db: cannot be created; check who owns " + data
                + "/stretch, or name another with --db\n";

        for (var command : List.of("run quick", "add quick")) {
            var ran = stopped("mkdir -p ~/.local/share; chmod 500 ~/.local/share; \"$stretch\" " + command
                    + "; code=$?; chmod 700 ~/.local/share; exit $code");
            assertThat(ran).isEqualTo(new Output("", "stretch: " + refused, 77));
        }
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void a_record_that_may_only_be_read_is_read_and_not_written() throws Exception {
        home.run("add", "quick");
        var record = home.folder().resolve(RECORD);
        var before = contents(record.getParent());

        stopped("chmod 400 ~/" + RECORD);
        for (var command : List.of("run quick", "add quick", "edit last --note x", "delete last", "undo")) {
            assertThat(stopped("\"$stretch\" " + command))
                    .as(command)
                    .isEqualTo(new Output("", "stretch: " + record + ": may not be written; check who owns it\n", 77));
        }
        for (var command : List.of("history", "export", "history last")) {
            var read = stopped("\"$stretch\" " + command);
            assertThat(read.err()).isEmpty();
            assertThat(read.out()).contains("quick");
            assertThat(read.code()).isZero();
        }
        assertThat(stopped("\"$stretch\" due quick").code()).isEqualTo(1);
        assertThat(contents(record.getParent())).isEqualTo(before);
    }

    @Test
    void a_record_that_may_not_be_read_is_named() throws Exception {
        home.run("add", "quick");
        var record = home.folder().resolve(RECORD);
        var before = contents(record.getParent());

        stopped("chmod 0 ~/" + RECORD);
        for (var command : List.of("run quick", "resume", "add quick", "undo", "history", "due quick")) {
            assertThat(stopped("\"$stretch\" " + command))
                    .as(command)
                    .isEqualTo(new Output("", "stretch: " + record + ": may not be read; check who owns it\n", 77));
        }
        stopped("chmod 600 ~/" + RECORD);
        assertThat(contents(record.getParent())).isEqualTo(before);
    }

    @Test
    void a_sync_folder_that_is_closed_is_named_by_sync_and_doctor() throws Exception {
        home.script("mkdir shared; \"$stretch\" add quick; \"$stretch\" config sync ~/shared; \"$stretch\" sync");
        var shared = home.folder().resolve("shared");

        var written =
                stopped("chmod 500 ~/shared; \"$stretch\" checkin --pain 3; \"$stretch\" sync; \"$stretch\" doctor");
        assertThat(written.err()).contains("stretch: " + shared + "/").contains(": may not be written; ");
        assertThat(written.out()).contains("fix   sync: " + shared + ": may not be written; check who owns it\n");
        var read = stopped("chmod 0 ~/shared; \"$stretch\" sync; \"$stretch\" doctor; chmod 700 ~/shared");
        assertThat(read.err()).isEqualTo("stretch: " + shared + ": may not be read; check who owns it\n");
        assertThat(read.out()).contains("fix   sync: " + shared + ": may not be read; check who owns it\n");
    }

    /** Every command there is, with what it takes where it needs something. */
    private List<String> everyCommand() throws Exception {
        var arguments = Map.ofEntries(
                Map.entry("run", "quick --plain --prepare 0s --switch 0s"),
                Map.entry("render", "quick --sound tone --hold 1s -o good.wav --force"),
                Map.entry("checkin", "--pain 3"),
                Map.entry("show", "quick"),
                Map.entry("add", "quick"),
                Map.entry("edit", "last --note x"),
                Map.entry("delete", "last"),
                Map.entry("report", "-o good.report --force"),
                Map.entry("export", "-o good.export --force"),
                Map.entry("import", "good.csv"),
                Map.entry("sync", "shared"),
                Map.entry("due", "quick"),
                Map.entry("snooze", "1h"),
                Map.entry("backup", "good.backup --force"),
                Map.entry("restore", "good.db"),
                Map.entry("figures", "quick -o figures.html --force"),
                Map.entry("completion", "bash"));
        var commands = new ArrayList<String>();
        var listed = Pattern.compile("(?m)^  ([a-z]+) +\\S")
                .matcher(home.run("--help").out());
        while (listed.find()) {
            commands.add((listed.group(1) + " " + arguments.getOrDefault(listed.group(1), "")).strip());
        }
        assertThat(commands).hasSizeGreaterThan(arguments.size());
        return commands;
    }

    /**
     * With a folder closed, whatever has to look into it says so with 77, or 78 where that is the doctor's finding.
     *
     * @param needless the commands that never look there
     */
    private void assertClosedIsSaid(String closed, Set<String> needless) throws Exception {
        assertClosedIsSaid(closed, needless, everyCommand());
    }

    private void assertClosedIsSaid(String closed, Set<String> needless, List<String> commands) throws Exception {
        home.script("\"$stretch\" add quick; \"$stretch\" export -o good.csv; \"$stretch\" backup good.db");
        var results = List.of("report", "export", "backup");
        for (var command : results) {
            Files.writeString(home.folder().resolve("good." + command), "good");
        }
        var list = String.join("\n", commands);
        home.environment().put("list", list);

        var ran = stopped("chmod 0 " + closed
                + "; while read -r command; do \"$stretch\" $command </dev/null >out 2>err;"
                + " echo \"$?|$command|$(head -n 1 err)$(grep -m 1 ^fix out)\"; done <<<\"$list\"; chmod 700 "
                + closed);

        var lines = ran.out().lines().toList();
        assertThat(lines).hasSameSizeAs(commands);
        var whole = home.folder().resolve(closed.replace("~/", "")).toString();
        for (var line : lines) {
            var command = line.split("\\|", -1)[1].split(" ", -1)[0];
            if (needless.contains(command)) {
                assertThat(line).startsWith("0|");
            } else if (command.equals("doctor")) {
                assertThat(line).startsWith("78|").contains("fix", whole);
            } else {
                assertThat(line).startsWith("77|").contains("|stretch: " + whole);
            }
        }
        for (var command : results) {
            if (!needless.contains(command)) {
                assertThat(home.folder().resolve("good." + command)).hasContent("good");
            }
        }
    }

    @Test
    void a_history_that_may_not_be_looked_at_is_no_empty_one() throws Exception {
        assertClosedIsSaid("~/.local/share/stretch", CliRunner.WITHOUT_HISTORY);
        assertClosedIsSaid("~/.local", Set.of(), List.of("run quick", "add quick", "history", "due quick", "doctor"));
    }

    @Test
    void a_config_folder_that_may_not_be_looked_at_is_no_empty_one() throws Exception {
        assertClosedIsSaid(
                "~/.config/stretch",
                Set.of(
                        "history",
                        "edit",
                        "delete",
                        "undo",
                        "export",
                        "import",
                        "sync",
                        "snooze",
                        "backup",
                        "restore",
                        "completion"));
    }

    @Test
    void what_records_nothing_runs_with_a_home_that_may_not_be_looked_at() throws Exception {
        for (var options : List.of("--dry-run", "--rehearse", "--no-log --prepare 0s --switch 0s --hold 1s")) {
            var ran = stopped("chmod 0 ~; cd /; \"$stretch\" run one-stretch --plain " + options
                    + " </dev/null; code=$?; chmod 700 ~; exit $code");
            assertThat(ran.code()).as(ran.toString()).isZero();
            assertThat(ran.out()).startsWith("one-stretch: ");
            assertThat(ran.err())
                    .containsOnlyOnce("your settings and routines are not used: " + home.folder())
                    .containsOnlyOnce("the history is not used: " + home.folder())
                    .doesNotContain("stretch: ");
        }
    }

    @Test
    void a_cache_that_may_not_be_looked_at_costs_time_alone() throws Exception {
        var ran = stopped("mkdir -p ~/.cache/stretch; chmod 0 ~/.cache/stretch; \"$stretch\" add quick &&"
                + " \"$stretch\" list && \"$stretch\" history; code=$?; chmod 700 ~/.cache/stretch; exit $code");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("quick");
    }

    @Test
    void hooks_that_may_not_be_looked_at_leave_the_session_alone() throws Exception {
        var ran = stopped("mkdir -p ~/.config/stretch/hooks; chmod 0 ~/.config/stretch/hooks; \"$stretch\" run quick"
                + " --plain --prepare 0s --switch 0s; code=$?; chmod 700 ~/.config/stretch/hooks; exit $code");
        assertThat(ran.code()).as(ran.toString()).isZero();
        assertThat(ran.out()).contains("completed quick");
        assertThat(ran.err())
                .containsOnlyOnce("hook " + home.folder().resolve(".config/stretch/hooks")
                        + ": may not be entered, so none in it is run; check who owns it");
    }

    @Test
    void a_sync_names_the_folder_that_may_not_be_written_not_the_one_it_syncs_with() throws Exception {
        home.run("add", "quick");
        var ran = stopped("mkdir shared; chmod 500 ~/.local/share/stretch; \"$stretch\" sync shared; code=$?;"
                + " chmod 700 ~/.local/share/stretch; exit $code");
        assertThat(ran.code()).isEqualTo(77);
        assertThat(ran.err()).startsWith("stretch: " + home.folder().resolve(RECORD) + ".sync-lock: ");
    }

    /** The answer that is kept for the prompt was true of a folder that could be looked at. */
    @Test
    void a_kept_answer_is_not_repeated_of_a_folder_that_was_closed() throws Exception {
        var ask = "\"$stretch\" due --porcelain; echo $?; ";
        var ran =
                stopped("touch -d '1 hour ago' ~/.config/stretch/routines.yaml; mkdir -p ~/.local/share/stretch; " + ask
                        + ask + "chmod 0 ~/.local/share/stretch; " + ask
                        + "chmod 700 ~/.local/share/stretch; chmod 0 ~/.local; "
                        + ask + "chmod 700 ~/.local");
        assertThat(ran.out()).isEqualTo("due daily,quick 0\n0\ndue daily,quick 0\n0\n77\n77\n");
    }

    @Test
    void a_disk_that_may_only_be_read() throws Exception {
        home.run("add", "quick");
        var before = contents(home.folder());
        var readOnly = "cd ~; unshare -rm bash -c 'mount --bind . . && mount -o remount,bind,ro . && cd ~ && ";
        assumeThat(home.script(readOnly + "! touch x' 2>/dev/null").code())
                .as("a folder may be mounted for reading only")
                .isZero();

        for (var command : List.of("run quick", "add quick", "edit last --note x", "delete last", "undo")) {
            var ran = home.script(readOnly + "\"$stretch\" " + command + "'");
            assertThat(ran.out()).isEmpty();
            assertThat(ran.err()).matches("stretch: [^\n]*/history\\.db: may not be written; [^\n]*\n");
            assertThat(ran.code()).isEqualTo(77);
        }
        for (var command : List.of("run quick", "add quick")) {
            var ran = home.script(readOnly + "\"$stretch\" --db new.db " + command + "'");
            assertThat(ran.out()).isEmpty();
            assertThat(ran.err()).matches("stretch: [^\n]*new\\.db: cannot be created [^\n]*\n");
            assertThat(ran.code()).isEqualTo(73);
        }
        assertThat(home.script(readOnly + "\"$stretch\" history'").out()).contains("quick");
        assertThat(contents(home.folder())).isEqualTo(before);
    }

    /** Every file below a folder with its bytes, a letter for each. */
    private static Map<String, String> contents(Path folder) throws Exception {
        try (var files = Files.walk(folder)) {
            var found = new TreeMap<String, String>();
            for (var file : files.filter(Files::isRegularFile).toList()) {
                found.put(
                        folder.relativize(file).toString(),
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
            return found;
        }
    }
}
