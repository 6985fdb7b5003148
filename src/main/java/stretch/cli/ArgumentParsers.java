package stretch.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;
import stretch.catalogue.Sound;
import stretch.config.ReminderRules;
import stretch.history.FieldRules;
import stretch.os.ExitCode;
import stretch.os.UserError;
import stretch.terminal.Palette;
import stretch.text.DidYouMean;
import stretch.text.Durations;
import stretch.text.TerminalSafe;
import stretch.text.Words;

/** How the words of the command line become values. */
public final class ArgumentParsers {
    private static final Pattern HOURS = Pattern.compile("(\\d\\d:\\d\\d) *- *(\\d\\d:\\d\\d)");

    private ArgumentParsers() {}

    /** A length of work: 1 s to 4 h. */
    public static Duration length(String text) {
        return duration(text, Duration.ofSeconds(1));
    }

    /** A length of waiting: 0 s to 4 h. */
    public static Duration waiting(String text) {
        return duration(text, Duration.ZERO);
    }

    /** A note, or a reason. */
    public static String note(String text) {
        if (!FieldRules.NOTE.allows(text)) {
            throw new TypeConversionException(FieldRules.NOTE.fault("text", text));
        }
        return text;
    }

    /** What is heard. */
    public static Sound soundWord(String text) {
        return asTyped(() -> sound(text));
    }

    /** How the screen is coloured. */
    public static Palette.Theme themeWord(String text) {
        return asTyped(() -> theme(text));
    }

    /** A pain from 0 (none) to 10 (worst), if one was given with this option. */
    public static OptionalInt pain(String option, OptionValue<Integer> given) {
        if (!given.isGiven()) {
            return OptionalInt.empty();
        }
        int pain = given.get();
        if (!FieldRules.PAIN.allows(pain)) {
            throw new UserError(ExitCode.USAGE, option + " " + pain + " is out of range; write 0 (none) to 10 (worst)");
        }
        return OptionalInt.of(pain);
    }

    public static Sound sound(String text) {
        return word(Sound.values(), Sound::id, text, "bell, tone, voice or off");
    }

    public static Palette.Theme theme(String text) {
        return word(Palette.Theme.values(), Palette.Theme::id, text, "auto, dark, light or contrast");
    }

    private static <E> E word(E[] values, Function<E, String> id, String text, String right) {
        return Words.parse(values, id, text.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new IllegalArgumentException("'" + TerminalSafe.line(text) + "' is not known; "
                        + DidYouMean.advice(Words.of(values, id), text, "write " + right)));
    }

    /** A part of the day: {@code 22:00-07:00}. */
    public static ReminderRules.TimeRange hours(String text) {
        var form = HOURS.matcher(text);
        try {
            if (form.matches()) {
                return new ReminderRules.TimeRange(LocalTime.parse(form.group(1)), LocalTime.parse(form.group(2)));
            }
        } catch (DateTimeException | IllegalArgumentException e) {
            // What would be right is said below.
        }
        throw new IllegalArgumentException("'" + TerminalSafe.line(text)
                + "' is no part of a day; write its first and its last minute such as 22:00-07:00");
    }

    private static <T> T asTyped(Supplier<T> reader) {
        try {
            return reader.get();
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }

    private static Duration duration(String text, Duration least) {
        return asTyped(() -> Durations.parse(text, least));
    }
}
