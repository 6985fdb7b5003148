package stretch.sound.speech;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A WAV file: 16 bit, mono, 22,050 samples a second, which is what espeak-ng speaks. */
public final class WavFile {
    public static final int RATE = 22_050;
    public static final int SAMPLE = 2;

    /** What the lengths in its header can say: four gigabytes, twenty-seven hours. */
    public static final long MOST_SAMPLES = (0xFFFF_FFFFL - WavFile.HEADER) / SAMPLE;

    private static final int HEADER = 44;

    /** A tick of a rhythm lasts a tenth of a second, as on the bell. */
    private static final int TICK = RATE / 10;

    private WavFile() {}

    /** What stands before so many samples. */
    public static byte[] header(long samples) {
        if (samples > MOST_SAMPLES) {
            throw new IllegalArgumentException("too long: " + samples);
        }
        int bytes = (int) (SAMPLE * samples);
        var header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
        header.put(ascii("RIFF")).putInt(HEADER - 8 + bytes).put(ascii("WAVE"));
        header.put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) 1);
        header.putInt(RATE).putInt(SAMPLE * RATE).putShort((short) SAMPLE).putShort((short) (8 * SAMPLE));
        header.put(ascii("data")).putInt(bytes);
        return header.array();
    }

    /**
     * A tone for each star of a rhythm, and a tenth of a second of silence for each dot.
     *
     * @param hertz its pitch
     * @param loudness 0 to 1
     */
    public static short[] tones(String rhythm, double hertz, double loudness) {
        var samples = new short[rhythm.length() * TICK + TICK];
        for (int i = 0; i < samples.length; i++) {
            int tick = i / TICK;
            boolean sounds = tick < rhythm.length() && rhythm.charAt(tick) == '*';
            // It begins and ends in silence, or it would click.
            double swell = Math.sin(Math.PI * (i % TICK) / TICK);
            double wave = sounds ? Math.sin(2 * Math.PI * hertz * i / RATE) * swell * loudness : 0;
            samples[i] = (short) (wave * Short.MAX_VALUE);
        }
        return samples;
    }

    /** A whole file of these samples. */
    public static byte[] of(short[] samples) {
        var file = ByteBuffer.allocate(HEADER + SAMPLE * samples.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put(header(samples.length)).asShortBuffer().put(samples);
        return file.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
