package stretch.screen;

import stretch.catalogue.exercise.DoseKind;
import stretch.catalogue.exercise.Side;
import stretch.screen.canvas.BigDigits;
import stretch.screen.canvas.BigDigits.Face;
import stretch.screen.canvas.Canvas;
import stretch.screen.canvas.Rect;
import stretch.screen.canvas.TextStyle;
import stretch.session.Session;
import stretch.session.script.Stage;

/** The edge of the screen on the side that works: it fills up while the stretch is entered, and drains while it is held. */
record Tank(Session session, TextStyle tone) {
    /** Outlined, with the side's letter cut out of what fills it. */
    void paint(Canvas canvas, Rect rect) {
        if (rect.columns() == 0) {
            return;
        }
        var inner = rect.inset(rect.columns() < 20 ? 1 : 2, 1);
        canvas.fill(rect, canvas.solid(), tone);
        canvas.fill(inner.upper(inner.rows() - filled(inner.rows())), " ", tone);
        var letter = session.step().side() == Side.LEFT ? "L" : "R";
        // Square blocks that touch no edge: a letter as high as the tank would not be one from afar.
        int room = inner.columns() - 2;
        int rows = Face.LARGE.rows() * Math.max(1, room / (2 * Face.LARGE.columns(letter)));
        var shown = BigDigits.fitting(Face.LARGE, letter, inner.first(room).upper(rows));
        if (!shown.fits()) {
            canvas.put(inner.top() + inner.rows() / 2, inner.left() + inner.columns() / 2, letter, tone);
            return;
        }
        int top = inner.top() + (inner.rows() - shown.rows()) / 2;
        int left = inner.left() + (inner.columns() - shown.columns()) / 2;
        var cells = shown.cells();
        for (int y = 0; y < cells.length; y++) {
            for (int x = 0; x < cells[y].length; x++) {
                if (cells[y][x]) {
                    boolean blank = canvas.isBlank(top + y, left + x);
                    canvas.put(top + y, left + x, blank ? canvas.solid() : " ", tone);
                }
            }
        }
    }

    /** How many of so many rows are full: while entering it fills up, while holding it empties. */
    private int filled(int rows) {
        boolean hold = session.step().kind() == DoseKind.HOLD;
        if (session.stage() == Stage.ENTER) {
            double length = Math.max(1, session.stageScript().length().toNanos());
            return (int) (session.attempt().elapsed() / length * rows);
        }
        if (hold && (session.stage() == Stage.WORK || session.stage() == Stage.RETURN)) {
            // By whole seconds, as the number: the picture changes no more often.
            double left = SessionText.secondsBegun(session.left());
            return (int) Math.ceil(left / session.attempt().target() * rows);
        }
        return 0;
    }
}
