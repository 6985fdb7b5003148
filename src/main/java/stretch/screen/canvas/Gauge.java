package stretch.screen.canvas;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import stretch.catalogue.exercise.Pace;
import stretch.session.Session;

/**
 * How high a repetition or a breath stands: it rises and sinks at the real pace.
 *
 * @param level from 0 to 1
 * @param arrow where the phase leads to; empty where it stays
 */
public record Gauge(double level, String arrow, boolean breath) {
    private static final Set<String> RISING = Set.of("up", "in", "lift", "rise", "raise");
    private static final Set<String> SINKING = Set.of("down", "out", "lower", "sink");
    private static final Set<String> STAYING = Set.of("hold", "stay", "pause", "rest");

    /** Wider than this it says no more, and each row that it rises has to be sent. */
    private static final int MOST = 20;

    /** Of a breath that is out, this much is still seen. */
    private static final double SMALLEST = 0.35;

    /** At a moment of the work. */
    public static Gauge of(Session session) {
        var repPhase = session.repPhase();
        var phases = session.step().pace().phases();
        double from = end(phases, (repPhase.index() + phases.size() - 1) % phases.size());
        double to = end(phases, repPhase.index());
        double part = Math.min(1, repPhase.fraction(session.attempt().work()));
        var name = key(repPhase.phase());
        boolean known = RISING.contains(name) || SINKING.contains(name);
        return new Gauge(
                from + (to - from) * part,
                from == to ? "" : !known ? "↔" : to > from ? "↑" : "↓",
                session.step().isBreath());
    }

    /** Where a phase ends; one whose name says nothing of that leads back from where the one before it ended. */
    private static double end(List<Pace.Phase> phases, int last) {
        double level = 0;
        for (var phase : phases.subList(0, last + 1)) {
            var name = key(phase);
            level = RISING.contains(name) ? 1 : SINKING.contains(name) ? 0 : STAYING.contains(name) ? level : 1 - level;
        }
        return level;
    }

    private static String key(Pace.Phase phase) {
        return phase.name().toLowerCase(Locale.ROOT);
    }

    /** How many columns it takes beside so many rows. */
    public int columns(int rows) {
        return breath ? 2 * rows : Math.max(8, Math.min(MOST, rows * 4 / 3 / 2 * 2));
    }

    /** A block between two rails, or a circle that swells; outlined where the clock does not run. */
    public void paint(Canvas canvas, Rect rect, TextStyle style) {
        if (breath) {
            circle(canvas, rect, style);
            return;
        }
        var rail = canvas.either("┃", "|");
        canvas.fill(rect.first(1), rail, style);
        canvas.fill(rect.from(rect.columns() - 1), rail, style);
        int high = Math.max(1, (int) Math.round(level * rect.rows()));
        canvas.fill(rect.inset(2, 0).below(rect.rows() - high), canvas.solid(), style);
    }

    private void circle(Canvas canvas, Rect rect, TextStyle style) {
        double most = rect.rows() / 2.0;
        double radius = most * (SMALLEST + (1 - SMALLEST) * level);
        for (int y = 0; y < rect.rows(); y++) {
            for (int x = 0; x < rect.columns(); x++) {
                double far = Math.hypot((x + 0.5 - rect.columns() / 2.0) / 2, y + 0.5 - most);
                if (far <= radius) {
                    canvas.put(rect.top() + y, rect.left() + x, canvas.solid(), style);
                } else if (far <= most && far > most - 1) {
                    canvas.put(rect.top() + y, rect.left() + x, canvas.either("·", "."), style);
                }
            }
        }
    }
}
