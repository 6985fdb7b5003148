package stretch.terminal;

import stretch.screen.canvas.TextStyle;
import stretch.screen.canvas.Theme;

/**
 * How each meaning looks; without colour the weight of the letters is left, and the words say the rest.
 *
 * <p>Every colour has a contrast of 4.5:1 or more with what it stands on, and the two sides are blue and orange, which
 * differ for those who see few colours too; a test computes both.
 *
 * @param theme {@link Theme#AUTO} for colours that stand out on black and white alike
 * @param many whether the terminal has 256 colours, most of them the same everywhere, or only its own sixteen
 */
public record Palette(boolean colour, Theme theme, boolean many) {
    /** No colour: that of all other text, or of the ground. */
    static final int DEFAULT = -1;

    /** How heavy letters are, as SGR numbers it. */
    enum Weight {
        NORMAL(""),
        BOLD(";1"),
        FAINT(";2");

        private final String sgr;

        Weight(String sgr) {
            this.sgr = sgr;
        }
    }

    /**
     * The look of a piece of text.
     *
     * @param inverse whether the colours of letters and ground change places
     * @param colour the number of one of 256 colours, or {@link #DEFAULT}; likewise the ground
     */
    record Look(Weight weight, boolean inverse, int colour, int ground) {
        Look(Weight weight, int colour) {
            this(weight, false, colour, DEFAULT);
        }

        /** The same with its two colours in each other's place. */
        Look inverted() {
            return new Look(weight, !inverse, colour, ground);
        }

        /** Whether a blank can be seen. */
        boolean hasGround() {
            return inverse || ground != DEFAULT;
        }

        /** The parameters of SGR, which take back whatever was set before. */
        String sgr() {
            return "0" + weight.sgr + (inverse ? ";7" : "") + number(30, colour) + number(40, ground);
        }

        private static String number(int first, int colour) {
            return colour == DEFAULT ? "" : ";" + (colour < 8 ? "" + (first + colour) : first + 8 + ";5;" + colour);
        }
    }

    Look look(TextStyle style) {
        return switch (style) {
            case PLAIN, FAINT -> new Look(Weight.NORMAL, DEFAULT);
            case STRONG -> new Look(Weight.BOLD, DEFAULT);
            case LEFT -> look(75, 25, 63, 6, 4);
            case RIGHT -> look(214, 94, 131, 3, 1);
            case BOTH -> look(36, 22, 29, 2, DEFAULT);
            case LEFT_FLOOD -> look(TextStyle.LEFT).inverted();
            case RIGHT_FLOOD -> look(TextStyle.RIGHT).inverted();
            case BOTH_FLOOD -> look(TextStyle.BOTH).inverted();
            // Dark grey; where there are no greys, black.
            case REST_FLOOD -> white(238, 0, new Look(Weight.BOLD, DEFAULT));
            case STOP_FLOOD -> white(124, 1, look(TextStyle.ALERT));
            case DIM -> new Look(Weight.FAINT, DEFAULT);
            case ALERT -> new Look(Weight.BOLD, DEFAULT).inverted();
        };
    }

    /** White on a ground that is none of the sides' colours, of 256 or of sixteen; otherwise where there is no such colour. */
    private Look white(int ground, int near, Look otherwise) {
        if (!colour || theme == Theme.CONTRAST) {
            return otherwise;
        }
        return many ? new Look(Weight.BOLD, false, 231, ground) : new Look(Weight.BOLD, false, 15, near);
    }

    /** A colour of 256 for each theme, then of sixteen, none of which stands out on black and white alike. */
    private Look look(int dark, int light, int either, int nearDark, int nearLight) {
        int number = !colour
                ? DEFAULT
                : switch (theme) {
                    case DARK -> many ? dark : nearDark;
                    case LIGHT -> many ? light : nearLight;
                    case AUTO -> many ? either : DEFAULT;
                    case CONTRAST -> DEFAULT;
                };
        // Terminals show bold letters in the first eight colours brighter, which on white is too faint.
        boolean brighter = theme == Theme.LIGHT && number != DEFAULT && number < 8;
        return new Look(brighter ? Weight.NORMAL : Weight.BOLD, number);
    }
}
