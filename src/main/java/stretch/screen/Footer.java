package stretch.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
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
    /**
     * Paints all of it.
     *
     * @param cued whether the cue stands elsewhere, so that there is room for the keys in its place
     */
    void paint(ScreenLayout layout, boolean cued) {
        if (layout.isSigned()) {
            var row = layout.wideCue().below(layout.cue().rows() - 1);
            int wide = DisplayWidth.of(ScreenLayout.MUTED);
            canvas.line(row.from(row.columns() - wide), 0, ScreenLayout.MUTED, TextStyle.STRONG);
        }
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
        } else if (foot.rows() > 1 || (cued && !own)) {
            canvas.line(last, 0, keyLine(last.columns()), TextStyle.FAINT);
        }
    }

    /** The same as the shapes say, in words, for who is near, and for who hears the screen; and whether there is sound. */
    void status(Rect rect) {
        var side = text.side();
        var words = text.state() + (side.isEmpty() ? "" : "  " + side + " SIDE") + "  " + text.amount();
        var few = few(text.shortAmount(), side);
        var forms = new ArrayList<>(List.of(words, few, few(text.number(), side)));
        if (session.muted()) {
            var letter = side.substring(0, Math.min(1, side.length()));
            var silent = Stream.of(words + " ", few, few(text.shortAmount(), letter), few(text.number(), letter));
            forms.addAll(0, silent.map(form -> form + " " + ScreenLayout.MUTED).toList());
        }
        var fitting = DisplayWidth.fitting(forms, rect.columns());
        boolean alert = session.paused() || session.stage() == Stage.STOP;
        canvas.line(rect, 0, fitting, session.step().exercise().name(), alert ? TextStyle.ALERT : tone);
    }

    private String few(String amount, String side) {
        return Stream.of(amount, side, text.state())
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private String bar(int columns) {
        double all = Math.max(1, session.script().length().toMillis());
        double left = Math.min(all, (double) text.secondsLeft() * 1000);
        int done = (int) ((all - left) / all * columns);
        return canvas.either("━", "=").repeat(done) + canvas.either("·", "-").repeat(columns - done);
    }

    /** As many of the keys that do something as fit, the most needed first, and always how to see the rest. */
    private String keyLine(int columns) {
        var keys = session.keys();
        var first = session.stage() == Stage.STOP ? Key.SWAP : Key.PAUSE;
        var few = Stream.of(first, Key.HURT, Key.SKIP, Key.QUIT, Key.BACK)
                .filter(keys::contains)
                .toList();
        var lines = new ArrayList<>(List.of(named(keys, "   ")));
        for (int number = few.size(); number > 0; number--) {
            var some = named(few.subList(0, number), "  ");
            lines.addAll(List.of(some + "  ? more", some + "  ?"));
        }
        lines.add("? more");
        return DisplayWidth.fitting(lines, columns);
    }

    private static String named(List<Key> keys, String gap) {
        return keys.stream().map(key -> key.shown() + " " + key.word()).collect(Collectors.joining(gap));
    }
}
