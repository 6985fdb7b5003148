package stretch.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine.TypeConversionException;
import stretch.catalogue.Catalogue;
import stretch.catalogue.Outcome;
import stretch.catalogue.Position;
import stretch.catalogue.Sound;
import stretch.catalogue.StepOutcome;
import stretch.config.VoiceChoice;
import stretch.history.FieldRules;
import stretch.os.UserError;
import stretch.screen.Theme;
import stretch.text.DidYouMean;
import stretch.text.Durations;
import stretch.text.Numbers;
import stretch.text.TerminalSafe;
import stretch.text.Words;

/** How the words of the command line become values. */
public final class ArgumentParsers {
    private ArgumentParsers() {}

    /** A whole number, or one of an enum in capitals or not. */
    static Object value(Class<?> type, String label, String word) {
        if (type.isEnum()) {
            return asTyped(() -> Words.require(type.getEnumConstants(), Object::toString, word));
        }
        if (type == Path.class) {
            return path(label, word);
        }
        int number = Numbers.parse(word)
                .orElseThrow(() -> new TypeConversionException("'" + word + "' is not a whole number; write "
                        + (label.matches("\\d+-\\d+") ? label.replace("-", " to ") : "one such as 5")));
        return type == Long.class ? (Object) Long.valueOf(number) : (Object) number;
    }

    /** A file or folder; what an empty variable gives is none, not the folder one stands in. */
    private static Path path(String label, String word) {
        if (word.isEmpty()) {
            throw new TypeConversionException(
                    "the name is empty; write the name of a " + (label.equals("FOLDER") ? "folder" : "file"));
        }
        try {
            return Path.of(word);
        } catch (InvalidPathException e) {
            throw new TypeConversionException(
                    "'" + TerminalSafe.line(word) + "' is no file name (" + e.getReason() + "); name another");
        }
    }

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
    public static Sound sound(String text) {
        return asTyped(() -> Sound.parse(text));
    }

    /** The voice that leads. */
    public static VoiceChoice voice(String text) {
        return asTyped(() -> VoiceChoice.parse(text));
    }

    /** How the screen is coloured. */
    public static Theme theme(String text) {
        return asTyped(() -> Theme.parse(text));
    }

    /** A pain from 0 (none) to 10 (worst), if one was given with this option. */
    public static OptionalInt pain(String option, OptionValue<Integer> given) {
        if (!given.isGiven()) {
            return OptionalInt.empty();
        }
        int pain = given.get();
        if (!FieldRules.PAIN.allows(pain)) {
            throw UserError.usage(option + " " + pain + " is out of range; write 0 (none) to 10 (worst)");
        }
        return OptionalInt.of(pain);
    }

    /** How a session ended. */
    public static Outcome outcome(String word) {
        return Words.parse(Outcome.values(), Outcome::id, word.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> UserError.usage(
                        "--outcome " + word + " is not an outcome; write completed, stopped or interrupted"));
    }

    /** How a step ended. */
    public static StepOutcome stepOutcome(String word) {
        return Words.parse(StepOutcome.values(), StepOutcome::id, word.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> UserError.usage("--outcome " + word + " is not an outcome of a step; write "
                        + FieldRules.STEP_OUTCOME.expected()));
    }

    /** The weight or band of a step. */
    public static String load(String text) {
        if (!FieldRules.LOAD.allows(text)) {
            throw new TypeConversionException(FieldRules.LOAD.fault("load", text));
        }
        return text;
    }

    /** The words that exercises go by which can be avoided, each once. */
    public static Set<String> avoidable(Catalogue catalogue) {
        var words = new LinkedHashSet<>(Position.avoidable());
        catalogue.exercises().values().forEach(exercise -> words.addAll(exercise.equipment()));
        return words;
    }

    /** The word that something goes by, in capitals or not; fails unless something does. */
    public static String avoidable(Catalogue catalogue, String word) {
        var words = avoidable(catalogue);
        return words.stream()
                .filter(word::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() -> UserError.usage("there is nothing called '" + word + "' to avoid; "
                        + DidYouMean.advice(words, word, "write kneeling, floor, a position or equipment")));
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
