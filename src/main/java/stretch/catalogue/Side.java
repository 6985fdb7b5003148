package stretch.catalogue;

import java.util.Locale;

/** The side a step works on: of a hip stretch, the side of the hip that is stretched. */
public enum Side {
    LEFT,
    RIGHT,
    BOTH;

    /** The word used in files, exports and on screen. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
