package stretch.sound;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A WAV file: 16 bit, mono, 22,050 samples a second. */
final class WavFile {
    private static final int RATE = 22_050;
    private static final int HEADER = 44;

    /** A tick of a rhythm lasts a tenth of a second, as on the bell. */
    private static final int TICK = RATE / 10;

    private WavFile() {}

    /**
     * A tone for each star of a rhythm, and a tenth of a second of silence for each dot.
     *
     * @param hertz its pitch
     * @param loudness 0 to 1
     */
    static byte[] of(String rhythm, double hertz, double loudness) {
        int samples = rhythm.length() * TICK + TICK;
        var bytes = ByteBuffer.allocate(HEADER + 2 * samples).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(ascii("RIFF")).putInt(HEADER - 8 + 2 * samples).put(ascii("WAVE"));
        bytes.put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) 1);
        bytes.putInt(RATE).putInt(2 * RATE).putShort((short) 2).putShort((short) 16);
        bytes.put(ascii("data")).putInt(2 * samples);
        for (int i = 0; i < samples; i++) {
            int tick = i / TICK;
            boolean sounds = tick < rhythm.length() && rhythm.charAt(tick) == '*';
            // It begins and ends in silence, or it would click.
            double swell = Math.sin(Math.PI * (i % TICK) / TICK);
            double wave = sounds ? Math.sin(2 * Math.PI * hertz * i / RATE) * swell * loudness : 0;
            bytes.putShort((short) (wave * Short.MAX_VALUE));
        }
        return bytes.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
