package stretch.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;

/** The commands that there are. */
final class Commands {
    /** A command in the help: its group, and its line there. */
    private record Entry(String group, String summary) {}

    /** The group of commands that are called by programs alone, or only by those who know them from elsewhere. */
    private static final String HIDDEN = "";

    private static final Map<String, Entry> ALL = all();

    private Commands() {}

    private static Map<String, Entry> all() {
        var all = new LinkedHashMap<String, Entry>();
        all.put("run", new Entry("Practise", "run a timed routine and record it"));
        all.put("resume", new Entry("Practise", "go on with a session that broke off"));
        all.put("checkin", new Entry("Practise", "record how the back feels"));
        all.put("list", new Entry("Learn", "what can be practised"));
        all.put("show", new Entry("Learn", "one exercise, routine, lesson or habit in full"));
        all.put("figures", new Entry("Learn", "a routine's figures as a sheet for the wall"));
        all.put("suggest", new Entry("Learn", "which exercises answer what you know"));
        all.put("learn", new Entry("Learn", "the lessons: why it works"));
        all.put("cautions", new Entry("Learn", "when to see a professional"));
        all.put("history", new Entry("Record", "past sessions; one session with its steps"));
        all.put("add", new Entry("Record", "a session done away from the terminal"));
        all.put("edit", new Entry("Record", "mend a session on record"));
        all.put("delete", new Entry("Record", "take a session off the record"));
        all.put("undo", new Entry("Record", "take the last change back"));
        all.put("stats", new Entry("Record", "streak, weeks, heat map, left/right balance"));
        all.put("report", new Entry("Record", "one HTML page, to keep, print or show"));
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
        all.put("help", new Entry(HIDDEN, ""));
        all.put("complete-ids", new Entry(HIDDEN, ""));
        all.put("warm-up", new Entry(HIDDEN, ""));
        return all;
    }

    /** Only the command that was chosen is made, and its class loaded. */
    static Callable<Integer> make(String name, Desk desk, Syntax takes) {
        return switch (name) {
            case "run" -> new RunCommand(desk, takes);
            case "resume" -> new ResumeCommand(desk, takes);
            case "checkin" -> new CheckinCommand(desk, takes);
            case "list" -> new ListCommand(desk, takes);
            case "show" -> new ShowCommand(desk, takes);
            case "figures" -> new FiguresCommand(desk, takes);
            case "suggest" -> new SuggestCommand(desk, takes);
            case "learn" -> new LearnCommand(desk, takes);
            case "cautions" -> new CautionsCommand(desk, takes);
            case "history" -> new HistoryCommand(desk, takes);
            case "add" -> new AddCommand(desk, takes);
            case "edit" -> new EditCommand(desk, takes);
            case "delete" -> new DeleteCommand(desk, takes);
            case "undo" -> new UndoCommand(desk, takes);
            case "stats" -> new StatsCommand(desk, takes);
            case "report" -> new ReportCommand(desk, takes);
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
            case "help" -> new HelpCommand(desk, takes);
            case "complete-ids" -> new CompleteIdsCommand(desk, takes);
            case "warm-up" -> new WarmUpCommand(desk, takes);
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** The commands that are for people, in the order of the help. */
    static List<String> names() {
        return ALL.keySet().stream().filter(Commands::isShown).toList();
    }

    static boolean isShown(String name) {
        return ALL.containsKey(name) && !entry(name).group().equals(HIDDEN);
    }

    /** What a command does, as the help says it in a few words. */
    static String summary(String name) {
        return entry(name).summary();
    }

    private static Entry entry(String name) {
        return Objects.requireNonNull(ALL.get(name));
    }

    /** Every name, also of those that are for programs alone. */
    static Set<String> everyName() {
        return ALL.keySet();
    }

    /** The commands that are for people, by groups, as the help lists them. */
    static String page() {
        var text = new StringBuilder();
        var group = "";
        for (var name : names()) {
            var command = entry(name);
            if (!command.group().equals(group)) {
                group = command.group();
                text.append(String.format("%n%s:%n", group));
            }
            text.append(String.format("  %-10s %s%n", name, command.summary()));
        }
        return text.toString();
    }
}
