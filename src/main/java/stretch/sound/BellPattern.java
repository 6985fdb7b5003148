package stretch.sound;

import stretch.sound.speech.WavFile;

/**
 * The moments of a session that can be heard: on the bell told apart by number and rhythm, as tones by pitch as well. Of
 * those that come at once, only the first in this order is heard.
 *
 * <p>Quick bells say where the session is; slow ones are heard within the work.
 */
public enum BellPattern {
    ROUTINE_DONE("*.*.*...*.*.*", 1319, false),
    /** In place of {@link #STEP_DONE}, so that it is known at once that the same exercise goes on. */
    CHANGE_SIDES("*.*...*.*", 1175, false),
    STEP_DONE("*.*.*", 1047, false),
    /** A rest begins, after what was done is told. */
    REST("*...*.*", 523, false),
    /** The first exercise; another one where the one before was not done. */
    GET_READY("*.*.*.*.*", 784, false),
    START("*", 880, false),
    HALF_WAY("*.*", 988, false),
    /** Each further repetition. */
    REPETITION("*...*", 659, false),
    /** The end of a hold is near. */
    WARNING("*...*...*", 587, false),
    /** A second is counted, before the start and before the end. */
    TICK("*", 1760, true),
    /** A further phase of a repetition. */
    PHASE("*", 440, true);

    private static final double SOFTNESS = 0.3;

    private final String rhythm;
    private final int hertz;
    private final boolean soft;

    BellPattern(String rhythm, int hertz, boolean soft) {
        this.rhythm = rhythm;
        this.hertz = hertz;
        this.soft = soft;
    }

    /** A star for each bell, a dot for each tenth of a second of silence. */
    String rhythm() {
        return rhythm;
    }

    int hertz() {
        return hertz;
    }

    /** Its samples as tones; {@code loudness} is that of those that are not soft, from 0 to 1. */
    short[] tones(double loudness) {
        return WavFile.tones(rhythm, hertz, soft ? loudness * SOFTNESS : loudness);
    }

    /** Whether it is so soft that it disturbs nobody; the terminal's bell, which has one loudness, leaves it out. */
    boolean isSoft() {
        return soft;
    }
}
