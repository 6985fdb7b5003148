package stretch.terminal;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import stretch.screen.canvas.Canvas;
import stretch.screen.canvas.TextStyle;

/** The escape codes that turn one frame on a terminal into the next: cells that stay as they are cost nothing. */
final class FrameDiff {
    private static final String CLEAR = "\033[0m\033[H\033[2J";

    /** To move the cursor on takes four bytes or more; cells in between that take no more are sent again instead. */
    private static final int CHEAP_GAP = 4;

    /** A full block is sent as a blank on a ground of its colour: a byte instead of three. */
    private static final String BLOCK = "█";

    private static final String BLANK = " ";
    private static final int STYLES = TextStyle.values().length;

    /** What each style looks like, and then what a block of each style does. */
    private final List<Palette.Look> looks;

    /** For each look the first that is the same. */
    private final int[] alike;

    private final int plain;

    private final StringBuilder out = new StringBuilder();
    private @Nullable Canvas shown;
    private int row;
    private int column;

    FrameDiff(Palette palette) {
        var own = Arrays.stream(TextStyle.values()).map(palette::look).toList();
        looks = Stream.concat(own.stream(), own.stream().map(Palette.Look::inverted))
                .toList();
        alike = looks.stream().mapToInt(looks::indexOf).toArray();
        plain = alike[place(TextStyle.PLAIN)];
    }

    /** Where among the looks that of a style is. */
    @SuppressWarnings("EnumOrdinal") // the looks are in the order of the styles
    private static int place(TextStyle style) {
        return style.ordinal();
    }

    /** Nothing is known any more of what the terminal shows. */
    void forget() {
        shown = null;
    }

    /** What to send so that the terminal shows this frame; the letters are plain again after it. */
    String next(Canvas frame) {
        out.setLength(0);
        lose();
        var before = shown;
        if (before == null || before.columns() != frame.columns() || before.rows() != frame.rows()) {
            out.append(CLEAR);
            before = new Canvas(frame.columns(), frame.rows(), frame.unicode());
        }
        // One look after the other: to change it costs more bytes than to move.
        var pending = changes(before, frame);
        for (int look = 0; look < looks.size(); look++) {
            if (!pending[look].isEmpty() && look != plain) {
                out.append("\033[").append(looks.get(look).sgr()).append('m');
                write(before, frame, look, pending[look]);
            }
        }
        if (out.length() > 0) {
            out.append("\033[m");
        }
        write(before, frame, plain, pending[plain]);
        shown = frame;
        return out.toString();
    }

    /** The rows in which cells of each look changed. */
    private BitSet[] changes(Canvas before, Canvas frame) {
        var changes = new BitSet[looks.size()];
        Arrays.setAll(changes, look -> new BitSet());
        for (int y = 0; y < frame.rows(); y++) {
            for (int x = 0; x < frame.columns(); x++) {
                if (changed(before, frame, y, x)) {
                    changes[look(frame, y, x)].set(y);
                }
            }
        }
        return changes;
    }

    /** What is faint stays a block: as a ground it would not be faint everywhere. */
    private boolean isBlock(Canvas canvas, int y, int x) {
        return canvas.glyph(y, x).equals(BLOCK)
                && looks.get(place(canvas.style(y, x))).weight() != Palette.Weight.FAINT;
    }

    private boolean changed(Canvas before, Canvas frame, int y, int x) {
        return !glyph(frame, y, x).equals(glyph(before, y, x)) || look(frame, y, x) != look(before, y, x);
    }

    private String glyph(Canvas canvas, int y, int x) {
        return isBlock(canvas, y, x) ? BLANK : canvas.glyph(y, x);
    }

    /** A blank looks plain, unless its ground has a colour. */
    private int look(Canvas canvas, int y, int x) {
        int look = alike[place(canvas.style(y, x)) + (isBlock(canvas, y, x) ? STYLES : 0)];
        return glyph(canvas, y, x).equals(BLANK) && !looks.get(look).hasGround() ? plain : look;
    }

    private void write(Canvas before, Canvas frame, int look, BitSet rows) {
        for (int y = rows.nextSetBit(0); y >= 0; y = rows.nextSetBit(y + 1)) {
            int end = blankFrom(frame, y);
            for (int x = 0; x < frame.columns(); x++) {
                if (!changed(before, frame, y, x)
                        || look(frame, y, x) != look
                        || frame.glyph(y, x).isEmpty()) {
                    continue;
                }
                move(frame, y, x, look);
                if (x >= end) {
                    out.append("\033[K");
                    break;
                }
                put(frame, x);
            }
        }
    }

    /** Where the blanks at the end of a line begin, which are erased at once. */
    private int blankFrom(Canvas frame, int y) {
        int end = frame.columns();
        while (end > 0 && isPlainBlank(frame, y, end - 1)) {
            end--;
        }
        return end;
    }

    private boolean isPlainBlank(Canvas frame, int y, int x) {
        return glyph(frame, y, x).equals(BLANK) && look(frame, y, x) == plain;
    }

    private void move(Canvas frame, int y, int x, int look) {
        if (row == y && column <= x && isCheap(frame, y, x, look)) {
            while (column < x) {
                put(frame, column);
            }
        } else if (row == y && column < x) {
            out.append("\033[").append(x - column).append('C');
        } else {
            out.append("\033[").append(y + 1).append(';').append(x + 1).append('H');
        }
        row = y;
        column = x;
    }

    private boolean isCheap(Canvas frame, int y, int to, int look) {
        if (to - column > CHEAP_GAP) {
            return false;
        }
        for (int x = column; x < to; x++) {
            var glyph = glyph(frame, y, x);
            boolean alike = look(frame, y, x) == look
                    || (isPlainBlank(frame, y, x) && !looks.get(look).hasGround());
            if (glyph.length() != 1 || glyph.charAt(0) >= 128 || !alike) {
                return false;
            }
        }
        return true;
    }

    private void put(Canvas frame, int x) {
        var glyph = glyph(frame, row, x);
        out.append(glyph);
        column = x + 1;
        boolean last = column == frame.columns();
        if (last || glyph.length() != 1 || frame.glyph(row, column).isEmpty()) {
            // Terminals differ in where they see the cursor after such a one.
            lose();
        }
    }

    private void lose() {
        row = -1;
    }
}
