package stretch.stats;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import stretch.history.History;
import stretch.history.PracticeCalendar;

/** When what somebody says of their pain asks for a word of caution; no judgement on what it comes from. */
public enum PainWarning {
    SEVERE,
    /** It rose within a session. */
    ROSE,
    /** It went up over a week. */
    WORSENING;

    /** From here on pain counts as severe. The number is the practice's own. */
    public static final int SEVERE_PAIN = 8;

    /** A rise within a session from here on is warned of. The number is the practice's own. */
    public static final int RISE = 3;

    private static final int WEEK = 7;

    /** Fewer days with an answer make no trend. Our choice. */
    private static final int LEAST_DAYS = 3;

    /** So many points more over a week are a rise; less is the noise of such scales. Our choice. */
    private static final double TREND = 2;

    /** What somebody said: 0 to 10 on a day. */
    public record PainAnswer(LocalDate day, int pain) {
        /** All that were given from then on, in a list that may be added to. */
        public static List<PainAnswer> since(Instant then, PracticeCalendar calendar, History history) {
            var answers = new ArrayList<PainAnswer>();
            history.pains(calendar, then, (day, pain) -> answers.add(new PainAnswer(day, pain)));
            return answers;
        }
    }

    /** Warns of the pain of one moment. */
    public static Optional<PainWarning> of(int pain) {
        return pain >= SEVERE_PAIN ? Optional.of(SEVERE) : Optional.empty();
    }

    /** Warns of what happened in a session; a rise says more than its height. */
    public static Optional<PainWarning> of(OptionalInt before, int after) {
        return before.isPresent() && after - before.getAsInt() >= RISE ? Optional.of(ROSE) : of(after);
    }

    /** Warns of the last seven days, today among them: if the pain went up in them, or against the seven before. */
    public static Optional<PainWarning> of(List<PainAnswer> answers, LocalDate today) {
        var first = today.minusDays(WEEK - 1L);
        var means = means(answers, first, today);
        var before = means(answers, first.minusDays(WEEK), first.minusDays(1));
        return wentUp(means, first) || isHigher(means, before) ? Optional.of(WORSENING) : Optional.empty();
    }

    private static NavigableMap<LocalDate, Double> means(List<PainAnswer> answers, LocalDate from, LocalDate to) {
        return answers.stream()
                .filter(answer -> !answer.day().isBefore(from) && !answer.day().isAfter(to))
                .collect(Collectors.groupingBy(
                        PainAnswer::day, TreeMap::new, Collectors.averagingInt(PainAnswer::pain)));
    }

    /** Whether a week has more pain than the one before, and still had at its end. */
    private static boolean isHigher(NavigableMap<LocalDate, Double> week, NavigableMap<LocalDate, Double> before) {
        return !week.isEmpty()
                && !before.isEmpty()
                && Math.min(mean(week), week.lastEntry().getValue()) - mean(before) >= TREND;
    }

    private static double mean(NavigableMap<LocalDate, Double> means) {
        return means.values().stream().mapToDouble(pain -> pain).average().orElseThrow();
    }

    /** Whether the line that fits the means of the days of a week best goes up. */
    private static boolean wentUp(NavigableMap<LocalDate, Double> means, LocalDate first) {
        if (means.size() < LEAST_DAYS) {
            return false;
        }
        double meanDay = means.keySet().stream()
                .mapToLong(day -> ChronoUnit.DAYS.between(first, day))
                .average()
                .orElseThrow();
        double meanPain = mean(means);
        double up = 0;
        double across = 0;
        for (var entry : means.entrySet()) {
            double day = ChronoUnit.DAYS.between(first, entry.getKey()) - meanDay;
            up += day * (entry.getValue() - meanPain);
            across += day * day;
        }
        return up / across * WEEK >= TREND;
    }
}
