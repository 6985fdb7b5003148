package stretch.screen;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import stretch.catalogue.exercise.Side;
import stretch.figure.Layout;
import stretch.screen.canvas.BigDigits;
import stretch.screen.canvas.BigDigits.Face;
import stretch.screen.canvas.BigDigits.Fill;
import stretch.screen.canvas.Canvas;
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
    private final Session session;
    private final SessionText text;
    private final Canvas canvas;
    private final ScreenLayout layout;
    private final TextStyle tone;
    private final LargeText large;
    private final FigurePicture figure;
    private final Footer footer;

    StagePicture(Session session, Canvas canvas, String notice, Function<Step, Optional<Layout>> figures) {
        this.session = session;
        this.canvas = canvas;
        text = new SessionText(session);
        var usual = ScreenLayout.of(canvas.columns(), canvas.rows(), floods() ? Side.BOTH : side());
        layout = session.muted() ? usual.muted() : usual;
        tone = TextStyle.of(side());
        large = new LargeText(session, text, canvas, tone, layout);
        figure = new FigurePicture(session, text, canvas, tone, figures);
        footer = new Footer(session, text, canvas, tone, notice);
    }

    void paint() {
        if (session.overlay() == Overlay.KEYS) {
            keys();
        } else if (floods()) {
            var ground = session.stage() == Stage.STOP ? stop() : rests() ? rest() : change();
            footer.paint(layout, false);
            canvas.flood(canvas.whole(), ground);
        } else {
            step();
        }
    }

    private Side side() {
        return session.step().side();
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
        new Tank(session, tone).paint(canvas, layout.tank());
        // Without a row for the keys, those have that of the cue where that stands elsewhere, or nobody moves.
        boolean aside = false;
        if (text.countsIn() && !session.paused() && layout.foot().rows() > 0) {
            count();
        } else {
            large.word();
            var free = new BodyPicture(session, text, canvas, tone, layout).paint(large.wordColumns());
            boolean drawn = figure.largest(free);
            aside = layout.foot().rows() == 0 && (session.paused() || (!drawn && large.cueIn(free)));
        }
        if (!aside && !large.cue()) {
            figure.next(layout.thumbnail().upper(layout.thumbnail().rows() - 1));
        }
        footer.paint(layout, aside);
        if (session.paused()) {
            pause();
        } else if (text.ends()) {
            canvas.flood(layout.stage(), TextStyle.flood(side()));
        } else if (!text.works()) {
            frame(session.stage() == Stage.ENTER ? 1 : 2);
        }
    }

    /** "Three, two, one", over everything else on the stage. */
    private void count() {
        var rect = layout.body().between(layout.word().top(), layout.body().bottom());
        large.centred(rect, text.number(), Fill.HOLLOW, TextStyle.STRONG);
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

    /** The side that is next, and an arrow to it; returns the colour for the whole screen, as do all like it. */
    private TextStyle change() {
        large.wordAndNumber();
        large.centred(layout.openBody(), side() == Side.LEFT ? "←LEFT" : "RIGHT→", Fill.SOLID, tone);
        large.cue();
        return TextStyle.flood(side());
    }

    /** The number alone in the middle, on a ground of its own, and below it what comes next. */
    private TextStyle rest() {
        large.word();
        large.centred(sided(layout.openBody()), text.number(), text.amount(), Fill.SOLID, TextStyle.STRONG);
        large.cue();
        return TextStyle.REST_FLOOD;
    }

    /** Names the side, and what comes by itself, where the foot has no room for it; returns what is left of this part. */
    private Rect sided(Rect rect) {
        var words = Stream.of(
                        text.side().isEmpty() ? "" : text.side() + " SIDE",
                        session.stage() == Stage.STOP ? text.amount() : "")
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining("  "));
        if (layout.foot().rows() > 0 || words.isEmpty()) {
            return rect;
        }
        canvas.line(rect, 0, words, TextStyle.STRONG);
        return rect.below(1);
    }

    private TextStyle stop() {
        large.wordAndNumber();
        var body = layout.openBody();
        var cue = layout.cue();
        warnings(sided(body.between(body.top(), layout.isSigned() ? cue.top() : cue.bottom())));
        if (layout.word().rows() > 0) {
            // A bar from edge to edge: without colour too it looks like nothing else.
            canvas.fill(new Rect(0, layout.word().bottom(), canvas.columns(), 1), canvas.solid(), TextStyle.STRONG);
        }
        return TextStyle.STOP_FLOOD;
    }

    /** What to do and all signs to see a professional for; where they do not fit, the urgent ones and what shows all. */
    private void warnings(Rect rect) {
        var stops = new StopText(session).all();
        var fitting = stops.stream()
                .filter(texts -> canvas.broken(rect, texts).size() <= rect.rows())
                .findFirst()
                .orElse(stops.get(0));
        canvas.lines(rect, fitting, TextStyle.STRONG);
    }

    /** The keys beside the number, which stays to be seen. */
    private void keys() {
        int widest = Arrays.stream(Key.values())
                .mapToInt(key -> 7 + DisplayWidth.of(key.explained()))
                .max()
                .orElseThrow();
        var all = canvas.whole().inset(canvas.columns() > widest ? LargeText.GAP : 0, 0);
        footer.status(all);
        int number = all.columns() - widest - 2 * LargeText.GAP;
        var keys = session.keys();
        var rest = all.below(canvas.rows() > keys.size() + 4 ? 2 : 1);
        var beside = rest.first(number).upper(rest.rows() - 1);
        if (BigDigits.fitting(Face.SMALL, text.widest(), beside).fits()) {
            large.centred(beside, text.number(), text.works() ? Fill.SOLID : Fill.HOLLOW, tone);
            rest = rest.from(number + LargeText.GAP);
        }
        int row = 0;
        if (rest.rows() > keys.size()) {
            canvas.line(rest, row++, "Keys (? goes back; " + text.clock() + ")", TextStyle.STRONG);
        }
        for (var key : keys) {
            canvas.line(rest, row++, DisplayWidth.pad(key.shown(), 7) + key.explained(), TextStyle.PLAIN);
        }
    }
}
