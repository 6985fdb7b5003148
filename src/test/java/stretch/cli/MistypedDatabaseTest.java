package stretch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stretch.cli.CliRunner.CliResult;

/** A history that was named and is not there is an error, never an empty one; only what records makes it. */
@Tag("once")
class MistypedDatabaseTest {
    private static final List<String> READING = List.of(
            "history",
            "history last",
            "stats",
            "report -o report.html",
            "export",
            "export --steps --format json",
            "today",
            "due",
            "due daily --why",
            "remind",
            "resume",
            "edit last --note x",
            "delete last",
            "undo",
            "undo --list",
            "backup",
            "backup copy.db",
            "backup copy.zip");

    private static final List<String> RECORDING = List.of(
            "run desk-break --plain --prepare 0s --switch 0s",
            "add daily",
            "checkin --pain 3",
            "snooze 1h",
            "skip",
            "import good.csv",
            "sync folder.shared",
            "restore good.db");

    @TempDir
    private Path home;

    private CliRunner program;
    private Path mistyped;

    @BeforeEach
    void something_elsewhere() {
        program = new CliRunner(home);
        mistyped = home.resolve("histroy.db");
        program.run("add", "daily");
        program.run("export", "-o", home + "/good.csv");
        program.run("backup", home + "/good.db");
    }

    private CliResult run(String command) {
        return program.run(Stream.of(command.split(" ", -1))
                .map(word -> word.contains(".") ? home.resolve(word).toString() : word)
                .toArray(String[]::new));
    }

    @Test
    void every_command_is_walked() {
        var walked = new TreeSet<>(CliRunner.WITHOUT_HISTORY);
        walked.add("doctor");
        Stream.of(READING, RECORDING).flatMap(List::stream).forEach(command -> walked.add(command.split(" ", -1)[0]));
        assertThat(walked).isEqualTo(new TreeSet<>(CommandRegistry.names()));
    }

    @Test
    void what_reads_says_so_and_makes_nothing() throws Exception {
        var before = files();
        for (var command : READING) {
            for (var named : List.of("--db histroy.db " + command, command)) {
                program.env("STRETCH_DB", named.equals(command) ? mistyped.toString() : "");
                var ran = run(named);
                assertThat(ran.err()).as(named).startsWith("stretch: " + mistyped + ": ");
                assertThat(ran.err().lines()).hasSize(1);
                assertThat(ran.out()).isEmpty();
                assertThat(ran.code()).as(named).isEqualTo(66);
            }
        }
        program.without("STRETCH_DB");
        var doctor = run("--db histroy.db doctor");
        assertThat(doctor.out()).contains("fix   history: " + mistyped + ": there is no such history; ");
        assertThat(doctor.code()).isEqualTo(78);
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void what_records_makes_it() throws Exception {
        for (var command : RECORDING) {
            var ran = run("--db histroy.db " + command);
            assertThat(ran.code()).as(ran.toString()).isZero();
            assertThat(mistyped).as(command).isRegularFile();
            Files.delete(mistyped);
        }
        assertThat(run("--db histroy.db run daily --dry-run").code()).isZero();
        assertThat(mistyped).doesNotExist();
    }

    @Test
    void the_usual_place_may_hold_nothing_yet() {
        program = new CliRunner(home.resolve("new"));
        for (var command : List.of("history", "stats", "export", "undo --list", "doctor")) {
            var ran = run(command);
            assertThat(ran.err()).as(command).doesNotContain("stretch: ");
            assertThat(ran.out()).doesNotContain("there is no such history");
            assertThat(ran.code()).as(ran.toString()).isIn(0, command.equals("doctor") ? 78 : 0);
        }
        assertThat(run("due daily").code()).isZero();
    }

    private Set<String> files() throws Exception {
        try (var files = Files.walk(home)) {
            return files.map(Path::toString).collect(Collectors.toSet());
        }
    }
}
