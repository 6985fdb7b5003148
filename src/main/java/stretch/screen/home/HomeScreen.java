package stretch.screen.home;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import stretch.screen.canvas.Canvas;
import stretch.screen.canvas.Rect;
import stretch.screen.canvas.TextStyle;
import stretch.screen.home.HomePage.HomeLine;
import stretch.screen.home.HomePage.HomeRoutine;
import stretch.text.DisplayWidth;

/** Draws the home screen; the same page on the same screen always gives the same picture. */
public record HomeScreen(HomePage page, HomeState state, Canvas canvas) {
    /** A screen with so many rows has a title. */
    private static final int TITLED = 6;

    /** Routines that are shown before anything else is. */
    private static final int FIRST = 3;

    /** Columns of the mark and the letter before a routine. */
    private static final int LABEL = 4;

    /** Rows of the days of the week. */
    private static final int WEEK = 2;

    /** Columns of a day of the week. */
    private static final int DAY = 4;

    /** Draws the page at this moment; the canvas is empty before. */
    public void draw() {
        if (state.help()) {
            help();
        } else {
            paint();
        }
    }

    private Rect all() {
        return canvas.whole().inset(canvas.columns() < 60 ? 0 : 1, 0);
    }

    private void paint() {
        var rest = all();
        var foot = rest.below(rest.rows() - 1);
        rest = rest.upper(rest.rows() - 1);
        boolean titled = canvas.rows() >= TITLED;
        if (titled) {
            canvas.line(rest, 0, page.title(), TextStyle.STRONG);
            rest = rest.below(1);
        }
        int free = rest.rows();
        int routines = Math.min(Math.min(page.routines().size(), FIRST), free);
        int lines = Math.min(page.lines().size(), free - routines);
        boolean fits = free - routines - lines >= WEEK
                && rest.columns() >= DAY * page.week().size();
        int week = fits ? WEEK : 0;
        routines = Math.min(page.routines().size(), free - lines - week);
        int blanks = free - routines - lines - week;
        int above = titled ? Math.min(blanks, 1) : 0;
        rest = rest.below(above);
        blanks -= above;
        routines(rest.upper(routines));
        rest = rest.below(routines + Math.min(blanks, 1));
        if (week > 0) {
            week(rest);
            rest = rest.below(week + (blanks > 1 ? 1 : 0));
        }
        lines(rest, page.lines());
        foot(foot);
    }

    /** As many as there is room for, the chosen one among them. */
    private void routines(Rect rect) {
        var all = page.routines();
        int chosen = Math.min(state.chosen(), Math.max(0, all.size() - 1));
        int first = Math.max(0, Math.min(chosen - rect.rows() / 2, all.size() - rect.rows()));
        int id = DisplayWidth.widest(all.stream().map(HomeRoutine::id));
        int length = DisplayWidth.widest(all.stream().map(HomeRoutine::length));
        // In columns where that cuts no text off or leaves half of the row to the reasons, else one behind the other.
        boolean aligned = DisplayWidth.widest(all.stream().map(one -> text(one, id, length, one.state()))) + LABEL
                        <= rect.columns()
                || 2 * (LABEL + id + length + 4) <= rect.columns();
        for (int row = 0; row < rect.rows() && first + row < all.size(); row++) {
            int place = first + row;
            var one = all.get(place);
            var letter = place < HomeState.LETTERS.length() ? HomeState.LETTERS.substring(place, place + 1) : " ";
            var streak = one.streak().map(words -> "   streak " + words).orElse("");
            var texts = Stream.of(one.state(), one.brief())
                    .map(state -> text(one, aligned ? id : 0, aligned ? length : 0, state))
                    .toList();
            var text = (place == chosen ? "> " : "  ") + letter + " "
                    + DisplayWidth.fitting(texts, rect.columns() - LABEL - DisplayWidth.of(streak));
            var style = place == chosen ? TextStyle.STRONG : TextStyle.PLAIN;
            canvas.line(rect, row, text, streak.strip(), style);
        }
    }

    private static String text(HomeRoutine one, int id, int length, String state) {
        return DisplayWidth.pad(one.id(), id) + "  " + " ".repeat(Math.max(0, length - DisplayWidth.of(one.length())))
                + one.length() + "  " + state;
    }

    /** A block for each of the last days, today at the right; what was not done is hollow. */
    private void week(Rect rect) {
        for (int i = 0; i < page.week().size(); i++) {
            var day = page.week().get(i);
            var block = new Rect(rect.left() + i * DAY, rect.top(), DAY - 1, 1);
            day.paint(canvas, block, day.done() ? TextStyle.BOTH : TextStyle.FAINT, TextStyle.FAINT);
        }
    }

    private void lines(Rect rect, List<HomeLine> lines) {
        int wide = DisplayWidth.widest(lines.stream().map(HomeLine::label));
        for (int i = 0; i < Math.min(rect.rows(), lines.size()); i++) {
            var line = lines.get(i);
            canvas.line(rect, i, DisplayWidth.pad(line.label(), wide) + "  " + line.text(), TextStyle.PLAIN);
        }
    }

    private void foot(Rect rect) {
        if (!state.notice().isEmpty()) {
            canvas.line(rect, 0, state.notice(), TextStyle.ALERT);
            return;
        }
        var most = Stream.of(HomeKey.START, HomeKey.RESUME, HomeKey.CHECK_IN, HomeKey.HELP, HomeKey.QUIT);
        var fewer = Stream.of(HomeKey.START, HomeKey.CHECK_IN, HomeKey.HELP, HomeKey.QUIT);
        var few = Stream.of(HomeKey.START, HomeKey.HELP);
        var named = Arrays.stream(HomeKey.values()).filter(key -> !key.word().isEmpty());
        var lines = List.of(
                named(named.filter(this::does), "   "),
                named(most.filter(this::does), "  "),
                named(fewer, "  "),
                named(few, "  "),
                named(Stream.of(HomeKey.HELP), ""),
                HomeKey.HELP.shown());
        canvas.line(rect, 0, DisplayWidth.fitting(lines, rect.columns()), TextStyle.FAINT);
    }

    /** Whether a key does something just now. */
    private boolean does(HomeKey key) {
        return key != HomeKey.RESUME || page.resumable();
    }

    private static String named(Stream<HomeKey> keys, String between) {
        return String.join(
                between, keys.map(key -> key.shown() + " " + key.word()).toList());
    }

    private void help() {
        var keys = Arrays.stream(HomeKey.values())
                .filter(this::does)
                .map(key -> new HomeLine(key.shown(), key.explained()));
        var letter = new HomeLine("letter", "the routine with this letter");
        canvas.line(all(), 0, "Keys", TextStyle.STRONG);
        lines(all().below(1), Stream.concat(keys, Stream.of(letter)).toList());
    }
}
