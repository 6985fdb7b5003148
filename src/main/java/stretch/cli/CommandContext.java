package stretch.cli;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import stretch.catalogue.Catalogue;
import stretch.catalogue.Outcome;
import stretch.catalogue.cache.CatalogueCache;
import stretch.cli.options.AppPaths;
import stretch.cli.options.DateTimeArgument;
import stretch.cli.options.GlobalOptions;
import stretch.cli.options.OptionValue;
import stretch.coaching.SafetyPrompts;
import stretch.config.Settings;
import stretch.config.UserFileEditor;
import stretch.history.History;
import stretch.history.backup.DatabaseBackups;
import stretch.history.entry.FieldRules;
import stretch.history.entry.Filter;
import stretch.history.sync.Sync;
import stretch.os.Environment;
import stretch.os.ExitCode;
import stretch.os.UserError;
import stretch.output.Printer;
import stretch.output.ProgressLine;
import stretch.reminder.schedule.ReminderCheck;
import stretch.reminder.schedule.Schedulers;
import stretch.reminder.schedule.unit.SystemServices;
import stretch.session.script.Script;
import stretch.terminal.Keyboard;

/** What a command works with: the world, the common options, and the user's files found by both. */
public final class CommandContext {
    private final Environment environment;
    private final GlobalOptions options;
    private final AppPaths paths;

    /** As they were read first: what comes through a pipe comes once. */
    private @Nullable Catalogue catalogue;

    private @Nullable Settings settings;

    /** Whether the history was opened to change what is in it. */
    private boolean isChanging;

    CommandContext(Environment environment, GlobalOptions globals) {
        this.environment = environment;
        this.options = globals;
        this.paths = new AppPaths(environment, globals);
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

    public AppPaths paths() {
        return paths;
    }

    /** Finds routines and exercises by their ids. */
    public Lookup lookup() {
        return new Lookup(this::catalogue);
    }

    /** Where questions and cautions go, which are no results; without control bytes, as beside plain sessions too. */
    public Printer errorPrinter() {
        return new Printer(environment.err(), false, environment.streams().ofErrors());
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

    /** What keeps practice safe; without a keyboard it shows, and does not ask. */
    public SafetyPrompts safety(@Nullable Keyboard keyboard) {
        return new SafetyPrompts(environment, errorPrinter(), this::catalogue, keyboard);
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
                            paths.cacheFolder(), environment.installation().id())
                    .catalogue(paths.routinesFiles(), Script::length);
        }
        return catalogue;
    }

    public Settings settings() {
        if (settings == null) {
            settings = paths.settingsFile().map(Settings::read).orElse(Settings.NONE);
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

    /** A file of the user that is to be changed; the config folder is made if that is where it goes. */
    public UserFileEditor editor(Path file) {
        catalogue = null;
        settings = null;
        paths.makeConfigFolderFor(file);
        return new UserFileEditor(file);
    }

    /** What reminds at set times on this machine. */
    public Schedulers schedulers() {
        return new Schedulers(environment, paths::historyFile, paths::configFolder);
    }

    /** What finds out whether a reminder ever comes. */
    public ReminderCheck reminderCheck() {
        return new ReminderCheck(this::catalogue, this::settings, new SystemServices(environment.proc()));
    }

    /** The folder of the setting {@code sync}. */
    public Optional<Path> syncFolder() {
        return settings().sync().map(paths::expanded);
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
        checkClock();
        isChanging = true;
    }

    /** The record for adding to it; made if it is not there yet. */
    public History openHistory() {
        changesHistory();
        return History.open(paths.historyFile(), paths.cacheFolder());
    }

    /** What is recorded by a clock that was never set would be of a time that no record can hold, or that nobody finds. */
    private void checkClock() {
        var now = OffsetDateTime.now(environment.clock());
        if (!FieldRules.MOMENT.allows(now.minusYears(1)) || !FieldRules.MOMENT.allows(now.plusYears(1))) {
            throw new UserError(
                    ExitCode.BUSY, "the clock of this machine says " + now.toLocalDate() + "; set it, and try again");
        }
    }

    /** The record for changing what is in it; fails if one was named that is not there. */
    public History recordToChange() {
        paths.checkHistory();
        return openHistory();
    }

    /** The record for reading. Fails if one was named that is not there. */
    public History openExistingHistory() {
        paths.checkHistory();
        return History.openExisting(paths.historyFile(), paths.cacheFolder());
    }

    /** What is on record already, for a command that needs none; nothing where no place for it is known. */
    public History knownRecord() {
        return paths.historyPlace()
                .map(file -> History.openExisting(file, paths.cacheFolder()))
                .orElseGet(History::none);
    }

    public DatabaseBackups backups() {
        return new DatabaseBackups(paths.historyFile(), paths.cacheFolder(), environment.clock());
    }
}
