package stretch.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stretch.e2e.RunningProcess.Output;

/** Many at once all come in, and a backup beside a running session is whole. */
@Tag("once")
class ManyAtOnceE2e {
    private static final String RECORD = ".local/share/stretch/history.db";

    @TempDir
    private Path folder;

    private Home home;

    @BeforeEach
    void home() throws Exception {
        home = new Home(Files.createDirectory(folder.resolve("home")));
    }

    /** Starts stretch so many times at once, with the number in {@code $i}; prints the exit code of each. */
    private static String many(int count, String arguments) {
        return "all=; for i in $(seq " + count + "); do \"$stretch\" " + arguments
                + " >/dev/null & all=\"$all $!\"; done; for one in $all; do wait $one; echo $?; done";
    }

    @Test
    void sixteen_at_once_all_come_in() throws Exception {
        home.run("add", "daily");

        var ran = home.script(many(16, "add daily --at 2026-01-$((10 + i))T08:00 --note \"no. $i\""));

        assertThat(ran).isEqualTo(new Output("0\n".repeat(16), "", 0));
        var notes = DatabaseFile.rows(home.folder().resolve(RECORD), "SELECT note FROM sessions WHERE note <> ''");
        assertThat(notes).containsExactlyInAnyOrderElementsOf(notes(16));
        assertThat(DatabaseFile.rows(home.folder().resolve(RECORD), "SELECT count(*) FROM change"))
                .containsExactly("17");
        assertThat(home.litter()).isEmpty();
    }

    /** Each makes a file that only one of them can be the first to make, or adds to one that all of them change. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "init",
                "$([ $i = 1 ] && echo init || echo config prepare ${i}s)",
                "goal daily $i/week",
                "import $HOME/export.json",
                "$([ $i = 1 ] && echo import $HOME/export.json || echo checkin --pain $i)",
                "backup",
                "sync $HOME/shared"
            })
    void all_of_four_at_once_succeed(String command) throws Exception {
        home.run("add", "daily");
        home.run("export", "-o", home.folder().resolve("export.json").toString());
        Files.createDirectory(home.folder().resolve("shared"));
        if (!command.equals("backup")) {
            Files.delete(home.folder().resolve(RECORD));
        }

        var ran = home.script(many(4, command));

        assertThat(ran.out()).as(ran.err()).isEqualTo("0\n".repeat(4));
        assertThat(ran.err()).doesNotContain("stretch: ");
        assertThat(home.litter()).noneMatch(file -> file.matches("(.*/)?\\.[^/]+\\.(part|db)"));
    }

    @Test
    void whoever_comes_first_makes_the_record_and_all_come_in() throws Exception {
        home.run("add", "daily");
        var schema = schema(home.folder().resolve(RECORD));
        var random = new Random(20);
        var races = new ArrayList<Callable<Void>>();
        for (int race = 0; race < 12; race++) {
            var place = folder.resolve("race " + race);
            int count = random.nextInt(2, 4);
            races.add(() -> {
                race(place, count, schema);
                return null;
            });
        }
        assertThat(Home.atOnce(4, races)).hasSize(12);
    }

    private static void race(Path place, int count, List<String> schema) throws Exception {
        var racing = new Home(Files.createDirectory(place));

        var ran = racing.script(many(count, "add daily --at 2026-01-$((10 + i))T08:00 --note \"no. $i\""));

        assertThat(ran).isEqualTo(new Output("0\n".repeat(count), "", 0));
        var record = place.resolve(RECORD);
        assertThat(schema(record)).isEqualTo(schema);
        assertThat(DatabaseFile.rows(record, "PRAGMA integrity_check")).containsExactly("ok");
        assertThat(DatabaseFile.rows(record, "SELECT note FROM sessions"))
                .containsExactlyInAnyOrderElementsOf(notes(count));
        assertThat(DatabaseFile.rows(record, "SELECT DISTINCT device FROM sessions"))
                .isEqualTo(DatabaseFile.rows(record, "SELECT value FROM meta WHERE key = 'device'"))
                .hasSize(1);
        assertThat(racing.litter()).isEmpty();
    }

    private static List<String> notes(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> "no. " + i).toList();
    }

    private static List<String> schema(Path record) throws Exception {
        var schema =
                new ArrayList<>(DatabaseFile.rows(record, "SELECT type, name, sql FROM sqlite_master ORDER BY rowid"));
        schema.addAll(DatabaseFile.rows(record, "PRAGMA user_version"));
        schema.addAll(DatabaseFile.rows(record, "PRAGMA application_id"));
        return schema;
    }

    @Test
    void a_running_session_is_backed_up_and_not_replaced() throws Exception {
        home.run("add", "daily");
        var copy = home.run("backup").out().strip();
        try (var running = home.start("run", "quick", "--prepare", "0s")) {
            running.await("hold");

            var taken = home.run("backup");
            assertThat(taken.code()).isZero();
            assertThat(DatabaseFile.rows(Path.of(taken.out().strip()), "SELECT count(*) FROM session"))
                    .containsExactly("2");
            var record = home.folder().resolve(RECORD);
            assertThat(home.run("restore", copy))
                    .isEqualTo(new Output(
                            "",
                            "stretch: " + record
                                    + ": a session or another restore is running; run this one again when it has ended\n",
                            75));
        }
    }
}
