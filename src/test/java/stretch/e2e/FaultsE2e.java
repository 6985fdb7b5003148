package stretch.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import stretch.e2e.Running.Output;

/** Killed at any moment, many at once, and files and folders that are not as they should be. */
@Tag("once")
class FaultsE2e {
    private static final String RECORD = ".local/share/stretch/history.db";

    /** Eight steps of a second each. */
    private static final String EIGHT = """
            exercises:
              calf: {name: Calf stretch, position: standing, hold: 1s, sides: [right, left]}
            routines:
              eight: {name: Eight, goal: daily, steps: [calf, calf, calf, calf]}
            """;

    /** What every command that uses the history says of one that it cannot use. */
    private static final List<String> COMMANDS = List.of(
            "run quick --prepare 0s --switch 0s",
            "resume",
            "add quick",
            "edit last --pain-before 3",
            "delete last",
            "undo",
            "history",
            "export",
            "due quick",
            "remind quick");

    private static final String NO_DATABASE =
            "is not a database; it was left as it is, name another with --db, or if it"
                    + " was your history, put a backup in its place: stretch restore FILE";

    private static final String RESCUE = "it was left as it is; 'stretch doctor --rescue FILE' saves what can still be"
            + " read, 'stretch restore FILE' puts a backup in its place";

    @TempDir
    private Path folder;

    private Home home;

    @BeforeEach
    void home() throws Exception {
        home = new Home(Files.createDirectory(folder.resolve("home")));
    }

    // ---- Killed --------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(longs = 20_261_121)
    void killedAtAHundredMomentsItKeepsWhatItTold(long seed) throws Exception {
        var homes = new ArrayList<Callable<Killed>>();
        for (int i = 0; i < 10; i++) {
            var killed = new Killed(folder.resolve("home " + i), new Random(seed + i));
            homes.add(() -> {
                for (int n = 0; n < 10; n++) {
                    killed.once();
                }
                return killed;
            });
        }

        int told = 0;
        int sessions = 0;
        for (var killed : atOnce(5, homes)) {
            told += killed.told;
            sessions += killed.known.size();
        }
        // Had most of them died before they did anything, nothing would have been tried.
        assertThat(told).as("steps told as done").isGreaterThan(20);
        assertThat(sessions).as("sessions that began").isGreaterThan(30);
    }

    /** A home in which one session after the other is killed. */
    private static final class Killed {
        private static final List<String> NEXT =
                List.of("history", "export", "remind eight", "add eight", "undo --list");

        private final Home home;
        private final Random random;
        private final Path record;
        private final Map<String, String> known = new TreeMap<>();
        private int told;

        Killed(Path folder, Random random) throws Exception {
            this.home = new Home(Files.createDirectory(folder));
            this.random = random;
            this.record = folder.resolve(RECORD);
            Home.write(folder.resolve("eight.yaml"), EIGHT);
            home.environment()
                    .put("STRETCH_ROUTINES", folder.resolve("eight.yaml").toString());
        }

        void once() throws Exception {
            // So long after a step was told as done, or for 0 after the start, whatever time this machine takes for it.
            int told = random.nextInt(5);
            var after = random.nextInt(told == 0 ? 3000 : 1000) / 1000.0;
            var ran = home.script("\"$stretch\" run eight --prepare 0s --switch 0s --quiet >out & "
                    + "until [ $(grep -c ^done out) -ge " + told + " ]; do sleep 0.02; done; sleep " + after
                    + "; kill -KILL $!; wait $! 2>/dev/null; code=$?; cat out; rm out; exit $code");
            assertThat(ran.code()).as(ran.toString()).isEqualTo(137);

            var next = NEXT.get(random.nextInt(NEXT.size()));
            var ended = home.script("\"$stretch\" --quiet " + next);
            assertThat(ended.err()).isEmpty();
            assertThat(ended.code()).as(next).isZero();

            check(ran.out(), "killed " + after + " s after step " + told + ", then '" + next + "'; " + ran.out());
        }

        private void check(String out, String how) throws Exception {
            assertThat(litter(home.folder())).as(how).isEmpty();
            var steps = steps(out);
            told += steps.size();
            if (!Files.exists(record) || Files.size(record) == 0) {
                assertThat(steps).as(how).isEmpty();
                return;
            }
            assertThat(Database.rows(record, "PRAGMA integrity_check")).containsExactly("ok");
            assertThat(Database.rows(record, "PRAGMA foreign_key_check")).isEmpty();
            if (Database.rows(record, "PRAGMA user_version").equals(List.of("0"))) {
                assertThat(steps).as(how).isEmpty();
                return;
            }
            var fresh = fresh(how);
            assertThat(fresh).as(how).hasSizeLessThanOrEqualTo(1);
            if (fresh.isEmpty()) {
                assertThat(steps).as(how).isEmpty();
            } else {
                assertThat(Database.rows(
                                record,
                                "SELECT outcome, ended_at IS NOT NULL FROM sessions WHERE session = '" + fresh.get(0)
                                        + "'"))
                        .as(how)
                        .containsExactly("interrupted|1");
                // One more may be on record than it came to tell.
                var kept = Database.rows(
                        record, "SELECT step FROM steps WHERE outcome = 'done' AND session = '" + fresh.get(0) + "'");
                assertThat(kept).as(how).containsAll(steps);
                assertThat(kept.size() - steps.size()).as(how).isBetween(0, 1);
            }
        }

        /** The ids of sessions that were run since we last looked; those before are as they were. */
        private List<String> fresh(String how) throws Exception {
            var fresh = new ArrayList<String>();
            var gone = new HashMap<>(known);
            for (var row : Database.rows(
                    record, "SELECT id, started_ms, ended_ms, active_ms, outcome, changed_ms, zone FROM session")) {
                var id = row.substring(0, 36);
                gone.remove(id);
                if (known.putIfAbsent(id, row) == null) {
                    if (!row.contains("|completed|")) { // else it was added
                        fresh.add(id);
                    }
                } else {
                    assertThat(row).as(how).isEqualTo(known.get(id));
                }
            }
            assertThat(gone).as(how).isEmpty();
            return fresh;
        }

        private static List<String> steps(String out) {
            return Pattern.compile("(?m)^done (\\d)/8 calf, .*\n")
                    .matcher(out)
                    .results()
                    .map(done -> done.group(1))
                    .toList();
        }
    }

    /** Files in a home that are neither the user's nor those that belong there. */
    private static List<String> litter(Path folder) throws Exception {
        Predicate<String> belongs = Pattern.compile("eight\\.yaml|\\.config/stretch/routines\\.yaml"
                        + "|\\.local/share/stretch/history\\.db(\\.lock)?"
                        + "|\\.cache/stretch/sqlite-[^/]+/[^/]*sqlitejdbc\\.[a-z]+")
                .asMatchPredicate();
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !isUnwritten(file))
                    .map(file -> folder.relativize(file).toString())
                    .filter(belongs.negate())
                    .toList();
        }
    }

    /** A journal whose writer was killed before it wrote anything: SQLite lets it lie until somebody writes again. */
    private static boolean isUnwritten(Path file) {
        try (var in = Files.newInputStream(file)) {
            return file.endsWith("history.db-journal") && in.read() <= 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ten thousand sessions take seconds, so that a kill comes before, within and after the transaction. */
    @Test
    void anImportThatIsKilledChangesNothing() throws Exception {
        home.run("add", "daily", "--note", "mine");
        var record = home.folder().resolve(RECORD);
        var csv = new StringBuilder("session,routine,started_at,ended_at,active_seconds,outcome,steps_done,"
                + "steps_planned,pain_before,pain_after,note,device\n");
        for (int i = 0; i < 10_000; i++) {
            csv.append("%08x-0000-7000-8000-000000000000,daily,2026-01-01T08:00:00+01:00,,60,completed,3,3,,,,ab12\n"
                    .formatted(i));
        }
        var file = Home.write(folder.resolve("many.csv"), csv.toString());
        var random = new Random(7);
        int cut = 0;
        for (int i = 0; i < 12; i++) {
            var after = random.nextInt(300, 2500) / 1000.0;
            var ran = home.script("exec timeout -s KILL " + after + " \"$stretch\" import \"" + file + "\"");
            assertThat(Database.rows(record, "PRAGMA integrity_check")).containsExactly("ok");
            var count = Database.rows(record, "SELECT count(*) FROM session");
            if (ran.code() == 137) {
                cut++;
                assertThat(count).containsAnyOf("1", "10001");
            } else {
                assertThat(count).containsExactly("10001");
            }
            home.run("undo");
            assertThat(Database.rows(record, "SELECT note FROM session WHERE note = 'mine'"))
                    .hasSizeLessThanOrEqualTo(1);
            if (Database.rows(record, "SELECT count(*) FROM session").equals(List.of("0"))) {
                // The import had not happened, so that it was the session that was taken back.
                home.run("add", "daily", "--note", "mine");
            }
        }
        assertThat(cut).as("imports that were killed").isPositive();
    }

    // ---- Kept safe -----------------------------------------------------------------------------------------------

    @Test
    void aRunningSessionIsBackedUpAndNotReplaced() throws Exception {
        home.run("add", "daily");
        var copy = home.run("backup").out().strip();
        try (var running = home.start("run", "quick", "--prepare", "0s")) {
            running.await("hold");

            var taken = home.run("backup");
            assertThat(taken.code()).isZero();
            assertThat(Database.rows(Path.of(taken.out().strip()), "SELECT count(*) FROM session"))
                    .containsExactly("2");
            var record = home.folder().resolve(RECORD);
            assertThat(home.run("restore", copy))
                    .isEqualTo(new Output(
                            "",
                            "stretch: " + record + ": a session is running; finish or quit it, then restore\n",
                            75));
        }
    }

    // ---- Many at once --------------------------------------------------------------------------------------------

    /** Starts stretch so many times at once, with the number in {@code $i}; prints the exit code of each. */
    private static String many(int count, String arguments) {
        return "all=; for i in $(seq " + count + "); do \"$stretch\" " + arguments
                + " >/dev/null & all=\"$all $!\"; done; for one in $all; do wait $one; echo $?; done";
    }

    @Test
    void sixteenAtOnceAllComeIn() throws Exception {
        home.run("add", "daily");

        var ran = home.script(many(16, "add daily --note \"no. $i\""));

        assertThat(ran).isEqualTo(new Output("0\n".repeat(16), "", 0));
        var notes = Database.rows(home.folder().resolve(RECORD), "SELECT note FROM sessions WHERE note <> ''");
        assertThat(notes).containsExactlyInAnyOrderElementsOf(notes(16));
        assertThat(Database.rows(home.folder().resolve(RECORD), "SELECT count(*) FROM change"))
                .containsExactly("17");
        assertThat(litter(home.folder())).isEmpty();
    }

    @Test
    void whoeverComesFirstMakesTheRecordAndAllComeIn() throws Exception {
        home.run("add", "daily");
        var schema = schema(home.folder().resolve(RECORD));
        var random = new Random(50);
        var races = new ArrayList<Callable<Void>>();
        for (int race = 0; race < 50; race++) {
            var place = folder.resolve("race " + race);
            int count = random.nextInt(2, 4);
            races.add(() -> {
                race(place, count, schema);
                return null;
            });
        }
        assertThat(atOnce(4, races)).hasSize(50);
    }

    private static void race(Path place, int count, List<String> schema) throws Exception {
        var racing = new Home(Files.createDirectory(place));

        var ran = racing.script(many(count, "add daily --note \"no. $i\""));

        assertThat(ran).isEqualTo(new Output("0\n".repeat(count), "", 0));
        var record = place.resolve(RECORD);
        assertThat(schema(record)).isEqualTo(schema);
        assertThat(Database.rows(record, "PRAGMA integrity_check")).containsExactly("ok");
        assertThat(Database.rows(record, "SELECT note FROM sessions"))
                .containsExactlyInAnyOrderElementsOf(notes(count));
        assertThat(Database.rows(record, "SELECT DISTINCT device FROM sessions"))
                .isEqualTo(Database.rows(record, "SELECT value FROM meta WHERE key = 'device'"))
                .hasSize(1);
        assertThat(litter(place)).isEmpty();
    }

    private static List<String> notes(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> "no. " + i).toList();
    }

    private static List<String> schema(Path record) throws Exception {
        var schema = new ArrayList<>(Database.rows(record, "SELECT type, name, sql FROM sqlite_master ORDER BY rowid"));
        schema.addAll(Database.rows(record, "PRAGMA user_version"));
        schema.addAll(Database.rows(record, "PRAGMA application_id"));
        return schema;
    }

    private static <T> List<T> atOnce(int threads, List<Callable<T>> work) throws Exception {
        var pool = Executors.newFixedThreadPool(threads);
        try {
            var results = new ArrayList<T>();
            for (var result : pool.invokeAll(work)) {
                results.add(result.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }

    // ---- Folders and files that may not be used ------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {"run quick", "resume", "add daily", "edit last --note x", "delete last", "undo", "export"})
    void withoutHomeThereIsNoPlaceForTheHistory(String command) throws Exception {
        assertThat(home.script("env -u HOME XDG_CONFIG_HOME=\"$HOME/.config\" \"$stretch\" " + command))
                .isEqualTo(new Output(
                        "",
                        "stretch: there is no place for the history: HOME is not set; set HOME or STRETCH_DB\n",
                        78));
        assertThat(litter(home.folder())).isEmpty();
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
    void aFolderThatMayNotBeWritten() throws Exception {
        var data = home.folder().resolve(".local/share");
        var refused = data + "/stretch/history.db: cannot be made; check who owns " + data
                + "/stretch, or name another with --db\n";

        for (var command : List.of("run quick", "add quick")) {
            var ran = stopped("mkdir -p ~/.local/share; chmod 500 ~/.local/share; \"$stretch\" " + command
                    + "; code=$?; chmod 700 ~/.local/share; exit $code");
            assertThat(ran).isEqualTo(new Output("", "stretch: " + refused, 77));
        }
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void aRecordThatMayOnlyBeReadIsReadAndNotWritten() throws Exception {
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
    void aRecordThatMayNotBeReadIsNamed() throws Exception {
        home.run("add", "quick");
        var record = home.folder().resolve(RECORD);
        var before = contents(record.getParent());

        stopped("chmod 0 ~/" + RECORD);
        for (var command : COMMANDS) {
            assertThat(stopped("\"$stretch\" " + command))
                    .as(command)
                    .isEqualTo(new Output("", "stretch: " + record + ": may not be read; check who owns it\n", 77));
        }
        stopped("chmod 600 ~/" + RECORD);
        assertThat(contents(record.getParent())).isEqualTo(before);
    }

    @Test
    void aDiskThatMayOnlyBeRead() throws Exception {
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
            ran = home.script(readOnly + "\"$stretch\" --db new.db " + command + "'");
            assertThat(ran.out()).isEmpty();
            assertThat(ran.err()).matches("stretch: [^\n]*new\\.db: cannot be made [^\n]*\n");
            assertThat(ran.code()).isEqualTo(73);
        }
        assertThat(home.script(readOnly + "\"$stretch\" history'").out()).contains("quick");
        assertThat(contents(home.folder())).isEqualTo(before);
    }

    // ---- Files that are no history of ours -----------------------------------------------------------------------

    private enum Wrong {
        A_TEXT(NO_DATABASE) {
            @Override
            void make(Path file) throws Exception {
                Home.write(file, "A diary, not a database.\n".repeat(500));
            }
        },
        CUT_SHORT("is cut short; " + RESCUE) {
            @Override
            void make(Path file) throws Exception {
                var bytes = Files.readAllBytes(file);
                Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
            }
        },
        CUT_IN_ITS_HEADER(NO_DATABASE) {
            @Override
            void make(Path file) throws Exception {
                Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 50));
            }
        },
        DAMAGED("is damaged; " + RESCUE) {
            @Override
            void make(Path file) throws Exception {
                var bytes = Files.readAllBytes(file);
                Arrays.fill(bytes, 100, bytes.length, (byte) 0xAB);
                Files.write(file, bytes);
            }
        },
        NEWER("was written by a newer stretch (schema 99, this one knows 4); update stretch") {
            @Override
            void make(Path file) throws Exception {
                Database.change(file, "PRAGMA user_version = 99");
            }
        },
        SOMEBODY_ELSES("is another program's database; it was left as it is, name another with --db") {
            @Override
            void make(Path file) throws Exception {
                Files.deleteIfExists(file);
                Database.change(file, "CREATE TABLE session (id TEXT)", "INSERT INTO session VALUES ('theirs')");
            }
        };

        private final String message;

        Wrong(String message) {
            this.message = message;
        }

        abstract void make(Path file) throws Exception;
    }

    @ParameterizedTest
    @EnumSource
    void isNamedRefusedAndLeftAsItIs(Wrong wrong) throws Exception {
        var place = Files.createDirectory(folder.resolve("place"));
        var file = place.resolve("it.db");
        if (wrong != Wrong.A_TEXT) {
            home.run("--db", file.toString(), "add", "quick");
        }
        wrong.make(file);
        var before = contents(place);

        for (var command : COMMANDS) {
            assertThat(home.script("\"$stretch\" --db \"" + file + "\" " + command))
                    .as(command)
                    .isEqualTo(new Output("", "stretch: " + file + ": " + wrong.message + "\n", 78));
            assertThat(contents(place)).as(command).isEqualTo(before);
        }
    }

    /** Between its making and its first table a record is empty, so an empty file is one without sessions. */
    @ParameterizedTest
    @ValueSource(strings = {"history", "export", "due quick", "remind quick"})
    void anEmptyFileIsReadAsNothingAndLeftEmpty(String command) throws Exception {
        var place = Files.createDirectory(folder.resolve("place"));
        var file = Home.write(place.resolve("it.db"), "");
        var before = contents(place);

        var ran = home.script("\"$stretch\" --quiet --db \"" + file + "\" " + command);

        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isZero();
        assertThat(contents(place)).isEqualTo(before);
    }

    @Test
    void anEmptyFileBecomesARecord() throws Exception {
        var file = Home.write(folder.resolve("it.db"), "");

        assertThat(home.run("--db", file.toString(), "add", "quick").code()).isZero();

        assertThat(Database.rows(file, "SELECT routine FROM sessions")).containsExactly("quick");
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
