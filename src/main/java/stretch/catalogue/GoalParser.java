package stretch.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import stretch.text.DayHours;
import stretch.text.DidYouMean;
import stretch.text.Durations;
import stretch.text.Numbers;
import stretch.text.TerminalSafe;
import stretch.text.TimeRange;

/** Reads how often a routine wants to be done. */
public final class GoalParser {
    /** What may be written, in words. */
    public static final String FORMS =
            "write daily, weekdays, days such as mon,wed,fri, 1/week to 7/week, 1/day to 12/day, every 15m to"
                    + " every 24h, every 2d to every 28d, or none";

    /** What people say, and how it is written; one after the other. */
    private static final List<List<String>> SAID = List.of(
            List.of("^every day$", "daily"),
            List.of("^weekly$", "1/week"),
            List.of("^weekends?$", "sat,sun"),
            List.of("every (?:other|second) day", "every 2d"),
            List.of("every ([0-9]+) *([dhm])[a-z]*", "every $1$2"),
            List.of("every hour", "every 1h"),
            List.of("once", "1"),
            List.of("twice", "2"),
            List.of("([0-9]+) *(?:x|times|days)?(?: *(?:a|per) +| */ *)(day|week)", "$1/$2"),
            List.of("([a-z]{3,9})/", "$1,"));

    private GoalParser() {}

    /**
     * Reads {@code daily}, {@code weekdays}, {@code mon,wed,fri}, {@code Monday Friday}, {@code 5/week}, {@code 3/day}, {@code every 3h}, {@code
     * every 2d} or {@code none}, in capitals or not; all but the last also with hours, {@code daily between
     * 07:00-10:00,18:00-22:00}.
     *
     * @throws IllegalArgumentException with what is wrong and what would be right, "; " between them
     */
    public static Goal parse(String text) {
        var word = text.strip().toLowerCase(Locale.ROOT);
        switch (word) {
            case "none" -> {
                return new Goal.None();
            }
            case "daily" -> {
                return new Goal.Days(DayHours.ALL);
            }
            case "weekdays" -> {
                return new Goal.Days(Goal.Days.WEEKDAYS);
            }
            default -> {}
        }
        var between = Pattern.compile("(.*?\\S) +between +(.+)").matcher(word);
        if (between.matches()) {
            return parse(between.group(1)).between(TimeRange.several(between.group(2)));
        }
        var often = Pattern.compile("([0-9]+)/(day|week)").matcher(word);
        var every = Pattern.compile("every +(.+)").matcher(word);
        if (often.matches()) {
            return often(Numbers.parse(often.group(1)).orElse(0), often.group(2), text);
        } else if (every.matches() && every.group(1).matches("([0-9]+[a-z])+")) {
            return every(every.group(1));
        } else if (DayHours.startsWithDay(word)) {
            return new Goal.Days(DayHours.parse(word));
        } else if (word.matches("every[0-9].*")) {
            throw new IllegalArgumentException("'" + TerminalSafe.line(text) + "' needs a blank; write every "
                    + TerminalSafe.line(word.substring(5)));
        }
        throw new IllegalArgumentException("there is no goal '" + TerminalSafe.line(text) + "'; "
                + meant(word)
                        .map(goal -> "did you mean '" + goal + "'?")
                        .orElseGet(() -> every.matches()
                                ? FORMS
                                : DidYouMean.advice(List.of("daily", "weekdays", "none"), text, FORMS)));
    }

    /** What is meant by a goal as people say it, such as {@code 3 times a week}. */
    private static Optional<String> meant(String said) {
        var written = said;
        for (var rule : SAID) {
            written = written.replaceAll(rule.get(0), rule.get(1));
        }
        try {
            // What is as it was cannot be read.
            return written.equals(said)
                    ? Optional.empty()
                    : Optional.of(parse(written)).map(Goal::id);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Goal often(int number, String of, String text) {
        boolean week = of.equals("week");
        int most = week ? Goal.Weekly.MOST : Goal.PerDay.MOST;
        if (number < 1 || number > most) {
            throw new IllegalArgumentException(
                    "'" + TerminalSafe.line(text) + "' is out of range; write 1/" + of + " to " + most + "/" + of);
        }
        return week ? new Goal.Weekly(number) : new Goal.PerDay(number);
    }

    private static Goal every(String length) {
        var days = Pattern.compile("([0-9]{1,3})d").matcher(length);
        if (!days.matches()) {
            return new Goal.Every(Durations.parse(length, Goal.Every.SHORTEST, Goal.Every.LONGEST));
        }
        int number = Numbers.parse(days.group(1)).orElseThrow();
        if (number < Goal.EveryDays.LEAST || number > Goal.EveryDays.MOST) {
            throw new IllegalArgumentException("'" + length + "' is out of range; write " + Goal.EveryDays.LEAST
                    + "d to " + Goal.EveryDays.MOST + "d");
        }
        return new Goal.EveryDays(number);
    }
}
