package stretch.screen;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import stretch.screen.canvas.Canvas;
import stretch.screen.canvas.Rect;
import stretch.screen.canvas.TextStyle;
import stretch.session.Key;
import stretch.session.Session;
import stretch.session.Session.Overlay;
import stretch.session.script.Stage;
import stretch.text.DisplayWidth;

/**
 * The small text at the foot: the phase in words, the place in the routine, and the keys.
 *
 * @param notice what is more urgent than the keys; may be empty
 */
record Footer(Session session, SessionText text, Canvas canvas, TextStyle tone, String notice) {
    void paint(ScreenLayout layout) {
        var foot = layout.foot().rows() > 0 ? layout.foot() : layout.cue();
        boolean own = layout.foot().rows() > 0;
        if (own) {
            status(foot);
        }
        if (foot.rows() > 2) {
            var place = text.stepPlace() + "   " + text.timeLeft();
            var ribbon = text.ribbon(canvas.either("•", "*"));
            var whole = DisplayWidth.of(ribbon) * 3 < foot.columns() ? ribbon + "   " + place : place;
            canvas.line(foot, 1, whole + "   " + text.next(), TextStyle.FAINT);
        }
        if (foot.rows() > 3) {
            canvas.line(foot, 2, bar(foot.columns()), TextStyle.FAINT);
        }
        var last = foot.below(foot.rows() - 1);
        var quit = List.of("Quit? q again to quit, any other key to continue", "Quit? q: yes, else: no", "Quit? q");
        var urgent = !notice.isEmpty()
                ? notice
                : session.overlay() == Overlay.QUIT ? DisplayWidth.fitting(quit, last.columns()) : "";
        if (!urgent.isEmpty()) {
            canvas.fill(last, " ", TextStyle.PLAIN);
            canvas.line(last, 0, urgent, TextStyle.ALERT);
        } else if (foot.rows() > 1) {
            canvas.line(last, 0, keyLine(last.columns()), TextStyle.FAINT);
        }
    }

    /** The same as the shapes say, in words: for who is near, and for who hears the screen. */
    void status(Rect rect) {
        var side = text.side();
        var words = text.state() + (side.isEmpty() ? "" : "  " + side + " SIDE") + "  " + text.amount();
        var few = Stream.of(text.shortAmount(), side, text.state()).filter(word -> !word.isEmpty());
        var fitting = DisplayWidth.fitting(List.of(words, String.join(" ", few.toList())), rect.columns());
        var name = session.step().exercise().name() + (session.muted() ? "   muted" : "");
        boolean alert = session.paused() || session.stage() == Stage.STOP;
        canvas.line(rect, 0, fitting, name, alert ? TextStyle.ALERT : tone);
    }

    private String bar(int columns) {
        double all = Math.max(1, session.script().length().toMillis());
        double left = Math.min(all, (double) text.secondsLeft() * 1000);
        int done = (int) ((all - left) / all * columns);
        return canvas.either("━", "=").repeat(done) + canvas.either("·", "-").repeat(columns - done);
    }

    /** As many keys as fit, and always how to see the rest. */
    private static String keyLine(int columns) {
        var all = named(Arrays.stream(Key.values()));
        var few = named(Stream.of(Key.PAUSE, Key.SKIP, Key.BACK, Key.HURT, Key.QUIT, Key.HELP));
        return DisplayWidth.fitting(
                List.of(all, few, "space pause  s skip  q quit  ? more", "space pause  ? more", "? more"), columns);
    }

    private static String named(Stream<Key> keys) {
        return String.join(
                "   ", keys.map(key -> key.shown() + " " + key.word()).toList());
    }
}
