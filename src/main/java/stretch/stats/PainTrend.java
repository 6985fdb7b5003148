package stretch.stats;

import java.time.LocalDate;
import java.util.IntSummaryStatistics;
import java.util.List;
import stretch.stats.PainWarning.PainAnswer;

/**
 * What was said of the pain in the last four weeks and in the four before; no word on what it comes from.
 *
 * @param now of the last 28 days, today among them
 * @param before of the 28 days before those
 */
public record PainTrend(IntSummaryStatistics now, IntSummaryStatistics before) {
    private static final int DAYS = 28;

    /** Adds up by days of practice. */
    public static PainTrend of(List<PainAnswer> answers, LocalDate today) {
        return new PainTrend(
                between(answers, today.minusDays(DAYS - 1L), today),
                between(answers, today.minusDays(2L * DAYS - 1), today.minusDays(DAYS)));
    }

    /** Of the week that begins on this day. */
    public static IntSummaryStatistics week(List<PainAnswer> answers, LocalDate first) {
        return between(answers, first, first.plusDays(6));
    }

    private static IntSummaryStatistics between(List<PainAnswer> answers, LocalDate from, LocalDate to) {
        return answers.stream()
                .filter(answer -> !answer.day().isBefore(from) && !answer.day().isAfter(to))
                .mapToInt(PainAnswer::pain)
                .summaryStatistics();
    }

    /** Whether nothing was said in all that time. */
    public boolean isEmpty() {
        return now.getCount() + before.getCount() == 0;
    }
}
