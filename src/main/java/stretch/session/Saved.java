package stretch.session;

/**
 * The result of a step that is over and on disk. Only {@link Coach} makes one, of what the {@link Recorder} gave it: so
 * nothing can be told as done that was not saved, on any channel.
 */
public final class Saved {
    private final Effect.Save save;
    private final boolean late;

    Saved(Effect.Save save, boolean late) {
        this.save = save;
        this.late = late;
    }

    public Result result() {
        return save.result();
    }

    /** Which of the steps it was. */
    public Progress progress() {
        return save.progress();
    }

    /** What is said now; may be empty. */
    public String words() {
        return save.words();
    }

    /** Whether it was refused at first, so that the session is somewhere else by now: a sound would mislead. */
    public boolean late() {
        return late;
    }
}
