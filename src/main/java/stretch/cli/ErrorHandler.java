package stretch.cli;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;
import stretch.cli.options.CommandExample;
import stretch.cli.options.DateTimeArgument;
import stretch.cli.options.HelpPage;
import stretch.os.UserError;
import stretch.text.DidYouMean;

/** Says what is wrong with the command line. */
final class ErrorHandler {
    private ErrorHandler() {}

    /** What is wrong with it by picocli. */
    static UserError failure(ParameterException wrong, HelpPage page) {
        return UserError.usage(message(wrong, page));
    }

    private static String message(ParameterException failure, HelpPage page) {
        var command = failure.getCommandLine();
        if (failure instanceof UnmatchedArgumentException unmatched) {
            return unknown(command, unmatched.getUnmatched().get(0));
        }
        if (failure instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            return missing(page, missing);
        }
        if (failure instanceof OverwrittenOptionException twice) {
            return CommandExample.name(twice.getOverwritten()) + " is given more than once; give it once";
        }
        var arg = failure.getArgSpec();
        if (arg == null) {
            return String.valueOf(failure.getMessage());
        }
        var name = CommandExample.name(arg);
        return failure.getCause() instanceof TypeConversionException wrong
                // Where the words are the name, the message has them already.
                ? (name.contains("|") ? "" : name + ": ") + wrong.getMessage()
                : name + ": "
                        + Optional.ofNullable(failure.getValue())
                                .map(value -> "'" + value + "' cannot be read")
                                .orElse("invalid value")
                        + "; write it like " + CommandExample.of(arg);
    }

    private static String unknown(CommandLine command, String word) {
        boolean isOption = word.startsWith("-");
        var when = List.of("--on", "--since").stream()
                .filter(command.getCommandSpec().optionsMap()::containsKey)
                .filter(option ->
                        DateTimeArgument.isOne(word) || (option.equals("--on") && word.equalsIgnoreCase("tomorrow")))
                .findFirst();
        if (when.isPresent()) {
            return "'" + word + "' needs an option; write " + when.get() + " " + word;
        }
        var known = isOption ? command.getCommandSpec().optionsMap().keySet() : Set.<String>of();
        return "unknown " + (isOption ? "option" : "argument") + " '" + word + "'; "
                + DidYouMean.advice(
                        known,
                        word.split("=", 2)[0],
                        "'" + command.getCommandSpec().qualifiedName() + " --help' lists them");
    }

    private static String missing(HelpPage page, MissingParameterException failure) {
        var arg = failure.getMissing().get(0);
        return arg instanceof OptionSpec
                ? CommandExample.name(arg) + " needs a value, such as " + CommandExample.of(arg) + "; usage: "
                        + page.synopsis()
                : arg.paramLabel() + " is missing; usage: " + page.synopsis() + ", such as: "
                        + CommandExample.of(failure.getCommandLine().getCommandSpec());
    }

    /** What is wrong with a word where a command was expected. */
    static UserError unknownCommand(String word) {
        return UserError.usage("unknown command '" + word + "'; "
                + DidYouMean.advice(CommandRegistry.names(), word, "'stretch --help' lists them"));
    }
}
