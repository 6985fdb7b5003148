package stretch.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Voice and tones through stand-ins for the programs that make the sound. */
@Tag("once")
class SoundE2e {
    private Home home;

    @BeforeEach
    void home(@TempDir Path folder) throws Exception {
        home = new Home(folder);
    }

    private Running.Output run(String sound) throws Exception {
        return home.run("run", "quick", "--sound", sound, "--prepare", "1s", "--switch", "1s");
    }

    @Test
    void theVoiceSaysRightBeforeLeft() throws Exception {
        home.standIn("spd-say", "for word; do :; done; echo \"$word\" >>" + home.folder() + "/said");
        assertThat(run("voice").code()).isZero();
        var said = Files.readString(home.folder().resolve("said"));
        assertThat(said).contains("Calf stretch. Right side.").contains("Half way.");
        assertThat(said.indexOf("Left side.")).isGreaterThan(said.indexOf("Right side."));
        assertThat(said).endsWith("Done. The routine is done. 2 steps.\n");
    }

    @Test
    void theTonesAreFilesOfOurOwn() throws Exception {
        home.standIn(
                "paplay",
                "head -c 4 \"$1\" >>" + home.folder() + "/played; echo \" $1\" >>" + home.folder() + "/played");
        assertThat(run("tone").code()).isZero();
        assertThat(Files.readAllLines(home.folder().resolve("played")))
                .isNotEmpty()
                .allMatch(line -> line.startsWith("RIFF " + home.folder() + "/.cache/stretch/tones-1/"))
                .last()
                .asString()
                .endsWith("ROUTINE_DONE.wav");
    }

    @Test
    void aVoiceThatHangsHoldsUpNothing() throws Exception {
        home.standIn("spd-say", "echo $$ >" + home.folder() + "/pid; exec sleep 1000");
        var ran = run("voice");
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("completed quick: 2 of 2 steps, 2 s");
        // Nor is it left behind.
        long pid = Long.parseLong(Files.readString(home.folder().resolve("pid")).strip());
        assertThat(ProcessHandle.of(pid)).isEmpty();
    }

    @Test
    void aVoiceThatFailsIsReportedOnceAndTheBellTakesOver() throws Exception {
        home.standIn("spd-say", "exit 1");
        var ran = run("voice");
        assertThat(ran.code()).isZero();
        assertThat(ran.err().lines().filter(line -> line.startsWith("no sound")))
                .containsExactly("no sound: spd-say failed with code 1; the bell takes over");
    }

    @Test
    void noPlayerAtAllIsSaidAndTheBellTakesOver() throws Exception {
        home.environment().put("PATH", programsWithoutSound());
        var ran = run("tone");
        assertThat(ran.code()).isZero();
        assertThat(ran.err())
                .contains("no sound: none of paplay, pw-play, aplay, afplay is installed; the bell takes over");
    }

    private String programsWithoutSound() throws Exception {
        var programs = Files.createDirectories(home.folder().resolve("few"));
        for (var name : new String[] {"find", "stty", "env", "uname", "sed", "head"}) {
            Files.createSymbolicLink(programs.resolve(name), Path.of("/usr/bin", name));
        }
        return programs.toString();
    }
}
