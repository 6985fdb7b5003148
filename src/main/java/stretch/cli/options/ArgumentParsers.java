package stretch.cli.options;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import stretch.catalogue.Catalogue;
import stretch.catalogue.Outcome;
import stretch.catalogue.StepOutcome;
import stretch.catalogue.exercise.Position;
import stretch.history.entry.FieldRule;
import stretch.history.entry.FieldRules;
import stretch.os.UserError;
import stretch.text.DidYouMean;
import stretch.text.Durations;
import stretch.text.Numbers;
import stretch.text.TerminalSafe;
import stretch.text.Words;

/** How the words of the command line become values. */
public final class ArgumentParsers {
    private ArgumentParsers() {}

    /** A text, a file, a whole number, or one of an enum in capitals or not. */
    static Object value(Class<?> type, String label, String word) {
        if (type == String.class) {
            return word;
        }
        if (type.isEnum()) {
            return Words.require(
                    type.getEnumConstants(), constant -> constant.toString().toLowerCase(Locale.ROOT), word);
        }
        if (type == Path.class) {
            return path(label, word);
        }
        return Numbers.parse(word)
                .orElseThrow(() -> new IllegalArgumentException("'" + word + "' is "
                        + (word.matches("-?\\d+") ? "out of range" : "not a whole number") + "; write "
                        + (label.matches("\\d+-\\d+") ? label.replace("-", " to ") : "one such as 5")));
    }

    /** A file or folder; what an empty variable gives is none, not the folder one stands in. */
    private static Path path(String label, String word) {
        if (word.isEmpty()) {
            throw new IllegalArgumentException(
                    "the name is empty; write the name of a " + (label.equals("FOLDER") ? "folder" : "file"));
        }
        if (label.equals("FILE") && word.endsWith("/")) {
            throw new IllegalArgumentException(
                    "'" + TerminalSafe.line(word) + "' names a folder; write the name of a file");
        }
        try {
            return Path.of(word);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(
                    "'" + TerminalSafe.line(word) + "' is not a file name (" + e.getReason() + "); name another");
        }
    }

    /** A length of work: 1 s to 4 h. */
    public static Duration length(String text) {
        return Durations.parse(text, Duration.ofSeconds(1));
    }

    /** A length of waiting: 0 s to 4 h. */
    public static Duration waiting(String text) {
        return Durations.parse(text, Duration.ZERO);
    }

    /** A note, or a reason. */
    public static String note(String text) {
        return allowed(FieldRules.NOTE, "text", text);
    }

    /** The weight or band of a step. */
    public static String load(String text) {
        return allowed(FieldRules.LOAD, "load", text);
    }

    private static String allowed(FieldRule.Text rule, String name, String text) {
        if (!rule.allows(text)) {
            throw new IllegalArgumentException(rule.fault(name, text));
        }
        return text;
    }

    /** A pain from 0 (none) to 10 (worst), if one was given. */
    public static OptionalInt pain(OptionValue<Integer> given) {
        return within(FieldRules.PAIN, "0 (none) to 10 (worst)", given);
    }

    /** How many days are skipped, if that was given. */
    public static OptionalInt days(OptionValue<Integer> given) {
        return within(FieldRules.DAYS, FieldRules.DAYS.expected(), given);
    }

    private static OptionalInt within(FieldRule.Whole rule, String range, OptionValue<Integer> given) {
        var number = given.optional().stream().mapToInt(it -> it).findFirst();
        if (number.isPresent() && !rule.allows(number.getAsInt())) {
            throw UserError.usage(given.name() + " " + number.getAsInt() + " is out of range; write " + range);
        }
        return number;
    }

    public static Outcome outcome(String word) {
        return outcome(Outcome.values(), Outcome::id, "an outcome", word);
    }

    public static StepOutcome stepOutcome(String word) {
        return outcome(StepOutcome.values(), StepOutcome::id, "an outcome of a step", word);
    }

    private static <E> E outcome(E[] values, Function<E, String> id, String what, String word) {
        return Words.parse(values, id, word.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> UserError.usage(
                        "--outcome " + word + " is not " + what + "; write " + Words.or(Words.of(values, id))));
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
}
