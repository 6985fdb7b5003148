package stretch.text;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Days of the week as people and timers write them: {@code mon-fri}, {@code mon,wed,fri-sun}, {@code Monday Friday}. */
public final class DayHours {
    /** All seven, Monday first. */
    public static final Set<DayOfWeek> ALL = Collections.unmodifiableSet(EnumSet.allOf(DayOfWeek.class));

    private DayHours() {}

    /**
     * Reads days.
     *
     * @throws IllegalArgumentException with what is wrong and what would be right, "; " between them
     */
    public static Set<DayOfWeek> parse(String text) {
        var days = EnumSet.noneOf(DayOfWeek.class);
        for (var part : text.strip().replaceAll("\\s*-\\s*", "-").split("\\s*,\\s*|\\s+", -1)) {
            var ends = part.split("-", -1);
            var first = day(ends[0], text);
            var last = day(ends[ends.length - 1], text);
            if (ends.length > 2) {
                throw wrong(text);
            }
            // Around the end of the week too: fri-mon is four days.
            for (var day = first; ; day = day.plus(1)) {
                days.add(day);
                if (day == last) {
                    break;
                }
            }
        }
        return days;
    }

    public static boolean startsWithDay(String text) {
        return day(text.strip().split("[\\s,-]", 2)[0]).isPresent();
    }

    private static DayOfWeek day(String word, String text) {
        return day(word).orElseThrow(() -> wrong(text));
    }

    /** By the first three letters of its name or more of them. */
    private static Optional<DayOfWeek> day(String word) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> word.length() >= 3 && day.name().startsWith(word.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException("'" + text + "' is not a list of days; write mon-fri, or mon,wed,sat");
    }

    /** {@code mon} to {@code sun}. */
    public static String id(DayOfWeek day) {
        return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
    }

    /** As {@link #parse} reads it, three days or more in a row as a range: {@code mon-fri}, {@code sat,sun}. */
    public static String text(Set<DayOfWeek> days) {
        var parts = new ArrayList<String>();
        var sorted = List.copyOf(EnumSet.copyOf(days));
        for (int from = 0; from < sorted.size(); ) {
            int to = from;
            while (to + 1 < sorted.size()
                    && sorted.get(to + 1) == sorted.get(to).plus(1)) {
                to++;
            }
            if (to - from >= 2) {
                parts.add(id(sorted.get(from)) + "-" + id(sorted.get(to)));
            } else {
                sorted.subList(from, to + 1).forEach(day -> parts.add(id(day)));
            }
            from = to + 1;
        }
        return String.join(",", parts);
    }
}
