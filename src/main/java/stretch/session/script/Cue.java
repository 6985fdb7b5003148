package stretch.session.script;

import java.time.Duration;
import java.util.Comparator;
import stretch.text.Named;

/**
 * One moment of the script: what is to be said, shown and rung then.
 *
 * @param at from the start of its stage; of the work, from the start of its clock
 * @param text what is said and shown; empty where nothing is
 * @param length how long that takes to say, or to read where nobody speaks
 * @param number seconds that are left, the repetition that begins, or what is to be done in all; 0 where none is meant
 * @param phase the phase of the repetition that begins; empty for all else
 */
public record Cue(CueKind kind, Duration at, String text, Duration length, int number, String phase) {
    /** What it is for, which decides how it looks and sounds. */
    public enum CueKind implements Named {
        /** What the session will be. */
        OPENING,
        /** A rest begins, and the number is its seconds. */
        REST,
        /** The name of the next exercise, or the number of the next set of the same. */
        NAME,
        /** The same exercise on the other side. */
        CHANGE_SIDES,
        /** How to get into place. */
        SET_UP,
        /** How to get into the stretch. */
        ENTER,
        /** "Three, two, one", before the clock starts. */
        COUNT_IN,
        /** The clock starts, and the number is the dose; or, after a pause, it runs on. */
        START,
        /** What to mind while holding. */
        FORM,
        /** A phase of a repetition or breath begins. */
        PHASE,
        /** Half of a hold is over. */
        HALF_WAY,
        /** The low end of a dose is reached, and it goes on. */
        ENOUGH,
        /** The end of a hold is near. */
        WARNING,
        /** The last seconds of a hold or a rest. */
        COUNTDOWN,
        /** The answer to {@link stretch.session.Key#MORE}: what is left by now. */
        MORE,
        /** A step is over; told only once it is saved. */
        FINISHED,
        /** It hurt: what to do now. */
        STOP
    }

    public static final Comparator<Cue> BY_TIME = (one, other) -> one.at().compareTo(other.at());

    public Cue {
        if (at.isNegative() || length.isNegative()) {
            throw new IllegalArgumentException("not a moment: " + at + " " + length);
        }
    }

    Cue(CueKind kind, Duration at, String text, Duration length) {
        this(kind, at, text, length, 0, "");
    }

    /** When it has been said. */
    public Duration end() {
        return at.plus(length);
    }
}
