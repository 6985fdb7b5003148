package stretch.sound;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Consumer;
import stretch.sound.speech.WavFile;

/**
 * What is heard of a whole session in which no key is pressed: each sound at its moment.
 *
 * @param length how many samples it has
 */
public record SoundTrack(List<Clip> clips, long length) {
    /** Mixed at a time: whatever the length, no more of it is in memory. */
    private static final int BLOCK = WavFile.RATE;

    /** Silence at the end, so that a player does not cut the last word. */
    private static final int TAIL = WavFile.RATE / 2;

    /**
     * A sound at its moment.
     *
     * @param start in samples from the beginning
     * @param length in samples
     * @param text what is said; empty for tones
     */
    record Clip(long start, int length, String text, Samples samples) {
        long end() {
            return start + length;
        }
    }

    /** Gives the samples of a clip when it is its turn. */
    interface Samples {
        short[] read() throws IOException;
    }

    public SoundTrack {
        clips = clips.stream().sorted(Comparator.comparing(Clip::start)).toList();
    }

    /** These sounds, as far as {@code end} or to the end of the last of them. */
    static SoundTrack of(List<Clip> clips, Duration end) {
        long length = clips.stream().mapToLong(Clip::end).max().orElse(0);
        return new SoundTrack(clips, Math.max(length, samples(end)) + TAIL);
    }

    static long samples(Duration time) {
        return time.toSeconds() * WavFile.RATE + (long) time.toNanosPart() * WavFile.RATE / 1_000_000_000;
    }

    static Duration time(long samples) {
        return Duration.ofSeconds(samples / WavFile.RATE)
                .plusNanos(samples % WavFile.RATE * 1_000_000_000L / WavFile.RATE);
    }

    public Duration duration() {
        return time(length);
    }

    public boolean fits() {
        return length <= WavFile.MOST_SAMPLES;
    }

    /**
     * Writes it as a WAV file.
     *
     * @param written told now and then how much of it is there
     */
    public void write(OutputStream out, Consumer<Duration> written) throws IOException {
        out.write(WavFile.header(length));
        int next = 0;
        var playing = new IdentityHashMap<Clip, short[]>();
        for (long at = 0; at < length; at += BLOCK) {
            var mix = new int[(int) Math.min(BLOCK, length - at)];
            long end = at + mix.length;
            for (; next < clips.size() && clips.get(next).start() < end; next++) {
                playing.put(clips.get(next), clips.get(next).samples().read());
            }
            for (var sound : playing.entrySet()) {
                add(sound.getValue(), mix, sound.getKey().start() - at);
            }
            playing.keySet().removeIf(clip -> clip.end() <= end);
            out.write(bytes(mix));
            written.accept(Duration.ofSeconds(end / WavFile.RATE));
        }
    }

    /** Adds what falls into the mix of samples that begin so far after the beginning of it, or before. */
    private static void add(short[] samples, int[] mix, long after) {
        int from = (int) Math.max(0, -after);
        int to = (int) Math.min(samples.length, mix.length - after);
        for (int i = from; i < to; i++) {
            mix[(int) (after + i)] += samples[i];
        }
    }

    private static byte[] bytes(int[] mix) {
        var bytes = ByteBuffer.allocate(WavFile.SAMPLE * mix.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int sample : mix) {
            bytes.putShort((short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, sample)));
        }
        return bytes.array();
    }
}
