package stretch.terminal;

import org.jline.utils.AttributedStyle;
import stretch.screen.TextStyle;
import stretch.screen.Theme;

/**
 * How each meaning looks; without colour the weight of the letters is left, and the words say the rest.
 *
 * @param theme never {@link Theme#AUTO}
 * @param exact whether the terminal shows any colour, or only its own sixteen
 */
public record Palette(boolean colour, Theme theme, boolean exact) {
    /** Blue and orange keep apart for people who see few colours: the palette of Okabe and Ito. */
    private static final int SKY = 0x56b4e9;

    private static final int ORANGE = 0xe69f00;
    private static final int BLUE = 0x0072b2;
    private static final int VERMILION = 0xd55e00;

    /** Their green; a darker one on light, where theirs is too pale. */
    private static final int GREEN = 0x009e73;

    private static final int DARK_GREEN = 0x00795a;

    /** A red with white words on it that is none of the sides' colours. */
    private static final int RED = 0xb3261e;

    AttributedStyle style(TextStyle style) {
        var plain = AttributedStyle.DEFAULT;
        return switch (style) {
            case PLAIN, FAINT -> plain;
            case STRONG -> plain.bold();
            case LEFT -> side(SKY, BLUE, AttributedStyle.CYAN, AttributedStyle.BLUE);
            case RIGHT -> side(ORANGE, VERMILION, AttributedStyle.YELLOW, AttributedStyle.RED);
            case BOTH -> side(GREEN, DARK_GREEN, AttributedStyle.GREEN, AttributedStyle.GREEN);
            case LEFT_FLOOD -> style(TextStyle.LEFT).inverse();
            case RIGHT_FLOOD -> style(TextStyle.RIGHT).inverse();
            case BOTH_FLOOD -> style(TextStyle.BOTH).inverse();
            case STOP_FLOOD -> stop();
            case DIM -> plain.faint();
            case ALERT -> plain.bold().inverse();
        };
    }

    private AttributedStyle stop() {
        var bold = AttributedStyle.DEFAULT.bold();
        if (!colour || theme == Theme.CONTRAST) {
            return bold.inverse();
        }
        var white = bold.foreground(AttributedStyle.BRIGHT + AttributedStyle.WHITE);
        return exact ? bold.foregroundRgb(0xffffff).backgroundRgb(RED) : white.background(AttributedStyle.RED);
    }

    private AttributedStyle side(int dark, int light, int nearDark, int nearLight) {
        var bold = AttributedStyle.DEFAULT.bold();
        if (!colour || theme == Theme.CONTRAST) {
            return bold;
        }
        boolean onLight = theme == Theme.LIGHT;
        return exact ? bold.foregroundRgb(onLight ? light : dark) : bold.foreground(onLight ? nearLight : nearDark);
    }
}
