package stretch.session;

/** Where effects go: the record, the screen, the sound. Each listens to what concerns it. */
public interface Outlet {
    default void ready(Effect.Ready effect) {}

    default void start(Effect.Start effect) {}

    default void beat(Effect.Beat effect) {}

    default void halfWay(Effect.HalfWay effect) {}

    default void count(Effect.Count effect) {}

    default void enough(Effect.Enough effect) {}

    default void hurt(Effect.Hurt effect) {}

    default void replanned(Effect.Replanned effect) {}

    default void mute(Effect.Mute effect) {}

    default void save(Effect.Save effect) {}

    default void over(Effect.Over effect) {}

    default void pause(Effect.Pause effect) {}

    default void end(Effect.End effect) {}

    /** The farewell is over: whatever still goes on ends now. */
    default void leave() {}

    /** Called some ten times a second for what has to happen a moment later; says whether more is to come. */
    default boolean tick() {
        return false;
    }
}
