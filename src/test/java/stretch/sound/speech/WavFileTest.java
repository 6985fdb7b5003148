package stretch.sound.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;

class WavFileTest {
    @Test
    void is_read_by_others_and_sounds_where_the_rhythm_has_stars() throws Exception {
        var bytes = WavFile.of(WavFile.tones("*.*", 440, 0.5));
        try (var audio = AudioSystem.getAudioInputStream(new ByteArrayInputStream(bytes))) {
            assertThat(audio.getFormat().getSampleRate()).isEqualTo(22_050);
            assertThat(audio.getFormat().getChannels()).isEqualTo(1);
            assertThat(audio.getFormat().getSampleSizeInBits()).isEqualTo(16);
            assertThat(audio.getFrameLength()).isEqualTo(4 * 2205);
            var samples = audio.readAllBytes();
            assertThat(loudest(samples, 0)).isGreaterThan(12_000);
            assertThat(loudest(samples, 1)).isZero();
            assertThat(loudest(samples, 2)).isGreaterThan(12_000);
            assertThat(loudest(samples, 3)).isZero();
        }
    }

    private static int loudest(byte[] samples, int tick) {
        int loudest = 0;
        for (int i = tick * 2205; i < (tick + 1) * 2205; i++) {
            int sample = (short) ((samples[2 * i] & 0xff) | (samples[2 * i + 1] << 8));
            loudest = Math.max(loudest, Math.abs(sample));
        }
        return loudest;
    }
}
