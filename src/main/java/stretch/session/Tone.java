package stretch.session;

/** What a piece of the screen means; the terminal decides how it looks, and the words say it too. */
public enum Tone {
    PLAIN,
    STRONG,
    FAINT,
    LEFT,
    RIGHT,
    ALERT;

    /** The tone of a side. */
    static Tone of(stretch.catalogue.Side side) {
        return switch (side) {
            case LEFT -> LEFT;
            case RIGHT -> RIGHT;
            case BOTH -> STRONG;
        };
    }
}
