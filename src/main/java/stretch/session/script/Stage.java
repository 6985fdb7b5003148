package stretch.session.script;

import stretch.text.Named;

/** What a step consists of, and what may come in between. */
public enum Stage implements Named {
    /** Between sets and rounds: nothing is done. */
    REST,
    /** Getting into place: the name, the side, which leg goes where. */
    SET_UP,
    /** The way into the stretch; of repetitions and breaths, the first one, led. */
    ENTER,
    /** The dose; the clock runs only here. */
    WORK,
    /** After a pause: into the position again, then on with the work. */
    RETURN,
    /** It hurt: nothing goes on without a key. */
    STOP;

    /** Whether it comes before the work, so that nothing of it counts as practice. */
    public boolean isPreparation() {
        return this == SET_UP || this == ENTER;
    }
}
