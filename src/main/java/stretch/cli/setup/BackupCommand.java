package stretch.cli.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import stretch.catalogue.read.CatalogueFile;
import stretch.cli.Command;
import stretch.cli.CommandContext;
import stretch.cli.options.CommandSpecBuilder;
import stretch.cli.options.FileFormat;
import stretch.cli.options.OptionValue;
import stretch.coaching.Hooks;
import stretch.config.Settings;
import stretch.history.backup.BackupArchive;
import stretch.json.JsonObject;
import stretch.os.InputFile;
import stretch.os.UserError;

/** Copies the history, or all that is the user's, to a safe place. */
public final class BackupCommand extends Command {
    private final OptionValue<Path> file = options.optional(
            "FILE", "the copy (default: a dated file in the folder backups beside the history)", Path.class);
    private final OptionValue<Boolean> force = options.flag("--force", "replace an existing file");
    private final OptionValue<Boolean> json = options.flag("--json", "print JSON, for scripts");

    public BackupCommand(CommandContext context, CommandSpecBuilder options) {
        super(context, options);
        options.about(
                "Writes a verified copy of the history, and prints where it is.",
                "A FILE that ends in .zip also holds your routines, the plans in routines.d, settings and hooks, to move them"
                        + " to another machine.");
        options.example("stretch backup", "the history, into the folder for backups");
        options.example("stretch backup stretch.zip", "history, routines, settings and hooks");
    }

    @Override
    public Integer call() {
        UserError.usageIf(force.get() && !file.isGiven(), "--force works only with a FILE; name one, or leave it out");
        var backups = context.backups();
        var place = file.read(named -> isZip(named) ? named : FileFormat.DATABASE.named(named))
                .map(named -> isZip(named) ? pack(named) : backups.backup(named, force.get()))
                .orElseGet(backups::backup);
        if (json.get()) {
            context.printer()
                    .json(new JsonObject()
                            .put("file", place.toString())
                            .put("holds", isZip(place) ? names(place) : List.of(BackupArchive.HISTORY)));
        } else {
            context.printer().line(place.toString());
        }
        return 0;
    }

    /** A history that was mistyped is not one to leave out. */
    private Path pack(Path zip) {
        context.paths().checkHistory();
        return context.backups().pack(zip, texts(), force.get());
    }

    private static byte[] program(Path hook) {
        try (var in = InputFile.open(hook)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw InputFile.failure(hook, e);
        }
    }

    private static List<String> names(Path zip) {
        try (var archive = BackupArchive.open(zip)) {
            return archive.names();
        }
    }

    private static boolean isZip(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".zip");
    }

    /** The user's files, checked, as nothing else could be restored. */
    private Map<String, byte[]> texts() {
        var texts = new TreeMap<String, byte[]>();
        context.paths().settingsFile().ifPresent(settings -> {
            var content = CatalogueFile.bytes(settings);
            Settings.of(settings.toString(), content);
            texts.put(BackupArchive.SETTINGS, content);
        });
        context.paths()
                .hooksFolder()
                .ifPresent(folder -> Hooks.NAMES.stream()
                        .filter(name -> Files.isExecutable(folder.resolve(name)))
                        .forEach(name -> texts.put(BackupArchive.HOOKS + name, program(folder.resolve(name)))));
        var routines = context.paths().routinesFile();
        var contents = CatalogueFile.contents(context.paths().routinesFiles());
        CatalogueFile.layered(CatalogueFile.shipped(), contents);
        contents.forEach((name, content) -> texts.put(
                routines.map(Path::toString).filter(name::equals).isPresent()
                        ? BackupArchive.ROUTINES
                        : BackupArchive.PLANS + Path.of(name).getFileName(),
                content));
        return texts;
    }
}
