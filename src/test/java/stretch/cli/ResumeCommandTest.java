package stretch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stretch.history.History;
import stretch.history.SampleHistory;

/** A session goes on as it was planned; how it is led may be another way. */
class ResumeCommandTest {
    private static final Path CACHES = Path.of("target", "caches").toAbsolutePath();

    @TempDir
    private Path home;

    private CliRunner program;

    /** The first of three steps is done; then the window was closed. */
    @BeforeEach
    void a_session_that_broke_off() {
        program = new CliRunner(home).setTime("2026-11-20T09:00:00+01:00[Europe/Berlin]");
        try (var history = History.open(home.resolve(".local/share/stretch/history.db"), CACHES)) {
            SampleHistory.brokenOff(history, "00000001-0000-7000-8000-000000000001");
        }
    }

    private String ran(String... args) {
        var ran = program.run(args);
        assertThat(ran.code()).as(ran.toString()).isZero();
        return ran.out();
    }

    /** Whoever gives {@code run} another option has to say whether {@code resume} takes it. */
    @Test
    void every_option_of_run_is_taken_or_refused_in_a_line() {
        var taken = new TreeSet<String>();
        var refused = new TreeMap<String, String>();
        var run = Objects.requireNonNull(CompletionScripts.model().subcommands().get("run"));
        for (var option : run.getCommandSpec().options()) {
            var name = option.longestName();
            if (option.inherited() || option.usageHelp() || option.versionHelp()) {
                continue;
            }
            var words =
                    new TreeSet<>(List.of("--dry-run", option.arity().max() == 0 ? name : CommandExample.of(option)));
            var ran = program.run(
                    Stream.concat(Stream.of("resume"), words.stream()).toArray(String[]::new));
            if (ran.code() == 0) {
                taken.add(name);
                assertThat(ran.out()).as(name).isNotEmpty();
            } else {
                assertThat(ran.code()).as(ran.toString()).isEqualTo(2);
                refused.put(name, ran.err());
            }
        }
        assertThat(taken)
                .containsExactlyInAnyOrder(
                        "--plain",
                        "--sound",
                        "--voice",
                        "--theme",
                        "--prepare",
                        "--switch",
                        "--pace",
                        "--no-log",
                        "--rehearse",
                        "--dry-run",
                        "--script",
                        "--json");
        assertThat(refused.keySet())
                .containsExactlyInAnyOrder(
                        "--dose", "--hold", "--avoid", "--swap", "--first-side", "--as-planned", "--pain");
        refused.forEach((name, message) -> assertThat(message)
                .isEqualTo("stretch: " + name + " is for a new session; resume continues with what was planned\n"));
    }

    @Test
    void how_fast_it_goes_may_be_another_way() {
        assertThat(ran("resume", "--dry-run")).isEqualTo("""
                daily: 2 exercises, 2 steps, about 3 min
                  0:00  2. chair-hip-flexor, left: 60 s, get ready 44 s
                  1:44  3. hip-hinge: 5 reps (up to 10 reps), get ready 38 s
                  2:38  the end
                """);
        assertThat(ran("resume", "--dry-run", "--prepare", "7s", "--switch", "5s", "--pace", "slow"))
                .isEqualTo("""
                daily: 2 exercises, 2 steps, about 2 min
                  0:00  2. chair-hip-flexor, left: 60 s, get ready 5 s
                  1:05  3. hip-hinge: 5 reps (up to 10 reps), get ready 7 s
                  1:42  the end
                """);
    }

    @Test
    void a_rehearsal_of_the_rest_and_a_session_off_the_record_leave_it_to_be_resumed() {
        var before = ran("export", "--steps");
        for (var option : List.of("--rehearse", "--no-log")) {
            assertThat(ran("resume", "--plain", "--quiet", option))
                    .contains("completed daily: 3 of 3 steps, ")
                    .endsWith(option.equals("--rehearse") ? ", not recorded (rehearsal)\n" : ", not recorded\n");
            assertThat(ran("export", "--steps")).isEqualTo(before);
        }
        assertThat(ran("resume", "--plain", "--quiet")).endsWith(", session 00000001\n");
        assertThat(ran("export")).contains(",completed,3,3,");
    }
}
