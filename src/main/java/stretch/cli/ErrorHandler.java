package stretch.cli;

import java.util.ArrayList;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import stretch.os.ExitCode;
import stretch.os.UserError;
import stretch.text.DidYouMean;

/** Says what is wrong with the command line. */
final class ErrorHandler {
    private ErrorHandler() {}

    /** What is wrong with it by picocli. */
    static UserError failure(ParameterException wrong) {
        return new UserError(ExitCode.USAGE, message(wrong));
    }

    private static String message(ParameterException failure) {
        var command = failure.getCommandLine();
        if (failure instanceof UnmatchedArgumentException unmatched) {
            return unknown(command, unmatched.getUnmatched().get(0));
        }
        if (failure instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            return missing(command, missing);
        }
        var text = String.valueOf(failure.getMessage());
        return Character.toLowerCase(text.charAt(0))
                + text.substring(1)
                        .replaceAll("\\s*\\R\\s*", " ")
                        .replace("option option", "option")
                        .replace(" (case-insensitive)", "")
                + "; see '" + command.getCommandSpec().qualifiedName() + " --help'";
    }

    private static String unknown(CommandLine command, String word) {
        return "unknown " + (word.startsWith("-") ? "option" : "argument") + " '" + word + "'; "
                + DidYouMean.advice(
                        command.getCommandSpec().optionsMap().keySet(),
                        word.split("=", 2)[0],
                        "'" + command.getCommandSpec().qualifiedName() + " --help' lists them");
    }

    private static String missing(CommandLine command, MissingParameterException failure) {
        var arg = failure.getMissing().get(0);
        var spec = command.getCommandSpec();
        var usage = new Help(spec, Help.defaultColorScheme(Help.Ansi.OFF))
                .synopsis(0)
                .strip();
        return arg instanceof OptionSpec option
                ? option.longestName() + " needs a value, such as " + CommandExample.of(option) + "; usage: " + usage
                : arg.paramLabel() + " is missing; usage: " + usage + ", such as: " + CommandExample.of(spec);
    }

    /** What is wrong with a word where a command was expected. */
    static UserError unknownCommand(CommandLine stretch, String word) {
        var words = new ArrayList<>(CommandRegistry.names());
        words.addAll(stretch.getCommandSpec().optionsMap().keySet());
        return new UserError(
                ExitCode.USAGE,
                "unknown command '" + word + "'; " + DidYouMean.advice(words, word, "'stretch --help' lists them"));
    }
}
