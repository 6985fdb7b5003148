package stretch.text;

import java.util.Locale;

/**
 * The one gate between foreign text and a terminal: whatever could move the cursor, recolour, reorder or hide
 * something is shown as visible characters instead.
 */
public final class TerminalSafe {
    private TerminalSafe() {}

    /** The text on one line: line breaks and tabs become spaces, everything else as {@link #block}. */
    public static String line(String text) {
        return block(text.replace("\r\n", " ").replace('\n', ' ').replace('\r', ' '))
                .replace('\t', ' ');
    }

    /** The text with its line breaks and tabs kept, and every control, bidi and invisible character as {@code <U+XXXX>}. */
    public static String block(String text) {
        if (isHarmless(text)) {
            return text;
        }
        var out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (isHazard(c)) {
                out.append(String.format(Locale.ROOT, "<U+%04X>", c));
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    /** Whether that is sure at a glance: a character that takes two of Java's has to be looked at as a whole. */
    public static boolean isHarmless(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isHazard(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a character could do more on a terminal than show itself. */
    public static boolean isHazard(int c) {
        if ((c >= ' ' && c <= '~') || c == '\n' || c == '\t') {
            return false;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}
