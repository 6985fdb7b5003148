package stretch.terminal;

import org.jline.utils.AttributedStyle;
import stretch.session.Tone;

/** How each meaning looks; without colour the weight of the letters is left, and the words say the rest. */
final class Palette {
    private final boolean colour;

    Palette(boolean colour) {
        this.colour = colour;
    }

    AttributedStyle style(Tone tone) {
        var plain = AttributedStyle.DEFAULT;
        return switch (tone) {
            case PLAIN -> plain;
            case STRONG -> plain.bold();
            case FAINT -> plain;
            case LEFT -> colour ? plain.bold().foreground(AttributedStyle.CYAN) : plain.bold();
            case RIGHT -> colour ? plain.bold().foreground(AttributedStyle.MAGENTA) : plain.bold();
            case ALERT -> plain.bold().inverse();
        };
    }
}
