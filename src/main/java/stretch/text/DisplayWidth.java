package stretch.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How many terminal columns text takes, and text fitted into columns. */
public final class DisplayWidth {
    /** What a line is not broken inside of: a word, and a number with its unit. */
    private static final Pattern WORD = Pattern.compile("\\S*\\d (?:s|min|h)\\b\\S*|\\S+");

    private DisplayWidth() {}

    /** Columns of the text: 2 for East Asian wide characters and emoji, 0 for combining marks, else 1. */
    public static int of(String text) {
        int columns = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            columns += of(text.codePointAt(i));
        }
        return columns;
    }

    /** Columns of the widest of these; 0 if there is none. */
    public static int widest(Stream<String> texts) {
        return texts.mapToInt(DisplayWidth::of).max().orElse(0);
    }

    /** Columns of one character. */
    public static int of(int c) {
        if (c < 0x300) {
            return 1;
        }
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        return isWide(c) ? 2 : 1;
    }

    // The blocks that Unicode's EastAsianWidth.txt marks W or F, taken whole.
    private static boolean isWide(int c) {
        return (c >= 0x1100 && c <= 0x115F)
                || (c >= 0x2E80 && c <= 0xA4CF && c != 0x303F)
                || (c >= 0xAC00 && c <= 0xD7A3)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0xFE30 && c <= 0xFE6F)
                || (c >= 0xFF00 && c <= 0xFF60)
                || (c >= 0xFFE0 && c <= 0xFFE6)
                || (c >= 0x1F300 && c <= 0x1F64F)
                || (c >= 0x1F900 && c <= 0x1F9FF)
                || (c >= 0x20000 && c <= 0x3FFFD);
    }

    public static String cut(String text, int columns) {
        var out = new StringBuilder();
        int used = 0;
        for (int c : text.codePoints().toArray()) {
            used += of(c);
            if (used > columns) {
                break;
            }
            out.appendCodePoint(c);
        }
        return out.toString();
    }

    /**
     * The text in at most so many columns; of one that is too long the words that fit, and a mark of that as far as there
     * is room for it. Only a first word that is too long by itself is cut.
     */
    public static String shortened(String text, int columns, String mark) {
        if (of(text) <= columns) {
            return text;
        }
        var room = cut(text, columns - of(mark));
        int end = text.charAt(room.length()) == ' ' ? room.length() : room.lastIndexOf(' ') + 1;
        var words = room.substring(0, end).stripTrailing();
        return cut((words.isEmpty() ? room.stripTrailing() : words) + mark, columns);
    }

    /** The first of these that fits into so many columns, or else the last. */
    public static String fitting(List<String> texts, int columns) {
        return texts.stream().filter(text -> of(text) <= columns).findFirst().orElse(texts.get(texts.size() - 1));
    }

    /** The text followed by blanks up to so many columns. */
    public static String pad(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - of(text)));
    }

    /** The text broken at blanks into lines of at most so many columns; a longer word is cut into pieces. */
    public static List<String> wrap(String text, int columns) {
        return wrap(text, columns, true);
    }

    /**
     * The same, but a longer word, such as a path, stays whole on a line of its own, so that it can be copied; and
     * so do the blanks of a column.
     */
    public static List<String> wrapWords(String text, int columns) {
        return wrap(text, columns, false);
    }

    private static List<String> wrap(String text, int columns, boolean cuts) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        var stripped = text.strip();
        var words = WORD.matcher(stripped);
        int past = 0;
        while (words.find()) {
            var gap = cuts ? " " : stripped.substring(past, words.start());
            past = words.end();
            String word = words.group();
            while (cuts && of(word) > columns) {
                String room = cut(word, Math.max(1, columns));
                // A wide character in a one-column space still has to go somewhere.
                String piece = room.isEmpty() ? word.substring(0, word.offsetByCodePoints(0, 1)) : room;
                flush(lines, line);
                lines.add(piece);
                word = word.substring(piece.length());
            }
            if (!line.isEmpty() && of(line + gap + word) > columns) {
                flush(lines, line);
            }
            line.append(line.isEmpty() || word.isEmpty() ? "" : gap).append(word);
        }
        flush(lines, line);
        return lines;
    }

    /** The line if it fits into so many columns, else as {@link #wrapWords} breaks it, further lines indented by two more. */
    public static List<String> folded(String line, int columns) {
        var text = line.strip();
        int indent = line.indexOf(text);
        if (of(line) <= columns || indent + 2 >= columns) {
            return List.of(line);
        }
        var lines = new ArrayList<String>();
        for (var piece : wrapWords(text, columns - indent - 2)) {
            lines.add(" ".repeat(lines.isEmpty() ? indent : indent + 2) + piece);
        }
        return lines;
    }

    private static void flush(List<String> lines, StringBuilder line) {
        if (!line.isEmpty()) {
            lines.add(line.toString());
            line.setLength(0);
        }
    }
}
