package stretch.screen.canvas;

import stretch.catalogue.exercise.Side;

/** What a piece of the screen means; the terminal decides how it looks, and the words say it too. */
public enum TextStyle {
    PLAIN,
    STRONG,
    FAINT,
    LEFT,
    RIGHT,
    /** Both sides at once. */
    BOTH,
    /** A ground in the colour of a side. */
    LEFT_FLOOD,
    RIGHT_FLOOD,
    /** The same of both sides, and of a session that is done. */
    BOTH_FLOOD,
    /** A dark ground, on which nothing is to be done. */
    REST_FLOOD,
    /** A ground that says stop. */
    STOP_FLOOD,
    /** A shape that steps back behind others; never a word. */
    DIM,
    ALERT;

    /** The ground in the tone of a side. */
    public static TextStyle flood(Side side) {
        return switch (side) {
            case LEFT -> LEFT_FLOOD;
            case RIGHT -> RIGHT_FLOOD;
            case BOTH -> BOTH_FLOOD;
        };
    }

    /** The tone of a side. */
    public static TextStyle of(Side side) {
        return switch (side) {
            case LEFT -> LEFT;
            case RIGHT -> RIGHT;
            case BOTH -> BOTH;
        };
    }
}
