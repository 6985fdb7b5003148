package stretch.cli.practise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stretch.cli.CliRunner;

/** {@code stretch render}: what it writes, and what it refuses. */
class RenderCommandTest {
    private Path file;
    private CliRunner program;

    @BeforeEach
    void program(@TempDir Path folder) {
        file = folder.resolve("daily.wav");
        program = new CliRunner(folder);
    }

    private CliRunner.CliResult render(String... more) {
        var words = new java.util.ArrayList<>(java.util.List.of("render", "daily"));
        words.addAll(java.util.List.of(more));
        return program.run(words.toArray(String[]::new));
    }

    private static double seconds(Path wave) throws Exception {
        try (var audio = AudioSystem.getAudioInputStream(wave.toFile())) {
            return audio.getFrameLength() / (double) audio.getFormat().getFrameRate();
        }
    }

    /** Neither a home nor a history is asked for, and nothing is left but the file. */
    @Test
    void tones_take_as_long_as_the_plan() throws Exception {
        program.without("HOME")
                .env("XDG_CACHE_HOME", file.resolveSibling("cache").toString());
        var ran =
                render("--sound", "tone", "--hold", "20s", "--prepare", "5s", "--switch", "5s", "-o", file.toString());
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .startsWith("wrote " + file + "\nit is 1 min ")
                .endsWith(" long; after practising with it, run 'stretch add daily'\n");
        // 5 + 20 + 5 + 20 + 5 s and five hinges of 4 s; then the end rings.
        assertThat(seconds(file)).isBetween(75.0, 77.5);
        try (var left = Files.list(file.resolveSibling("."))) {
            assertThat(left.map(path -> path.getFileName().toString())).containsExactly("daily.wav");
        }
    }

    @Test
    void a_file_that_is_there_stays_unless_it_is_forced() throws Exception {
        Files.writeString(file, "mine");
        var ran = render("--sound", "tone", "-o", file.toString());
        assertThat(ran.code()).isEqualTo(73);
        assertThat(ran.err()).isEqualTo("stretch: " + file + ": exists already; name another file, or add --force\n");
        assertThat(file).hasContent("mine");
        assertThat(render("--sound", "tone", "-o", file.toString(), "--force").code())
                .isZero();
        assertThat(seconds(file)).isGreaterThan(60);
    }

    @Test
    void without_a_file_it_says_what_is_missing() {
        var ran = render();
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err())
                .isEqualTo(
                        "stretch: -o is missing, the file to write; for example 'stretch render daily -o daily.wav'\n");
    }

    @Test
    void a_terminal_is_no_place_for_it() {
        program.typing("");
        var ran = render("--sound", "tone", "-o", "-");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err())
                .isEqualTo(
                        "stretch: a sound file cannot be shown on a terminal; name a file with -o, or\n  pipe it to a program\n");
    }

    @Test
    void where_nothing_can_speak_it_says_what_to_install() {
        program.env("PATH", file.resolveSibling("nothing").toString());
        var ran = render("-o", file.toString());
        assertThat(ran.code()).isEqualTo(78);
        assertThat(ran.err())
                .isEqualTo(
                        "stretch: no program is installed that can write speech to a file; install espeak-ng, or use --sound"
                                + " tone\n");
        assertThat(file).doesNotExist();
    }

    @Test
    void a_speaker_that_fails_is_one_line_and_no_file() {
        program.stub("espeak-ng", "echo no such voice >&2; exit 1");
        var ran = render("-o", file.toString());
        assertThat(ran.code()).isEqualTo(78);
        assertThat(ran.err()).startsWith("stretch: ").contains("no such voice").hasLineCount(1);
        assertThat(file).doesNotExist();
    }

    @Test
    void what_no_wav_file_can_hold_is_refused_before_it_is_begun() {
        program.file(
                ".config/stretch/routines.yaml",
                "exercises:\n  calf: {name: Calf, position: standing, hold: 1m}\n"
                        + "routines:\n  long: {name: Long, steps: [" + "calf, ".repeat(7) + "calf]}\n");
        var ran = program.run("render", "long", "--hold", "4h", "--sound", "tone", "-o", file.toString());
        assertThat(ran.code()).isEqualTo(73);
        assertThat(ran.err()).contains("a WAV file holds at most 27 hours").contains("shorten its holds");
        assertThat(file).doesNotExist();
    }
}
