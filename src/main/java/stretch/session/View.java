package stretch.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import stretch.catalogue.Kind;
import stretch.catalogue.Side;
import stretch.session.Session.Stage;
import stretch.text.Durations;
import stretch.text.Width;

/** Draws a session; the same session on the same screen always gives the same picture. */
public final class View {
    /** Below these the digits give way to a line, and below the least everything is one line. */
    private static final int FULL_ROWS = 18;

    private static final int FULL_COLUMNS = 60;
    private static final int LEAST_ROWS = 8;
    private static final int LEAST_COLUMNS = 30;

    /** A form cue stays this long: slow enough to act on before the next one comes. Our choice. */
    private static final Duration CUE = Duration.ofSeconds(10);

    private final Session session;
    private final Screen screen;
    private final Canvas canvas;

    private View(Session session, Screen screen) {
        this.session = session;
        this.screen = screen;
        this.canvas = new Canvas(screen.columns(), screen.rows());
    }

    /** The picture of a session on a screen. */
    public static Canvas of(Session session, Screen screen) {
        var view = new View(session, screen);
        if (screen.rows() < LEAST_ROWS || screen.columns() < LEAST_COLUMNS) {
            view.line();
        } else if (screen.rows() < FULL_ROWS || screen.columns() < FULL_COLUMNS) {
            view.small();
        } else {
            view.full();
        }
        return view.canvas;
    }

    private void line() {
        var side = session.step().side() == Side.BOTH ? "" : word(session.step().side()) + " ";
        canvas.put(
                0,
                0,
                number() + " " + side + state() + " "
                        + session.step().exercise().name(),
                tone());
    }

    private void small() {
        header();
        canvas.put(1, 0, session.step().exercise().name(), Tone.STRONG);
        sideWord(2);
        center(3, half(), number() + unit(), tone());
        int textRows = screen.rows() - 8;
        text(5, 0, screen.columns(), Math.max(1, textRows));
        footer(0);
    }

    private void full() {
        header();
        canvas.put(2, 2, session.step().exercise().name(), Tone.STRONG);
        sideWord(3);
        int textRows = Math.min(5, Math.max(3, screen.rows() / 8));
        int digitRows = screen.rows() - 5 - textRows - 6;
        char block = screen.unicode() ? '█' : '#';
        Digits.paint(canvas, new Box(half().left(), 5, half().columns(), digitRows), number(), tone(), block);
        text(5 + digitRows + 1, 2, screen.columns() - 4, textRows);
        footer(2);
    }

    private void header() {
        int inset = screen.columns() < FULL_COLUMNS ? 0 : 2;
        var place = "step " + session.step().number() + " of "
                + session.plan().steps().size();
        var left = minutes(session.leftInAll()) + " left ";
        var right = screen.columns() < FULL_COLUMNS ? left.strip() : place + "   " + left;
        canvas.put(0, inset, session.plan().routine().name(), Tone.PLAIN);
        canvas.put(0, screen.columns() - Width.of(right) - 1, " " + right, Tone.FAINT);
    }

    /** State and side, on that side's half of the screen: word, place and colour say the same. */
    private void sideWord(int row) {
        var side = session.step().side();
        var words = state() + (side == Side.BOTH ? "" : "  " + word(side) + " SIDE");
        // Where half a screen is narrow, the side alone is what has to be read.
        center(
                row,
                half(),
                Width.of(words) <= half().columns() ? words : state() + " " + word(side),
                session.paused() ? Tone.ALERT : tone());
    }

    /** The half of the screen that belongs to the side; all of it for both sides at once. */
    private Box half() {
        int middle = screen.columns() / 2;
        return switch (session.step().side()) {
            case LEFT -> new Box(0, 0, middle, screen.rows());
            case RIGHT -> new Box(screen.columns() - middle, 0, middle, screen.rows());
            case BOTH -> new Box(0, 0, screen.columns(), screen.rows());
        };
    }

    private void center(int row, Box box, String text, Tone tone) {
        canvas.put(row, Math.max(0, box.left() + (box.columns() - Width.of(text)) / 2), text, tone);
    }

    private void text(int row, int left, int columns, int rows) {
        var lines = instructions().stream()
                .flatMap(line -> Width.wrap(line, columns).stream())
                .toList();
        for (int i = 0; i < Math.min(rows, lines.size()); i++) {
            canvas.put(row + i, left, lines.get(i), Tone.PLAIN);
        }
    }

    /** While getting ready: which leg goes where, then the set-up. While working: one form cue at a time. */
    private List<String> instructions() {
        var exercise = session.step().exercise();
        var side = exercise.sidePrompts().getOrDefault(session.step().side(), "");
        if (session.stage() == Stage.READY) {
            var lines = new ArrayList<String>();
            if (!session.step().changesSide()) {
                lines.add(String.join(" ", exercise.setup()));
            }
            lines.add(side);
            return lines;
        }
        var cues = new ArrayList<>(exercise.cues());
        cues.add(exercise.feel());
        cues.removeIf(String::isBlank);
        long turn = session.inStage() / CUE.toNanos();
        return cues.isEmpty() ? List.of() : List.of(cues.get((int) (turn % cues.size())));
    }

    private void footer(int inset) {
        int bottom = screen.rows() - 1;
        int columns = screen.columns() - 2 * inset;
        canvas.put(bottom - 2 - inset / 2, inset, "Next: " + next(), Tone.FAINT);
        canvas.put(bottom - 1 - inset / 2, inset, bar(columns), Tone.PLAIN);
        if (session.quitting()) {
            canvas.put(bottom, inset, "Quit? q again to quit, any other key to go on", Tone.ALERT);
        } else {
            canvas.put(bottom, inset, keys(columns), Tone.FAINT);
        }
    }

    private String next() {
        return session.following()
                .map(step -> step.changesSide()
                        ? step.side().id() + " side"
                        : step.exercise().name()
                                + (step.side() == Side.BOTH
                                        ? ""
                                        : ", " + step.side().id() + " side"))
                .orElse("the end");
    }

    private String bar(int columns) {
        double all = (double) session.plan().length().toMillis();
        double left = Math.min(all, (double) session.leftInAll().toMillis());
        int done = (int) ((all - left) / all * columns);
        return (screen.unicode() ? "█" : "#").repeat(done) + (screen.unicode() ? "░" : "-").repeat(columns - done);
    }

    private String keys(int columns) {
        var named = Arrays.stream(Key.values())
                .map(key -> key.shown() + " " + key.word())
                .collect(Collectors.joining("   "));
        return Width.of(named) <= columns ? named : named.replace("   ", " ");
    }

    /** Seconds left of a wait or a hold, or which repetition runs. */
    private String number() {
        if (session.stage() == Stage.WORK && session.step().kind() != Kind.HOLD) {
            return Integer.toString(Math.min(session.beat().count(), session.target()));
        }
        // Rounded up: a countdown shows 1 during the last second, and never a 0 that still lasts.
        long seconds = (session.left().toMillis() + 999) / 1000;
        return seconds < 100 ? Long.toString(seconds) : seconds / 60 + ":" + String.format("%02d", seconds % 60);
    }

    private String unit() {
        return session.stage() == Stage.WORK && session.step().kind() != Kind.HOLD
                ? " of " + session.step().amount(session.target())
                : " s";
    }

    private String state() {
        if (session.ending().isPresent()) {
            return "DONE";
        }
        if (session.paused()) {
            return "PAUSED";
        }
        if (session.stage() == Stage.READY) {
            return session.step().changesSide() ? "CHANGE SIDES" : "GET READY";
        }
        return session.step().kind() == Kind.HOLD
                ? "HOLD"
                : session.beat().phase().name().toUpperCase(Locale.ROOT);
    }

    private Tone tone() {
        return Tone.of(session.step().side());
    }

    private static String word(Side side) {
        return side.id().toUpperCase(Locale.ROOT);
    }

    private static String minutes(Duration left) {
        // Whole seconds upwards, so that the sum does not jump against the countdown.
        return Durations.words(Duration.ofSeconds((left.toMillis() + 999) / 1000));
    }
}
