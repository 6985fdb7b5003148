package stretch.cli.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stretch.cli.CliRunner;

/** An import that changes nothing leaves no history behind. */
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

    private static List<Path> files(Path record) throws Exception {
        try (var files = Files.list(record.getParent())) {
            return files.toList();
        }
    }
}
