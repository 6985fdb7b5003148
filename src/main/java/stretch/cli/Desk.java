package stretch.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import stretch.Exit;
import stretch.Failure;
import stretch.FileKind;
import stretch.NewFile;
import stretch.catalogue.Catalogue;
import stretch.catalogue.CatalogueFileCache;
import stretch.history.History;
import stretch.history.Safekeeping;
import stretch.text.DidYouMean;
import stretch.text.Visible;

/** What a command works with: the world, the common options, and the user's files found by both. */
final class Desk {
    /** A folder that cannot be made: nothing is kept, and libraries go their own way. */
    private static final Path NOWHERE = Path.of("/dev/null/stretch");

    private final World world;
    private final Common common;

    /** As they were read first: what comes through a pipe comes once. */
    private @Nullable Catalogue catalogue;

    private @Nullable Settings settings;

    Desk(World world, Common common) {
        this.world = world;
        this.common = common;
    }

    World world() {
        return world;
    }

    Common common() {
        return common;
    }

    /** Where questions and cautions go, which are no results; without control bytes, as beside plain sessions too. */
    Page aside() {
        return new Page(
                world.err(),
                false,
                world.terminals().columns(),
                world.terminals().unicode());
    }

    /** Where results go. */
    Page page() {
        return new Page(
                world.out(),
                colour(),
                world.terminals().columns(),
                world.terminals().unicode());
    }

    boolean colour() {
        return switch (common.color()) {
            case always -> true;
            case never -> false;
            case auto ->
                world.terminals().output()
                        && world.variable("NO_COLOR").isEmpty()
                        && !"dumb".equals(world.env().get("TERM"));
        };
    }

    /** A message for people, beside the results; nothing with {@code --quiet}. */
    void say(String message) {
        if (!common.quiet()) {
            world.err().println(Visible.line(message));
        }
    }

    /** Where long work tells how far it has come; only a person at a terminal is told. */
    ProgressLine progress() {
        return new ProgressLine(world.err(), world.time(), world.terminals().errors() && !common.quiet());
    }

    /** The shipped catalogue with the user's file over it, if there is one. */
    Catalogue catalogue() {
        if (catalogue == null) {
            catalogue = new CatalogueFileCache(caches(), world.copy().id()).catalogue(routinesFile());
        }
        return catalogue;
    }

    /** The user's routines: one that was named has to be there, the usual one need not. */
    Optional<Path> routinesFile() {
        return named(common.routines(), "STRETCH_ROUTINES").or(() -> usual("routines.yaml"));
    }

    Settings settings() {
        if (settings == null) {
            settings = settingsFile().map(Settings::read).orElse(Settings.NONE);
        }
        return settings;
    }

    /** The user's settings: a file that was named has to be there, the usual one need not. */
    Optional<Path> settingsFile() {
        return named(common.config(), "STRETCH_CONFIG").or(() -> usual("config.yaml"));
    }

    /** Where the settings are kept, whether they are there yet or not. */
    Path settingsPlace() {
        return place(common.config(), "STRETCH_CONFIG", "config.yaml");
    }

    /** Where the user's routines are kept, whether they are there yet or not. */
    Path routinesPlace() {
        return place(common.routines(), "STRETCH_ROUTINES", "routines.yaml");
    }

    /** A file of the user that is to be changed; the config folder is made if that is where it goes. */
    OwnFile changeable(Path file) {
        catalogue = null;
        settings = null;
        try {
            var usual = folder("XDG_CONFIG_HOME", ".config");
            if (usual.filter(folder -> folder.equals(file.getParent())).isPresent()) {
                NewFile.makeFolder(usual.get());
            }
        } catch (IOException e) {
            throw NewFile.failure(file, e);
        }
        return new OwnFile(file);
    }

    private Path place(Optional<Path> flag, String variable, String name) {
        return flag.or(() -> world.variable(variable).map(Path::of))
                .orElseGet(() -> configFolder().resolve(name));
    }

    private Optional<Path> named(Optional<Path> flag, String variable) {
        var named = flag.or(() -> world.variable(variable).map(Path::of));
        named.filter(file -> !FileKind.exists(file)).ifPresent(file -> {
            throw new Failure(Exit.NO_INPUT, file + ": there is no such file; name one that exists");
        });
        return named;
    }

    private Optional<Path> usual(String name) {
        return folder("XDG_CONFIG_HOME", ".config")
                .map(folder -> folder.resolve(name))
                .filter(FileKind::exists);
    }

    /** The folder of the user's own files, where {@code init} puts its starters. */
    Path configFolder() {
        return folder("XDG_CONFIG_HOME", ".config").orElseThrow(() -> homeless("the config folder", "XDG_CONFIG_HOME"));
    }

    Path database() {
        return namedDatabase()
                .or(() -> folder("XDG_DATA_HOME", ".local/share").map(folder -> folder.resolve("history.db")))
                .orElseThrow(() -> homeless("the history", "STRETCH_DB"));
    }

    private Optional<Path> namedDatabase() {
        return common.db().or(() -> world.variable("STRETCH_DB").map(Path::of));
    }

    /**
     * Where what may be deleted at any time goes. Libraries are run from it, so it is never a place that others can
     * write to, such as the folder for temporary files: without HOME it is in the home that the system knows of.
     */
    Path caches() {
        return folder("XDG_CACHE_HOME", ".cache")
                .orElseGet(() -> Optional.of(System.getProperty("user.home"))
                        .map(Path::of)
                        .filter(Path::isAbsolute)
                        .map(home -> home.resolve(".cache").resolve("stretch"))
                        .orElse(NOWHERE));
    }

    /** A folder of the XDG base directory specification; relative values are ignored, as it says. */
    private Optional<Path> folder(String variable, String underHome) {
        return world.variable(variable)
                .map(Path::of)
                .filter(Path::isAbsolute)
                .or(() -> world.variable("HOME").map(home -> Path.of(home, underHome)))
                .map(folder -> folder.resolve("stretch"));
    }

    private static Failure homeless(String what, String variable) {
        return new Failure(
                Exit.UNUSABLE, "there is no place for " + what + ": HOME is not set; set HOME or " + variable);
    }

    /** The record for adding to it; made if it is not there yet. */
    History record() {
        return History.open(database(), caches());
    }

    /** The record for changing what is in it; fails if one was named that is not there. */
    History recordToChange() {
        checkDatabase();
        return record();
    }

    /** The record for reading; empty if nothing was ever recorded. Fails if one was named that is not there. */
    Optional<History> existingRecord() {
        checkDatabase();
        return knownRecord();
    }

    /** What is on record already, for a command that may be the first to record anything. */
    Optional<History> knownRecord() {
        return History.openExisting(database(), caches());
    }

    /** A name that was mistyped is no history without sessions. */
    void checkDatabase() {
        namedDatabase().filter(file -> !FileKind.exists(file)).ifPresent(file -> {
            throw new Failure(
                    Exit.NO_INPUT,
                    file + ": there is no such history; check --db or STRETCH_DB, or record into it, which makes it");
        });
    }

    /** Backups of the record. */
    Safekeeping safekeeping() {
        return new Safekeeping(database(), caches(), world.clock());
    }

    /** Fails unless there is a routine of this id, in the catalogue or, if it has left that, in the history. */
    void checkRoutine(String id, @Nullable History history) {
        var practised = history == null ? Set.<String>of() : history.routines();
        if (!practised.contains(id) && !catalogue().routines().containsKey(id)) {
            var known = new TreeSet<>(practised);
            known.addAll(catalogue().routines().keySet());
            throw unknown(known, id, "routine", "list");
        }
    }

    /** The thing of this id, or a failure that says which there are. */
    static <T> T pick(Map<String, T> things, String id, String what) {
        return pick(things, id, what, "list");
    }

    /** The same, where another command than {@code list} shows what there is. */
    static <T> T pick(Map<String, T> things, String id, String what, String where) {
        T found = things.get(id);
        if (found == null) {
            throw unknown(things.keySet(), id, what, where);
        }
        return found;
    }

    private static Failure unknown(Set<String> known, String id, String what, String where) {
        return new Failure(
                Exit.USAGE,
                "there is no " + what + " '" + id + "'; "
                        + DidYouMean.advice(known, id, "'stretch " + where + "' shows what there is"));
    }
}
