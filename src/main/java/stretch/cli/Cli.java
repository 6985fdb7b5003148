package stretch.cli;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import stretch.cli.options.CommandSpecBuilder;
import stretch.cli.options.GlobalOptions;
import stretch.cli.options.HelpPage;
import stretch.cli.options.OptionValue;
import stretch.os.Environment;
import stretch.os.ExitCode;
import stretch.os.UserError;

/** Builds the command line and has it read the arguments, each of them once: here up to the command, there the rest. */
public final class Cli {
    private final Environment environment;
    private final CommandContext context;
    private final OptionValue<List<String>> command;
    private final CommandLine stretch;

    private Cli(Environment environment) {
        // Converters for types that no option of ours has: finding them takes as long as reading the arguments.
        System.setProperty("picocli.converters.excludes", "java[.](sql|time)[.].*");
        // Groovy, which picocli would look for in every jar.
        System.setProperty("picocli.disable.closures", "true");
        this.environment = environment;
        var options = CommandSpecBuilder.ofAll(CommandSpecBuilder.PROGRAM);
        context = new CommandContext(environment, new GlobalOptions(options));
        command = options.rest("COMMAND");
        stretch = ready(new Home(context, options, this::execute));
        stretch.setStopAtPositional(true);
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
    static Cli model(Environment environment) {
        var cli = new Cli(environment);
        CommandRegistry.everyName().forEach(cli::add);
        return cli;
    }

    CommandSpec spec() {
        return stretch.getCommandSpec();
    }

    /** The help of a command that was added, or of the program. */
    HelpPage page(String name) {
        return page(
                name.equals(CommandSpecBuilder.PROGRAM)
                        ? stretch
                        : Objects.requireNonNull(stretch.getSubcommands().get(name)));
    }

    private static HelpPage page(CommandLine line) {
        return line.<Command>getCommand().options.page();
    }

    private int execute(CommandLine line, String... args) throws Exception {
        ParseResult parsed;
        try {
            parsed = line.parseArgs(args);
        } catch (ParameterException e) {
            throw ErrorHandler.failure(e, page(line));
        }
        var words = command.get();
        boolean isHelp = parsed.isUsageHelpRequested();
        if (line == stretch && !words.isEmpty() && !parsed.isVersionHelpRequested()) {
            // 'stretch --help run' asks for the same as 'stretch run --help'.
            return execute(
                    isHelp ? Stream.concat(words.stream(), Stream.of("--help")).toList() : words);
        }
        if (isHelp) {
            var printer = context.printer();
            page(line).print(printer, () -> {
                if (line == stretch) {
                    CommandRegistry.print(printer);
                }
            });
            return ExitCode.OK.code();
        }
        if (parsed.isVersionHelpRequested()) {
            environment.out().println(version());
            return ExitCode.OK.code();
        }
        Command chosen = line.getCommand();
        int code = chosen.call();
        // Whoever was told to end has no time.
        if (code < ExitCode.HANGUP.code()) {
            context.syncChanges();
        }
        return code;
    }

    private int execute(List<String> words) throws Exception {
        return execute(add(words.get(0)), words.subList(1, words.size()).toArray(String[]::new));
    }

    /** Each command takes time to make: only the one that is named is. */
    private CommandLine add(String name) {
        if (!CommandRegistry.everyName().contains(name)) {
            throw ErrorHandler.unknownCommand(name, practices());
        }
        var line = ready((Command) CommandRegistry.make(name, context, CommandSpecBuilder.of(name)));
        stretch.addSubcommand(name, line);
        return line;
    }

    /** What can be run, which is easily typed without 'run'; nothing if the files of it are not in order. */
    private List<String> practices() {
        try {
            var catalogue = context.catalogueOfFiles();
            return Stream.of(catalogue.routines(), catalogue.exercises())
                    .flatMap(entries -> entries.keySet().stream())
                    .toList();
        } catch (UserError unreadable) {
            return List.of();
        }
    }

    private static CommandLine ready(Command command) {
        return new CommandLine(command.options.spec(command))
                .setExpandAtFiles(false)
                // What may be a value, CommandSpecBuilder decides.
                .setAllowOptionsAsOptionParameters(true);
    }

    private static boolean isVersion(String... words) {
        return words.length == 1 && (words[0].equals("-V") || words[0].equals("--version"));
    }

    private static String version() {
        return CommandSpecBuilder.PROGRAM
                + " "
                + Optional.ofNullable(Cli.class.getPackage().getImplementationVersion())
                        .orElse("(unpackaged)");
    }
}
