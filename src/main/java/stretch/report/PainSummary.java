package stretch.report;

import java.util.Locale;

/**
 * Answers of 0 to 10, added up.
 *
 * @param least the lowest of them, {@code most} the highest; 0 without an answer
 */
record PainSummary(int answers, int sum, int least, int most) {
    static final PainSummary NONE = new PainSummary(0, 0, 0, 0);

    static PainSummary of(int answer) {
        return new PainSummary(1, answer, answer, answer);
    }

    /** Of two that both have answers. */
    PainSummary and(PainSummary other) {
        return new PainSummary(
                answers + other.answers, sum + other.sum, Math.min(least, other.least), Math.max(most, other.most));
    }

    boolean isSaid() {
        return answers > 0;
    }

    double mean() {
        return answers == 0 ? 0 : (double) sum / answers;
    }

    /** Its mean in words: {@code 3.5}; a dash without an answer. */
    String words() {
        return answers == 0 ? "–" : String.format(Locale.ROOT, "%.1f", mean());
    }
}
