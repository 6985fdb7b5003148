package stretch.screen;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import stretch.catalogue.DoseKind;
import stretch.catalogue.Side;
import stretch.figure.Drawing;
import stretch.figure.Layout;
import stretch.figure.Pen;
import stretch.figure.Sketch;
import stretch.screen.BigDigits.Face;
import stretch.screen.BigDigits.Fill;
import stretch.screen.BigDigits.Scale;
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

    /** Larger than this a figure is not easier to read, only dearer to draw. */
    private static final int MOST_COLUMNS = 90;

    private static final int MOST_ROWS = 36;

    /** Between a number and what stands beside it. */
    private static final int GAP = 2;

    /** Columns of a letter of double height, and its rows with the air below it. */
    private static final int HALF_LETTER = 3;

    private final Session session;
    private final SessionText text;
    private final Function<Step, Optional<Layout>> figures;
    private final boolean unicode;
    private final String notice;
    private final Canvas canvas;
    private final SmallText small;
    private final ScreenLayout layout;
    private final TextStyle tone;

    StagePicture(Session session, ScreenSize size, Function<Step, Optional<Layout>> figures) {
        this.session = session;
        this.figures = figures;
        text = new SessionText(session);
        unicode = size.unicode();
        notice = size.notice();
        canvas = new Canvas(size.columns(), size.rows());
        small = new SmallText(canvas, unicode);
        layout = ScreenLayout.of(size.columns(), size.rows(), floods() ? Side.BOTH : side());
        tone = TextStyle.of(side());
    }

    Canvas paint() {
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
        return canvas;
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

    private Rect whole() {
        return new Rect(0, 0, canvas.columns(), canvas.rows());
    }

    private void step() {
        tank();
        if (text.countsIn() && !session.paused() && layout.foot().rows() > 0) {
            count();
        } else {
            word(layout.word());
            body(works() ? layout.openBody() : layout.body());
        }
        if (!cue()) {
            thumbnail();
        }
        foot();
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
        var rect = new Rect(
                layout.body().left(),
                layout.word().top(),
                layout.body().columns(),
                layout.body().bottom() - layout.word().top());
        large(rect, text.number(), Fill.HOLLOW, TextStyle.STRONG);
    }

    /** In the middle of a part, in the larger face if that fits. */
    private void large(Rect rect, String words, Fill fill, TextStyle style) {
        large(rect, words, words, fill, style);
    }

    /** The same, with other words where there is no room for blocks. */
    private void large(Rect rect, String words, String otherwise, Fill fill, TextStyle style) {
        if (!BigDigits.paint(canvas, rect, Face.LARGE, words, fill, style, unicode)
                && !BigDigits.paint(canvas, rect, Face.SMALL, words, fill, style, unicode)) {
            small.line(rect, rect.rows() / 2, otherwise, style);
        }
    }

    /** Giant, at the left. */
    private void word(Rect rect) {
        var style = works() ? tone : TextStyle.STRONG;
        for (var word : text.words()) {
            var scale = Scale.fitting(Face.SMALL, word, rect.columns(), rect.rows());
            if (scale.fits()) {
                BigDigits.paint(canvas, rect.top(), rect.left(), Face.SMALL, word, scale, Fill.SOLID, style, unicode);
                return;
            }
        }
        small.line(rect, rect.rows() / 2, text.state(), TextStyle.STRONG);
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
                    var scale = Scale.fitting(Face.SMALL, name, rect.columns(), rect.rows());
                    return scale.fits() ? Face.SMALL.columns(name) * scale.across() : rect.columns();
                })
                .max()
                .orElse(0);
    }

    private void body(Rect rect) {
        boolean moves = works() && text.counts();
        var room = moves ? gauge(rect) : Optional.<Rect>empty();
        var taken = room.isPresent() ? room.get() : number(rect);
        var beside = rect.from(taken.columns() == 0 ? 0 : taken.columns() + GAP);
        var under = room.isPresent() ? new Rect(0, 0, 0, 0) : rect.below(taken.rows() + 1);
        int left = Math.max(taken.columns(), wordColumns()) + GAP;
        var tall = session.paused()
                ? new Rect(0, 0, 0, 0)
                : new Rect(
                        rect.left() + left,
                        layout.word().top(),
                        rect.columns() - left,
                        rect.bottom() - layout.word().top());
        figures.apply(session.step()).ifPresent(it -> figure(pose(it), List.of(beside, under, tall)));
    }

    /** As large as leaves room for a figure; returns the part that it takes. */
    private Rect number(Rect rect) {
        int half = (int) (rect.columns() * NUMBER);
        boolean shared = rect.columns() - half >= Drawing.LEAST_COLUMNS && rect.rows() >= Drawing.LEAST_ROWS;
        int columns = shared ? half : rect.columns();
        for (var face : List.of(Face.LARGE, Face.SMALL)) {
            var scale = Scale.fitting(face, text.widest(), columns, rect.rows());
            if (scale.fits()) {
                int wide = face.columns(text.widest()) * scale.across();
                var fill = works() ? Fill.SOLID : Fill.HOLLOW;
                BigDigits.paint(
                        canvas,
                        rect.top(),
                        rect.left(),
                        face,
                        text.number(),
                        scale,
                        fill,
                        works() ? tone : TextStyle.STRONG,
                        unicode);
                return rect.first(wide).upper(face.rows() * scale.down());
            }
        }
        if (layout.rung().foot() == 0) {
            small.line(rect, 0, text.amount(), TextStyle.STRONG);
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
        var face =
                Scale.fitting(Face.LARGE, text.widest(), beside.columns(), half).fits() ? Face.LARGE : Face.SMALL;
        var scale = Scale.fitting(face, text.widest(), beside.columns(), half);
        if (!scale.fits() || layout.rung().word() == 0) {
            return Optional.empty();
        }
        gauge.paint(canvas, place, tone, unicode);
        int wide = face.columns(text.widest()) * scale.across();
        if (stacked) {
            var arrow = Scale.fitting(Face.SMALL, "↑", beside.columns(), half);
            BigDigits.paint(
                    canvas, rows.top(), beside.left(), Face.SMALL, gauge.arrow(), arrow, Fill.SOLID, tone, unicode);
            wide = Math.max(wide, Face.SMALL.columns("↑") * arrow.across());
        }
        BigDigits.paint(
                canvas,
                rows.bottom() - face.rows() * scale.down(),
                beside.left(),
                face,
                text.number(),
                scale,
                Fill.SOLID,
                TextStyle.STRONG,
                unicode);
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
            var glyph = at < 0 ? unicode ? "█" : "#" : at == 0 ? unicode ? "▒" : "=" : unicode ? "░" : ".";
            int columns = Math.min(3, wide);
            canvas.fill(rect.from(i * (columns + 1)).first(columns), glyph, at > 0 ? TextStyle.DIM : TextStyle.STRONG);
        }
    }

    /** In that one of these parts in which it is largest. */
    private void figure(Sketch sketch, List<Rect> rects) {
        rects.stream()
                .filter(rect -> rect.columns() >= Drawing.LEAST_COLUMNS && rect.rows() >= Drawing.LEAST_ROWS)
                .max((one, other) -> Double.compare(scale(sketch, one), scale(sketch, other)))
                .ifPresent(rect -> figure(sketch, rect, false));
    }

    private static double scale(Sketch sketch, Rect rect) {
        return Math.min(
                2 * rect.columns() / sketch.box().width(),
                4 * rect.rows() / sketch.box().height());
    }

    private void figure(Sketch sketch, Rect rect, boolean dim) {
        int columns = Math.min(MOST_COLUMNS, rect.columns());
        int rows = Math.min(MOST_ROWS, rect.rows());
        int left = rect.left() + (rect.columns() - columns) / 2;
        int row = rect.bottom() - rows;
        for (var runs : Drawing.of(sketch, columns, rows, unicode).runs()) {
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
        if (works() && text.counts()) {
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

    /** The next exercise as it is held. */
    private void thumbnail() {
        var rect = layout.thumbnail();
        if (rect.columns() >= Drawing.LEAST_COLUMNS) {
            session.following()
                    .flatMap(figures)
                    .ifPresent(next -> figure(Sketch.of(next, 0, 0, 0), rect.upper(rect.rows() - 1), true));
        }
    }

    /** Outlined, with the side's letter cut out of what fills it. */
    private void tank() {
        var rect = layout.tank();
        if (rect.columns() == 0) {
            return;
        }
        var solid = unicode ? "█" : "#";
        var inner = rect.inset(rect.columns() < 20 ? 1 : 2, 1);
        canvas.fill(rect, solid, tone);
        canvas.fill(inner.upper(inner.rows() - filled(inner.rows())), " ", tone);
        var letter = side() == Side.LEFT ? "L" : "R";
        // Square blocks that touch no edge: a letter as high as the tank would not be one from afar.
        int room = inner.columns() - 2;
        int rows = Face.LARGE.rows() * Math.max(1, room / (2 * Face.LARGE.columns(letter)));
        var scale = Scale.fitting(Face.LARGE, letter, room, Math.min(rows, inner.rows()));
        if (!scale.fits()) {
            canvas.put(inner.top() + inner.rows() / 2, inner.left() + inner.columns() / 2, letter, tone);
            return;
        }
        int top = inner.top() + (inner.rows() - Face.LARGE.rows() * scale.down()) / 2;
        int left = inner.left() + (inner.columns() - Face.LARGE.columns(letter) * scale.across()) / 2;
        var blocks = Face.LARGE.blocks(letter);
        for (int y = 0; y < blocks.length * scale.down(); y++) {
            for (int x = 0; x < blocks[0].length * scale.across(); x++) {
                if (blocks[y / scale.down()][x / scale.across()]) {
                    boolean blank = canvas.isBlank(top + y, left + x);
                    canvas.put(top + y, left + x, blank ? solid : " ", tone);
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
        if (hold && (works() || session.stage() == Stage.RETURN)) {
            // By whole seconds, as the number: the picture changes no more often.
            long left = (session.left().toMillis() + 999) / 1000;
            return (int) Math.ceil((double) left / session.attempt().target() * rows);
        }
        return 0;
    }

    /** Around the stage where there is room: dashes while there is time, one line once the stretch is entered. */
    private void frame(int gaps) {
        if (!layout.rung().frame()) {
            return;
        }
        var stage = layout.stage();
        for (int x = stage.left(); x < stage.right(); x++) {
            if ((x - stage.left()) / 2 % gaps == 0) {
                canvas.put(stage.top(), x, unicode ? "▀" : "=", TextStyle.STRONG);
                canvas.put(stage.bottom() - 1, x, unicode ? "▄" : "=", TextStyle.STRONG);
            }
        }
        for (int y = stage.top() + 1; y < stage.bottom() - 1; y++) {
            if (y % gaps == 0) {
                canvas.put(y, stage.left(), unicode ? "█" : "|", TextStyle.STRONG);
                canvas.put(y, stage.right() - 1, unicode ? "█" : "|", TextStyle.STRONG);
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
                    canvas.put(y, x, unicode ? "╱" : "/", TextStyle.DIM);
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
        foot();
        canvas.flood(whole(), TextStyle.flood(side()));
    }

    /** The number alone in the middle, on a ground of its own, and below it what comes next. */
    private void rest() {
        word(layout.word());
        large(sided(layout.openBody()), text.number(), text.amount(), Fill.SOLID, TextStyle.STRONG);
        cue();
        foot();
        canvas.flood(whole(), TextStyle.REST_FLOOD);
    }

    /** Names the side where the foot has no room for it; returns what is left of this part. */
    private Rect sided(Rect rect) {
        if (layout.foot().rows() > 0 || text.side().isEmpty()) {
            return rect;
        }
        small.line(rect, 0, text.side() + " SIDE", TextStyle.STRONG);
        return rect.below(1);
    }

    private void stop() {
        wordAndNumber();
        var body = layout.openBody();
        var rest =
                new Rect(body.left(), body.top(), body.columns(), layout.cue().bottom() - body.top());
        small.lines(sided(rest), text.instructions(), TextStyle.STRONG);
        if (layout.word().rows() > 0) {
            // A bar from edge to edge: without colour too it looks like nothing else.
            canvas.fill(
                    new Rect(0, layout.word().bottom(), canvas.columns(), 1), unicode ? "█" : "#", TextStyle.STRONG);
        }
        foot();
        canvas.flood(whole(), TextStyle.STOP_FLOOD);
    }

    /** In one band; where both do not fit in blocks, the number is small. */
    private void wordAndNumber() {
        var rect = layout.word();
        var number = text.number();
        var scale = Scale.fitting(Face.SMALL, text.state() + " " + number, rect.columns(), rect.rows());
        if (!scale.fits()) {
            int wide = DisplayWidth.of(text.amount());
            word(rect.first(rect.columns() - wide - GAP));
            small.line(rect.from(rect.columns() - wide), 0, text.amount(), TextStyle.STRONG);
            return;
        }
        BigDigits.paint(
                canvas,
                rect.top(),
                rect.left(),
                Face.SMALL,
                text.state(),
                scale,
                Fill.SOLID,
                TextStyle.STRONG,
                unicode);
        int left = rect.right() - Face.SMALL.columns(number) * scale.across();
        BigDigits.paint(canvas, rect.top(), left, Face.SMALL, number, scale, Fill.HOLLOW, TextStyle.STRONG, unicode);
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
        small.lines(layout.cue(), lines, session.paused() ? TextStyle.FAINT : TextStyle.STRONG);
        return false;
    }

    private boolean largeCue(Rect rect, String words) {
        var lines = DisplayWidth.wrap(words, (rect.columns() + 1) / (HALF_LETTER + 1));
        boolean fits = unicode
                && Face.SMALL.has(words)
                && lines.size() * HALF_LETTER <= rect.rows()
                && lines.stream().allMatch(line -> Face.SMALL.columns(line) <= rect.columns());
        for (int i = 0; fits && i < lines.size(); i++) {
            BigDigits.paintHalf(canvas, rect.top() + i * HALF_LETTER, rect.left(), lines.get(i), TextStyle.STRONG);
        }
        return fits;
    }

    private void foot() {
        var foot = layout.foot().rows() > 0 ? layout.foot() : layout.cue();
        boolean own = layout.foot().rows() > 0;
        if (own) {
            status(foot, 0);
        }
        if (foot.rows() > 2) {
            var place = text.stepPlace() + "   " + text.timeLeft();
            var ribbon = text.ribbon(unicode ? "•" : "*");
            var whole = DisplayWidth.of(ribbon) * 3 < foot.columns() ? ribbon + "   " + place : place;
            small.line(foot, 1, whole + "   " + text.next(), TextStyle.FAINT);
        }
        if (foot.rows() > 3) {
            small.line(foot, 2, bar(foot.columns()), TextStyle.FAINT);
        }
        var last = foot.below(foot.rows() - 1);
        var quit = List.of("Quit? q again to quit, any other key to go on", "Quit? q: yes, else: no", "Quit? q");
        var urgent =
                !notice.isEmpty() ? notice : session.overlay() == Overlay.QUIT ? fitting(quit, last.columns()) : "";
        if (!urgent.isEmpty()) {
            canvas.fill(last, " ", TextStyle.PLAIN);
            small.line(last, 0, urgent, TextStyle.ALERT);
        } else if (foot.rows() > 1) {
            small.line(last, 0, keyLine(last.columns()), TextStyle.FAINT);
        }
    }

    /** The same as the shapes say, in words: for who is near, and for who hears the screen. */
    private void status(Rect rect, int row) {
        var side = text.side();
        var words = text.state() + (side.isEmpty() ? "" : "  " + side + " SIDE") + "  " + text.amount();
        var few = Stream.of(text.shortAmount(), side, text.state()).filter(word -> !word.isEmpty());
        var fitting = DisplayWidth.of(words) <= rect.columns() ? words : String.join(" ", few.toList());
        var name = session.step().exercise().name() + (session.muted() ? "   muted" : "");
        boolean alert = session.paused() || session.stage() == Stage.STOP;
        small.line(rect, row, fitting, name, alert ? TextStyle.ALERT : tone);
    }

    private String bar(int columns) {
        double all = Math.max(1, session.script().length().toMillis());
        double left = Math.min(all, (double) text.secondsLeft() * 1000);
        int done = (int) ((all - left) / all * columns);
        return (unicode ? "━" : "=").repeat(done) + (unicode ? "·" : "-").repeat(columns - done);
    }

    /** As many keys as fit, and always how to see the rest. */
    private static String keyLine(int columns) {
        var all = named(Arrays.stream(Key.values()));
        var few = named(Stream.of(Key.PAUSE, Key.SKIP, Key.BACK, Key.HURT, Key.QUIT, Key.HELP));
        return fitting(
                List.of(all, few, "space pause  s skip  q quit  ? more", "space pause  ? more", "? more"), columns);
    }

    /** The first that fits, or else the last. */
    private static String fitting(List<String> texts, int columns) {
        return texts.stream()
                .filter(line -> DisplayWidth.of(line) <= columns)
                .findFirst()
                .orElse(texts.get(texts.size() - 1));
    }

    private static String named(Stream<Key> keys) {
        return String.join(
                "   ", keys.map(key -> key.shown() + " " + key.word()).toList());
    }

    /** The keys beside the number, which stays to be seen. */
    private void keys() {
        int widest = Arrays.stream(Key.values())
                .mapToInt(key -> 7 + DisplayWidth.of(key.explained()))
                .max()
                .orElseThrow();
        var all = whole().inset(canvas.columns() > widest ? GAP : 0, 0);
        status(all, 0);
        int number = all.columns() - widest - 2 * GAP;
        var rest = all.below(canvas.rows() > Key.values().length + 4 ? 2 : 1);
        if (Scale.fitting(Face.SMALL, text.widest(), number, rest.rows() - 1).fits()) {
            large(rest.first(number).upper(rest.rows() - 1), text.number(), works() ? Fill.SOLID : Fill.HOLLOW, tone);
            rest = rest.from(number + GAP);
        }
        int row = 0;
        if (rest.rows() > Key.values().length) {
            var clock = session.paused() ? "the clock stands still" : "the clock runs on";
            small.line(rest, row++, "Keys (any key goes back; " + clock + ")", TextStyle.STRONG);
        }
        for (var key : Key.values()) {
            small.line(rest, row++, DisplayWidth.pad(key.shown(), 7) + key.explained(), TextStyle.PLAIN);
        }
    }
}
