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
import stretch.Exit;

/** Builds the command line and has it read the arguments, each of them once: here up to the command, there the rest. */
public final class Cli {
    private final World world;
    private final Desk desk;
    private final Common common;
    private final Given<List<String>> command;
    private final CommandLine stretch;

    private Cli(World world) {
        // Converters for types that no option of ours has: finding them takes as long as reading the arguments.
        System.setProperty("picocli.converters.excludes", "java[.](sql|time)[.].*");
        this.world = world;
        var takes = Syntax.ofAll("stretch");
        common = new Common(takes);
        desk = new Desk(world, common);
        command = takes.rest("COMMAND");
        stretch = ready(new CommandLine(stretch(takes)));
        stretch.setStopAtPositional(true);
        stretch.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, new Groups());
    }

    /** Runs the program once and returns the exit code; throws whatever goes wrong. */
    static int run(World world, String... args) throws Exception {
        var page = isVersion(args)
                ? version() + System.lineSeparator()
                : ReadyPage.of(world.terminals().columns(), args);
        if (page != null) {
            world.out().print(page);
            return Exit.OK.code();
        }
        var cli = new Cli(world);
        return cli.execute(cli.stretch, args);
    }

    /** The whole command line, every command with all that it takes. */
    static CommandSpec model(World world) {
        var cli = new Cli(world);
        Commands.everyName().forEach(cli::add);
        return cli.stretch.getCommandSpec();
    }

    private int execute(CommandLine line, String... args) throws Exception {
        ParseResult parsed;
        try {
            parsed = line.parseArgs(args);
        } catch (ParameterException e) {
            throw Complaints.failure(e);
        }
        line.setColorScheme(
                Help.defaultColorScheme(common.color() == Common.Colour.always ? Help.Ansi.ON : Help.Ansi.OFF));
        var helped = CommandLine.executeHelpRequest(parsed);
        if (helped != null) {
            return helped;
        }
        var words = command.get();
        if (line == stretch && !words.isEmpty()) {
            return execute(add(words.get(0)), words.subList(1, words.size()).toArray(String[]::new));
        }
        Callable<Integer> chosen = line.getCommand();
        return chosen.call();
    }

    /** Each command takes time to make: only the one that is named is. */
    private CommandLine add(String name) {
        if (!Commands.everyName().contains(name)) {
            throw Complaints.unknownCommand(stretch, name);
        }
        var takes = Syntax.of(name);
        var spec = takes.spec(Commands.make(name, desk, takes));
        spec.usageMessage().hidden(!Commands.isShown(name));
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
                .setOut(new PrintWriter(world.out(), true, StandardCharsets.UTF_8))
                .setUsageHelpWidth(Math.max(60, Math.min(100, world.terminals().columns())))
                .setUsageHelpLongOptionsMaxWidth(28);
    }

    /** Not a lambda: one that is made for an old class such as picocli's cannot be kept in the archive of classes. */
    private record Groups() implements IHelpSectionRenderer {
        @Override
        public String render(Help help) {
            return Commands.page();
        }
    }

    private static CommandSpec stretch(Syntax takes) {
        var spec = takes.spec(new StretchCommand(takes));
        spec.usageMessage()
                .synopsisHeading("Usage: ")
                .customSynopsis("stretch [OPTION]... COMMAND [ARGUMENT]...")
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
