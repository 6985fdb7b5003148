package stretch.screen;

import java.util.List;
import java.util.Optional;
import stretch.screen.canvas.BigDigits;
import stretch.screen.canvas.BigDigits.Face;
import stretch.screen.canvas.BigDigits.Fill;
import stretch.screen.canvas.Canvas;
import stretch.screen.canvas.Gauge;
import stretch.screen.canvas.Rect;
import stretch.screen.canvas.TextStyle;
import stretch.session.Session;

/** The middle of a step: its number, with the gauge of its repetitions while they run, and room for the figure beside it. */
record BodyPicture(Session session, SessionText text, Canvas canvas, TextStyle tone, ScreenLayout layout) {
    /** So much of the width the number may take where a figure stands beside it. */
    private static final double NUMBER = 0.62;

    /**
     * Paints all but the figure; returns the parts that are left for that.
     *
     * @param wordColumns how many columns the word above it takes
     */
    List<Rect> paint(int wordColumns) {
        var rect = text.works() ? layout.openBody() : layout.body();
        var gauge = text.works() && text.counts() ? gauge(rect) : Optional.<Rect>empty();
        var taken = gauge.orElseGet(() -> number(rect));
        var beside = rect.from(taken.columns() == 0 ? 0 : taken.columns() + LargeText.GAP);
        var under = gauge.isPresent() ? Rect.NONE : rect.below(taken.rows() + 1);
        int left = Math.max(taken.columns(), wordColumns) + LargeText.GAP;
        var tall = session.paused()
                ? Rect.NONE
                : rect.from(left).between(layout.word().top(), rect.bottom());
        return List.of(beside, under, tall);
    }

    /** As large as leaves room for a figure; returns the part that it takes. */
    private Rect number(Rect rect) {
        int half = (int) (rect.columns() * NUMBER);
        boolean shared = FigurePicture.fits(rect.columns() - half, rect.rows());
        int columns = shared ? half : rect.columns();
        var widest = BigDigits.fitting(text.widest(), rect.first(columns));
        if (widest.fits()) {
            var fill = text.works() ? Fill.SOLID : Fill.HOLLOW;
            var style = text.works() ? tone : TextStyle.STRONG;
            widest.with(text.number()).paint(canvas, rect.top(), rect.left(), fill, style);
            return rect.first(widest.columns()).upper(widest.rows());
        }
        if (layout.rung().foot() == 0) {
            canvas.line(rect, 0, text.amount(), TextStyle.STRONG);
        }
        return rect.first(0).upper(1);
    }

    /** The gauge, its arrow, which repetition runs and the pips; returns the part that they take, if there is room. */
    private Optional<Rect> gauge(Rect rect) {
        boolean pips = rect.rows() > Face.SMALL.rows();
        var rows = rect.upper(rect.rows() - (pips ? 1 : 0));
        var gauge = Gauge.of(session);
        var place = rows.first(gauge.columns(rows.rows()));
        boolean stacked = !gauge.breath() && rows.rows() > 2 * Face.SMALL.rows();
        var beside = rows.from(place.columns() + LargeText.GAP).first(place.columns());
        var half = stacked ? (rows.rows() - 1) / 2 : rows.rows();
        var widest = BigDigits.fitting(text.widest(), beside.upper(half));
        if (!widest.fits() || layout.rung().word() == 0) {
            return Optional.empty();
        }
        gauge.paint(canvas, place, tone);
        int wide = widest.columns();
        if (stacked) {
            // As wide as any, so that the number below it does not move.
            var arrow = BigDigits.fitting(Face.SMALL, gauge.arrow().equals("↔") ? "↔" : "↑", beside.upper(half));
            arrow.with(gauge.arrow()).paint(canvas, rows.top(), beside.left(), Fill.SOLID, tone);
            wide = Math.max(wide, arrow.columns());
        }
        int top = rows.bottom() - widest.rows();
        widest.with(text.number()).paint(canvas, top, beside.left(), Fill.SOLID, TextStyle.STRONG);
        if (pips) {
            pips(rect.below(rect.rows() - 1));
        }
        return Optional.of(rows.first(place.columns() + LargeText.GAP + wide));
    }

    /** One for each repetition: done, running, to come. */
    private void pips(Rect rect) {
        int target = session.attempt().target();
        int wide = (rect.columns() + 1) / target - 1;
        for (int i = 0; i < target && wide >= 1; i++) {
            int at = Integer.compare(i + 1, text.repetition());
            var glyph = at < 0 ? canvas.solid() : at == 0 ? canvas.either("▒", "=") : canvas.either("░", ".");
            int columns = Math.min(3, wide);
            canvas.fill(rect.from(i * (columns + 1)).first(columns), glyph, at > 0 ? TextStyle.DIM : TextStyle.STRONG);
        }
    }
}
