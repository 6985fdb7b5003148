package stretch.screen.canvas;

import stretch.text.Named;

/** What the colours have to stand out from. */
public enum Theme implements Named {
    AUTO,
    DARK,
    LIGHT,
    /** The terminal's own two colours at their strongest, and nothing else. */
    CONTRAST;

    /** The luminance of the grey that has the same contrast with black and with white: 4.6:1. */
    private static final double MIDDLE = 0.179;

    /**
     * The theme for a background as the variable COLORFGBG tells it, where a terminal sets that.
     *
     * @param colours ends in the number of one of sixteen colours: 7 and 15 are light
     */
    public static Theme ofNumbers(String colours) {
        return colours.matches(".*;(7|15)") ? LIGHT : colours.matches(".*;\\d+") ? DARK : AUTO;
    }

    /** The theme for a background by its red, green and blue, each from 0 to 1. */
    public static Theme of(double red, double green, double blue) {
        return luminance(red, green, blue) < MIDDLE ? DARK : LIGHT;
    }

    /** How bright a colour looks, from 0 to 1, as WCAG 2 defines it. */
    public static double luminance(double red, double green, double blue) {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(double share) {
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
