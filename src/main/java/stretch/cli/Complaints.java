package stretch.cli;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;
import stretch.Exit;
import stretch.Failure;
import stretch.text.DidYouMean;
import stretch.text.Visible;

/** Makes one line and one exit code of every way in which a command can fail. */
record Complaints(World world) implements IParameterExceptionHandler, IExecutionExceptionHandler {
    @Override
    public int handleParseException(ParameterException failure, String[] args) {
        var line = failure.getCommandLine();
        var command = line.getCommandSpec().qualifiedName();
        return complain(new Failure(Exit.USAGE, message(failure) + advice(line, failure, command)));
    }

    private static String message(ParameterException failure) {
        if (failure instanceof UnmatchedArgumentException unmatched) {
            var word = unmatched.getUnmatched().get(0);
            var root = failure.getCommandLine().getParent() == null;
            var kind = word.startsWith("-") ? "option" : root ? "command" : "argument";
            return "unknown " + kind + " '" + word + "'";
        }
        var text = String.valueOf(failure.getMessage());
        return Character.toLowerCase(text.charAt(0))
                + text.substring(1).replaceAll("\\s*\\R\\s*", " ").replace("option option", "option");
    }

    private static String advice(CommandLine line, ParameterException failure, String command) {
        var see = "'" + command + " --help' lists them";
        if (failure instanceof UnmatchedArgumentException unmatched) {
            var words = new ArrayList<String>(line.getCommandSpec().optionsMap().keySet());
            line.getSubcommands().keySet().stream().filter(Commands::isShown).forEach(words::add);
            return "; "
                    + DidYouMean.advice(words, unmatched.getUnmatched().get(0).split("=", 2)[0], see);
        }
        return "; see '" + command + " --help'";
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine line, @Nullable ParseResult parsed) {
        if (failure instanceof Failure known) {
            return complain(known);
        }
        return complain(Bug.report(world, failure));
    }

    /** Says what is wrong, and with which code the program is to end. */
    int complain(Failure failure) {
        // A closed pipe is not worth a word: the reader wanted no more.
        if (failure.exit() != Exit.PIPE) {
            failure.lines().forEach(line -> world.err().println("stretch: " + Visible.line(line)));
        }
        world.err().flush();
        return failure.exit().code();
    }
}
