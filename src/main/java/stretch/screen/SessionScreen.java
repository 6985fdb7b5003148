package stretch.screen;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import stretch.catalogue.DoseKind;
import stretch.catalogue.Figure;
import stretch.catalogue.Side;
import stretch.figure.Drawing;
import stretch.figure.Pen;
import stretch.figure.Sketch;
import stretch.session.Key;
import stretch.session.Session;
import stretch.session.Session.Overlay;
import stretch.session.script.Cue;
import stretch.session.script.Stage;
import stretch.text.DisplayWidth;

/** Draws a session; the same session on the same screen always gives the same picture. */
public final class SessionScreen {
    /** Below these the digits give way to a line, and below the least everything is one line. */
    private static final int FULL_ROWS = 18;

    private static final int FULL_COLUMNS = 60;
    private static final int LEAST_ROWS = 8;
    private static final int LEAST_COLUMNS = 30;

    private final Session session;
    private final SessionText text;
    private final ScreenSize size;
    private final Canvas canvas;

    private SessionScreen(Session session, ScreenSize size) {
        this.session = session;
        this.text = new SessionText(session);
        this.size = size;
        this.canvas = new Canvas(size.columns(), size.rows());
    }

    /** The picture of a session on a screen. */
    public static Canvas draw(Session session, ScreenSize size) {
        var view = new SessionScreen(session, size);
        if (size.rows() < LEAST_ROWS || size.columns() < LEAST_COLUMNS) {
            view.line();
        } else if (session.ending().isPresent()) {
            view.end();
        } else if (session.overlay() == Overlay.KEYS) {
            view.keys();
        } else if (view.isSmall()) {
            view.small();
        } else {
            view.full();
        }
        if (view.text.changing() && session.ending().isEmpty() && session.overlay() == Overlay.NONE) {
            view.canvas.flood(TextStyle.flood(session.step().side()));
        }
        return view.canvas;
    }

    /** A moving figure takes a new place five times a second: smooth enough for slow movements, and cheap. */
    private static final Duration MOVE = Duration.ofMillis(200);

    /**
     * Whether two moments of a session give the same picture on the same screen. All that is told in time is told in
     * whole seconds, apart from what moves.
     */
    public static boolean same(Session one, Session other) {
        boolean still = one.stage() == Stage.STOP
                || (one.stage() == Stage.WORK && one.step().kind() == DoseKind.HOLD);
        return sameButForMotion(one, other) && (still || isWithin(MOVE, one, other));
    }

    /** Whether the two pictures differ in nothing but the place of what moves. */
    public static boolean sameButForMotion(Session one, Session other) {
        return isWithin(Duration.ofSeconds(1), one, other)
                && one.atElapsed(other.attempt().elapsed()).equals(other)
                && line(one).equals(line(other));
    }

    private static boolean isWithin(Duration grain, Session one, Session other) {
        return one.attempt().elapsed() / grain.toNanos() == other.attempt().elapsed() / grain.toNanos();
    }

    private static Optional<Cue> line(Session session) {
        return session.stageScript().spokenAt(Duration.ofNanos(session.attempt().elapsed()));
    }

    private boolean isSmall() {
        return size.rows() < FULL_ROWS || size.columns() < FULL_COLUMNS;
    }

    private int inset() {
        return size.columns() < FULL_COLUMNS ? 0 : 2;
    }

    private void line() {
        var words = session.overlay() == Overlay.QUIT ? "quit? q" : text.number() + " " + text.side();
        var more = text.state() + " " + session.step().exercise().name();
        canvas.put(0, 0, (words.strip() + " " + more).strip(), tone());
    }

    private void small() {
        header();
        canvas.put(1, 0, session.step().exercise().name(), TextStyle.STRONG);
        sideWord(2);
        center(3, half(), text.number() + text.unit(), tone());
        text(5, Math.max(1, size.rows() - 8));
        footer();
    }

    private void full() {
        header();
        canvas.put(2, 2, session.step().exercise().name(), TextStyle.STRONG);
        sideWord(3);
        int textRows = session.stage() == Stage.STOP ? 9 : Math.min(5, Math.max(3, size.rows() / 8));
        int bodyRows = size.rows() - 5 - textRows - 6;
        var body = new Rect(0, 5, size.columns(), bodyRows);
        if (session.stage() == Stage.STOP) {
            center(5, half(), text.number() + " s", tone());
        } else if (text.changing()) {
            BigDigits.paint(canvas, within(half(), 5, bodyRows - 2), text.side(), tone(), block());
            center(5 + bodyRows - 1, half(), text.number() + " s", tone());
            figure(other(body));
        } else {
            BigDigits.paint(canvas, within(half(), 5, bodyRows), text.number(), tone(), block());
            figure(other(body));
        }
        if (text.counts()) {
            phase(4);
        }
        text(size.rows() - 5 - textRows, textRows);
        footer();
    }

    private char block() {
        return size.unicode() ? '█' : '#';
    }

    private static Rect within(Rect half, int top, int rows) {
        return new Rect(half.left(), top, half.columns(), rows);
    }

    private void header() {
        var narrow = size.columns() < FULL_COLUMNS;
        var right = (session.muted() ? "muted   " : "")
                + (narrow ? text.timeLeft() : text.stepPlace() + "   " + text.timeLeft() + " ");
        canvas.put(0, inset(), session.plan().routine().name(), TextStyle.PLAIN);
        canvas.put(0, size.columns() - DisplayWidth.of(right) - 1, " " + right, TextStyle.FAINT);
    }

    /** State and side, on that side's half of the screen: word, place and colour say the same. */
    private void sideWord(int row) {
        var side = text.side();
        var words = text.state() + (side.isEmpty() ? "" : "  " + side + " SIDE");
        // Where half a screen is narrow, the side alone is what has to be read.
        var fitting = DisplayWidth.of(words) <= half().columns() ? words : text.state() + " " + side;
        center(row, half(), fitting, session.paused() || session.stage() == Stage.STOP ? TextStyle.ALERT : tone());
    }

    /** The half of the screen that belongs to the side; the middle for both sides at once. */
    private Rect half() {
        int middle = size.columns() / 2;
        return switch (session.step().side()) {
            case LEFT -> new Rect(0, 0, middle, size.rows());
            case RIGHT -> new Rect(size.columns() - middle, 0, middle, size.rows());
            case BOTH ->
                isSmall() || session.step().exercise().figure().isEmpty()
                        ? new Rect(0, 0, size.columns(), size.rows())
                        : new Rect(size.columns() / 3, 0, size.columns() / 3, size.rows());
        };
    }

    /** Where the figure goes: the half that the digits leave, or the left third. */
    private Rect other(Rect body) {
        int left = session.step().side() == Side.LEFT ? half().columns() : inset();
        int columns = (session.step().side() == Side.BOTH ? size.columns() / 3 : size.columns() / 2) - inset();
        return new Rect(left, body.top(), columns, body.rows());
    }

    private void figure(Rect rect) {
        if (rect.columns() < Drawing.LEAST_COLUMNS || rect.rows() < Drawing.LEAST_ROWS) {
            return;
        }
        session.step().exercise().figure().ifPresent(figure -> {
            int row = rect.top();
            for (var runs : Drawing.of(pose(figure), rect.columns(), rect.rows(), size.unicode())
                    .runs()) {
                int column = rect.left();
                for (var run : runs) {
                    canvas.put(row, column, run.text(), tone(run.pen()));
                    column += run.text().length();
                }
                row++;
            }
        });
    }

    private TextStyle tone(Pen pen) {
        return switch (pen) {
            case FLOOR, THING, FAR -> TextStyle.FAINT;
            case BODY -> TextStyle.PLAIN;
            case WORKING, ARROW -> tone();
        };
    }

    /** Getting ready shows the way in, over and over; a hold stays in its last frame; phases lead to the next frame. */
    private Sketch pose(Figure figure) {
        int last = figure.frames().size() - 1;
        var side = session.step().side();
        if (session.stage() == Stage.WORK && text.counts()) {
            var repPhase = session.repPhase();
            double part = eased(repPhase.fraction(session.attempt().work()));
            return Sketch.of(figure, repPhase.index(), repPhase.index() + 1, part, side);
        }
        if (!session.stage().isPreparation() || last == 0) {
            return Sketch.of(figure, last, last, 0, side);
        }
        // One second to move and one to look, for each move; out of a hold nothing leads back but a cut.
        double at = session.attempt().elapsed() / 2e9;
        int from = (int) at % (session.step().kind() == DoseKind.HOLD ? last : last + 1);
        return Sketch.of(figure, from, from + 1, eased(Math.min(1, (at - (int) at) * 2)), side);
    }

    /** Movements of a body begin and end gently. */
    private static double eased(double part) {
        return part * part * (3 - 2 * part);
    }

    private void center(int row, Rect rect, String text, TextStyle style) {
        canvas.put(row, Math.max(0, rect.left() + (rect.columns() - DisplayWidth.of(text)) / 2), text, style);
    }

    private void text(int row, int rows) {
        lines(row, rows, text.instructions());
    }

    private void lines(int row, int rows, List<String> texts) {
        int at = 0;
        for (var text : texts) {
            for (var line : DisplayWidth.wrap(text, size.columns() - 2 * inset())) {
                if (at < rows) {
                    canvas.put(row + at++, inset(), line, TextStyle.PLAIN);
                }
            }
        }
    }

    /** How much of the phase is over, beside the word for it. */
    private void phase(int row) {
        int columns = Math.min(24, size.columns() / 3);
        int done = (int) (session.repPhase().fraction(session.attempt().elapsed()) * columns);
        center(row, half(), bar(done, columns), tone());
    }

    private String bar(int done, int columns) {
        return (size.unicode() ? "█" : "#").repeat(done) + (size.unicode() ? "░" : "-").repeat(columns - done);
    }

    private void footer() {
        int bottom = size.rows() - 1;
        int columns = size.columns() - 2 * inset();
        int above = isSmall() ? 0 : 1;
        double all = (double) session.script().length().toMillis();
        double left = Math.min(all, (double) text.secondsLeft() * 1000);
        canvas.put(bottom - 2 - above, inset(), text.next(), TextStyle.FAINT);
        canvas.put(bottom - 1 - above, inset(), bar((int) ((all - left) / all * columns), columns), TextStyle.PLAIN);
        if (!size.notice().isEmpty()) {
            canvas.put(bottom, inset(), DisplayWidth.cut(size.notice(), columns), TextStyle.ALERT);
        } else if (session.overlay() == Overlay.QUIT) {
            canvas.put(bottom, inset(), "Quit? q again to quit, any other key to go on", TextStyle.ALERT);
        } else {
            canvas.put(bottom, inset(), keyLine(columns), TextStyle.FAINT);
        }
    }

    /** As many keys as fit, and always how to see the rest. */
    private static String keyLine(int columns) {
        var named = Arrays.stream(Key.values())
                .map(key -> key.shown() + " " + key.word())
                .toList();
        var all = String.join("   ", named);
        if (DisplayWidth.of(all) <= columns) {
            return all;
        }
        var few = List.of(Key.PAUSE, Key.SKIP, Key.BACK, Key.HURT, Key.QUIT, Key.HELP).stream()
                .map(key -> key.shown() + " " + key.word())
                .collect(Collectors.joining("   "));
        return DisplayWidth.of(few) <= columns ? few : "space pause  s skip  q quit  ? more";
    }

    private void keys() {
        canvas.put(0, inset(), "Keys (any key goes back; the clock runs on)", TextStyle.STRONG);
        int row = size.rows() > Key.values().length + 2 ? 2 : 1;
        for (var key : Key.values()) {
            canvas.put(row++, inset(), DisplayWidth.pad(key.shown(), 7) + key.explained(), TextStyle.PLAIN);
        }
    }

    private void end() {
        var ending = session.ending().orElseThrow();
        canvas.put(
                0,
                inset(),
                session.plan().routine().name() + ": " + ending.outcome().id(),
                TextStyle.STRONG);
        lines(2, size.rows() - 4, text.done());
        lines(size.rows() - 2, 2, size.lastLines());
    }

    private TextStyle tone() {
        return session.paused() ? TextStyle.STRONG : TextStyle.of(session.step().side());
    }
}
