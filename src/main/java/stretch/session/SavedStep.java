package stretch.session;

/**
 * The result of a step that is over and on disk. Only {@link SessionLoop} makes one, of what the {@link StepRecorder} gave it: so
 * nothing can be told as done that was not saved, on any channel.
 */
public final class SavedStep {
    private final Effect.Save save;
    private final boolean late;

    SavedStep(Effect.Save save, boolean late) {
        this.save = save;
        this.late = late;
    }

    public StepResult result() {
        return save.result();
    }

    /** Which of the steps it was. */
    public StepCount progress() {
        return save.progress();
    }

    /** What is said now; may be empty. */
    public String words() {
        return save.words();
    }

    /** Whether the same exercise follows on the other side. */
    public boolean otherSideNext() {
        return save.otherSideNext();
    }

    /** Whether it was refused at first, so that the session is somewhere else by now: a sound would mislead. */
    public boolean late() {
        return late;
    }
}
