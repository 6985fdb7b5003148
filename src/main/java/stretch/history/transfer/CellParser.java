package stretch.history.transfer;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Reads what stands in a cell, or gives null where it is nothing of the kind.
 *
 * <p>By hand, because a long file has ten million cells, and patterns and formatters took most of the time of an import.
 */
public final class CellParser {
    private static final int LONGEST_NUMBER = 9;
    private static final int LONGEST_SECONDS = 8;

    /** Up to the seconds: {@code 2026-11-21T08:00:00}. */
    private static final String SHAPE = "dddd-dd-ddTdd:dd:dd";

    private static final String ID = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";

    private CellParser() {}

    public static boolean isId(String text) {
        return text.length() == ID.length() && isShaped(text, 0, ID);
    }

    /** A whole number of at most nine digits. */
    static @Nullable Long number(String text) {
        return isDigits(text, 0, text.length(), LONGEST_NUMBER) ? (Long) digits(text, 0, text.length()) : null;
    }

    /** Seconds such as 60, 12.4 or, as spreadsheets may have it, 12,4, as milliseconds; what is finer is cut off. */
    static @Nullable Long millis(String text) {
        int dot = Math.max(text.indexOf('.'), text.indexOf(','));
        int end = dot < 0 ? text.length() : dot;
        if (!isDigits(text, 0, end, LONGEST_SECONDS)
                || (dot >= 0 && !isDigits(text, dot + 1, text.length(), LONGEST_NUMBER))) {
            return null;
        }
        return digits(text, 0, end) * 1000 + (dot < 0 ? 0 : thousandths(text, dot + 1));
    }

    /** A moment with its offset: in the shape of an export at once, in any other of ISO 8601 by Java's own reader. */
    static @Nullable OffsetDateTime moment(String text) {
        try {
            var usual = usualMoment(text);
            return usual == null ? OffsetDateTime.parse(text) : usual;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable OffsetDateTime usualMoment(String text) {
        int seconds = SHAPE.length();
        if (text.length() <= seconds || !isShaped(text, 0, SHAPE)) {
            return null;
        }
        boolean fine = isShaped(text, seconds, ".ddd");
        var offset = offset(text, fine ? seconds + 4 : seconds);
        if (offset == null) {
            return null;
        }
        return LocalDateTime.of(
                        two(text, 0) * 100 + two(text, 2),
                        two(text, 5),
                        two(text, 8),
                        two(text, 11),
                        two(text, 14),
                        two(text, 17),
                        fine ? (int) thousandths(text, seconds + 1) * 1_000_000 : 0)
                .atOffset(offset);
    }

    private static @Nullable ZoneOffset offset(String text, int from) {
        int length = text.length() - from;
        if (length == 1 && text.charAt(from) == 'Z') {
            return ZoneOffset.UTC;
        }
        char sign = length == 0 ? ' ' : text.charAt(from);
        if (length != 6 || (sign != '+' && sign != '-') || !isShaped(text, from + 1, "dd:dd")) {
            return null;
        }
        int minutes = two(text, from + 4);
        int total = two(text, from + 1) * 60 + minutes;
        // What is no offset, or an odd one, is left to Java's own reader.
        boolean odd = minutes > 59 || (sign == '-' && total == 0);
        return odd ? null : ZoneOffset.ofTotalSeconds((sign == '-' ? -60 : 60) * total);
    }

    /** Whether the text has this shape from there: d for a digit, x for a hexadecimal one, all else for itself. */
    private static boolean isShaped(String text, int from, String shape) {
        if (text.length() - from < shape.length()) {
            return false;
        }
        for (int i = 0; i < shape.length(); i++) {
            char c = text.charAt(from + i);
            char wanted = shape.charAt(i);
            boolean right = switch (wanted) {
                case 'd' -> isDigit(c);
                case 'x' -> isDigit(c) || (c >= 'a' && c <= 'f');
                default -> c == wanted;
            };
            if (!right) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigits(String text, int from, int to, int most) {
        for (int i = from; i < to; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return to > from && to - from <= most;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static long digits(String text, int from, int to) {
        long number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + (text.charAt(i) - '0');
        }
        return number;
    }

    /** The first three digits of a fraction, missing ones taken for 0. */
    private static long thousandths(String text, int from) {
        long number = 0;
        for (int i = from; i < from + 3; i++) {
            number = number * 10 + (i < text.length() ? text.charAt(i) - '0' : 0);
        }
        return number;
    }

    private static int two(String text, int from) {
        return (text.charAt(from) - '0') * 10 + (text.charAt(from + 1) - '0');
    }
}
