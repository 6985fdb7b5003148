package stretch.cli.options;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

/**
 * What a command takes, and what its help says: a command declares both while it is made.
 *
 * <p>Declared by calls, not by annotations, since reading annotations takes the JVM longer than most commands do.
 */
public final class CommandSpecBuilder {
    public static final String PROGRAM = "stretch";

    private final String name;
    private final ScopeType scope;
    private final List<OptionSpec> options = new ArrayList<>();
    private final List<PositionalParamSpec> arguments = new ArrayList<>();
    private final List<HelpPage.OptionGroup> groups = new ArrayList<>();
    private final List<HelpPage.Example> examples = new ArrayList<>();
    private String group = HelpPage.OPTIONS;
    private List<String> about = List.of();
    private List<String> notes = List.of();

    /** That of a command. */
    public static CommandSpecBuilder of(String name) {
        return new CommandSpecBuilder(name, ScopeType.LOCAL);
    }

    /** That of the program: every command takes the options of it too. */
    public static CommandSpecBuilder ofAll(String name) {
        return new CommandSpecBuilder(name, ScopeType.INHERIT);
    }

    private CommandSpecBuilder(String name, ScopeType scope) {
        this.name = name;
        this.scope = scope;
    }

    /** What the command does, a paragraph each; the first is one sentence. */
    public void about(String... paragraphs) {
        about = List.of(paragraphs);
    }

    /** From here on the options stand under this heading, if they are of the command alone. */
    public CommandSpecBuilder group(String heading) {
        group = heading;
        return this;
    }

    /** A command as it is typed, and what it does. */
    public void example(String command, String text) {
        examples.add(new HelpPage.Example(command, text));
    }

    /** What stands below all that, a line each. */
    public void notes(String... lines) {
        notes = List.of(lines);
    }

    /** The help of the command. */
    public HelpPage page() {
        var command = name.equals(PROGRAM) ? name : PROGRAM + " " + name;
        return new HelpPage(command, about, arguments, groups, examples, notes);
    }

    /** An option without a value: false unless it is given. One by a name that it had once has no description. */
    public OptionValue<Boolean> flag(String names, String description) {
        return this.<Boolean>option(option(names), boolean.class, description).defaultValue(false);
    }

    /** A note, or a reason; empty unless it is given. */
    public OptionValue<String> note(String name) {
        return option(name, "TEXT", "a note to keep with it", String.class, ArgumentParsers::note)
                .defaultValue("");
    }

    /** An option of another command that this one does not take: it says why, and is shown nowhere. */
    public void refusedOption(String name, String why) {
        add(option(name)
                .hidden(true)
                .type(String.class)
                .arity("0..1")
                .scopeType(scope)
                .preprocessor((words, spec, arg, how) -> {
                    throw new ParameterException(spec.commandLine(), name + " " + why);
                })
                .build());
    }

    /** An option whose value is taken as it is. */
    public OptionValue<String> option(String names, String label, String description) {
        return option(names, label, description, String.class);
    }

    /** An option that is a text, a file, a whole number or one of an enum. */
    public <T> OptionValue<T> option(String names, String label, String description, Class<T> type) {
        return option(names, label, description, type, reader(label, type));
    }

    /** An option that is read by a function; it throws {@code IllegalArgumentException} at what it cannot read. */
    public <T> OptionValue<T> option(
            String names, String label, String description, Class<T> type, Function<String, T> reader) {
        return option(option(names).paramLabel(label).converters(converter(reader)), type, description);
    }

    /** An option that may be given more than once, or with commas. */
    public OptionValue<List<String>> list(String names, String label, String description) {
        var builder = option(names)
                .paramLabel(label)
                .splitRegex(OptionPreprocessor.LIST)
                .auxiliaryTypes(String.class);
        return this.<List<String>>option(builder, List.class, description).defaultValue(List.of());
    }

    private static OptionSpec.Builder option(String names) {
        return OptionSpec.builder(names.split(", ", -1));
    }

    private <T> OptionValue<T> option(OptionSpec.Builder builder, Class<?> type, String description) {
        var option = builder.type(type)
                .description(description)
                .hidden(description.isEmpty())
                .scopeType(scope)
                .preprocessor(new OptionPreprocessor())
                .build();
        add(option);
        return new OptionValue<>(option, null);
    }

    /** The options that ask for the help or the version instead: each command takes them, the program tells of them. */
    private void addHelpAndVersion() {
        var asking = List.of(
                option("-h, --help")
                        .usageHelp(true)
                        .preprocessor(new OptionPreprocessor())
                        .description("this help")
                        .build(),
                option("-V, --version")
                        .versionHelp(true)
                        .preprocessor(new OptionPreprocessor())
                        .description("the version")
                        .build());
        if (scope == ScopeType.INHERIT) {
            asking.forEach(this::add);
        } else {
            options.addAll(asking);
        }
    }

    /** The options with a value that were given on the command line, by their names. */
    public List<String> given() {
        return options.stream()
                .filter(option -> option.arity().max() > 0 && option.getValue() != null)
                .map(OptionSpec::longestName)
                .toList();
    }

    private void add(OptionSpec option) {
        groups.stream()
                .filter(each -> each.heading().equals(group))
                .findFirst()
                .orElseGet(() -> {
                    groups.add(new HelpPage.OptionGroup(group, new ArrayList<>()));
                    return groups.get(groups.size() - 1);
                })
                .options()
                .add(option);
        options.add(option);
    }

    private static <T> Function<String, T> reader(String label, Class<T> type) {
        return word -> type.cast(ArgumentParsers.value(type, label, word));
    }

    private static <T> ITypeConverter<T> converter(Function<String, T> reader) {
        return word -> {
            try {
                return reader.apply(word);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        };
    }

    /** An argument that has to be there. */
    public OptionValue<String> argument(String label, String description) {
        return argument(label, description, String.class);
    }

    /** The same, that is a text, a file, a whole number or one of an enum. */
    public <T> OptionValue<T> argument(String label, String description, Class<T> type) {
        return argument(label, description, type, reader(label, type));
    }

    /** The same, read by a function. */
    public <T> OptionValue<T> argument(String label, String description, Class<T> type, Function<String, T> reader) {
        return argument("1", label, description, one(type, reader));
    }

    /** Arguments of which one at least has to be there. */
    public OptionValue<List<String>> arguments(String label, String description) {
        return argument("1..*", label, description, several());
    }

    /** An argument that may be left out. */
    public OptionValue<String> optional(String label, String description) {
        return optional(label, description, String.class);
    }

    /** The same, that is a text, a file, a whole number or one of an enum. */
    public <T> OptionValue<T> optional(String label, String description, Class<T> type) {
        return argument("0..1", label, description, one(type, reader(label, type)));
    }

    /** Arguments of which there may be none. */
    public OptionValue<List<String>> optionals(String label, String description) {
        return argument("0..*", label, description, several());
    }

    /** The arguments from here on, as they are: what follows the first of them is no option of this command. */
    public OptionValue<List<String>> rest(String label) {
        return this.<List<String>>argument("0..*", label, "", several().hidden(true))
                .defaultValue(List.of());
    }

    private static <T> PositionalParamSpec.Builder one(Class<T> type, Function<String, T> reader) {
        return PositionalParamSpec.builder().type(type).converters(converter(reader));
    }

    private static PositionalParamSpec.Builder several() {
        return PositionalParamSpec.builder().type(List.class).auxiliaryTypes(String.class);
    }

    private <T> OptionValue<T> argument(
            String arity, String label, String description, PositionalParamSpec.Builder builder) {
        var argument = builder.index(arguments.size() + (arity.endsWith("*") ? "..*" : ""))
                .arity(arity)
                .required(arity.startsWith("1"))
                .paramLabel(label)
                .description(description)
                .build();
        arguments.add(argument);
        return new OptionValue<>(argument, null);
    }

    /** All of it for picocli, which is to call this command. */
    public CommandSpec spec(Object command) {
        addHelpAndVersion();
        var spec = CommandSpec.wrapWithoutInspection(command).name(name);
        for (var argument : arguments) {
            spec.addPositional(argument);
        }
        for (var option : options) {
            spec.addOption(option);
        }
        return spec;
    }
}
