package stretch.session;

/** Where effects go: the record, the screen, the sound. Each listens to what concerns it. */
public interface EffectHandler {
    default void cued(Effect.Cued effect) {}

    /** A key led away from what is being said: it is not said to its end. */
    default void cutShort() {}

    default void replanned(Effect.Replanned effect) {}

    default void mute(Effect.Mute effect) {}

    /** A step is over, and on disk. */
    default void stepFinished(SavedStep step) {}

    default void pause(Effect.Pause effect) {}

    default void sessionEnded(Effect.SessionEnded effect) {}

    /** The farewell is over: whatever still goes on ends now. */
    default void shutDown() {}

    /** Called some ten times a second for what has to happen a moment later; says whether more is to come. */
    default boolean tick() {
        return false;
    }
}
