package stretch.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Voice and tones through stand-ins for the programs that make the sound. */
@Tag("once")
class SoundE2e {
    private Home home;

    @BeforeEach
    void home(@TempDir Path folder) throws Exception {
        home = new Home(folder);
    }

    private RunningProcess.Output run(String sound) throws Exception {
        return home.run("run", "quick", "--sound", sound, "--prepare", "1s", "--switch", "1s");
    }

    @Test
    void the_voice_says_right_before_left() throws Exception {
        home.standIn("espeak-ng", "case \"$*\" in *-w*) exit 1;; esac; cat >>" + home.folder() + "/said");
        var ran = home.run("run", "quick", "--prepare", "20s", "--switch", "6s", "--hold", "5s", "--sound", "voice");
        assertThat(ran.code()).isZero();
        var said = Files.readString(home.folder().resolve("said"));
        assertThat(said)
                .startsWith("<prosody volume=\"silent\">")
                .contains("Right side first.")
                .contains("Now the left side.")
                .contains("Three.");
        assertThat(said.indexOf("left side")).isGreaterThan(said.indexOf("Right side"));
        assertThat(said).endsWith("That was Quick: ten seconds of practice.\n");
    }

    @Test
    void the_tones_are_files_of_our_own() throws Exception {
        home.standIn(
                "paplay",
                "head -c 4 \"$1\" >>" + home.folder() + "/played; echo \" $1\" >>" + home.folder() + "/played");
        assertThat(run("tone").code()).isZero();
        assertThat(Files.readAllLines(home.folder().resolve("played")))
                .isNotEmpty()
                .allMatch(line -> line.startsWith("RIFF " + home.folder() + "/.cache/stretch/tones-2/"))
                .last()
                .asString()
                .endsWith("ROUTINE_DONE.wav");
    }

    @Test
    void a_voice_that_hangs_holds_up_nothing() throws Exception {
        home.standIn("espeak-ng", "echo $$ >" + home.folder() + "/pid; exec sleep 1000");
        var ran = run("voice");
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("completed quick: 2 of 2 steps, 2 s");
        // Nor is it left behind.
        long pid = Long.parseLong(Files.readString(home.folder().resolve("pid")).strip());
        assertThat(ProcessHandle.of(pid)).isEmpty();
    }

    /** However the session ends, a voice that hangs ends with it, and what that has started. */
    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM", "HUP", "USR1", "ALRM", "a closed pipe"})
    void a_voice_that_hangs_ends_with_the_session(String how) throws Exception {
        home.standIn("espeak-ng", "trap '' HUP INT TERM USR1 ALRM; sleep 1000 &\necho $$ $! >>$HOME/pids; wait; wait");
        var run = "run quick --sound voice --prepare 0s --hold ";
        if (how.equals("a closed pipe")) {
            // The next line, half way, finds nobody.
            home.script("\"$stretch\" " + run + "6s | { read -r line; while ! [ -s ~/pids ]; do sleep 0.05; done; }");
        } else {
            try (var session = home.start((run + "1h").split(" "))) {
                session.await("hold, 3600 s");
                home.await("pids");
                session.signal(how).end();
            }
        }
        for (var pid : Files.readString(home.folder().resolve("pids")).strip().split("\\s+", -1)) {
            ProcessHandle.of(Long.parseLong(pid))
                    .ifPresent(left ->
                            left.onExit().orTimeout(10, TimeUnit.SECONDS).join());
        }
    }

    @Test
    void a_voice_that_fails_is_reported_once_and_the_bell_takes_over() throws Exception {
        home.standIn("espeak-ng", "exit 1");
        var ran = run("voice");
        assertThat(ran.code()).isZero();
        assertThat(ran.err().lines().filter(line -> line.startsWith("no sound")))
                .containsExactly("no sound: " + home.folder().resolve("programs/espeak-ng")
                        + " failed with code 1; using the bell instead");
    }

    @Test
    void no_player_at_all_is_said_and_the_bell_takes_over() throws Exception {
        home.environment().put("PATH", programsWithoutSound());
        var ran = run("tone");
        assertThat(ran.code()).isZero();
        assertThat(ran.err())
                .contains("no sound: none of paplay, pw-play, aplay, afplay is installed; using the bell instead");
    }

    private String programsWithoutSound() throws Exception {
        var programs = Files.createDirectories(home.folder().resolve("few"));
        for (var name : new String[] {"find", "stty", "env", "uname", "sed", "head"}) {
            var real = Stream.of(Path.of("/usr/bin", name), Path.of("/bin", name));
            Files.createSymbolicLink(
                    programs.resolve(name),
                    real.filter(Files::isExecutable).findFirst().orElseThrow());
        }
        return programs.toString();
    }
}
