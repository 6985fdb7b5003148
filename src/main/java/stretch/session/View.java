package stretch.session;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import stretch.catalogue.Figure;
import stretch.catalogue.Kind;
import stretch.catalogue.Side;
import stretch.figure.Drawing;
import stretch.figure.Pen;
import stretch.figure.Sketch;
import stretch.session.Session.Overlay;
import stretch.text.Width;

/** Draws a session; the same session on the same screen always gives the same picture. */
public final class View {
    /** Below these the digits give way to a line, and below the least everything is one line. */
    private static final int FULL_ROWS = 18;

    private static final int FULL_COLUMNS = 60;
    private static final int LEAST_ROWS = 8;
    private static final int LEAST_COLUMNS = 30;

    private final Session session;
    private final Caption caption;
    private final Screen screen;
    private final Canvas canvas;

    private View(Session session, Screen screen) {
        this.session = session;
        this.caption = new Caption(session);
        this.screen = screen;
        this.canvas = new Canvas(screen.columns(), screen.rows());
    }

    /** The picture of a session on a screen. */
    public static Canvas of(Session session, Screen screen) {
        var view = new View(session, screen);
        if (screen.rows() < LEAST_ROWS || screen.columns() < LEAST_COLUMNS) {
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
        if (view.caption.changing() && session.ending().isEmpty() && session.overlay() == Overlay.NONE) {
            view.canvas.flood(Tone.flood(session.step().side()));
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
                || (one.stage() == Stage.WORK && one.step().kind() == Kind.HOLD);
        long grain = still ? Duration.ofSeconds(1).toNanos() : MOVE.toNanos();
        return one.attempt().elapsed() / grain == other.attempt().elapsed() / grain
                && one.at(other.attempt().elapsed()).equals(other)
                && line(one).equals(line(other));
    }

    private static Optional<Cue> line(Session session) {
        return session.stageScript().spokenAt(Duration.ofNanos(session.attempt().elapsed()));
    }

    private boolean isSmall() {
        return screen.rows() < FULL_ROWS || screen.columns() < FULL_COLUMNS;
    }

    private int inset() {
        return screen.columns() < FULL_COLUMNS ? 0 : 2;
    }

    private void line() {
        var words = session.overlay() == Overlay.QUIT ? "quit? q" : caption.number() + " " + caption.side();
        var more = caption.state() + " " + session.step().exercise().name();
        canvas.put(0, 0, (words.strip() + " " + more).strip(), tone());
    }

    private void small() {
        header();
        canvas.put(1, 0, session.step().exercise().name(), Tone.STRONG);
        sideWord(2);
        center(3, half(), caption.number() + caption.unit(), tone());
        text(5, Math.max(1, screen.rows() - 8));
        footer();
    }

    private void full() {
        header();
        canvas.put(2, 2, session.step().exercise().name(), Tone.STRONG);
        sideWord(3);
        int textRows = session.stage() == Stage.STOP ? 9 : Math.min(5, Math.max(3, screen.rows() / 8));
        int bodyRows = screen.rows() - 5 - textRows - 6;
        var body = new Box(0, 5, screen.columns(), bodyRows);
        if (session.stage() == Stage.STOP) {
            center(5, half(), caption.number() + " s", tone());
        } else if (caption.changing()) {
            Glyphs.paint(canvas, within(half(), 5, bodyRows - 2), caption.side(), tone(), block());
            center(5 + bodyRows - 1, half(), caption.number() + " s", tone());
            figure(other(body));
        } else {
            Glyphs.paint(canvas, within(half(), 5, bodyRows), caption.number(), tone(), block());
            figure(other(body));
        }
        if (caption.counts()) {
            phase(4);
        }
        text(screen.rows() - 5 - textRows, textRows);
        footer();
    }

    private char block() {
        return screen.unicode() ? '█' : '#';
    }

    private static Box within(Box half, int top, int rows) {
        return new Box(half.left(), top, half.columns(), rows);
    }

    private void header() {
        var narrow = screen.columns() < FULL_COLUMNS;
        var right = (session.muted() ? "muted   " : "")
                + (narrow ? caption.timeLeft() : caption.place() + "   " + caption.timeLeft() + " ");
        canvas.put(0, inset(), session.plan().routine().name(), Tone.PLAIN);
        canvas.put(0, screen.columns() - Width.of(right) - 1, " " + right, Tone.FAINT);
    }

    /** State and side, on that side's half of the screen: word, place and colour say the same. */
    private void sideWord(int row) {
        var side = caption.side();
        var words = caption.state() + (side.isEmpty() ? "" : "  " + side + " SIDE");
        // Where half a screen is narrow, the side alone is what has to be read.
        var fitting = Width.of(words) <= half().columns() ? words : caption.state() + " " + side;
        center(row, half(), fitting, session.paused() || session.stage() == Stage.STOP ? Tone.ALERT : tone());
    }

    /** The half of the screen that belongs to the side; the middle for both sides at once. */
    private Box half() {
        int middle = screen.columns() / 2;
        return switch (session.step().side()) {
            case LEFT -> new Box(0, 0, middle, screen.rows());
            case RIGHT -> new Box(screen.columns() - middle, 0, middle, screen.rows());
            case BOTH ->
                isSmall() || session.step().exercise().figure().isEmpty()
                        ? new Box(0, 0, screen.columns(), screen.rows())
                        : new Box(screen.columns() / 3, 0, screen.columns() / 3, screen.rows());
        };
    }

    /** Where the figure goes: the half that the digits leave, or the left third. */
    private Box other(Box body) {
        int left = session.step().side() == Side.LEFT ? half().columns() : inset();
        int columns = (session.step().side() == Side.BOTH ? screen.columns() / 3 : screen.columns() / 2) - inset();
        return new Box(left, body.top(), columns, body.rows());
    }

    private void figure(Box box) {
        if (box.columns() < Drawing.LEAST_COLUMNS || box.rows() < Drawing.LEAST_ROWS) {
            return;
        }
        session.step().exercise().figure().ifPresent(figure -> {
            int row = box.top();
            for (var runs : Drawing.of(pose(figure), box.columns(), box.rows(), screen.unicode())
                    .runs()) {
                int column = box.left();
                for (var run : runs) {
                    canvas.put(row, column, run.text(), tone(run.pen()));
                    column += run.text().length();
                }
                row++;
            }
        });
    }

    private Tone tone(Pen pen) {
        return switch (pen) {
            case FLOOR, THING, FAR -> Tone.FAINT;
            case BODY -> Tone.PLAIN;
            case WORKING, ARROW -> tone();
        };
    }

    /** Getting ready shows the way in, over and over; a hold stays in its last frame; phases lead to the next frame. */
    private Sketch pose(Figure figure) {
        int last = figure.frames().size() - 1;
        var side = session.step().side();
        if (session.stage() == Stage.WORK && caption.counts()) {
            var beat = session.beat();
            double part = eased(beat.part(session.attempt().work()));
            return Sketch.of(figure, beat.index(), beat.index() + 1, part, side);
        }
        if (!session.stage().isPreparation() || last == 0) {
            return Sketch.of(figure, last, last, 0, side);
        }
        // One second to move and one to look, for each move; out of a hold nothing leads back but a cut.
        double at = session.attempt().elapsed() / 2e9;
        int from = (int) at % (session.step().kind() == Kind.HOLD ? last : last + 1);
        return Sketch.of(figure, from, from + 1, eased(Math.min(1, (at - (int) at) * 2)), side);
    }

    /** Movements of a body begin and end gently. */
    private static double eased(double part) {
        return part * part * (3 - 2 * part);
    }

    private void center(int row, Box box, String text, Tone tone) {
        canvas.put(row, Math.max(0, box.left() + (box.columns() - Width.of(text)) / 2), text, tone);
    }

    private void text(int row, int rows) {
        lines(row, rows, caption.instructions());
    }

    private void lines(int row, int rows, List<String> texts) {
        int at = 0;
        for (var text : texts) {
            for (var line : Width.wrap(text, screen.columns() - 2 * inset())) {
                if (at < rows) {
                    canvas.put(row + at++, inset(), line, Tone.PLAIN);
                }
            }
        }
    }

    /** How much of the phase is over, beside the word for it. */
    private void phase(int row) {
        int columns = Math.min(24, screen.columns() / 3);
        int done = (int) (session.beat().part(session.attempt().elapsed()) * columns);
        center(row, half(), bar(done, columns), tone());
    }

    private String bar(int done, int columns) {
        return (screen.unicode() ? "█" : "#").repeat(done) + (screen.unicode() ? "░" : "-").repeat(columns - done);
    }

    private void footer() {
        int bottom = screen.rows() - 1;
        int columns = screen.columns() - 2 * inset();
        int above = isSmall() ? 0 : 1;
        double all = (double) session.script().length().toMillis();
        double left = Math.min(all, (double) caption.secondsLeft() * 1000);
        canvas.put(bottom - 2 - above, inset(), caption.next(), Tone.FAINT);
        canvas.put(bottom - 1 - above, inset(), bar((int) ((all - left) / all * columns), columns), Tone.PLAIN);
        if (!screen.notice().isEmpty()) {
            canvas.put(bottom, inset(), Width.cut(screen.notice(), columns), Tone.ALERT);
        } else if (session.overlay() == Overlay.QUIT) {
            canvas.put(bottom, inset(), "Quit? q again to quit, any other key to go on", Tone.ALERT);
        } else {
            canvas.put(bottom, inset(), keyLine(columns), Tone.FAINT);
        }
    }

    /** As many keys as fit, and always how to see the rest. */
    private static String keyLine(int columns) {
        var named = Arrays.stream(Key.values())
                .map(key -> key.shown() + " " + key.word())
                .toList();
        var all = String.join("   ", named);
        if (Width.of(all) <= columns) {
            return all;
        }
        var few = List.of(Key.PAUSE, Key.SKIP, Key.BACK, Key.HURT, Key.QUIT, Key.HELP).stream()
                .map(key -> key.shown() + " " + key.word())
                .collect(Collectors.joining("   "));
        return Width.of(few) <= columns ? few : "space pause  s skip  q quit  ? more";
    }

    private void keys() {
        canvas.put(0, inset(), "Keys (any key goes back; the clock runs on)", Tone.STRONG);
        int row = screen.rows() > Key.values().length + 2 ? 2 : 1;
        for (var key : Key.values()) {
            canvas.put(row++, inset(), Width.pad(key.shown(), 7) + key.explained(), Tone.PLAIN);
        }
    }

    private void end() {
        var ending = session.ending().orElseThrow();
        canvas.put(
                0,
                inset(),
                session.plan().routine().name() + ": " + ending.outcome().id(),
                Tone.STRONG);
        lines(2, screen.rows() - 4, caption.done());
        lines(screen.rows() - 2, 2, screen.farewell());
    }

    private Tone tone() {
        return session.paused() ? Tone.STRONG : Tone.of(session.step().side());
    }
}
