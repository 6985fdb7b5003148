package stretch.screen;

import java.util.List;
import stretch.catalogue.exercise.Side;
import stretch.screen.canvas.Rect;

/**
 * Where the parts of a screen are; none lies over another.
 *
 * @param tank the edge of the side that works, from top to bottom; empty for both sides at once
 * @param stage what can be read from afar, with the frame around it
 * @param word where the word of the phase stands
 * @param body the number, the gauge and the figure
 * @param cue the line of the script that counts now
 * @param thumbnail the figure of the next exercise
 * @param foot rows of small text
 */
record ScreenLayout(Rung rung, Rect tank, Rect stage, Rect word, Rect body, Rect cue, Rect thumbnail, Rect foot) {
    /** How high a letter of a word is in blocks. */
    private static final int LETTER = 5;

    /** What stands at the end of the cue where the small text has no room for it. */
    static final String MUTED = "muted";

    /** Columns between the cue and the next figure, or the word at its end. */
    private static final int GAP = 2;

    /**
     * A step of the ladder: what a screen of at least so many columns and rows has room for.
     *
     * @param tank columns of the tank
     * @param word how many rows a block of the phase's word is high; 0 where the word is one of the small text
     * @param frame whether there is room for a frame around the stage, and for some air
     * @param cue rows of the cue
     * @param largeCue whether the cue may be in letters of double height
     * @param thumbnail columns of the next figure
     * @param foot rows of small text at the foot
     */
    record Rung(
            int columns,
            int rows,
            int tank,
            int word,
            boolean frame,
            int cue,
            boolean largeCue,
            int thumbnail,
            int foot) {}

    /** All of them, the largest first; a screen takes the first that fits into it. */
    static final List<Rung> LADDER = List.of(
            // columns, rows, tank, word, frame, cue, largeCue, thumbnail, foot
            new Rung(160, 50, 28, 3, true, 9, true, 24, 4),
            new Rung(116, 41, 26, 2, true, 9, true, 16, 4),
            new Rung(116, 38, 26, 2, true, 9, true, 16, 3),
            new Rung(72, 21, 14, 1, true, 2, false, 0, 3),
            new Rung(72, 19, 14, 1, true, 2, false, 0, 2),
            new Rung(56, 17, 10, 1, false, 2, false, 0, 2),
            new Rung(34, 12, 9, 1, false, 1, false, 0, 0),
            new Rung(22, 7, 3, 0, false, 1, false, 0, 1),
            new Rung(20, 3, 0, 0, false, 1, false, 0, 2),
            new Rung(1, 1, 0, 0, false, 0, false, 0, 1));

    /** The layout of a screen while this side works. */
    static ScreenLayout of(int columns, int rows, Side side) {
        var rung = LADDER.stream()
                .filter(one -> one.columns <= columns && one.rows <= rows)
                .findFirst()
                .orElseThrow();
        int tank = side == Side.BOTH ? 0 : rung.tank;
        int left = side == Side.LEFT ? tank : 0;
        int free = columns - tank;
        // Large letters stand clear of what is above them.
        int air = rung.largeCue ? 1 : 0;
        var stage = new Rect(left, 0, free, rows - air - rung.cue - rung.foot);
        // Without a frame there is one column of air, between the tank and the rest.
        var inner = rung.frame
                ? stage.inset(2, 1)
                : new Rect(left + (left > 0 ? 1 : 0), 0, free - (rung.tank > 0 ? 1 : 0), stage.rows());
        var word = inner.upper(LETTER * rung.word);
        var body = inner.below(rung.word == 0 ? 0 : word.rows() + 1);
        int thumbnail = rung.thumbnail == 0 ? 0 : rung.thumbnail + GAP;
        return new ScreenLayout(
                rung,
                new Rect(side == Side.RIGHT ? free : 0, 0, tank, rows),
                stage,
                word,
                body,
                new Rect(inner.left(), stage.bottom() + air, inner.columns() - thumbnail, rung.cue),
                new Rect(inner.right() - rung.thumbnail, stage.bottom() + air, rung.thumbnail, rung.cue),
                new Rect(inner.left(), rows - rung.foot, inner.columns(), rung.foot));
    }

    /** The same for a muted session: where the small text is one row at most, the cue leaves room for a word at its end. */
    ScreenLayout muted() {
        boolean room = foot.rows() > 1 || cue.rows() == 0;
        return room
                ? this
                : new ScreenLayout(
                        rung,
                        tank,
                        stage,
                        word,
                        body,
                        cue.first(cue.columns() - MUTED.length() - GAP),
                        thumbnail,
                        foot);
    }

    /** Whether there is a word at the end of the cue. */
    boolean isSigned() {
        return thumbnail.columns() == 0 && cue.columns() < foot.columns();
    }

    /** The cue in the place of the next figure too. */
    Rect wideCue() {
        return new Rect(cue.left(), cue.top(), foot.columns(), cue.rows());
    }

    /** The body where no frame is drawn below it. */
    Rect openBody() {
        return rung.frame ? body.between(body.top(), body.bottom() + 1) : body;
    }
}
