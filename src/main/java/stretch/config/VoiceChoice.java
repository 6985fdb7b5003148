package stretch.config;

import java.util.Optional;
import java.util.OptionalInt;
import stretch.text.Numbers;
import stretch.text.TerminalSafe;

/**
 * The voice that leads a session, as a user names it: {@code en-gb}, {@code Samantha, 150} or {@code 150}.
 *
 * @param name the name of a voice of the program that speaks, or a language
 * @param rate words a minute, {@value #SLOWEST} to {@value #FASTEST}
 */
public record VoiceChoice(Optional<String> name, OptionalInt rate) {
    /** The voice and the rate that the program has by itself. */
    public static final VoiceChoice DEFAULT = new VoiceChoice(Optional.empty(), OptionalInt.empty());

    /** More slowly, a count of seconds takes longer than a second; faster, few can follow. Our choice. */
    public static final int SLOWEST = 100;

    public static final int FASTEST = 300;

    /** What it may be, in words. */
    public static final String ALLOWED = "a voice or language, words a minute (" + SLOWEST + " to " + FASTEST
            + "), or both with a comma: en-gb, 150";

    /** Reads it as it is written in settings and options. */
    public static VoiceChoice parse(String text) {
        var name = Optional.<String>empty();
        var rate = OptionalInt.empty();
        for (var part : text.split(",", -1)) {
            var word = part.strip();
            var number = Numbers.parse(word);
            // A voice is an argument of the program that speaks, and never one of its options.
            boolean isNamed = !word.isEmpty() && Character.isLetter(word.charAt(0));
            if (number.isPresent() && rate.isEmpty() && isSpoken(number.getAsInt())) {
                rate = number;
            } else if (isNamed && name.isEmpty()) {
                name = Optional.of(word);
            } else {
                throw invalid(text);
            }
        }
        return new VoiceChoice(name, rate);
    }

    private static boolean isSpoken(int wordsAMinute) {
        return wordsAMinute >= SLOWEST && wordsAMinute <= FASTEST;
    }

    private static IllegalArgumentException invalid(String text) {
        return new IllegalArgumentException("invalid voice '" + TerminalSafe.line(text) + "': expected " + ALLOWED);
    }
}
