package stretch.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import stretch.catalogue.exercise.Side;
import stretch.session.SamplePlans;
import stretch.session.plan.Plan;
import stretch.session.script.Script;
import stretch.sound.speech.WavFile;

/** A session as a sound file. */
class SoundTrackTest {
    private static final Plan PLAN =
            SamplePlans.plan(SamplePlans.exercise("calf", SamplePlans.hold(30), Side.RIGHT, Side.LEFT));

    private static short[] samples(SoundTrack track) throws Exception {
        var out = new ByteArrayOutputStream();
        track.write(out, done -> {});
        try (var audio = AudioSystem.getAudioInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            assertThat(audio.getFormat().getSampleRate()).isEqualTo(22_050);
            assertThat(audio.getFrameLength()).isEqualTo(track.length());
            var samples = new short[(int) track.length()];
            ByteBuffer.wrap(audio.readAllBytes())
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asShortBuffer()
                    .get(samples);
            return samples;
        }
    }

    private static SoundTrack.Clip clip(long start, int... samples) {
        var all = new short[samples.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = (short) samples[i];
        }
        return new SoundTrack.Clip(start, all.length, "", () -> all);
    }

    @Test
    void sounds_at_once_are_added_and_never_wrap_around() throws Exception {
        var mixed = samples(new SoundTrack(List.of(clip(2, 30_000, 5), clip(1, 7, 30_000, -9)), 5));
        assertThat(mixed).containsExactly((short) 0, (short) 7, Short.MAX_VALUE, (short) -4, (short) 0);
    }

    /** It is mixed a second at a time: at the seams nothing is lost and nothing is doubled. */
    @Test
    void a_sound_goes_on_from_one_second_into_the_next() throws Exception {
        var ramp = new int[50_000];
        for (int i = 0; i < ramp.length; i++) {
            ramp[i] = i % 1000;
        }
        var mixed = samples(new SoundTrack(List.of(clip(20_000, ramp)), 90_000));
        for (int i = 0; i < mixed.length; i++) {
            int expected = i < 20_000 || i >= 70_000 ? 0 : (i - 20_000) % 1000;
            assertThat((int) mixed[i]).as("sample %s", i).isEqualTo(expected);
        }
    }

    @Test
    void tones_come_at_the_moments_of_the_script() throws Exception {
        var track = SessionSounds.track(PLAN, Optional.empty());
        var length = Script.of(PLAN).length();
        var mixed = samples(track);
        assertThat(track.duration()).isBetween(length, length.plusSeconds(3));
        // Get ready, 3 s; START; half way; the change.
        for (int second : new int[] {0, 3, 18, 33, 35, 50, 65}) {
            assertThat(loudest(mixed, second)).as("at %s s", second).isGreaterThan(10_000);
        }
        for (int second : new int[] {5, 10, 20, 37, 45, 58}) {
            assertThat(loudest(mixed, second)).as("at %s s", second).isZero();
        }
    }

    private static int loudest(short[] samples, int second) {
        int loudest = 0;
        for (int i = second * 22_050; i < second * 22_050 + 2_205; i++) {
            loudest = Math.max(loudest, Math.abs(samples[i]));
        }
        return loudest;
    }

    @Test
    void what_a_header_cannot_say_is_refused() {
        assertThat(new SoundTrack(List.of(), WavFile.MOST_SAMPLES).fits()).isTrue();
        assertThat(new SoundTrack(List.of(), WavFile.MOST_SAMPLES + 1).fits()).isFalse();
        assertThat(ByteBuffer.wrap(WavFile.header(WavFile.MOST_SAMPLES))
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .getInt(40))
                .isEqualTo((int) (2 * WavFile.MOST_SAMPLES));
    }

    @Test
    void progress_comes_to_the_end() throws Exception {
        var told = new ArrayList<Duration>();
        new SoundTrack(List.of(), 3 * 22_050).write(new ByteArrayOutputStream(), told::add);
        assertThat(told).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(3));
        assertThat(new SoundTrack(List.of(), 22_051).duration().toMillis()).isCloseTo(1000, within(1L));
    }
}
