package stretch.sound.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stretch.os.UserError;

class SpeechFileTest {
    @TempDir
    private Path folder;

    private Path file(byte[] bytes) throws Exception {
        return Files.write(folder.resolve("spoken.wav"), bytes);
    }

    @Test
    void the_length_is_that_of_the_samples() throws Exception {
        var spoken = SpeechFile.of(file(WavFile.of(WavFile.tones("*.*", 440, 0.5))));
        assertThat(spoken.length()).isEqualTo(Duration.ofMillis(400));
        assertThat(spoken.rate()).isEqualTo(22_050);
        assertThat(Files.size(spoken.file())).isEqualTo(spoken.start() + spoken.bytes());
    }

    @Test
    void a_header_that_promises_more_than_there_is_is_not_believed() throws Exception {
        var wave = WavFile.of(WavFile.tones("*.*", 440, 0.5));
        Arrays.fill(wave, 40, 44, (byte) 0x7f);
        assertThat(SpeechFile.of(file(wave)).length()).isEqualTo(Duration.ofMillis(400));
    }

    @Test
    void what_is_no_speech_is_refused() throws Exception {
        var wave = WavFile.of(WavFile.tones("*", 440, 0.5));
        for (int length : new int[] {0, 4, 20, 43}) {
            assertThatThrownBy(() -> SpeechFile.of(file(Arrays.copyOf(wave, length))))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("spoken.wav: is not a WAV file of 16 bit samples in one channel");
        }
        wave[22] = 2;
        assertThatThrownBy(() -> SpeechFile.of(file(wave))).isInstanceOf(UserError.class);
    }
}
