package stretch.stats;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import stretch.stats.PainWarning.PainAnswer;

/**
 * What was said of the pain in the last four weeks and in the four before; no word on what it comes from.
 *
 * @param now the mean of the last 28 days, today among them; empty without an answer
 * @param before the mean of the 28 days before those
 */
public record PainTrend(OptionalDouble now, int answersNow, OptionalDouble before, int answersBefore) {
    private static final int DAYS = 28;

    /** Adds up by days of practice. */
    public static PainTrend of(List<PainAnswer> answers, LocalDate today) {
        var recent = between(answers, today.minusDays(DAYS - 1L), today);
        var earlier = between(answers, today.minusDays(2L * DAYS - 1), today.minusDays(DAYS));
        return new PainTrend(mean(recent), recent.size(), mean(earlier), earlier.size());
    }

    /** The mean of the week that begins on this day. */
    public static OptionalDouble week(List<PainAnswer> answers, LocalDate first) {
        return mean(between(answers, first, first.plusDays(6)));
    }

    private static List<PainAnswer> between(List<PainAnswer> answers, LocalDate from, LocalDate to) {
        return answers.stream()
                .filter(answer -> !answer.day().isBefore(from) && !answer.day().isAfter(to))
                .toList();
    }

    private static OptionalDouble mean(List<PainAnswer> answers) {
        return answers.stream().mapToInt(PainAnswer::pain).average();
    }
}
