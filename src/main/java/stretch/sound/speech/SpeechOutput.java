package stretch.sound.speech;

/** What gives the voice its sound. */
public interface SpeechOutput {
    /** Says this after what it is saying. */
    void say(String text);

    /** Ends what it says, and forgets what waits. */
    default void stop() {}

    default void close() {}

    default boolean isSpeaking() {
        return false;
    }

    default boolean failed() {
        return false;
    }
}
