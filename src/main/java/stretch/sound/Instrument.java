package stretch.sound;

/** What cues are played on. */
public interface Instrument {
    /** Plays a cue, after whatever is still playing. */
    void play(BellPattern cue);

    /** A phase of a repetition begins: a sound so soft that it does not count as a cue, or none. */
    default void beat() {}

    /** Silence at once. */
    void stop();

    /** The end: what still plays is stopped, and nothing is left behind. */
    default void close() {}

    /** Called ten times a second; says whether something still plays. */
    boolean tick();
}
