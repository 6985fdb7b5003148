package stretch.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
            return unknown(command, page, unmatched.getUnmatched().get(0));
        }
        // What is missing may be there, taken for the value of a mistyped option, or its value taken for an argument.
        return command.getUnmatchedArguments().stream()
                .filter(word -> word.startsWith("-"))
                .findFirst()
                .map(word -> unknown(command, page, word))
                .orElseGet(() -> known(failure, page));
    }

    /** What is wrong where all options are known. */
    private static String known(ParameterException failure, HelpPage page) {
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

    private static String unknown(CommandLine command, HelpPage page, String word) {
        var meant = Stream.of("--on", "--since", "--pain", "--days", "-o")
                .filter(command.getCommandSpec().optionsMap()::containsKey)
                .filter(option -> isFor(option, word))
                .toList();
        if (meant.size() == 1) {
            return "'" + word + "' needs an option; write " + meant.get(0) + " " + word;
        }
        if (!word.startsWith("-")) {
            return "unexpected argument '" + word + "'; usage: " + page.synopsis();
        }
        return "unknown option '" + word + "'; "
                + DidYouMean.advice(
                        command.getCommandSpec().optionsMap().keySet(),
                        word.split("=", 2)[0],
                        "'" + command.getCommandSpec().qualifiedName() + " --help' lists them");
    }

    /** Whether a word looks like the value of this option. */
    private static boolean isFor(String option, String word) {
        return switch (option) {
            case "--on" -> DateTimeArgument.isOne(word) || word.equalsIgnoreCase("tomorrow");
            case "--since" -> DateTimeArgument.isOne(word);
            case "--pain" -> word.matches("[0-9]|10");
            case "--days" -> word.matches("[0-9]+");
            default -> word.matches("[^-].*[.][A-Za-z][A-Za-z0-9]*");
        };
    }

    private static String missing(HelpPage page, MissingParameterException failure) {
        var arg = failure.getMissing().get(0);
        if (arg instanceof OptionSpec) {
            return CommandExample.name(arg) + " needs a value, such as " + CommandExample.of(arg) + "; usage: "
                    + page.synopsis();
        }
        var usage = arg.paramLabel() + " is missing; usage: " + page.synopsis();
        // Which file, nobody knows.
        return CommandExample.of(arg).equals(arg.paramLabel())
                ? usage
                : usage + ", such as: "
                        + CommandExample.of(failure.getCommandLine().getCommandSpec());
    }

    /** What is wrong with a word where a command was expected; it may be one of what can be run. */
    static UserError unknownCommand(String word, List<String> practices) {
        var names = practices.stream().anyMatch(word::equalsIgnoreCase) ? List.<String>of() : CommandRegistry.typed();
        var run = DidYouMean.among(practices, word).map(name -> "did you mean 'run " + name + "'?");
        return UserError.usage("unknown command '" + word + "'; "
                + DidYouMean.advice(names, word, run.orElse("'stretch --help' lists them")));
    }
}
