package stretch.screen;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import stretch.figure.Layout;
import stretch.screen.canvas.Canvas;
import stretch.session.Session;
import stretch.session.plan.Step;
import stretch.session.script.Cue;

/** Draws a session; the same session on the same screen always gives the same picture. */
public final class SessionScreen {
    /** The figures seen so far, by exercise and side: where their arrows go is a long search. */
    private final Map<String, Optional<Layout>> figures = new HashMap<>();

    /**
     * Draws a session on an empty canvas.
     *
     * @param farewell what to say at the end, beside what was done
     * @param notice what to say beside the session, or nothing
     */
    public void draw(Session session, Canvas canvas, Farewell farewell, String notice) {
        if (session.ending().isPresent()) {
            new EndPicture(session, canvas, farewell).paint();
        } else {
            new StagePicture(session, canvas, notice, this::figure).paint();
        }
    }

    private Optional<Layout> figure(Step step) {
        return figures.computeIfAbsent(
                step.label(), label -> step.exercise().figure().map(it -> new Layout(it, step.side())));
    }

    /**
     * Whether two moments of a session give the same picture on the same screen. All that is told in time is told in
     * whole seconds, apart from what moves.
     */
    public static boolean same(Session one, Session other) {
        return sameButForMotion(one, other) && isWithin(new SessionText(one).grain(), one, other);
    }

    /** How long the picture of a session that goes on stays the same, in nanoseconds, if nothing is said anew. */
    public static long unchanged(Session session) {
        long grain = new SessionText(session).grain().toNanos();
        return grain - session.attempt().elapsed() % grain;
    }

    /** Whether the two pictures differ in nothing but the place of what moves. */
    public static boolean sameButForMotion(Session one, Session other) {
        return isWithin(SessionText.SECOND, one, other)
                && one.atElapsed(other.attempt().elapsed()).equals(other)
                && line(one).equals(line(other));
    }

    private static boolean isWithin(Duration grain, Session one, Session other) {
        return one.attempt().elapsed() / grain.toNanos() == other.attempt().elapsed() / grain.toNanos();
    }

    private static Optional<Cue> line(Session session) {
        return new SessionText(session).cue();
    }
}
