package stretch.screen;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import stretch.catalogue.exercise.DoseKind;
import stretch.figure.Drawing;
import stretch.figure.Layout;
import stretch.figure.Pen;
import stretch.figure.Sketch;
import stretch.screen.canvas.Canvas;
import stretch.screen.canvas.Rect;
import stretch.screen.canvas.TextStyle;
import stretch.session.Session;
import stretch.session.plan.Step;

/**
 * The figure of an exercise in the pose of this moment.
 *
 * @param figures the figure of each exercise that has one
 */
record FigurePicture(
        Session session, SessionText text, Canvas canvas, TextStyle tone, Function<Step, Optional<Layout>> figures) {
    /** Larger than this a figure is not easier to read, only dearer to draw. */
    private static final int MOST_COLUMNS = 90;

    private static final int MOST_ROWS = 36;

    /** Whether one can be made out in a part of the screen. */
    static boolean fits(int columns, int rows) {
        return columns >= Drawing.LEAST_COLUMNS && rows >= Drawing.LEAST_ROWS;
    }

    /** In that one of these parts in which it is largest; returns whether there is one. */
    boolean largest(List<Rect> rects) {
        var sketch = figures.apply(session.step()).map(this::pose);
        var room = sketch.flatMap(it -> rects.stream()
                .filter(rect -> fits(rect.columns(), rect.rows()))
                .max((one, other) -> Double.compare(scale(it, one), scale(it, other))));
        room.ifPresent(rect -> draw(sketch.orElseThrow(), rect, false));
        return room.isPresent();
    }

    private static double scale(Sketch sketch, Rect rect) {
        return Math.min(
                2 * rect.columns() / sketch.box().width(),
                4 * rect.rows() / sketch.box().top());
    }

    private void draw(Sketch sketch, Rect rect, boolean dim) {
        int columns = Math.min(MOST_COLUMNS, rect.columns());
        int rows = Math.min(MOST_ROWS, rect.rows());
        int left = rect.left() + (rect.columns() - columns) / 2;
        int row = rect.bottom() - rows;
        for (var runs : new Drawing(sketch, columns, rows, canvas.unicode()).runs()) {
            int column = left;
            for (var run : runs) {
                canvas.put(row, column, run.text(), dim ? TextStyle.DIM : tone(run.pen()));
                column += run.text().length();
            }
            row++;
        }
    }

    private TextStyle tone(Pen pen) {
        return switch (pen) {
            case FLOOR, THING, FAR -> TextStyle.FAINT;
            case BODY -> TextStyle.PLAIN;
            case WORKING, ARROW -> tone;
        };
    }

    /**
     * Getting ready for a hold shows the way in, over and over; a hold stays in its last frame. Repetitions are begun in
     * the first frame, and each phase, led or not, leads to the next.
     */
    private Sketch pose(Layout figure) {
        int last = session.step().exercise().figure().orElseThrow().frames().size() - 1;
        if (text.works() && text.counts()) {
            var repPhase = session.repPhase();
            double part = eased(repPhase.fraction(session.attempt().work()));
            return Sketch.of(figure, repPhase.index(), repPhase.index() + 1, part);
        }
        if (session.step().kind() != DoseKind.HOLD) {
            return led(figure);
        }
        if (!session.stage().isPreparation() || last == 0) {
            return Sketch.of(figure, last, last, 0);
        }
        // One second to move and one to look, for each move; out of a hold nothing leads back but a cut.
        double at = session.attempt().elapsed() / 2e9;
        int from = (int) at % last;
        return Sketch.of(figure, from, from + 1, eased(Math.min(1, (at - (int) at) * 2)));
    }

    /** The phase that is being led, else the pose in which repetitions begin. */
    private Sketch led(Layout figure) {
        var phases = session.step().pace().phases();
        var cue = text.cue().filter(it -> text.led().isPresent());
        for (int i = 0; i < phases.size(); i++) {
            if (cue.isPresent() && phases.get(i).name().equals(cue.get().phase())) {
                double since = session.attempt().elapsed() - cue.get().at().toNanos();
                double part =
                        Math.min(1, Math.max(0, since / phases.get(i).length().toNanos()));
                return Sketch.of(figure, i, i + 1, eased(part));
            }
        }
        return Sketch.of(figure, 0, 0, 0);
    }

    /** Movements of a body begin and end gently. */
    private static double eased(double part) {
        return part * part * (3 - 2 * part);
    }

    /** The next exercise as it begins, stepping back behind the rest. */
    void next(Rect rect) {
        if (rect.columns() >= Drawing.LEAST_COLUMNS) {
            session.following().flatMap(figures).ifPresent(it -> draw(Sketch.of(it, 0, 0, 0), rect, true));
        }
    }
}
