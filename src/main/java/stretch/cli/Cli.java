package stretch.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import stretch.Exit;
import stretch.Failure;
import stretch.StandardOutput;
import stretch.text.DidYouMean;
import stretch.text.Visible;

/** Builds the command line, runs it, and maps every way it can fail to one line and one exit code. */
public final class Cli {
    /** A command in the help: its group, and its line there. */
    private record Entry(String group, String summary) {}

    /** The group of commands that are called by programs alone. */
    private static final String HIDDEN = "";

    private static final Map<String, Entry> COMMANDS = commands();

    private Cli() {}

    private static Map<String, Entry> commands() {
        var all = new LinkedHashMap<String, Entry>();
        all.put("run", new Entry("Practise", "run a timed routine and record it"));
        all.put("resume", new Entry("Practise", "go on with a session that broke off"));
        all.put("checkin", new Entry("Practise", "record how the back feels"));
        all.put("list", new Entry("Learn", "what can be practised"));
        all.put("show", new Entry("Learn", "one exercise, routine, lesson or habit in full"));
        all.put("suggest", new Entry("Learn", "which exercises answer what you know"));
        all.put("learn", new Entry("Learn", "the lessons: why it works"));
        all.put("cautions", new Entry("Learn", "when to see a professional"));
        all.put("history", new Entry("Record", "past sessions; one session with its steps"));
        all.put("add", new Entry("Record", "a session done away from the terminal"));
        all.put("edit", new Entry("Record", "mend a session on record"));
        all.put("delete", new Entry("Record", "take a session off the record"));
        all.put("undo", new Entry("Record", "take the last change back"));
        all.put("stats", new Entry("Record", "streak, weeks, heat map, left/right balance"));
        all.put("export", new Entry("Record", "the history as CSV, JSON or a calendar"));
        all.put("import", new Entry("Record", "bring in an export or another record"));
        all.put("due", new Entry("Remind", "whether practice is due; made for scripts"));
        all.put("remind", new Entry("Remind", "a reminder if practice is due, else nothing"));
        all.put("snooze", new Entry("Remind", "no reminders for a while"));
        all.put("skip", new Entry("Remind", "not today"));
        all.put("schedule", new Entry("Remind", "the cron line, timer or event that reminds"));
        all.put("init", new Entry("Set up", "write commented starter files"));
        all.put("validate", new Entry("Set up", "check a routines file"));
        all.put("config", new Entry("Set up", "shows or sets a setting"));
        all.put("doctor", new Entry("Set up", "check terminal, sound, files, history"));
        all.put("backup", new Entry("Set up", "a consistent copy of the history"));
        all.put("restore", new Entry("Set up", "the history back from a copy"));
        all.put("completion", new Entry("Set up", "a script for the Tab key of your shell"));
        all.put("complete-ids", new Entry(HIDDEN, ""));
        all.put("warm-up", new Entry(HIDDEN, ""));
        return all;
    }

    /** Only the command that was chosen is made, and its class loaded. */
    private static Callable<Integer> make(String name, Desk desk, Syntax takes) {
        return switch (name) {
            case "run" -> new RunCommand(desk, takes);
            case "resume" -> new ResumeCommand(desk, takes);
            case "checkin" -> new CheckinCommand(desk, takes);
            case "list" -> new ListCommand(desk, takes);
            case "show" -> new ShowCommand(desk, takes);
            case "suggest" -> new SuggestCommand(desk, takes);
            case "learn" -> new LearnCommand(desk, takes);
            case "cautions" -> new CautionsCommand(desk, takes);
            case "history" -> new HistoryCommand(desk, takes);
            case "add" -> new AddCommand(desk, takes);
            case "edit" -> new EditCommand(desk, takes);
            case "delete" -> new DeleteCommand(desk, takes);
            case "undo" -> new UndoCommand(desk, takes);
            case "stats" -> new StatsCommand(desk, takes);
            case "export" -> new ExportCommand(desk, takes);
            case "import" -> new ImportCommand(desk, takes);
            case "due" -> new DueCommand(desk, takes);
            case "remind" -> new RemindCommand(desk, takes);
            case "snooze" -> new SnoozeCommand(desk, takes);
            case "skip" -> new SkipCommand(desk, takes);
            case "schedule" -> new ScheduleCommand(desk, takes);
            case "init" -> new InitCommand(desk, takes);
            case "validate" -> new ValidateCommand(desk, takes);
            case "config" -> new ConfigCommand(desk, takes);
            case "doctor" -> new DoctorCommand(desk, takes);
            case "backup" -> new BackupCommand(desk, takes);
            case "restore" -> new RestoreCommand(desk, takes);
            case "completion" -> new CompletionCommand(desk, takes);
            case "complete-ids" -> new CompleteIdsCommand(desk, takes);
            case "warm-up" -> new WarmUpCommand(desk, takes);
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** The commands that are for people, in the order of the help. */
    static List<String> commandNames() {
        return COMMANDS.keySet().stream().filter(Cli::isShown).toList();
    }

    private static boolean isShown(String name) {
        return COMMANDS.containsKey(name) && !entry(name).group().equals(HIDDEN);
    }

    /** What a command does, as the help says it in a few words. */
    static String summary(String name) {
        return entry(name).summary();
    }

    private static Entry entry(String name) {
        return java.util.Objects.requireNonNull(COMMANDS.get(name));
    }

    /** Runs the program once; the streams of the world are flushed when it returns the exit code. */
    public static int run(World world, String... args) {
        int code;
        try {
            var words = args.length > 0 && args[0].equals("help") ? help(args) : args;
            code = commandLine(world, words).execute(words);
        } finally {
            world.out().flush();
            world.err().flush();
        }
        if (code == 0 && world.out().checkError()) {
            return complain(world, StandardOutput.lost());
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
        needed(args).forEach(name -> add(cli, desk, name));
        addGlobals(cli.getCommandSpec());
        cli.getSubcommands().values().forEach(sub -> addGlobals(sub.getCommandSpec()));
        cli.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, help -> groups());
        var ansi = Arrays.asList(args).contains("--color=always") ? Help.Ansi.ON : Help.Ansi.OFF;
        return cli.setExpandAtFiles(false)
                .setCaseInsensitiveEnumValuesAllowed(false)
                .setOut(new PrintWriter(world.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(world.err(), true, StandardCharsets.UTF_8))
                .setColorScheme(Help.defaultColorScheme(ansi))
                .setUsageHelpWidth(Math.max(60, Math.min(100, world.terminals().columns())))
                .setUsageHelpLongOptionsMaxWidth(28)
                .setParameterExceptionHandler((failure, all) -> usage(world, failure))
                .setExecutionExceptionHandler((failure, line, parsed) -> failed(world, failure));
    }

    /** Each command takes time to make: one that is named, none for the page that lists them, else all. */
    private static Collection<String> needed(String... args) {
        if (args.length == 1 && List.of("-h", "--help", "-V", "--version").contains(args[0])) {
            return List.of();
        }
        return chosen(args).<Collection<String>>map(List::of).orElseGet(COMMANDS::keySet);
    }

    /** The command that the arguments name, if the first word is one. */
    private static Optional<String> chosen(String... args) {
        var valued = List.of("--routines", "--db", "--config", "--color");
        for (int i = 0; i < args.length; i++) {
            if (valued.contains(args[i])) {
                i++;
            } else if (!args[i].startsWith("-")) {
                return Optional.of(args[i]).filter(COMMANDS::containsKey);
            }
        }
        return Optional.empty();
    }

    private static void add(CommandLine cli, Desk desk, String name) {
        var takes = Syntax.of(name);
        var spec = takes.spec(make(name, desk, takes));
        spec.usageMessage().hidden(!isShown(name));
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
        spec.version("stretch " + version());
        spec.usageMessage().sortOptions(false).showDefaultValues(false);
        spec.usageMessage().abbreviateSynopsis(true).commandListHeading("");
    }

    private static String version() {
        return Optional.ofNullable(Cli.class.getPackage().getImplementationVersion())
                .orElse("(unpackaged)");
    }

    private static String groups() {
        var text = new StringBuilder();
        var group = "";
        for (var name : commandNames()) {
            var command = entry(name);
            if (!command.group().equals(group)) {
                group = command.group();
                text.append(String.format("%n%s:%n", group));
            }
            text.append(String.format("  %-10s %s%n", name, command.summary()));
        }
        return text.toString();
    }

    private static int usage(World world, ParameterException failure) {
        var line = failure.getCommandLine();
        var command = line.getCommandSpec().qualifiedName();
        return complain(world, new Failure(Exit.USAGE, message(failure) + advice(line, failure, command)));
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
            line.getSubcommands().keySet().stream().filter(Cli::isShown).forEach(words::add);
            return "; "
                    + DidYouMean.advice(words, unmatched.getUnmatched().get(0).split("=", 2)[0], see);
        }
        return "; see '" + command + " --help'";
    }

    private static int failed(World world, Exception failure) {
        if (failure instanceof Failure known) {
            return complain(world, known);
        }
        return complain(world, Bug.report(world, failure));
    }

    private static int complain(World world, Failure failure) {
        // A closed pipe is not worth a word: the reader wanted no more.
        if (failure.exit() != Exit.PIPE) {
            failure.lines().forEach(line -> world.err().println("stretch: " + Visible.line(line)));
        }
        world.err().flush();
        return failure.exit().code();
    }
}
