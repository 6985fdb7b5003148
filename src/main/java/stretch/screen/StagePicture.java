package stretch.screen;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import stretch.catalogue.exercise.DoseKind;
import stretch.catalogue.exercise.Side;
import stretch.figure.Drawing;
import stretch.figure.Layout;
import stretch.screen.canvas.BigDigits;
import stretch.screen.canvas.BigDigits.Face;
import stretch.screen.canvas.BigDigits.Fill;
import stretch.screen.canvas.Canvas;
import stretch.screen.canvas.Gauge;
import stretch.screen.canvas.Rect;
import stretch.screen.canvas.TextStyle;
import stretch.session.Key;
import stretch.session.Session;
import stretch.session.Session.Overlay;
import stretch.session.plan.Step;
import stretch.session.script.Stage;
import stretch.text.DisplayWidth;

/** One moment of a session that runs: its phase by shape, its side by the tank on that side's edge. */
final class StagePicture {
    /** So much of the width the number may take where a figure stands beside it. */
    private static final double NUMBER = 0.62;

    /** Between a number and what stands beside it. */
    private static final int GAP = 2;

    /** Columns of a letter of double height, and its rows with the air below it. */
    private static final int HALF_LETTER = 3;

    private static final String CAUTIONS = "stretch cautions";

    private final Session session;
    private final SessionText text;
    private final Function<Step, Optional<Layout>> figures;
    private final Canvas canvas;
    private final ScreenLayout layout;
    private final TextStyle tone;
    private final Tank tank;
    private final FigurePicture figure;
    private final Footer footer;

    StagePicture(Session session, Canvas canvas, String notice, Function<Step, Optional<Layout>> figures) {
        this.session = session;
        this.canvas = canvas;
        this.figures = figures;
        text = new SessionText(session);
        layout = ScreenLayout.of(canvas.columns(), canvas.rows(), floods() ? Side.BOTH : side());
        tone = TextStyle.of(side());
        tank = new Tank(session, tone);
        figure = new FigurePicture(session, text, canvas, tone);
        footer = new Footer(session, text, canvas, tone, notice);
    }

    void paint() {
        if (session.overlay() == Overlay.KEYS) {
            keys();
        } else if (session.stage() == Stage.STOP) {
            stop();
        } else if (rests()) {
            rest();
        } else if (floods()) {
            change();
        } else {
            step();
        }
    }

    private Side side() {
        return session.step().side();
    }

    private boolean works() {
        return session.stage() == Stage.WORK;
    }

    private boolean rests() {
        return session.stage() == Stage.REST && !session.paused();
    }

    /** Whether the phase has the whole screen in its colour. */
    private boolean floods() {
        return session.overlay() != Overlay.KEYS
                && (session.stage() == Stage.STOP || rests() || (text.changing() && !session.paused()));
    }

    private void step() {
        tank.paint(canvas, layout.tank());
        if (text.countsIn() && !session.paused() && layout.foot().rows() > 0) {
            count();
        } else {
            word(layout.word());
            body(works() ? layout.openBody() : layout.body());
        }
        if (!cue()) {
            thumbnail();
        }
        footer.paint(layout);
        if (session.paused()) {
            pause();
        } else if (text.ends()) {
            canvas.flood(layout.stage(), TextStyle.flood(side()));
        } else if (!works()) {
            frame(session.stage() == Stage.ENTER ? 1 : 2);
        }
    }

    /** "Three, two, one", over everything else on the stage. */
    private void count() {
        var rect = layout.body().between(layout.word().top(), layout.body().bottom());
        large(rect, text.number(), Fill.HOLLOW, TextStyle.STRONG);
    }

    /** In the middle of a part, in the larger face if that fits. */
    private void large(Rect rect, String words, Fill fill, TextStyle style) {
        large(rect, words, words, fill, style);
    }

    /** The same, with other words where there is no room for blocks. */
    private void large(Rect rect, String words, String otherwise, Fill fill, TextStyle style) {
        var shown = BigDigits.fitting(words, rect);
        if (shown.fits()) {
            shown.paint(canvas, rect, fill, style);
        } else {
            canvas.line(rect, rect.rows() / 2, otherwise, style);
        }
    }

    /** Giant, at the left. */
    private void word(Rect rect) {
        var style = works() ? tone : TextStyle.STRONG;
        for (var word : text.words()) {
            var shown = BigDigits.fitting(Face.SMALL, word, rect);
            if (shown.fits()) {
                shown.paint(canvas, rect.top(), rect.left(), Fill.SOLID, style);
                return;
            }
        }
        canvas.line(rect, rect.rows() / 2, text.state(), TextStyle.STRONG);
    }

    /** As many columns as any word of this stage takes, so that the figure beside it does not move. */
    private int wordColumns() {
        var rect = layout.word();
        var names = works() && text.counts()
                ? session.step().pace().phases().stream()
                        .map(phase -> phase.name() + (session.step().kind() == DoseKind.BREATHS ? " breath" : ""))
                        .toList()
                : text.words();
        return names.stream()
                .mapToInt(name -> {
                    var shown = BigDigits.fitting(Face.SMALL, name, rect);
                    return shown.fits() ? shown.columns() : rect.columns();
                })
                .max()
                .orElse(0);
    }

    private void body(Rect rect) {
        boolean moves = works() && text.counts();
        var room = moves ? gauge(rect) : Optional.<Rect>empty();
        var taken = room.isPresent() ? room.get() : number(rect);
        var beside = rect.from(taken.columns() == 0 ? 0 : taken.columns() + GAP);
        var under = room.isPresent() ? Rect.NONE : rect.below(taken.rows() + 1);
        int left = Math.max(taken.columns(), wordColumns()) + GAP;
        var tall = session.paused()
                ? Rect.NONE
                : rect.from(left).between(layout.word().top(), rect.bottom());
        figures.apply(session.step()).ifPresent(it -> figure.largest(it, List.of(beside, under, tall)));
    }

    /** As large as leaves room for a figure; returns the part that it takes. */
    private Rect number(Rect rect) {
        int half = (int) (rect.columns() * NUMBER);
        boolean shared = FigurePicture.fits(rect.columns() - half, rect.rows());
        int columns = shared ? half : rect.columns();
        var widest = BigDigits.fitting(text.widest(), rect.first(columns));
        if (widest.fits()) {
            var fill = works() ? Fill.SOLID : Fill.HOLLOW;
            var style = works() ? tone : TextStyle.STRONG;
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
        var beside = rows.from(place.columns() + GAP).first(place.columns());
        var half = stacked ? (rows.rows() - 1) / 2 : rows.rows();
        var widest = BigDigits.fitting(text.widest(), beside.upper(half));
        if (!widest.fits() || layout.rung().word() == 0) {
            return Optional.empty();
        }
        gauge.paint(canvas, place, tone);
        int wide = widest.columns();
        if (stacked) {
            var arrow = BigDigits.fitting(Face.SMALL, "↑", beside.upper(half));
            arrow.with(gauge.arrow()).paint(canvas, rows.top(), beside.left(), Fill.SOLID, tone);
            wide = Math.max(wide, arrow.columns());
        }
        int top = rows.bottom() - widest.rows();
        widest.with(text.number()).paint(canvas, top, beside.left(), Fill.SOLID, TextStyle.STRONG);
        if (pips) {
            pips(rect.below(rect.rows() - 1));
        }
        return Optional.of(rows.first(place.columns() + GAP + wide));
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

    /** The next exercise as it is held. */
    private void thumbnail() {
        var rect = layout.thumbnail();
        if (rect.columns() >= Drawing.LEAST_COLUMNS) {
            session.following().flatMap(figures).ifPresent(next -> figure.dim(next, rect.upper(rect.rows() - 1)));
        }
    }

    /** Around the stage where there is room: dashes while there is time, one line once the stretch is entered. */
    private void frame(int gaps) {
        if (!layout.rung().frame()) {
            return;
        }
        var stage = layout.stage();
        for (int x = stage.left(); x < stage.right(); x++) {
            if ((x - stage.left()) / 2 % gaps == 0) {
                canvas.put(stage.top(), x, canvas.either("▀", "="), TextStyle.STRONG);
                canvas.put(stage.bottom() - 1, x, canvas.either("▄", "="), TextStyle.STRONG);
            }
        }
        for (int y = stage.top() + 1; y < stage.bottom() - 1; y++) {
            if (y % gaps == 0) {
                canvas.put(y, stage.left(), canvas.either("█", "|"), TextStyle.STRONG);
                canvas.put(y, stage.right() - 1, canvas.either("█", "|"), TextStyle.STRONG);
            }
        }
    }

    /** All but the tank steps back behind hatching; the word stands on a plate. */
    private void pause() {
        var stage = layout.stage();
        int plate = layout.word().rows() == 0 ? 0 : layout.body().top() - stage.top();
        var rest = stage.below(plate);
        canvas.flood(rest, TextStyle.DIM);
        for (int y = rest.top(); y < rest.bottom(); y++) {
            for (int x = rest.left(); x < rest.right(); x++) {
                if ((x + 2 * y) % 8 == 0 && canvas.isBlank(y, x)) {
                    canvas.put(y, x, canvas.either("╱", "/"), TextStyle.DIM);
                }
            }
        }
        canvas.flood(stage.upper(plate), TextStyle.ALERT);
    }

    /** The whole screen in the colour of the side that is next, and an arrow to it. */
    private void change() {
        wordAndNumber();
        large(layout.openBody(), side() == Side.LEFT ? "←LEFT" : "RIGHT→", Fill.SOLID, tone);
        cue();
        footer.paint(layout);
        canvas.flood(canvas.whole(), TextStyle.flood(side()));
    }

    /** The number alone in the middle, on a ground of its own, and below it what comes next. */
    private void rest() {
        word(layout.word());
        large(sided(layout.openBody()), text.number(), text.amount(), Fill.SOLID, TextStyle.STRONG);
        cue();
        footer.paint(layout);
        canvas.flood(canvas.whole(), TextStyle.REST_FLOOD);
    }

    /** Names the side where the foot has no room for it; returns what is left of this part. */
    private Rect sided(Rect rect) {
        if (layout.foot().rows() > 0 || text.side().isEmpty()) {
            return rect;
        }
        canvas.line(rect, 0, text.side() + " SIDE", TextStyle.STRONG);
        return rect.below(1);
    }

    private void stop() {
        wordAndNumber();
        var body = layout.openBody();
        warnings(sided(body.between(body.top(), layout.cue().bottom())));
        if (layout.word().rows() > 0) {
            // A bar from edge to edge: without colour too it looks like nothing else.
            canvas.fill(new Rect(0, layout.word().bottom(), canvas.columns(), 1), canvas.solid(), TextStyle.STRONG);
        }
        footer.paint(layout);
        canvas.flood(canvas.whole(), TextStyle.STOP_FLOOD);
    }

    /** What to do and all signs to see a professional for; where they do not fit, the urgent ones and what shows all. */
    private void warnings(Rect rect) {
        var stops = text.stops(CAUTIONS);
        var fitting = stops.stream()
                .filter(texts -> canvas.broken(rect, texts).size() <= rect.rows())
                .findFirst()
                .orElse(stops.get(0));
        canvas.lines(rect, fitting, TextStyle.STRONG);
    }

    /** In one band; where both do not fit in blocks, the number is small. */
    private void wordAndNumber() {
        var rect = layout.word();
        var number = text.number();
        var both = BigDigits.fitting(Face.SMALL, text.state() + " " + number, rect);
        if (!both.fits()) {
            int wide = DisplayWidth.of(text.amount());
            word(rect.first(rect.columns() - wide - GAP));
            canvas.line(rect.from(rect.columns() - wide), 0, text.amount(), TextStyle.STRONG);
            return;
        }
        both.with(text.state()).paint(canvas, rect.top(), rect.left(), Fill.SOLID, TextStyle.STRONG);
        var shown = both.with(number);
        shown.paint(canvas, rect.top(), rect.right() - shown.columns(), Fill.HOLLOW, TextStyle.STRONG);
    }

    /** In letters of double height where there is room for all of it; returns whether it took all of the width. */
    private boolean cue() {
        var lines = text.instructions();
        if (!session.paused() && layout.rung().largeCue()) {
            var words = String.join(" ", lines);
            for (var rect : List.of(layout.cue(), layout.wideCue())) {
                if (largeCue(rect, words)) {
                    return rect.equals(layout.wideCue());
                }
            }
        }
        canvas.lines(layout.cue(), lines, session.paused() ? TextStyle.FAINT : TextStyle.STRONG);
        return false;
    }

    private boolean largeCue(Rect rect, String words) {
        var lines = DisplayWidth.wrap(words, (rect.columns() + 1) / (HALF_LETTER + 1));
        boolean fits = canvas.unicode()
                && Face.SMALL.has(words)
                && lines.size() * HALF_LETTER <= rect.rows()
                && lines.stream().allMatch(line -> Face.SMALL.columns(line) <= rect.columns());
        for (int i = 0; fits && i < lines.size(); i++) {
            BigDigits.paintHalf(canvas, rect.top() + i * HALF_LETTER, rect.left(), lines.get(i), TextStyle.STRONG);
        }
        return fits;
    }

    /** The keys beside the number, which stays to be seen. */
    private void keys() {
        int widest = Arrays.stream(Key.values())
                .mapToInt(key -> 7 + DisplayWidth.of(key.explained()))
                .max()
                .orElseThrow();
        var all = canvas.whole().inset(canvas.columns() > widest ? GAP : 0, 0);
        footer.status(all);
        int number = all.columns() - widest - 2 * GAP;
        var rest = all.below(canvas.rows() > Key.values().length + 4 ? 2 : 1);
        var beside = rest.first(number).upper(rest.rows() - 1);
        if (BigDigits.fitting(Face.SMALL, text.widest(), beside).fits()) {
            large(beside, text.number(), works() ? Fill.SOLID : Fill.HOLLOW, tone);
            rest = rest.from(number + GAP);
        }
        int row = 0;
        if (rest.rows() > Key.values().length) {
            var clock = session.paused() ? "the clock is stopped" : "the clock is running";
            canvas.line(rest, row++, "Keys (? goes back; " + clock + ")", TextStyle.STRONG);
        }
        for (var key : Key.values()) {
            canvas.line(rest, row++, DisplayWidth.pad(key.shown(), 7) + key.explained(), TextStyle.PLAIN);
        }
    }
}
