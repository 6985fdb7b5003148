package stretch.text;

import java.time.Duration;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Durations as people write them: {@code 45s}, {@code 2m}, {@code 1m30s}, {@code 1h}. */
public final class Durations {
    /** The longest that can be asked for: nothing in the practice lasts longer than a working half day. */
    public static final Duration LONGEST = Duration.ofHours(4);

    private static final Pattern FORM =
            Pattern.compile("(?:(\\d{1,5})h)?(?:(\\d{1,5})m)?(?:(\\d{1,5})s)?", Pattern.CASE_INSENSITIVE);

    private Durations() {}

    /**
     * Reads a duration.
     *
     * @param least the shortest that is allowed, such as 1 s for a hold or 0 s for a wait
     * @throws IllegalArgumentException with what is wrong and what would be right, "; " between them
     */
    public static Duration parse(String text, Duration least) {
        return parse(text, least, LONGEST);
    }

    /** The same, with the longest that is allowed. */
    public static Duration parse(String text, Duration least, Duration most) {
        var shown = TerminalSafe.line(text);
        if (!isOne(text)) {
            var what =
                    text.matches("(?i)\\d{1,2}(:\\d\\d)? ?[ap]m") ? "a time of day, not a duration" : "not a duration";
            throw new IllegalArgumentException("'" + shown + "' is " + what + "; " + likely(text, least, most));
        }
        var total = total(text);
        if (total.compareTo(least) < 0 || total.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    "'" + shown + "' is out of range; write " + compact(least) + " to " + compact(most));
        }
        return total;
    }

    private static Duration total(String text) {
        var form = FORM.matcher(text);
        return form.matches()
                ? Duration.ofHours(number(form.group(1)))
                        .plusMinutes(number(form.group(2)))
                        .plusSeconds(number(form.group(3)))
                : Duration.ZERO;
    }

    static boolean isOne(String text) {
        return !text.isEmpty() && FORM.matcher(text).matches();
    }

    /** As the file would say it: {@code 1m30s}. */
    public static String compact(Duration length) {
        return join(length, "h", "m", "s", "");
    }

    /** For people, in whole seconds: {@code 2 min 20 s}. */
    public static String words(Duration length) {
        return join(length, " h", " min", " s", " ");
    }

    /** For a rough promise: whole minutes, tens of seconds below one, and below ten what it is. */
    public static Duration rounded(Duration length) {
        long seconds = length.toSeconds();
        return seconds < 55
                ? Duration.ofSeconds(seconds < 10 ? seconds : (seconds + 5) / 10 * 10)
                : Duration.ofMinutes(Math.max(1, Math.round(seconds / 60.0)));
    }

    /** The same in words: {@code about 3 min}, or {@code about 40 s}. */
    public static String about(Duration length) {
        var rounded = rounded(length);
        return "about " + (rounded.toMinutes() == 0 ? rounded.toSeconds() + " s" : rounded.toMinutes() + " min");
    }

    /** In whole minutes: {@code 12 min}, and {@code <1 min} for what is not nothing. */
    public static String minutes(Duration length) {
        long minutes = Math.round(length.toSeconds() / 60.0);
        return minutes == 0 && !length.isZero() ? "<1 min" : minutes + " min";
    }

    /** To the minute: {@code 1 h 40 min}; below one, in seconds. */
    public static String roughly(Duration length) {
        return length.toMinutes() < 1
                ? words(length)
                : words(Duration.ofMinutes(Math.round(length.toSeconds() / 60.0)));
    }

    private static String join(Duration length, String h, String m, String s, String between) {
        var out = new StringBuilder();
        append(out, length.toHours(), h, between);
        append(out, length.toMinutesPart(), m, between);
        append(out, length.toSecondsPart(), s, between);
        return out.isEmpty() ? "0" + s : out.toString();
    }

    private static void append(StringBuilder out, long amount, String unit, String between) {
        if (amount > 0) {
            out.append(out.isEmpty() ? "" : between).append(amount).append(unit);
        }
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Numbers.parse(digits).orElseThrow();
    }

    /** What a bare number may stand for, of what is allowed; else how a duration is written. */
    private static String likely(String text, Duration least, Duration most) {
        var meant = Stream.of("seconds", "minutes")
                .filter(unit -> text.matches("\\d{1,5}"))
                .filter(unit -> {
                    var length = total(text + unit.charAt(0));
                    return length.compareTo(least) >= 0 && length.compareTo(most) <= 0;
                })
                .map(unit -> text + unit.charAt(0) + " for " + unit)
                .collect(Collectors.joining(" or "));
        return "write " + (meant.isEmpty() ? "it like 45s, 2m, 1m30s or 1h" : meant);
    }
}
