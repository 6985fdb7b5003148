package stretch.report;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.IntSummaryStatistics;
import java.util.Locale;

/** Numbers and dates as a page says them. */
final class ReportText {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);

    private ReportText() {}

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String weekday(LocalDate day) {
        return WEEKDAY.format(day);
    }

    /** {@code 1 session}, {@code 2 sessions}. */
    static String amount(long count, String what) {
        return String.format(Locale.ROOT, "%,d %s%s", count, what, count == 1 ? "" : "s");
    }

    /** The mean of what was said: {@code 3.5}; a dash without an answer. */
    static String mean(IntSummaryStatistics answers) {
        return answers.getCount() == 0 ? "–" : String.format(Locale.ROOT, "%.1f", answers.getAverage());
    }

    /** The text, of which no more than so many characters are kept. */
    static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)).strip() + "…";
    }
}
