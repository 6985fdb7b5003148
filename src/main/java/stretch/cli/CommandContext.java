package stretch.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import stretch.catalogue.Catalogue;
import stretch.catalogue.Outcome;
import stretch.catalogue.Routine;
import stretch.catalogue.cache.CatalogueCache;
import stretch.catalogue.read.CatalogueFile;
import stretch.cli.options.DateTimeArgument;
import stretch.cli.options.FileOption;
import stretch.cli.options.GlobalOptions;
import stretch.cli.options.OptionValue;
import stretch.config.Settings;
import stretch.config.UserFileEditor;
import stretch.history.History;
import stretch.history.backup.DatabaseBackups;
import stretch.history.entry.Filter;
import stretch.history.sync.Sync;
import stretch.os.AtomicFile;
import stretch.os.Environment;
import stretch.os.ExitCode;
import stretch.os.FileKind;
import stretch.os.UserError;
import stretch.output.Printer;
import stretch.output.ProgressLine;
import stretch.reminder.schedule.ReminderCheck;
import stretch.reminder.schedule.Schedulers;
import stretch.reminder.schedule.unit.SystemServices;
import stretch.session.script.Script;
import stretch.text.DidYouMean;

/** What a command works with: the world, the common options, and the user's files found by both. */
public final class CommandContext {
    /** A folder that cannot be made: nothing is kept, and libraries go their own way. */
    private static final Path NOWHERE = Path.of("/dev/null/stretch");

    private static final String ROUTINES = "routines.yaml";
    private static final String SETTINGS = "config.yaml";

    private final Environment environment;
    private final GlobalOptions options;

    /** As they were read first: what comes through a pipe comes once. */
    private @Nullable Catalogue catalogue;

    private @Nullable Settings settings;

    /** Whether the history was opened to change what is in it. */
    private boolean isChanging;

    /** Whether the config folder is taken for an empty one. */
    private boolean isHomeless;

    CommandContext(Environment environment, GlobalOptions globals) {
        this.environment = environment;
        this.options = globals;
    }

    public Environment world() {
        return environment;
    }

    /** This moment, by the clock and in the zone of the machine. */
    public ZonedDateTime now() {
        return ZonedDateTime.now(environment.clock());
    }

    public GlobalOptions common() {
        return options;
    }

    /** Where questions and cautions go, which are no results; without control bytes, as beside plain sessions too. */
    public Printer errorPrinter() {
        return new Printer(environment.err(), false, environment.streams());
    }

    /** Where results go. */
    public Printer printer() {
        return new Printer(environment.out(), colour(), environment.streams());
    }

    public boolean colour() {
        return switch (options.color().get()) {
            case always -> true;
            case never -> false;
            case auto ->
                environment.streams().output()
                        && environment.variable("NO_COLOR").isEmpty()
                        && !environment.terminalKind().equals(Environment.DUMB);
        };
    }

    /** A message for people, beside the results; nothing with {@code --quiet}. */
    public void notice(String message) {
        if (!options.quiet().get()) {
            environment.message(message);
        }
    }

    /** Where long work tells how far it has come; only a person at a terminal is told. */
    public ProgressLine progress() {
        return new ProgressLine(
                environment.err(),
                environment.loopClock(),
                environment.streams().errors() && !options.quiet().get());
    }

    /** The catalogue of the files, with the goals that the settings give its routines. */
    public Catalogue catalogue() {
        return catalogueOfFiles().withGoals(settings().goals());
    }

    /** The shipped catalogue with the user's files over it, if there are any; for what needs no settings. */
    public Catalogue catalogueOfFiles() {
        if (catalogue == null) {
            catalogue = new CatalogueCache(
                            cacheFolder(), environment.installation().id())
                    .catalogue(routinesFiles(), Script::length);
        }
        return catalogue;
    }

    /** The user's routines: one that was named has to be there, the usual one need not. */
    public Optional<Path> routinesFile() {
        return existing(options.routines(), ROUTINES);
    }

    /** The user's routines and the plans in the folder beside them, in the order in which they are laid on. */
    public List<Path> routinesFiles() {
        var files = new ArrayList<Path>();
        routinesFile().ifPresent(files::add);
        place(options.routines(), ROUTINES).ifPresent(file -> files.addAll(CatalogueFile.inFolder(file)));
        return files;
    }

    public Settings settings() {
        if (settings == null) {
            settings = settingsFile().map(Settings::read).orElse(Settings.NONE);
        }
        return settings;
    }

    /** The moment, day or month that was given with an option. */
    public Optional<DateTimeArgument> when(OptionValue<String> option) {
        return option.read(text ->
                DateTimeArgument.parse(text, environment.clock(), settings().calendar()));
    }

    /** The sessions that were chosen with these options. */
    public Filter filter(
            OptionValue<String> since,
            OptionValue<String> until,
            OptionValue<String> routine,
            Optional<Outcome> outcome) {
        var from = when(since).map(moment -> moment.from().toInstant());
        var end = when(until).map(moment -> moment.end().toInstant());
        if (from.isPresent() && end.filter(last -> !last.isAfter(from.get())).isPresent()) {
            throw UserError.usage("--since " + since.get() + " is not before --until " + until.get()
                    + "; write the earlier one first");
        }
        return new Filter(from, end, routine.optional(), outcome, OptionalInt.empty());
    }

    /** The user's settings: a file that was named has to be there, the usual one need not. */
    public Optional<Path> settingsFile() {
        return existing(options.config(), SETTINGS);
    }

    /** Where the settings are kept, whether they are there yet or not. */
    public Path settingsPath() {
        return place(options.config(), SETTINGS).orElseGet(() -> configFolder().resolve(SETTINGS));
    }

    /** Where the user's routines are kept, whether they are there yet or not. */
    public Path routinesPath() {
        return place(options.routines(), ROUTINES)
                .orElseGet(() -> configFolder().resolve(ROUTINES));
    }

    /** A file of the user that is to be changed; the config folder is made if that is where it goes. */
    public UserFileEditor editor(Path file) {
        catalogue = null;
        settings = null;
        try {
            var usual = folder("XDG_CONFIG_HOME", ".config");
            if (usual.filter(folder -> folder.equals(file.getParent())).isPresent()) {
                AtomicFile.makeFolder(usual.get());
            }
        } catch (IOException e) {
            throw AtomicFile.failure(file, e);
        }
        return new UserFileEditor(file);
    }

    /**
     * For a command that changes nothing and so needs no home: where nobody may look for settings and routines it goes on
     * without them, and says so.
     */
    public void doWithoutHome() {
        try {
            var unused = inConfigFolder(SETTINGS);
        } catch (UserError e) {
            notice("your settings and routines are not used: " + e.getMessage());
            isHomeless = true;
        }
    }

    private Optional<Path> place(FileOption option, String usual) {
        return option.named(environment).or(() -> usual(usual));
    }

    private Optional<Path> existing(FileOption option, String usual) {
        var named = option.named(environment);
        named.filter(file -> !FileKind.exists(file)).ifPresent(file -> {
            throw new UserError(ExitCode.NO_INPUT, file + ": there is no such file; name one that exists");
        });
        return named.or(() -> inConfigFolder(usual));
    }

    /** The folder of the programs that hear of sessions, if there is one. */
    public Optional<Path> hooksFolder() {
        return inConfigFolder("hooks");
    }

    private Optional<Path> inConfigFolder(String name) {
        return usual(name).filter(FileKind::exists);
    }

    private Optional<Path> usual(String name) {
        return folder("XDG_CONFIG_HOME", ".config")
                .filter(folder -> !isHomeless)
                .map(folder -> folder.resolve(name));
    }

    /** The folder of the user's own files, where {@code init} puts its starters. */
    public Path configFolder() {
        return folder("XDG_CONFIG_HOME", ".config").orElseThrow(() -> homeless("the config folder", "XDG_CONFIG_HOME"));
    }

    public Path historyFile() {
        return historyPlace().orElseThrow(() -> homeless("the history", "STRETCH_DB"));
    }

    private Optional<Path> historyPlace() {
        return options.db()
                .named(environment)
                .or(() -> folder("XDG_DATA_HOME", ".local/share").map(folder -> folder.resolve("history.db")));
    }

    /**
     * Where what may be deleted at any time goes. Libraries are run from it, so it is never a place that others can
     * write to, such as the folder for temporary files: without HOME it is in the home that the system knows of.
     */
    public Path cacheFolder() {
        return folder("XDG_CACHE_HOME", ".cache")
                .orElseGet(() -> Optional.of(System.getProperty("user.home"))
                        .map(Path::of)
                        .filter(Path::isAbsolute)
                        .map(home -> home.resolve(".cache").resolve("stretch"))
                        .orElse(NOWHERE));
    }

    /** A folder of the XDG base directory specification; relative values are ignored, as it says. */
    private Optional<Path> folder(String variable, String underHome) {
        return environment
                .variable(variable)
                .map(Path::of)
                .filter(Path::isAbsolute)
                .or(() -> environment.variable("HOME").map(home -> Path.of(home, underHome)))
                .map(folder -> folder.resolve("stretch"));
    }

    private static UserError homeless(String what, String variable) {
        return new UserError(
                ExitCode.UNUSABLE, "there is no place for " + what + ": HOME is not set; set HOME or " + variable);
    }

    /** What reminds at set times on this machine. */
    public Schedulers schedulers() {
        return new Schedulers(environment, this::historyFile, this::configFolder);
    }

    /** What finds out whether a reminder ever comes. */
    public ReminderCheck reminderCheck() {
        return new ReminderCheck(this::catalogue, this::settings, new SystemServices(environment.proc()));
    }

    /** The folder of the setting {@code sync}. */
    public Optional<Path> syncFolder() {
        return settings().sync().map(this::expanded);
    }

    /** The folder that a setting names. */
    public Path expanded(String text) {
        return text.startsWith("~/")
                ? Path.of(environment.variable("HOME").orElseThrow(() -> homeless("'" + text + "'", "the whole path")))
                        .resolve(text.substring(2))
                : Path.of(text);
    }

    /**
     * Syncs with the folder of the settings if the command may have changed the history; what goes wrong is told in a
     * line. A history that was named with {@code --db} is another one, and may be somebody else's.
     */
    void syncChanges() {
        if (!isChanging || options.db().option().isGiven() || !syncs()) {
            return;
        }
        try {
            var folder = syncFolder().orElseThrow();
            try (var history = openHistory()) {
                var result = sync(history).run(folder, false);
                result.keptWords().ifPresent(this::notice);
                result.refused().stream()
                        .limit(1)
                        .forEach(file ->
                                notice("synced, but not with " + folder.resolve(file.name()) + ": " + file.why()));
            }
        } catch (UserError e) {
            notice("not synced: " + e.lines().get(0));
        }
    }

    /** A sync of this history. */
    public Sync sync(History history) {
        return history.sync(environment.clock(), () -> backups().backUp("before-sync"));
    }

    /** Whether settings can be read, and say so; many commands need none, and so have not asked. */
    private boolean syncs() {
        try {
            return settings().sync().isPresent();
        } catch (UserError e) {
            return false;
        }
    }

    /** The record for a sync, after which there is no need of another. */
    public History openForSync() {
        var history = openHistory();
        isChanging = false;
        return history;
    }

    /** Says that the command changes the history, which is therefore synced after it. */
    public void changesHistory() {
        isChanging = true;
    }

    /** The record for adding to it; made if it is not there yet. */
    public History openHistory() {
        changesHistory();
        return History.open(historyFile(), cacheFolder());
    }

    /** The record for changing what is in it; fails if one was named that is not there. */
    public History recordToChange() {
        checkDatabase();
        return openHistory();
    }

    /** The record for reading; empty if nothing was ever recorded. Fails if one was named that is not there. */
    public Optional<History> openExistingHistory() {
        checkDatabase();
        return History.openExisting(historyFile(), cacheFolder());
    }

    /** What is on record already, for a command that needs none; nothing where no place for it is known. */
    public Optional<History> knownRecord() {
        return historyPlace().flatMap(file -> History.openExisting(file, cacheFolder()));
    }

    /** A name that was mistyped is no history without sessions. */
    public void checkDatabase() {
        options.db().named(environment).filter(file -> !FileKind.exists(file)).ifPresent(file -> {
            throw new UserError(
                    ExitCode.NO_INPUT,
                    file + ": there is no such history; check --db or STRETCH_DB, or record into it, which makes it");
        });
    }

    /** Backups of the record. */
    public DatabaseBackups backups() {
        return new DatabaseBackups(historyFile(), cacheFolder(), environment.clock());
    }

    /** The routine that was named, if one was. */
    public Optional<Routine> routine(OptionValue<String> named) {
        return named.optional().map(id -> lookUp(catalogue().routines(), id, "routine"));
    }

    /** What a session is of: the routine that was named, or the exercises that were. */
    public Routine practice(List<String> names) {
        var catalogue = catalogue();
        var name = String.join(Catalogue.AND, names);
        return catalogue.practice(name).orElseThrow(() -> {
            var ids = List.of(name.split("\\" + Catalogue.AND, -1));
            var known = new TreeSet<>(catalogue.exercises().keySet());
            var routine = ids.stream()
                    .filter(id -> catalogue.routines().containsKey(id) && !known.contains(id))
                    .findFirst();
            known.addAll(catalogue.routines().keySet());
            var nothing = ids.stream().filter(id -> !known.contains(id)).findFirst();
            return nothing.map(id -> unknown(known, id, "routine or exercise", "list"))
                    .orElseGet(() -> UserError.usage(
                            routine.map(id -> "'" + id + "' is a routine; name that alone, or only exercises")
                                    .orElse("the names of these exercises have more than " + Catalogue.LONGEST_ID
                                            + " characters together; make a routine of them")));
        });
    }

    /** Fails unless there is a routine of this id, in the catalogue or, if it has left that, in the history. */
    public void checkRoutine(String id, @Nullable History history) {
        var practised = history == null ? Set.<String>of() : history.routines();
        if (!practised.contains(id) && !catalogue().routines().containsKey(id)) {
            var known = new TreeSet<>(practised);
            known.addAll(catalogue().routines().keySet());
            throw unknown(known, id, "routine", "list");
        }
    }

    /** The thing of this id, or a failure that says which there are. */
    public static <T> T lookUp(Map<String, T> things, String id, String what) {
        return lookUp(things, id, what, "list");
    }

    /** The same, where another command than {@code list} shows what there is. */
    public static <T> T lookUp(Map<String, T> things, String id, String what, String where) {
        T found = things.get(id);
        if (found == null) {
            throw unknown(things.keySet(), id, what, where);
        }
        return found;
    }

    private static UserError unknown(Set<String> known, String id, String what, String where) {
        return UserError.usage("there is no " + what + " '" + id + "'; "
                + DidYouMean.advice(known, id, "'stretch " + where + "' lists them"));
    }
}
