package stretch.report;

import java.time.Duration;
import java.util.Collections;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.Map;
import stretch.stats.Day;

/**
 * One column of the charts: what was practised in some days, and what was said.
 *
 * @param label how it is called
 * @param practice all its sessions in one
 * @param practised on how many of its days there was any
 * @param left the time on the left side alone, {@code right} on the right
 * @param said the pain before sessions and at check-ins, {@code after} that after sessions
 * @param markers by marker the word that was said last; those without an answer are left out
 */
record Bucket(
        String label,
        Period days,
        Day practice,
        int practised,
        Duration left,
        Duration right,
        IntSummaryStatistics said,
        IntSummaryStatistics after,
        Map<String, String> markers) {
    Bucket {
        markers = Collections.unmodifiableMap(new LinkedHashMap<>(markers));
    }

    boolean isSaid() {
        return said.getCount() > 0;
    }

    boolean isSaidAfter() {
        return after.getCount() > 0;
    }

    double minutes() {
        return minutes(practice.active());
    }

    static double minutes(Duration length) {
        return length.toMillis() / 60_000.0;
    }
}
