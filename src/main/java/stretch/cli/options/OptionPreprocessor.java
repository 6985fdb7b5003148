package stretch.cli.options;

import java.util.Map;
import java.util.Stack;
import java.util.stream.Stream;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import stretch.text.TerminalSafe;

/** Takes whatever is attached to an option for its value, but not the option that follows one without a value. */
final class OptionPreprocessor implements IParameterPreprocessor {
    /** What stands between the items of a list. */
    static final String LIST = ",";

    @Override
    public boolean preprocess(Stack<String> words, CommandSpec spec, ArgSpec arg, Map<String, Object> how) {
        boolean attached = !" ".equals(how.get("separator"));
        if (arg.arity().max() == 0 && "=".equals(how.get("separator"))) {
            throw new ParameterException(
                    spec.commandLine(),
                    CommandExample.name(arg) + " takes no value; leave out '="
                            + TerminalSafe.line(words.isEmpty() ? "" : words.peek()) + "'");
        }
        if (arg.arity().min() == 0 || words.isEmpty()) {
            return false;
        }
        if (!attached && spec.optionsMap().containsKey(words.peek().split("=", 2)[0])) {
            throw new MissingParameterException(spec.commandLine(), arg, "no value");
        }
        if (arg.splitRegex().equals(LIST)) {
            words.push(items(spec, arg, words.pop()));
        }
        if (attached && arg.type() == String.class && words.peek().equals("--")) {
            // Picocli would take it for the end of the options.
            arg.setValue(words.pop());
            return true;
        }
        return false;
    }

    /** A list without the spaces around its commas; fails if there is nothing between two of them. */
    private static String items(CommandSpec spec, ArgSpec arg, String list) {
        var items = Stream.of(list.split(LIST, -1)).map(String::strip).toList();
        if (items.contains("")) {
            throw new ParameterException(
                    spec.commandLine(),
                    CommandExample.name(arg) + ": "
                            + (list.isBlank()
                                    ? "the value is empty"
                                    : "'" + TerminalSafe.line(list) + "' has an empty item")
                            + "; write it like " + CommandExample.of(arg));
        }
        return String.join(LIST, items);
    }
}
