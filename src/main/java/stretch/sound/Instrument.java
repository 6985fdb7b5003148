package stretch.sound;

/** What cues are played on. */
public interface Instrument {
    /** Plays a cue, after whatever is still playing. */
    void play(BellPattern cue);

    /** Silence at once. */
    default void stop() {}

    /** The end: what still plays is stopped, and nothing is left behind. */
    default void close() {}

    /** Called ten times a second; says whether something still plays. */
    boolean tick();
}
