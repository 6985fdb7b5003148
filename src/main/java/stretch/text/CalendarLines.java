package stretch.text;

import java.nio.charset.StandardCharsets;

/** The lines of an iCalendar file (RFC 5545): folded, with text escaped. */
public final class CalendarLines {
    /** The longest line in bytes, its break not counted (RFC 5545, 3.1). */
    private static final int LONGEST = 75;

    private final StringBuilder out = new StringBuilder();

    /** Adds a line whose value is used as it is. */
    public CalendarLines line(String name, String value) {
        fold(name + ":" + value);
        return this;
    }

    public CalendarLines text(String name, String text) {
        return line(name, escaped(text));
    }

    private static String escaped(String text) {
        var escaped = new StringBuilder();
        text.replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach(c -> {
            switch (c) {
                case '\\', ';', ',' -> escaped.append('\\').append((char) c);
                case '\n' -> escaped.append("\\n");
                // Control characters have no escape, and are not allowed as they are.
                default ->
                    escaped.append(
                            Character.isISOControl(c)
                                    ? TerminalSafe.line(Character.toString(c))
                                    : Character.toString(c));
            }
        });
        return escaped.toString();
    }

    /** Folds between characters, never inside one. */
    private void fold(String line) {
        int bytes = 0;
        for (int i = 0; i < line.length(); ) {
            var character = Character.toString(line.codePointAt(i));
            int more = character.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + more > LONGEST) {
                out.append("\r\n ");
                bytes = 1;
            }
            out.append(character);
            bytes += more;
            i += character.length();
        }
        out.append("\r\n");
    }

    /** The lines, each ended as the format has it. */
    @Override
    public String toString() {
        return out.toString();
    }
}
