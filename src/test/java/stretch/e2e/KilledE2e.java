package stretch.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stretch.history.History;

/** Killed at any moment, stretch keeps what it told, and the next command finds all in order. */
@Tag("once")
class KilledE2e {
    private static final Path RECORD = Path.of(".local/share/stretch/history.db");

    /** Eight steps of a second each. */
    private static final String EIGHT = """
            exercises:
              calf: {name: Calf stretch, position: standing, hold: 1s, sides: [right, left]}
            routines:
              eight: {name: Eight, goal: daily, steps: [calf, calf, calf, calf]}
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = 20_261_121)
    void killed_at_thirty_moments_it_keeps_what_it_told(long seed) throws Exception {
        var homes = new ArrayList<Callable<Killed>>();
        for (int i = 0; i < 10; i++) {
            var killed = new Killed(folder.resolve("home " + i), new Random(seed + i));
            homes.add(() -> {
                for (int n = 0; n < 3; n++) {
                    killed.once();
                }
                killed.leavesNothingBehind();
                return killed;
            });
        }

        int told = 0;
        int sessions = 0;
        for (var killed : Home.atOnce(10, homes)) {
            told += killed.told;
            sessions += killed.known.size();
        }
        // Had most of them died before they did anything, nothing would have been tried.
        assertThat(told).as("steps told as done").isGreaterThan(10);
        assertThat(sessions).as("sessions that began").isGreaterThan(10);
    }

    /** A home in which one session after the other is killed, and the record opened as the next command does. */
    private static final class Killed {
        private static final Path CACHES = Path.of("target", "caches").toAbsolutePath();

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
            // The shell waits for what is told instead of looking for it, which ten of them at once would feel.
            var ran = home.script("mkfifo told; \"$stretch\" run eight --prepare 0s --switch 0s --quiet >told & "
                    + "exec 3<told; rm told; for ((told = 0; told < " + told + ";)); do "
                    + "read -r line <&3 || break; echo \"$line\"; [[ $line == done* ]] && ((++told)); done; sleep "
                    + after + "; kill -KILL $!; wait $! 2>/dev/null; code=$?; cat <&3; exit $code");
            assertThat(ran.code()).as(ran.toString()).isEqualTo(137);

            boolean writes = random.nextBoolean();
            if (writes) {
                History.open(record, CACHES).close();
            } else {
                History.openExisting(record, CACHES).close();
            }
            check(
                    ran.out(),
                    "killed " + after + " s after step " + told + ", then " + (writes ? "written" : "read") + "; "
                            + ran.out());
        }

        /** Once at the end: a command after each kill would take as long as all the rest. */
        void leavesNothingBehind() throws Exception {
            var history = home.run("history");
            assertThat(history.err()).isEmpty();
            assertThat(history.code()).isZero();
            assertThat(home.litter()).isEmpty();
        }

        private void check(String out, String how) throws Exception {
            var steps = steps(out);
            told += steps.size();
            if (!Files.exists(record) || Files.size(record) == 0) {
                assertThat(steps).as(how).isEmpty();
                return;
            }
            assertThat(DatabaseFile.rows(record, "PRAGMA integrity_check")).containsExactly("ok");
            assertThat(DatabaseFile.rows(record, "PRAGMA foreign_key_check")).isEmpty();
            if (DatabaseFile.rows(record, "PRAGMA user_version").equals(List.of("0"))) {
                assertThat(steps).as(how).isEmpty();
                return;
            }
            var fresh = fresh(how);
            assertThat(fresh).as(how).hasSizeLessThanOrEqualTo(1);
            if (fresh.isEmpty()) {
                assertThat(steps).as(how).isEmpty();
            } else {
                assertThat(DatabaseFile.rows(
                                record,
                                "SELECT outcome, ended_at IS NOT NULL FROM sessions WHERE session = '" + fresh.get(0)
                                        + "'"))
                        .as(how)
                        .containsExactly("interrupted|1");
                // One more may be on record than it came to tell.
                var kept = DatabaseFile.rows(
                        record, "SELECT step FROM steps WHERE outcome = 'done' AND session = '" + fresh.get(0) + "'");
                assertThat(kept).as(how).containsAll(steps);
                assertThat(kept.size() - steps.size()).as(how).isBetween(0, 1);
            }
        }

        /** The ids of sessions that were run since we last looked; those before are as they were. */
        private List<String> fresh(String how) throws Exception {
            var fresh = new ArrayList<String>();
            var gone = new HashMap<>(known);
            for (var row : DatabaseFile.rows(
                    record, "SELECT id, started_ms, ended_ms, active_ms, outcome, changed_ms, zone FROM session")) {
                var id = row.substring(0, 36);
                gone.remove(id);
                if (known.putIfAbsent(id, row) == null) {
                    fresh.add(id);
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

    /** Ten thousand sessions take seconds, so that a kill comes before, within and after the transaction. */
    @Test
    void an_import_that_is_killed_changes_nothing() throws Exception {
        var home = new Home(Files.createDirectory(folder.resolve("home")));
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
        for (int i = 0; i < 6; i++) {
            var after = random.nextInt(300, 2500) / 1000.0;
            var ran = home.script("exec timeout -s KILL " + after + " \"$stretch\" import \"" + file + "\"");
            assertThat(DatabaseFile.rows(record, "PRAGMA integrity_check")).containsExactly("ok");
            var count = DatabaseFile.rows(record, "SELECT count(*) FROM session");
            if (ran.code() == 137) {
                cut++;
                assertThat(count).containsAnyOf("1", "10001");
            } else {
                assertThat(count).containsExactly("10001");
            }
            home.run("undo");
            assertThat(DatabaseFile.rows(record, "SELECT note FROM session WHERE note = 'mine'"))
                    .hasSizeLessThanOrEqualTo(1);
            if (DatabaseFile.rows(record, "SELECT count(*) FROM session").equals(List.of("0"))) {
                // The import had not happened, so that it was the session that was taken back.
                home.run("add", "daily", "--note", "mine");
            }
        }
        assertThat(cut).as("imports that were killed").isPositive();
    }
}
