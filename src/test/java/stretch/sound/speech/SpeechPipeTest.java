package stretch.sound.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import stretch.config.VoiceChoice;
import stretch.os.HandClock;
import stretch.session.plan.SpeechTiming;
import stretch.sound.PlayerTest;

/** Real programs, standing in for a speaker that reads lines. */
class SpeechPipeTest {
    private static final SpeechTiming TIMING =
            SpeechTiming.speaking(165).with(Map.of("Hold.", Duration.ofMillis(300), "Done.", Duration.ofMillis(200)));

    /** So long a line sounds that was given. */
    private static final Duration DELAY = Duration.ofMillis(500);

    @TempDir
    private Path folder;

    private final List<String> reports = new ArrayList<>();
    private final HandClock clock = new HandClock();
    private Path program;

    @BeforeEach
    void program() throws Exception {
        program = folder.resolve("espeak-ng");
        standIn("while read -r line; do echo \"$$ $line\" >>" + folder.resolve("said") + "; done");
    }

    private void standIn(String script) throws Exception {
        Files.writeString(program, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }

    private SpeechPipe pipe() {
        return new SpeechPipe(
                new Speaker(program, VoiceChoice.DEFAULT), PlayerTest.STARTER, TIMING, clock, reports::add);
    }

    /** What was said by whom, as soon as it is so many lines. */
    private List<String[]> said(int lines) throws Exception {
        var file = folder.resolve("said");
        while (!Files.exists(file) || Files.readAllLines(file).size() < lines) {
            Thread.onSpinWait();
        }
        return Files.readAllLines(file).stream().map(line -> line.split(" ", 2)).toList();
    }

    @Test
    void one_process_says_all_lines_and_wakes_the_device_first() throws Exception {
        var pipe = pipe();
        pipe.play("Hold.");
        pipe.play("Ribs & hips.");
        var said = said(3);
        pipe.close();
        assertThat(said)
                .extracting(words -> words[1])
                .containsExactly(Speaker.silentLine(), "Hold.", "Ribs &amp; hips.");
        assertThat(said).extracting(words -> words[0]).containsOnly(said.get(0)[0]);
        assertThat(ProcessHandle.of(Long.parseLong(said.get(0)[0]))).isEmpty();
        assertThat(reports).isEmpty();
    }

    @Test
    void it_speaks_for_as_long_as_its_words_take() throws Exception {
        var pipe = pipe();
        assertThat(pipe.isPlaying()).isFalse();
        pipe.play("Hold.");
        clock.pass(Duration.ofMillis(100));
        pipe.play("Done.");
        clock.pass(Duration.ofMillis(399).plus(DELAY.multipliedBy(2)));
        assertThat(pipe.isPlaying()).isTrue();
        clock.pass(Duration.ofMillis(1));
        assertThat(pipe.isPlaying()).isFalse();
        pipe.close();
    }

    @Test
    void what_is_cut_short_ends_at_once_and_the_next_line_is_said_by_another() throws Exception {
        var pipe = pipe();
        pipe.play("Hold.");
        long first = Long.parseLong(said(2).get(1)[0]);
        pipe.stop();
        assertThat(pipe.isPlaying()).isFalse();
        ProcessHandle.of(first).ifPresent(left -> left.onExit().join());
        pipe.play("Done.");
        var last = said(3).get(2);
        assertThat(last[1]).isEqualTo("Done.");
        assertThat(Long.parseLong(last[0])).isNotEqualTo(first);
        // When nothing is being said, nothing is ended.
        clock.pass(Duration.ofSeconds(2));
        pipe.stop();
        assertThat(ProcessHandle.of(Long.parseLong(last[0]))).isPresent();
        pipe.close();
    }

    @Test
    void one_that_fails_is_reported_once() throws Exception {
        standIn("exit 3");
        var pipe = pipe();
        while (!pipe.failed()) {
            pipe.isPlaying();
        }
        pipe.play("Hold.");
        assertThat(pipe.isPlaying()).isFalse();
        pipe.close();
        assertThat(reports).containsExactly("no sound: " + program + " failed with code 3; using the bell instead");
    }

    @Test
    void one_that_finds_no_sound_device_is_reported_once() throws Exception {
        standIn("echo 'ALSA lib pcm.c:2666: Unknown PCM default' >&2; echo 'error: No such file or directory' >&2;"
                + " cat >/dev/null");
        var pipe = pipe();
        while (!pipe.failed()) {
            pipe.isPlaying();
        }
        pipe.play("Hold.");
        pipe.close();
        assertThat(reports)
                .containsExactly(
                        "no sound: " + program + " cannot play (No such file or directory); using the bell instead");
    }

    /** What is written to standard error by one that works, or once it has worked. */
    @ParameterizedTest
    @CsvSource({"ALSA lib pcm_dmix.c:1032: unable to open slave, 0", "a warning and no error: none, 0", "error: busy, 3"
    })
    void one_that_grumbles_and_works_goes_on(String complaint, int seconds) throws Exception {
        standIn("read -r line; echo '" + complaint + "' >&2; echo said >>" + folder.resolve("said")
                + "; cat >/dev/null");
        var pipe = pipe();
        clock.pass(Duration.ofSeconds(seconds));
        said(1);
        pipe.play("Hold.");
        for (int i = 0; i < 50; i++) {
            assertThat(pipe.isPlaying()).isTrue();
        }
        pipe.close();
        assertThat(reports).isEmpty();
    }

    /** HUP, INT and TERM come to all of us at once, at the end of a session. */
    @ParameterizedTest
    @ValueSource(ints = {129, 130, 143})
    void one_that_was_ended_with_us_is_not_blamed(int code) throws Exception {
        standIn("exit " + code);
        var pipe = pipe();
        while (!pipe.failed()) {
            pipe.isPlaying();
        }
        pipe.play("Hold.");
        pipe.close();
        assertThat(reports).isEmpty();
    }

    @Test
    void one_that_is_not_there_is_reported_once() throws Exception {
        Files.delete(program);
        var pipe = pipe();
        pipe.play("Hold.");
        pipe.close();
        assertThat(pipe.failed()).isTrue();
        assertThat(reports).containsExactly("no sound: " + program + " cannot be started; using the bell instead");
    }
}
