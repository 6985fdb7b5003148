package stretch.stats;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import stretch.history.PracticeCalendar;
import stretch.history.entry.CheckIn;

/** How often each of the four markers was said to be worse, the same or better in the last four weeks. */
public record MarkerCounts(Map<String, Map<String, Long>> counts) {
    public MarkerCounts {
        // Not Map.copyOf, which forgets the order.
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    }

    private static final int DAYS = 28;

    /** In the order in which they are told. */
    public static final List<String> WORDS = List.of("better", "same", "worse");

    /** Counts by days of practice, today among the last 28; markers without an answer are left out. */
    public static MarkerCounts of(List<CheckIn> checkIns, PracticeCalendar calendar, LocalDate today) {
        var first = today.minusDays(DAYS - 1L);
        var counts = new LinkedHashMap<String, Map<String, Long>>();
        for (var marker : CheckIn.MARKERS) {
            var answers = checkIns.stream()
                    .filter(it -> !calendar.dayOf(it.at()).isBefore(first)
                            && !calendar.dayOf(it.at()).isAfter(today))
                    .flatMap(it -> Stream.ofNullable(it.markers().get(marker)))
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
            if (!answers.isEmpty()) {
                counts.put(marker, answers);
            }
        }
        return new MarkerCounts(counts);
    }

    public long count(String marker, String word) {
        return counts.getOrDefault(marker, Map.of()).getOrDefault(word, 0L);
    }
}
