package stretch.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A session as a sound file, by the program as it is installed and a real voice. */
@Tag("once")
class RenderE2e {
    private static final int RATE = 22_050;

    private Home home;

    @BeforeEach
    void home(@TempDir Path folder) throws Exception {
        assumeThat(Stream.of(System.getenv("PATH").split(":", -1)))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "espeak-ng")));
        home = new Home(folder);
        home.environment().put("PATH", System.getenv("PATH"));
    }

    private static short[] samples(byte[] wave) throws Exception {
        try (var audio = AudioSystem.getAudioInputStream(new ByteArrayInputStream(wave))) {
            assertThat(audio.getFormat().getSampleRate()).isEqualTo(RATE);
            assertThat(audio.getFrameLength() * 2 + 44)
                    .as("the header tells the truth")
                    .isEqualTo(wave.length);
            var samples = new short[(int) audio.getFrameLength()];
            java.nio.ByteBuffer.wrap(audio.readAllBytes())
                    .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                    .asShortBuffer()
                    .get(samples);
            return samples;
        }
    }

    /** As long as the plan of the same voice says, and with a voice at each moment at which the script has words. */
    @Test
    void the_file_is_the_plan_as_it_sounds() throws Exception {
        var file = home.folder().resolve("quick.wav");
        var rendered = home.run("render", "quick", "--hold", "20s", "-o", file.toString());
        assertThat(rendered.code()).as(rendered.err()).isZero();
        assertThat(rendered.out()).isEmpty();
        assertThat(rendered.err()).startsWith("wrote " + file).contains("stretch add quick");
        var samples = samples(Files.readAllBytes(file));

        var script = home.run("run", "quick", "--hold", "20s", "--sound", "voice", "--dry-run", "--script");
        var lines = script.out()
                .lines()
                .filter(line -> line.matches(" +\\d+:\\d\\d\\.\\d .*"))
                .toList();
        for (var line : lines) {
            var clock = line.strip().split("[ :.]+", -1);
            double at =
                    60 * Integer.parseInt(clock[0]) + Integer.parseInt(clock[1]) + Integer.parseInt(clock[2]) / 10.0;
            int from = (int) (at * RATE);
            var half = Arrays.copyOfRange(samples, from, Math.min(samples.length, from + RATE / 2));
            int loudest = 0;
            for (short sample : half) {
                loudest = Math.max(loudest, Math.abs(sample));
            }
            assertThat(loudest).as(line).isGreaterThan(3_000);
        }
        assertThat(lines).hasSizeGreaterThan(20);
        // Then the end is said.
        var end = script.out()
                .lines()
                .filter(line -> line.endsWith("the end"))
                .findFirst()
                .orElseThrow();
        var minutes = end.strip().split("[ :.]+", -1);
        double planned = 60 * Integer.parseInt(minutes[0]) + Integer.parseInt(minutes[1]);
        assertThat(samples.length / (double) RATE).isBetween(planned, planned + 10);
        // Nothing of it is recorded.
        assertThat(home.run("history").out()).doesNotContain("quick");
    }

    @Test
    void through_a_pipe_it_is_the_same_file() throws Exception {
        var render = "\"$stretch\" render quick --hold 5s -o ";
        var ran = home.script(render + "- >~/piped.wav && " + render + "~/named.wav && cmp ~/piped.wav ~/named.wav");
        assertThat(ran.code()).as(ran.err()).isZero();
        samples(Files.readAllBytes(home.folder().resolve("piped.wav")));
    }
}
