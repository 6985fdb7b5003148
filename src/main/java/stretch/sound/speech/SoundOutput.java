package stretch.sound.speech;

/** What sounds one thing after the other. */
public interface SoundOutput {
    /** Plays a sound by its name, or says a text, after what sounds already. */
    void play(String what);

    /** Ends what sounds, and forgets what waits. */
    default void stop() {}

    default void close() {}

    default boolean isPlaying() {
        return false;
    }

    default boolean failed() {
        return false;
    }
}
