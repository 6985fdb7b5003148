package stretch.cli.options;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import stretch.catalogue.read.CatalogueFile;
import stretch.os.AtomicFile;
import stretch.os.Environment;
import stretch.os.ExitCode;
import stretch.os.FileKind;
import stretch.os.UserError;

/** Where the user's files are: named by an option or a variable, or in the folders of the XDG base directory specification. */
public final class AppPaths {
    /** A folder that cannot be made: nothing is kept, and libraries go their own way. */
    private static final Path NOWHERE = Path.of("/dev/null/stretch");

    private static final String ROUTINES = "routines.yaml";
    private static final String SETTINGS = "config.yaml";

    private final Environment environment;
    private final GlobalOptions options;

    /** Whether the config folder is taken for an empty one. */
    private boolean isHomeless;

    public AppPaths(Environment environment, GlobalOptions options) {
        this.environment = environment;
        this.options = options;
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

    /** Makes the config folder if it is where this file goes. */
    public void makeConfigFolderFor(Path file) {
        var usual = folder("XDG_CONFIG_HOME", ".config").filter(folder -> folder.equals(file.getParent()));
        if (usual.isPresent()) {
            try {
                AtomicFile.makeFolder(usual.get());
            } catch (IOException e) {
                throw AtomicFile.failure(file, e);
            }
        }
    }

    /**
     * For a command that changes nothing and so needs no home: where nobody may look for settings and routines it goes on
     * without them, and says so.
     */
    public void doWithoutHome(Consumer<String> notice) {
        try {
            var unused = inConfigFolder(SETTINGS);
        } catch (UserError e) {
            notice.accept("your settings and routines are not used: " + e.getMessage());
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
        var file = usual(name);
        if (file.filter(FileKind::exists).isPresent()) {
            return file;
        }
        file.ifPresent(absent -> FileKind.failIfLost(absent, ""));
        return Optional.empty();
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

    /** Where the history is kept, whether it is there yet or not. */
    public Path historyFile() {
        return historyPlace().orElseThrow(() -> homeless("the history", "STRETCH_DB"));
    }

    /** Where the history is kept, if a place for it is known. */
    public Optional<Path> historyPlace() {
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

    /** The folder that a setting names. */
    public Path expanded(String text) {
        return text.startsWith("~/")
                ? Path.of(environment.variable("HOME").orElseThrow(() -> homeless("'" + text + "'", "the whole path")))
                        .resolve(text.substring(2))
                : Path.of(text);
    }

    /** A name that was mistyped is no history without sessions. */
    public void checkHistory() {
        options.db().named(environment).filter(file -> !FileKind.exists(file)).ifPresent(file -> {
            throw new UserError(
                    ExitCode.NO_INPUT,
                    file + ": there is no such history; check --db or STRETCH_DB, or record into it, which makes it");
        });
    }
}
