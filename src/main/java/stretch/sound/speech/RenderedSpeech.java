package stretch.sound.speech;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import stretch.os.AtomicFile;
import stretch.os.process.ProcessRunner;

/**
 * Utterances as samples, each rendered once, in a file that has no name: however the program ends, nothing is left
 * behind.
 */
public final class RenderedSpeech implements AutoCloseable {
    private final Speaker speaker;
    private final ProcessRunner processes;
    private final FileChannel channel;
    private final Map<String, Utterance> utterances = new HashMap<>();

    /** Makes room for what this speaker says. */
    public RenderedSpeech(Speaker speaker, ProcessRunner processes) {
        this.speaker = speaker;
        this.processes = processes;
        this.channel = open();
    }

    /**
     * Where the samples of an utterance are.
     *
     * @param at where they begin in the file, in bytes
     * @param length how many there are
     */
    public record Utterance(long at, int length) {}

    private static FileChannel open() {
        var file = temporary();
        try {
            return FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw AtomicFile.failure(file, e);
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempFile("stretch", ".wav");
        } catch (IOException e) {
            throw AtomicFile.failure(Path.of("the folder for temporary files"), e);
        }
    }

    public Utterance of(String text) {
        var known = utterances.get(text);
        if (known != null) {
            return known;
        }
        var file = temporary();
        try {
            var samples = speaker.write(processes, text, file).samples(WavFile.RATE);
            var said = new Utterance(channel.size(), samples.length);
            var bytes = ByteBuffer.allocate(WavFile.SAMPLE * samples.length).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asShortBuffer().put(samples);
            while (bytes.hasRemaining()) {
                channel.write(bytes, channel.size());
            }
            utterances.put(text, said);
            return said;
        } catch (IOException e) {
            throw AtomicFile.failure(file, e);
        } finally {
            delete(file);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw AtomicFile.failure(file, e);
        }
    }

    public short[] samples(Utterance utterance) throws IOException {
        var samples = new short[utterance.length()];
        SpeechFile.read(channel, utterance.at(), WavFile.SAMPLE * samples.length)
                .asShortBuffer()
                .get(samples);
        return samples;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
