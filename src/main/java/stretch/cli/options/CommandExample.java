package stretch.cli.options;

import java.util.Locale;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What may be written for an option or an argument, for messages that say it is missing. */
public final class CommandExample {
    private CommandExample() {}

    /** A whole command: {@code stretch show hip-hinge}. */
    public static String of(CommandSpec command) {
        var words = new StringBuilder(command.qualifiedName());
        command.positionalParameters().stream()
                .filter(ArgSpec::required)
                .forEach(argument -> words.append(' ').append(value(argument)));
        return words.toString();
    }

    /** An option with its value, {@code --hold=45s}; an argument, {@code daily}. */
    public static String of(ArgSpec arg) {
        var value = value(arg);
        return arg instanceof OptionSpec ? name(arg) + (name(arg).startsWith("--") ? "=" : " ") + value : value;
    }

    /** How an option or an argument is called. */
    public static String name(ArgSpec arg) {
        return arg instanceof OptionSpec option ? option.longestName() : arg.paramLabel();
    }

    private static String value(ArgSpec arg) {
        if (arg.type().isEnum()) {
            return arg.type().getEnumConstants()[0].toString().toLowerCase(Locale.ROOT);
        }
        return switch (arg.paramLabel()) {
            case "ROUTINE", "NAME" -> "daily";
            case "SESSION" -> "last";
            case "ID" -> arg.isPositional() ? "hip-hinge" : "my-routine";
            case "EXERCISE=EXERCISE" -> "hip-hinge=pelvic-tilt";
            case "PATTERN" -> "sleepy-glutes";
            case "WHAT" -> "kneeling";
            case "KEY" -> "sound";
            case "SOUND" -> "voice";
            case "VOICE" -> "en-gb";
            case "THEME" -> "dark";
            case "OUTCOME" -> "completed";
            case "WHEN" -> "yesterday";
            case "HH:MM" -> "09:00";
            case "HH:MM-HH:MM" -> "07:00-10:00";
            case "STEPS" -> "1-3,5";
            case "DATE" -> "2026-12-24";
            case "DAYS" -> "mon-fri";
            case "TIME" -> "45s";
            case "D", "DURATION" -> "2h";
            case "0-10" -> "3";
            case "N", "COUNT" -> "5";
            case "AMOUNT" -> "8";
            case "TEXT" -> "stiff";
            default -> arg.paramLabel();
        };
    }
}
