package stretch.history.transfer.export;

import java.util.regex.Pattern;

/**
 * Keeps spreadsheets from running text as a formula, or reading it as a number, in a way that can be undone.
 *
 * <p>A spreadsheet runs a cell that begins with {@code = + - @} or a control character (OWASP, "CSV Injection"), and
 * makes 12345 of {@code 00012345} and {@code 123E+11} of {@code 123e11}, as ids of devices may be. Such a text gets an apostrophe in front, the spreadsheets' own mark for "this is text". A text that has apostrophes in
 * front of such a beginning already gets one more, so that taking one away always gives the text as it was.
 */
public final class CsvInjection {
    private static final Pattern RUN =
            Pattern.compile("'*([\\s\\p{Cntrl}]*[=+\\-@\\t\\r].*|\\d+([eE]\\d+)?)", Pattern.DOTALL);

    private CsvInjection() {}

    /** The text as it goes into a cell. */
    public static String neutralised(String text) {
        return !isPlain(text) && RUN.matcher(text).matches() ? "'" + text : text;
    }

    /** Nearly every text begins with a letter, or with digits and another sign, and in a long export that is seen faster. */
    private static boolean isPlain(String text) {
        int i = 0;
        while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        return text.isEmpty()
                || (i == 0
                        ? Character.isLetter(text.charAt(0))
                        : i < text.length() && text.charAt(i) != 'e' && text.charAt(i) != 'E');
    }

    /** The text that the cell was made of. */
    public static String restored(String cell) {
        return cell.startsWith("'") && RUN.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
