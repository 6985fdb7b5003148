package stretch.cli.practise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stretch.cli.CliRunner;

/** The user's programs hear of a session, and cannot hold it up. */
@Tag("once")
class HooksTest {
    private static final String RUN = "run hip-hinge --plain -q --prepare 0s --sound off";

    @TempDir
    Path home;

    private CliRunner program;

    @BeforeEach
    void home() {
        program = new CliRunner(home)
                .withCautionsRead()
                .env("PATH", "/usr/bin:/bin")
                .setTime("2026-11-21T08:00:00+01:00[Europe/Berlin]");
    }

    private Path hook(String name, String script) throws Exception {
        var file = program.file(".config/stretch/hooks/" + name, "#!/bin/sh\n" + script + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private CliRunner.CliResult run(String line) {
        return program.run(line.split(" ", -1));
    }

    private List<String> heard() throws Exception {
        return Files.readAllLines(home.resolve("heard")).stream()
                .map(line -> line.replaceFirst("\"session\":\"[0-9a-f-]{36}\"", "\"session\":\"ID\""))
                .sorted()
                .toList();
    }

    @Test
    void each_moment_is_an_object_on_stdin() throws Exception {
        for (var name : List.of("session-start", "step-done", "session-end")) {
            hook(name, "cat >>\"$HOME/heard\"");
        }
        assertThat(run(RUN).err()).isEmpty();
        assertThat(heard())
                .containsExactly(
                        "{\"event\":\"session-end\",\"session\":\"ID\",\"routine\":\"hip-hinge\",\"at\":\"2026-11-21T08:00:20.000+01:00\",\"outcome\":\"completed\",\"steps_done\":1,\"steps\":1,\"active_seconds\":20}",
                        "{\"event\":\"session-start\",\"session\":\"ID\",\"routine\":\"hip-hinge\",\"at\":\"2026-11-21T08:00:00.000+01:00\",\"steps\":1}",
                        "{\"event\":\"step-done\",\"session\":\"ID\",\"routine\":\"hip-hinge\",\"at\":\"2026-11-21T08:00:20.000+01:00\",\"step\":1,\"steps\":1,\"exercise\":\"hip-hinge\",\"side\":\"both\",\"kind\":\"reps\",\"planned\":5,\"done\":5,\"unit\":\"reps\",\"seconds\":20,\"outcome\":\"done\",\"set\":null,\"load\":\"\"}");
    }

    @Test
    void what_fails_is_a_line_at_the_end_and_no_more() throws Exception {
        var start = hook("session-start", "exit 3");
        var step = hook("step-done", "exit 4");
        var ran = run("run daily --plain --prepare 0s --switch 0s --hold 1s --sound off");
        assertThat(ran.code()).isZero();
        assertThat(ran.err())
                .contains("hook " + start + ": ended with code 3; see if it runs by hand\n")
                .contains("hook " + step + ": ended with code 4; see if it runs by hand (3 times)\n");
    }

    @Test
    void one_that_hangs_is_ended_and_the_session_goes_on_meanwhile() throws Exception {
        hook("session-start", "echo $$ >\"$HOME/heard\"; sleep 60");
        var ran = run(RUN.replace(" -q", ""));
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("completed hip-hinge: 1 of 1 steps, 20 s");
        assertThat(ran.err()).contains("session-start: ran for longer than 10 s and was ended");
        var pid = Long.parseLong(Files.readString(home.resolve("heard")).strip());
        // Killed is not gone yet.
        ProcessHandle.of(pid).ifPresent(hook -> assertThat(hook.onExit()).succeedsWithin(Duration.ofSeconds(20)));
    }

    @Test
    void what_others_may_change_is_not_run() throws Exception {
        var open = hook("session-end", "touch \"$HOME/heard\"");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwx----w-"));
        var closed = hook("step-done", "touch \"$HOME/heard\"");
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rw-------"));
        assertThat(run(RUN.replace(" -q", "")).err())
                .contains("hook " + open + ": may be changed by others and is not run; chmod o-w " + open)
                .contains("hook " + closed + ": is not an executable file; chmod +x " + closed);
        assertThat(home.resolve("heard")).doesNotExist();
        assertThat(run("doctor").out())
                .contains("fix   hooks: " + open + ": may be changed by others")
                .contains("fix   hooks: " + closed + ": is not an executable file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--no-log", "--rehearse", "--dry-run"})
    void what_is_not_recorded_is_not_told(String option) throws Exception {
        hook("session-start", "touch \"$HOME/heard\"");
        assertThat(run(RUN + " " + option).code()).isZero();
        assertThat(home.resolve("heard")).doesNotExist();
    }
}
