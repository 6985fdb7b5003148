package stretch.sound.speech;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import stretch.os.AtomicFile;
import stretch.os.ExitCode;
import stretch.os.UserError;

/**
 * An utterance in a WAV file of 16 bit samples in one channel.
 *
 * @param rate samples a second
 * @param start where the samples begin in the file, in bytes
 * @param bytes how many bytes of samples there are
 */
public record SpeechFile(Path file, int rate, long start, long bytes) {
    private static final int CHUNK_HEADER = 8;
    private static final int FORM_HEADER = 12;

    /** Reads the header of a file. */
    static SpeechFile of(Path file) {
        try (var channel = FileChannel.open(file)) {
            var form = read(channel, 0, FORM_HEADER);
            if (!text(form).equals("RIFF") || !text(form.position(CHUNK_HEADER)).equals("WAVE")) {
                throw notSpeech(file);
            }
            int rate = 0;
            for (long at = FORM_HEADER; ; ) {
                var header = read(channel, at, CHUNK_HEADER);
                var name = text(header);
                long length = Integer.toUnsignedLong(header.getInt());
                at += CHUNK_HEADER;
                if (name.equals("fmt ")) {
                    rate = rate(read(channel, at, 16));
                } else if (name.equals("data") && rate > 0) {
                    // Written to a pipe, the header may not know the length: what is there counts.
                    long bytes = Math.min(length, channel.size() - at);
                    return new SpeechFile(file, rate, at, bytes - bytes % WavFile.SAMPLE);
                } else if (name.equals("data")) {
                    throw notSpeech(file);
                }
                at += length + length % 2;
            }
        } catch (BufferUnderflowException e) {
            throw notSpeech(file);
        } catch (IOException e) {
            throw AtomicFile.failure(file, e);
        }
    }

    /** The rate of plain 16 bit samples in one channel; 0 for anything else. */
    private static int rate(ByteBuffer format) {
        int kind = format.getShort();
        int channels = format.getShort();
        int rate = format.getInt();
        int bits = format.getShort(14);
        // WAVE_FORMAT_PCM, or WAVE_FORMAT_EXTENSIBLE, which Apple's tools write.
        return (kind == 1 || kind == (short) 0xFFFE) && channels == 1 && bits == 16 ? rate : 0;
    }

    private static UserError notSpeech(Path file) {
        return new UserError(ExitCode.UNUSABLE, file + ": is not a WAV file of 16 bit samples in one channel");
    }

    /** So many bytes of a file, from there on. */
    static ByteBuffer read(FileChannel channel, long at, int length) throws IOException {
        var bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining() && channel.read(bytes, at + bytes.position()) >= 0) {
            // Until it is all there.
        }
        if (bytes.hasRemaining()) {
            throw new BufferUnderflowException();
        }
        return bytes.flip();
    }

    private static String text(ByteBuffer from) {
        var name = new byte[4];
        from.get(name);
        return new String(name, StandardCharsets.US_ASCII);
    }

    /** Its samples at another rate, on the straight lines between those that it has. */
    short[] samples(int wanted) throws IOException {
        var all = new short[(int) (bytes / WavFile.SAMPLE)];
        try (var channel = FileChannel.open(file)) {
            read(channel, start, (int) bytes).asShortBuffer().get(all);
        }
        if (wanted == rate) {
            return all;
        }
        var resampled = new short[(int) ((long) all.length * wanted / rate)];
        for (int i = 0; i < resampled.length; i++) {
            double place = (double) i * rate / wanted;
            int before = (int) place;
            int after = Math.min(before + 1, all.length - 1);
            resampled[i] = (short) Math.round(all[before] + (all[after] - all[before]) * (place - before));
        }
        return resampled;
    }

    public Duration length() {
        return Duration.ofNanos(bytes / WavFile.SAMPLE * 1_000_000_000L / rate);
    }
}
