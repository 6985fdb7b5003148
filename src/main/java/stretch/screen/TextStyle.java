package stretch.screen;

import stretch.catalogue.Side;

/** What a piece of the screen means; the terminal decides how it looks, and the words say it too. */
public enum TextStyle {
    PLAIN,
    STRONG,
    FAINT,
    LEFT,
    RIGHT,
    /** A whole screen in the colour of a side. */
    LEFT_FLOOD,
    RIGHT_FLOOD,
    ALERT;

    /** The tone of a screen that calls for a change to a side. */
    static TextStyle flood(Side side) {
        return side == Side.LEFT ? LEFT_FLOOD : RIGHT_FLOOD;
    }

    /** The tone of a side. */
    static TextStyle of(Side side) {
        return switch (side) {
            case LEFT -> LEFT;
            case RIGHT -> RIGHT;
            case BOTH -> STRONG;
        };
    }
}
