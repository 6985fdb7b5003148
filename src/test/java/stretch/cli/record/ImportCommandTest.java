package stretch.cli.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stretch.cli.CliRunner;

/** What an import leaves behind, and what it says that it left out. */
class ImportCommandTest {
    @TempDir
    private Path home;

    @Test
    void a_history_is_made_only_with_what_was_imported() throws Exception {
        var program = new CliRunner(home).setTime("2026-11-21T12:00:00+01:00[Europe/Berlin]");
        assertThat(program.run("add", "daily", "--at", "8:00").code()).isZero();
        var good = program.file("good.csv", program.run("export").out()).toString();
        var bad = program.file("bad.csv", program.run("export").out().replace("completed", "done"))
                .toString();
        var record = home.resolve("other/new.db");
        var db = record.toString();
        assertThat(program.run("--db", db, "import", bad).code()).isEqualTo(65);
        assertThat(program.run("--db", db, "import", "--dry-run", good).out())
                .startsWith("would import: 1 session added");
        assertThat(files(record)).isEmpty();
        assertThat(program.run("--db", db, "import", good).out()).startsWith("imported: 1 session added");
        assertThat(files(record)).containsExactly(record);
        assertThat(program.run("--db", db, "export").out())
                .isEqualTo(program.run("export").out());
        assertThat(program.run("--db", db, "undo").code()).isZero();
    }

    /** Whatever a spreadsheet changed of what is here is named, if it is not taken over. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "add daily --at 7:00 --note so | export            | ,so,     | ,as,     | 1 session",
                "add daily --at 7:00           | export --steps    | ,done,2  | ,hurt,2  | 3 steps",
                "add daily --at 7:00           | export --steps    | ,5,5,    | ,5,4,    | 1 step",
                "checkin --pain 3 --note so    | export --checkins | ,so,     | ,other,  | 1 check-in",
                "checkin --pain 3 --at 7:00    | export --checkins | ,3,,     | ,,same,  | 1 check-in",
                "snooze 2h --reason so         | export --pauses   | ,so,     | ,other,  | 1 snooze or skip",
                "skip --days 2                 | export --pauses   | ,2,,     | ,3,,     | 1 snooze or skip"
            })
    void another_version_that_is_not_taken_is_counted(
            String command, String export, String from, String to, String what) {
        var program = new CliRunner(home).setTime("2026-11-21T12:00:00+01:00[Europe/Berlin]");
        program.ran(command.split(" "));
        var text = program.ran(export.split(" ")).out();
        var same = program.file("same.csv", text).toString();
        var other = program.file("other.csv", text.replace(from, to)).toString();

        assertThat(text).contains(from);
        assertThat(program.ran("import", same).out()).isEqualTo("imported: nothing new\n");
        assertThat(program.ran("import", other).out())
                .startsWith(
                        "imported: nothing new\nleft out: " + what + " of which the history keeps its own version (");
        assertThat(program.ran(export.split(" ")).out()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "add daily --at 7:00 | export            | 1 session",
                "checkin --pain 3    | export --checkins | 1 check-in",
                "snooze 2h           | export --pauses   | 1 snooze or skip",
                "skip                | export --pauses   | 1 snooze or skip"
            })
    void what_was_undone_or_deleted_here_is_counted(String command, String export, String what) {
        var program = new CliRunner(home).setTime("2026-11-21T12:00:00+01:00[Europe/Berlin]");
        program.ran(command.split(" "));
        var text = program.ran(export.split(" ")).out();
        var file = program.file("file.csv", text).toString();
        var id = text.split("[\n,]", -1)[text.lines().findFirst().orElseThrow().split(",", -1).length];

        program.ran("delete", id);
        assertThat(program.ran("import", file).out())
                .startsWith("imported: nothing new\nleft out: " + what + " that you deleted (" + id + ")");
        program.ran("undo");
        program.ran("undo");
        assertThat(program.ran("import", file).out())
                .startsWith("imported: nothing new\nleft out: " + what + " that you undid (" + id + ")");
        assertThat(program.ran("import", "--json", file).out()).contains("\"reason\":\"undone\"");
    }

    private static List<Path> files(Path record) throws Exception {
        try (var files = Files.list(record.getParent())) {
            return files.toList();
        }
    }
}
