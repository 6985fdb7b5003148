package stretch.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import stretch.cli.learn.CautionsCommand;
import stretch.cli.learn.FiguresCommand;
import stretch.cli.learn.LearnCommand;
import stretch.cli.learn.ListCommand;
import stretch.cli.learn.ShowCommand;
import stretch.cli.learn.SuggestCommand;
import stretch.cli.options.CommandSpecBuilder;
import stretch.cli.options.HelpPage;
import stretch.cli.practise.CheckinCommand;
import stretch.cli.practise.RenderCommand;
import stretch.cli.practise.ResumeCommand;
import stretch.cli.practise.RunCommand;
import stretch.cli.record.AddCommand;
import stretch.cli.record.DeleteCommand;
import stretch.cli.record.EditCommand;
import stretch.cli.record.ExportCommand;
import stretch.cli.record.HistoryCommand;
import stretch.cli.record.ImportCommand;
import stretch.cli.record.ReportCommand;
import stretch.cli.record.StatsCommand;
import stretch.cli.record.SyncCommand;
import stretch.cli.record.TodayCommand;
import stretch.cli.record.UndoCommand;
import stretch.cli.remind.DueCommand;
import stretch.cli.remind.GoalCommand;
import stretch.cli.remind.RemindCommand;
import stretch.cli.remind.ScheduleCommand;
import stretch.cli.remind.SkipCommand;
import stretch.cli.remind.SnoozeCommand;
import stretch.cli.setup.BackupCommand;
import stretch.cli.setup.CompleteIdsCommand;
import stretch.cli.setup.CompletionCommand;
import stretch.cli.setup.ConfigCommand;
import stretch.cli.setup.DoctorCommand;
import stretch.cli.setup.HelpCommand;
import stretch.cli.setup.InitCommand;
import stretch.cli.setup.RestoreCommand;
import stretch.cli.setup.ValidateCommand;
import stretch.cli.setup.WarmUpCommand;
import stretch.output.Printer;

/** The commands that there are. */
final class CommandRegistry {
    /** A command in the help: its group, and its line there. */
    private record CommandEntry(String group, String summary) {}

    /** The group of commands that are called by programs alone, or only by those who know them from elsewhere. */
    private static final String HIDDEN = "";

    private static final Map<String, CommandEntry> ALL = all();

    private CommandRegistry() {}

    private static Map<String, CommandEntry> all() {
        var all = new LinkedHashMap<String, CommandEntry>();
        all.put("run", new CommandEntry("Practise", "run a timed routine and record it"));
        all.put("resume", new CommandEntry("Practise", "continue a session that broke off"));
        all.put("render", new CommandEntry("Practise", "write a led session as a sound file"));
        all.put("checkin", new CommandEntry("Practise", "record how your back feels"));
        all.put("list", new CommandEntry("Learn", "list routines and exercises"));
        all.put("show", new CommandEntry("Learn", "show an exercise, routine or lesson in full"));
        all.put("figures", new CommandEntry("Learn", "write a sheet for the wall"));
        all.put("suggest", new CommandEntry("Learn", "suggest exercises that suit you"));
        all.put("learn", new CommandEntry("Learn", "explain why it works"));
        all.put("cautions", new CommandEntry("Learn", "say when to see a professional"));
        all.put("today", new CommandEntry("Record", "show what is due and done today"));
        all.put("history", new CommandEntry("Record", "list past sessions, or show one"));
        all.put("add", new CommandEntry("Record", "record a session done without stretch"));
        all.put("edit", new CommandEntry("Record", "correct a session"));
        all.put("delete", new CommandEntry("Record", "delete a session"));
        all.put("undo", new CommandEntry("Record", "undo the last change"));
        all.put("stats", new CommandEntry("Record", "show streaks, weeks, left and right"));
        all.put("report", new CommandEntry("Record", "write a report as one HTML page"));
        all.put("export", new CommandEntry("Record", "write the history as CSV, JSON or a calendar"));
        all.put("import", new CommandEntry("Record", "import an export or another history"));
        all.put("sync", new CommandEntry("Record", "merge with other machines through a folder"));
        all.put("due", new CommandEntry("Remind", "say whether practice is due"));
        all.put("remind", new CommandEntry("Remind", "print a reminder if practice is due"));
        all.put("goal", new CommandEntry("Remind", "show or set how often"));
        all.put("snooze", new CommandEntry("Remind", "hold back reminders for a while"));
        all.put("skip", new CommandEntry("Remind", "skip today, or another day"));
        all.put("schedule", new CommandEntry("Remind", "print or install timed reminders"));
        all.put("init", new CommandEntry("Set up", "write commented starter files"));
        all.put("validate", new CommandEntry("Set up", "check a routines file"));
        all.put("config", new CommandEntry("Set up", "show or change settings"));
        all.put("doctor", new CommandEntry("Set up", "check terminal, sound, files, history"));
        all.put("backup", new CommandEntry("Set up", "write a copy of the history, or of everything"));
        all.put("restore", new CommandEntry("Set up", "bring back a copy"));
        all.put("completion", new CommandEntry("Set up", "print a script for the Tab key of your shell"));
        all.put("help", new CommandEntry(HIDDEN, "explain a command"));
        all.put("complete-ids", new CommandEntry(HIDDEN, ""));
        all.put("warm-up", new CommandEntry(HIDDEN, ""));
        return all;
    }

    /**
     * A {@link Command}: only the one that was chosen is made, and its class loaded. It is told by an interface, since
     * whether each of them is of a class the JVM would have to load them all to know.
     */
    static Callable<Integer> make(String name, CommandContext context, CommandSpecBuilder options) {
        return switch (name) {
            case "run" -> new RunCommand(context, options);
            case "resume" -> new ResumeCommand(context, options);
            case "render" -> new RenderCommand(context, options);
            case "checkin" -> new CheckinCommand(context, options);
            case "list" -> new ListCommand(context, options);
            case "show" -> new ShowCommand(context, options);
            case "figures" -> new FiguresCommand(context, options);
            case "suggest" -> new SuggestCommand(context, options, id -> RunCommand.run(context, id));
            case "learn" -> new LearnCommand(context, options);
            case "cautions" -> new CautionsCommand(context, options);
            case "today" -> new TodayCommand(context, options);
            case "history" -> new HistoryCommand(context, options);
            case "add" -> new AddCommand(context, options);
            case "edit" -> new EditCommand(context, options);
            case "delete" -> new DeleteCommand(context, options);
            case "undo" -> new UndoCommand(context, options);
            case "stats" -> new StatsCommand(context, options);
            case "report" -> new ReportCommand(context, options);
            case "export" -> new ExportCommand(context, options);
            case "import" -> new ImportCommand(context, options);
            case "sync" -> new SyncCommand(context, options);
            case "due" -> new DueCommand(context, options);
            case "remind" -> new RemindCommand(context, options);
            case "goal" -> new GoalCommand(context, options);
            case "snooze" -> new SnoozeCommand(context, options);
            case "skip" -> new SkipCommand(context, options);
            case "schedule" -> new ScheduleCommand(context, options);
            case "init" -> new InitCommand(context, options);
            case "validate" -> new ValidateCommand(context, options);
            case "config" -> new ConfigCommand(context, options);
            case "doctor" -> new DoctorCommand(context, options);
            case "backup" -> new BackupCommand(context, options);
            case "restore" -> new RestoreCommand(context, options);
            case "completion" -> new CompletionCommand(context, options);
            case "help" -> new HelpCommand(context, options);
            case "complete-ids" -> new CompleteIdsCommand(context, options);
            case "warm-up" -> new WarmUpCommand(context, options);
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** The commands that are for people, in the order of the help. */
    static List<String> names() {
        return ALL.keySet().stream().filter(CommandRegistry::isShown).toList();
    }

    /** What people may type as a command: these, and what they know from elsewhere. */
    static List<String> typed() {
        return Stream.concat(names().stream(), Stream.of("help")).toList();
    }

    static boolean isShown(String name) {
        return ALL.containsKey(name) && !entry(name).group().equals(HIDDEN);
    }

    /** What a command does, as the help says it in a few words. */
    static String summary(String name) {
        return entry(name).summary();
    }

    private static CommandEntry entry(String name) {
        return Objects.requireNonNull(ALL.get(name));
    }

    /** Every name, also of those that are for programs alone. */
    static Set<String> everyName() {
        return ALL.keySet();
    }

    /** Prints the commands that are for people, by groups. */
    static void print(Printer printer) {
        var group = "";
        for (var name : names()) {
            var command = entry(name);
            if (!command.group().equals(group)) {
                group = command.group();
                printer.blankLine();
                printer.heading(group + ":");
            }
            HelpPage.row(printer, 11, name, command.summary());
        }
    }
}
