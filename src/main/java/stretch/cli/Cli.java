package stretch.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import stretch.os.Environment;
import stretch.os.ExitCode;

/** Builds the command line and has it read the arguments, each of them once: here up to the command, there the rest. */
public final class Cli {
    private final Environment environment;
    private final CommandContext context;
    private final GlobalOptions globals;
    private final OptionValue<List<String>> command;
    private final CommandLine stretch;

    private Cli(Environment environment) {
        // Converters for types that no option of ours has: finding them takes as long as reading the arguments.
        System.setProperty("picocli.converters.excludes", "java[.](sql|time)[.].*");
        // Groovy, which picocli would look for in every jar.
        System.setProperty("picocli.disable.closures", "true");
        this.environment = environment;
        var options = CommandSpecBuilder.ofAll("stretch");
        globals = new GlobalOptions(options);
        context = new CommandContext(environment, globals);
        command = options.rest("COMMAND");
        stretch = ready(new CommandLine(stretch(options)));
        stretch.setStopAtPositional(true);
        stretch.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, new CommandGroups());
    }

    /** Runs the program once and returns the exit code; throws whatever goes wrong. */
    public static int run(Environment environment, String... args) throws Exception {
        var page = isVersion(args)
                ? version() + System.lineSeparator()
                : PrerenderedHelp.of(environment.streams().columns(), args);
        if (page != null) {
            environment.out().print(page);
            return ExitCode.OK.code();
        }
        var cli = new Cli(environment);
        return cli.execute(cli.stretch, args);
    }

    /** The whole command line, every command with all that it takes. */
    static CommandSpec model(Environment environment) {
        var cli = new Cli(environment);
        CommandRegistry.everyName().forEach(cli::add);
        return cli.stretch.getCommandSpec();
    }

    private int execute(CommandLine line, String... args) throws Exception {
        ParseResult parsed;
        try {
            parsed = line.parseArgs(args);
        } catch (ParameterException e) {
            throw ErrorHandler.failure(e);
        }
        line.setColorScheme(Help.defaultColorScheme(
                globals.color() == GlobalOptions.ColourMode.always ? Help.Ansi.ON : Help.Ansi.OFF));
        var helped = CommandLine.executeHelpRequest(parsed);
        if (helped != null) {
            return helped;
        }
        var words = command.get();
        if (line == stretch && !words.isEmpty()) {
            return execute(words);
        }
        Callable<Integer> chosen = line.getCommand();
        return chosen.call();
    }

    /** Runs a command with its arguments. */
    private int execute(List<String> words) throws Exception {
        return execute(add(words.get(0)), words.subList(1, words.size()).toArray(String[]::new));
    }

    /** Each command takes time to make: only the one that is named is. */
    private CommandLine add(String name) {
        if (!CommandRegistry.everyName().contains(name)) {
            throw ErrorHandler.unknownCommand(stretch, name);
        }
        var options = CommandSpecBuilder.of(name);
        var spec = options.spec(CommandRegistry.make(name, context, options));
        spec.usageMessage().hidden(!CommandRegistry.isShown(name));
        var line = new CommandLine(spec);
        stretch.addSubcommand(name, line);
        return ready(line);
    }

    private CommandLine ready(CommandLine line) {
        addGlobals(line.getCommandSpec());
        return line.setExpandAtFiles(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                // What may be a value, Syntax decides.
                .setAllowOptionsAsOptionParameters(true)
                .setOut(new PrintWriter(environment.out(), true, StandardCharsets.UTF_8))
                .setUsageHelpWidth(
                        Math.max(60, Math.min(100, environment.streams().columns())))
                .setUsageHelpLongOptionsMaxWidth(28);
    }

    /** Not a lambda: one that is made for an old class such as picocli's cannot be kept in the archive of classes. */
    private record CommandGroups() implements IHelpSectionRenderer {
        @Override
        public String render(Help help) {
            return CommandRegistry.helpText();
        }
    }

    private CommandSpec stretch(CommandSpecBuilder options) {
        var home = new Home(context, words -> execute(words));
        var spec = options.spec(new StretchCommand(options, home));
        spec.usageMessage()
                .synopsisHeading("Usage: ")
                .customSynopsis("stretch [OPTION]... [COMMAND [ARGUMENT]...]")
                .optionListHeading("%nOptions:%n");
        return spec;
    }

    private static void addGlobals(CommandSpec spec) {
        spec.addOption(CommandLine.Model.OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("this help")
                .build());
        spec.addOption(CommandLine.Model.OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("the version")
                .build());
        spec.version(version());
        spec.usageMessage().sortOptions(false).showDefaultValues(false);
        spec.usageMessage().abbreviateSynopsis(true).commandListHeading("");
    }

    private static boolean isVersion(String... words) {
        return words.length == 1 && (words[0].equals("-V") || words[0].equals("--version"));
    }

    private static String version() {
        return "stretch "
                + Optional.ofNullable(Cli.class.getPackage().getImplementationVersion())
                        .orElse("(unpackaged)");
    }
}
