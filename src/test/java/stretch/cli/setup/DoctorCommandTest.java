package stretch.cli.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stretch.cli.CliRunner;

class DoctorCommandTest {
    private static final Pattern FINDING = Pattern.compile(
            "\\{\"ok\":(true|false),\"about\":\"([a-z ]+)\",\"text\":\"(?:[^\"\\\\]|\\\\.)*\",\"remedy\":(null|\"(?:[^\"\\\\]|\\\\.)+\")\\}");

    @TempDir
    Path home;

    @Test
    void every_finding_to_mend_comes_with_what_to_do() throws Exception {
        var program = new CliRunner(home);
        program.run("add", "daily");
        var record = home.resolve(".local/share/stretch/history.db");
        Files.setPosixFilePermissions(record, PosixFilePermissions.fromString("rw-r--r--"));
        program.file(".config/stretch/config.yaml", "soudn: off\n");
        program.file(".config/stretch/routines.yaml", "rootines: {}\n");
        program.file(".config/stretch/hooks/session-end", "#!/bin/sh\n");
        var ran = program.typing("").env("TERM", "dumb").columns(30).ascii().run("doctor", "--json");
        assertThat(ran.code()).isEqualTo(78);
        var findings = FINDING.matcher(ran.out()).results().toList();
        assertThat(findings.stream()
                        .filter(it -> it.group(1).equals("false"))
                        .map(it -> it.group(2))
                        .distinct())
                .containsExactly("terminal", "locale", "settings", "routines", "hooks", "permissions");
        assertThat(findings)
                .allMatch(it -> it.group(1).equals("true") == it.group(3).equals("null"));
        assertThat(ran.out()).contains("\"remedy\":\"chmod 600 " + record + "\"");
    }

    @Test
    void what_a_killed_command_left_half_written_is_found() {
        var program = new CliRunner(home).columns(300);
        program.run("add", "daily");
        var data = ".local/share/stretch/";
        // No process has so high a number.
        var left = List.of(
                program.file(data + ".history.db.999999999.part", "x"),
                program.file(data + ".history.db.999999999.unpacked-journal", "x"),
                program.file(data + "backups/.history-20261120T080000.db.999999999.part", "x"),
                program.file(".config/stretch/.config.yaml.999999999.part", "x"));
        program.file(data + ".other.999999999.part", "x");
        program.file(data + ".history.db." + ProcessHandle.current().pid() + ".part", "x");
        assertThat(program.run("doctor").out().lines().filter(line -> line.contains("half written")))
                .containsExactlyInAnyOrderElementsOf(left.stream()
                        .map(file -> "fix   files: " + file
                                + ": was left half written by a command that was killed; delete it")
                        .toList());
    }

    @Test
    void a_disk_that_is_almost_full_is_found() throws Exception {
        var program = new CliRunner(home).columns(300);
        program.run("add", "daily");
        var data = home.resolve(".local/share/stretch");
        var shared = Files.createDirectory(home.resolve("shared"));
        program.file(".config/stretch/config.yaml", "sync: " + shared + "\n");
        assertThat(program.run("doctor").out()).contains("sync: " + shared).doesNotContain("full");
        assertThat(program.full(shared).run("doctor").out().lines().filter(line -> line.contains("full")))
                .containsExactly("fix   sync: " + shared + ": the disk is almost full; make room");
        assertThat(program.full(data).run("doctor").out().lines().filter(line -> line.contains("full")))
                .containsExactly(
                        "fix   data folder: " + data + ": the disk is almost full; make room",
                        "fix   sync: " + shared + ": the disk is almost full; make room");
    }

    /** It would remind of nothing, and nobody would say why. */
    @Test
    void a_goal_of_no_routine_is_found() {
        var program = new CliRunner(home).columns(200);
        var file =
                program.file(".config/stretch/config.yaml", "goals: {daily: weekdays, dialy: daily, gone: 3/week}\n");
        var ran = program.run("doctor");
        assertThat(ran.code()).isEqualTo(78);
        assertThat(ran.out().lines().filter(line -> line.contains("settings:")))
                .containsExactly(
                        "fix   settings: there is no routine 'dialy' for the goal in " + file
                                + "; did you mean 'daily'?",
                        "fix   settings: there is no routine 'gone' for the goal in " + file
                                + "; correct or remove it");
    }
}
