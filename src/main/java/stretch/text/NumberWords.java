package stretch.text;

import java.util.List;
import java.util.Locale;

/** Numbers as words, for what is read aloud. */
public final class NumberWords {
    private static final List<String> BELOW_TWENTY = List.of(("zero one two three four five six seven eight nine ten"
                    + " eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
            .split(" ", -1));
    private static final List<String> TENS =
            List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");

    private NumberWords() {}

    /** {@code thirty-five}; from 100 on, and below 0, in digits. */
    public static String of(int number) {
        if (number < 0 || number > 99) {
            return Integer.toString(number);
        }
        if (number < 20) {
            return BELOW_TWENTY.get(number);
        }
        var tens = TENS.get(number / 10 - 2);
        return number % 10 == 0 ? tens : tens + "-" + BELOW_TWENTY.get(number % 10);
    }

    /** {@code sixty seconds}, {@code one minute}, {@code two minutes thirty}; above an hour, whole minutes. */
    public static String duration(int seconds) {
        if (seconds < 100) {
            return seconds == 1 ? "one second" : of(seconds) + " seconds";
        }
        int minutes = seconds / 60;
        var words = of(minutes) + (minutes == 1 ? " minute" : " minutes");
        return seconds % 60 == 0 || minutes >= 60 ? words : words + " " + of(seconds % 60);
    }

    /** The same with a capital, as at the start of a sentence. */
    public static String capital(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
