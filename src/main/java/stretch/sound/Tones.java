package stretch.sound;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import stretch.os.AtomicFile;
import stretch.sound.speech.ProcessStarter;
import stretch.sound.speech.WavFile;

/** Short tones of our own making, in the rhythm of the cue, through the machine's sound player. */
public final class Tones implements Instrument {
    /** Programs that play a file, in order of preference. */
    public static final List<String> PLAYERS = List.of("paplay", "pw-play", "aplay", "afplay");

    /** The longest cue lasts under two seconds. */
    private static final long PATIENCE_MILLIS = 5_000;

    /** Of the samples' range. Our choice. */
    private static final double LOUDNESS = 0.5;

    private final Path folder;
    private final Player player;
    private final Instrument fallback;

    /**
     * Makes the tones.
     *
     * @param program where one of {@link #PLAYERS} was found
     * @param caches a folder for the tones, made when needed
     * @param otherwise what takes over if they cannot be played
     */
    public Tones(Path program, Path caches, ProcessStarter starter, Instrument otherwise, Consumer<String> report) {
        this.folder = caches.resolve("tones-2");
        this.fallback = otherwise;
        this.player = new Player(
                starter, name -> List.of(program.toString(), file(name).toString()), PATIENCE_MILLIS, report);
        try {
            AtomicFile.makeFolder(folder);
            for (var cue : BellPattern.values()) {
                write(cue.name(), WavFile.of(cue.tones(LOUDNESS)));
            }
        } catch (IOException e) {
            // The player will not find them, and say so.
        }
    }

    private Path file(String name) {
        return folder.resolve(name + ".wav");
    }

    private void write(String name, byte[] wave) throws IOException {
        var file = file(name);
        if (!Files.isReadable(file)) {
            AtomicFile.write(file, wave);
        }
    }

    @Override
    public void play(BellPattern cue) {
        if (player.failed()) {
            fallback.play(cue);
        } else if (!cue.isSoft() || !player.isPlaying()) {
            player.play(cue.name());
        }
    }

    @Override
    public void stop() {
        player.stop();
        fallback.stop();
    }

    @Override
    public void close() {
        player.close();
    }

    @Override
    public boolean tick() {
        boolean rings = fallback.tick();
        return rings || player.isPlaying();
    }
}
