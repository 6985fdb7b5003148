package stretch.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import stretch.Exit;
import stretch.StandardOutput;

/** Builds the command line, runs it, and maps every way it can fail to one line and one exit code. */
public final class Cli {
    private Cli() {}

    /** Runs the program once; the streams of the world are flushed when it returns the exit code. */
    public static int run(World world, String... args) {
        int code;
        try {
            var words = args.length > 0 && args[0].equals("help") ? help(args) : args;
            var ready = isVersion(words)
                    ? version() + System.lineSeparator()
                    : ReadyPage.of(world.terminals().columns(), words);
            if (ready == null) {
                code = commandLine(world, words).execute(words);
            } else {
                world.out().print(ready);
                code = Exit.OK.code();
            }
        } finally {
            world.out().flush();
            world.err().flush();
        }
        if (code == 0 && world.out().checkError()) {
            return new Complaints(world).complain(StandardOutput.lost());
        }
        return code;
    }

    /** {@code stretch help COMMAND} is what people try who know git. */
    private static String[] help(String... args) {
        return args.length == 1 ? new String[] {"--help"} : new String[] {args[1], "--help"};
    }

    /** The command line with the command that the arguments name; with all of them, if they name none. */
    static CommandLine commandLine(World world, String... args) {
        // Converters for types that no option of ours has: finding them takes as long as reading the arguments.
        System.setProperty("picocli.converters.excludes", "java[.](sql|time)[.].*");
        var takes = Syntax.ofAll("stretch");
        var common = new Common(takes);
        var cli = new CommandLine(stretch(takes));
        var desk = new Desk(world, common);
        for (var name : needed(args)) {
            add(cli, desk, name);
        }
        addGlobals(cli.getCommandSpec());
        for (var command : cli.getSubcommands().values()) {
            addGlobals(command.getCommandSpec());
        }
        cli.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, new Groups());
        var complaints = new Complaints(world);
        var ansi = Arrays.asList(args).contains("--color=always") ? Help.Ansi.ON : Help.Ansi.OFF;
        return cli.setExpandAtFiles(false)
                .setCaseInsensitiveEnumValuesAllowed(false)
                .setOut(new PrintWriter(world.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(world.err(), true, StandardCharsets.UTF_8))
                .setColorScheme(Help.defaultColorScheme(ansi))
                .setUsageHelpWidth(Math.max(60, Math.min(100, world.terminals().columns())))
                .setUsageHelpLongOptionsMaxWidth(28)
                .setParameterExceptionHandler(complaints)
                .setExecutionExceptionHandler(complaints);
    }

    /** Not a lambda: one that is made for an old class such as picocli's cannot be kept in the archive of classes. */
    private record Groups() implements IHelpSectionRenderer {
        @Override
        public String render(Help help) {
            return Commands.page();
        }
    }

    /** Each command takes time to make: one that is named, none for the page that lists them, else all. */
    private static Collection<String> needed(String... args) {
        if (args.length == 1 && ReadyPage.HELP.contains(args[0])) {
            return List.of();
        }
        var valued = List.of("--routines", "--db", "--config", "--color");
        for (int i = 0; i < args.length; i++) {
            if (valued.contains(args[i])) {
                i++;
            } else if (!args[i].startsWith("-")) {
                return Commands.everyName().contains(args[i]) ? List.of(args[i]) : Commands.everyName();
            }
        }
        return Commands.everyName();
    }

    private static void add(CommandLine cli, Desk desk, String name) {
        var takes = Syntax.of(name);
        var spec = takes.spec(Commands.make(name, desk, takes));
        spec.usageMessage().hidden(!Commands.isShown(name));
        cli.addSubcommand(name, spec);
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
