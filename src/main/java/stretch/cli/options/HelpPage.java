package stretch.cli.options;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import stretch.output.Printer;

/**
 * The help of a command, at any width.
 *
 * @param name the command, {@code stretch run}
 * @param about what it does, a paragraph each
 * @param groups its own options under their headings
 * @param examples what may be typed
 * @param notes what stands below the options, a line each
 */
public record HelpPage(
        String name,
        List<String> about,
        List<PositionalParamSpec> arguments,
        List<OptionGroup> groups,
        List<Example> examples,
        List<String> notes) {
    /** What a command takes if nothing is known of the kind of an option. */
    static final String OPTIONS = "Options";

    /** The widest name that still stands beside its description. */
    private static final int WIDEST = 26;

    /** Below this there is no room for two columns. */
    private static final int NARROW = 60;

    /** Options that belong together. */
    public record OptionGroup(String heading, List<OptionSpec> options) {
        public List<OptionSpec> shown() {
            return options.stream().filter(option -> !option.hidden()).toList();
        }
    }

    /** A command as it is typed, and what it does. */
    public record Example(String command, String text) {}

    /** How it is called: {@code stretch run [OPTION]... NAME...}. */
    public String synopsis() {
        var words = new ArrayList<>(List.of(name));
        if (groups.stream().anyMatch(group -> !group.shown().isEmpty())) {
            words.add("[OPTION]...");
        }
        shownArguments().forEach(argument -> words.add(place(argument)));
        return String.join(" ", words);
    }

    /** Prints it; what the program lists stands between how it is called and its options. */
    public void print(Printer printer, Runnable list) {
        boolean isProgram = name.equals(CommandSpecBuilder.PROGRAM);
        for (int i = 0; i < about.size(); i++) {
            if (i > 0) {
                printer.blankLine();
            }
            printer.paragraph(0, about.get(i));
        }
        printer.blankLine();
        printer.hanging("Usage: ", isProgram ? synopsis() + " [COMMAND [ARGUMENT]...]" : synopsis());
        list.run();
        int column = 2
                + names().stream()
                        .mapToInt(String::length)
                        .filter(length -> length <= WIDEST)
                        .max()
                        .orElse(0);
        if (!shownArguments().isEmpty()) {
            printer.blankLine();
            shownArguments().forEach(argument -> row(printer, column, place(argument), description(argument)));
        }
        for (var group : groups) {
            if (!group.shown().isEmpty()) {
                printer.blankLine();
                printer.heading(group.heading() + ":");
                group.shown().forEach(option -> row(printer, column, names(option), description(option)));
            }
        }
        if (!examples.isEmpty()) {
            printer.blankLine();
            printer.heading("Examples:");
            int width = 2
                    + examples.stream()
                            .mapToInt(example -> example.command().length())
                            .max()
                            .orElse(0);
            boolean beside = examples.stream()
                    .allMatch(example -> 2 + width + example.text().length() <= printer.columns());
            for (var example : examples) {
                if (beside) {
                    row(printer, width, example.command(), example.text());
                } else {
                    printer.hanging("  ", example.command());
                    printer.paragraph(6, example.text());
                }
            }
        }
        if (!notes.isEmpty()) {
            printer.blankLine();
            notes.forEach(note -> printer.paragraph(0, note));
        }
        if (!isProgram) {
            printer.blankLine();
            printer.paragraph(
                    0,
                    "All commands take --db, --config, --routines, --color, --quiet, --help and --version: see"
                            + " 'stretch --help'.");
        }
    }

    /** A name and its description, beside each other if there is room. */
    public static void row(Printer printer, int column, String name, String description) {
        boolean isNarrow = printer.columns() < NARROW;
        if (isNarrow || name.length() > column) {
            printer.hanging("  ", name);
            printer.paragraph(isNarrow ? 6 : 2 + column, description);
        } else {
            printer.hanging("  " + name + " ".repeat(column - name.length()), description);
        }
    }

    private List<PositionalParamSpec> shownArguments() {
        return arguments.stream().filter(argument -> !argument.hidden()).toList();
    }

    private List<String> names() {
        var names = new ArrayList<String>();
        shownArguments().forEach(argument -> names.add(place(argument)));
        groups.forEach(group -> group.shown().forEach(option -> names.add(names(option))));
        return names;
    }

    /** {@code -o, --output=FILE}. */
    static String names(OptionSpec option) {
        var names = Arrays.stream(option.names()).collect(Collectors.joining(", "));
        var value = option.paramLabel() + (option.isMultiValue() ? ",..." : "");
        return option.arity().max() == 0 ? names : names + (option.longestName().startsWith("--") ? "=" : " ") + value;
    }

    /** {@code [ROUTINE]}, {@code NAME...}, {@code [GOAL...]}. */
    static String place(ArgSpec argument) {
        var name = argument.paramLabel() + (argument.isMultiValue() ? "..." : "");
        return argument.arity().min() == 0 ? "[" + name + "]" : name;
    }

    public static String description(ArgSpec arg) {
        return String.join(" ", arg.description());
    }
}
