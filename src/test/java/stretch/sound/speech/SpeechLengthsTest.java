package stretch.sound.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stretch.config.VoiceChoice;
import stretch.os.Environment;
import stretch.os.UserError;
import stretch.os.process.ProcessRunner;

/** A stand-in for a speaker, all of whose words take 400 ms. */
class SpeechLengthsTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration LENGTH = Duration.ofMillis(400);

    @TempDir
    private Path folder;

    private Path program;
    private Path caches;

    @BeforeEach
    void speaker() throws Exception {
        Files.write(folder.resolve("spoken.wav"), WavFile.of(WavFile.tones("*.*", 440, 0.5)));
        program = folder.resolve("espeak-ng");
        caches = folder.resolve("caches");
        standIn(
                "echo >>\"$here/runs\"; while [ $# -gt 1 ]; do [ \"$1\" = -w ] && cp \"$here/spoken.wav\" \"$2\"; shift; done");
    }

    private void standIn(String script) throws Exception {
        Files.writeString(program, "#!/bin/sh\nhere=" + folder + "\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }

    private SpeechLengths lengths(String voice) {
        var speaker = new Speaker(program, VoiceChoice.parse(voice));
        return new SpeechLengths(speaker, new ProcessRunner(Environment.ofSystem()), caches);
    }

    private int runs() throws Exception {
        return Files.readAllLines(folder.resolve("runs")).size();
    }

    @Test
    void each_utterance_is_measured_once_for_each_voice() throws Exception {
        assertThat(lengths("en").of(List.of("Hold.", "Done."), LONG)).hasSize(2).containsEntry("Hold.", LENGTH);
        assertThat(lengths("en").of(List.of("Hold.", "Breathe."), LONG)).containsOnlyKeys("Hold.", "Breathe.");
        assertThat(runs()).isEqualTo(3);
        assertThat(lengths("150").of(List.of("Hold."), LONG)).hasSize(1);
        assertThat(runs()).isEqualTo(4);
        // Nothing but what is kept is left, and it is the user's alone.
        try (var left = Files.walk(caches)) {
            assertThat(left)
                    .hasSize(4)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .endsWith("------"));
        }
    }

    @Test
    void another_build_of_the_program_is_measured_anew() throws Exception {
        lengths("en").of(List.of("Hold."), LONG);
        Files.writeString(program, Files.readString(program) + "# another\n");
        assertThat(lengths("en").of(List.of("Hold."), LONG)).hasSize(1);
        assertThat(runs()).isEqualTo(2);
    }

    @Test
    void what_is_kept_and_makes_no_sense_is_measured_anew() throws Exception {
        lengths("en").of(List.of("Hold."), LONG);
        var kept = lengths("en").cacheFile();
        var whole = Files.readString(kept);
        int runs = 1;
        for (var bad : List.of("", "\0", whole.replace("400 ", "x "), whole.replace("\nend", ""), whole + "more\n")) {
            Files.writeString(kept, bad);
            assertThat(lengths("en").of(List.of("Hold."), LONG)).containsEntry("Hold.", LENGTH);
            assertThat(runs()).isEqualTo(++runs);
            assertThat(kept).hasContent(whole);
        }
        Files.write(kept, new byte[] {(byte) 0xff});
        assertThat(lengths("en").of(List.of("Hold."), LONG)).hasSize(1);
    }

    @Test
    void a_speaker_that_hangs_is_waited_for_no_longer_than_that() throws Exception {
        standIn("exec sleep 1000");
        assertThat(lengths("150").of(List.of("Hold.", "Done."), Duration.ofMillis(50)))
                .isEmpty();
        assertThat(lengths("en").of(List.of("Hold."), Duration.ofMillis(50))).isEmpty();
        // It is told to end and not waited for.
        var hanging = ProcessHandle.current()
                .descendants()
                .filter(child -> child.info()
                        .arguments()
                        .filter(words -> List.of(words).contains("1000"))
                        .isPresent())
                .map(ProcessHandle::onExit)
                .toArray(CompletableFuture<?>[]::new);
        assertThat(CompletableFuture.allOf(hanging)).succeedsWithin(Duration.ofSeconds(30));
    }

    @Test
    void a_voice_that_is_not_there_is_an_error() throws Exception {
        standIn("exit 1");
        assertThatThrownBy(() -> lengths("klingon").of(List.of("Hold."), LONG))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        program + ": has no voice 'klingon'; 'espeak-ng --voices' lists those it has; choose one with"
                                + " --voice or 'stretch config voice'");
        // Without a name it is another matter, which is said when it is to speak.
        assertThat(lengths("150").of(List.of("Hold."), LONG)).isEmpty();
    }

    @Test
    void where_nothing_can_be_kept_it_is_measured_all_the_same_or_estimated() throws Exception {
        Files.writeString(caches, "a file where the folder should be");
        assertThat(lengths("en").of(List.of("Hold."), LONG)).isEmpty();
    }
}
