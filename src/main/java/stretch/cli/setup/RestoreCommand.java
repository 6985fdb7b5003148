package stretch.cli.setup;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;
import stretch.catalogue.read.CatalogueFile;
import stretch.cli.Command;
import stretch.cli.CommandContext;
import stretch.cli.options.CommandSpecBuilder;
import stretch.cli.options.OptionValue;
import stretch.config.FileReplacement;
import stretch.config.Settings;
import stretch.history.backup.BackupArchive;
import stretch.history.backup.DatabaseRestore;
import stretch.history.backup.DatabaseRestore.RestoreResult;
import stretch.json.JsonObject;
import stretch.os.ExitCode;
import stretch.os.FileKind;
import stretch.os.UserError;

/** Puts a backup in the place of the history, and of routines and settings if it has them. */
public final class RestoreCommand extends Command {
    private final OptionValue<Path> file = options.argument("FILE", "a file that 'stretch backup' wrote", Path.class);
    private final OptionValue<Boolean> json =
            options.flag("--json", "print the restored and kept files as JSON, for scripts");

    public RestoreCommand(CommandContext context, CommandSpecBuilder options) {
        super(context, options);
        options.about(
                "Replaces the history with a backup.",
                "The current history is kept: as a backup, or under another name if it is damaged.",
                "A zip file also restores routines, settings and hooks. All of it is checked first, then put in place or not at"
                        + " all, and the files that were there are kept beside the new ones under another name.");
        options.example("stretch restore history-copy.db", "the history");
        options.example("stretch restore stretch.zip", "history, routines, settings and hooks");
    }

    @Override
    public Integer call() {
        var from = file.get();
        if (!BackupArchive.isArchive(from)) {
            print(Optional.of(new DatabaseRestore(context.backups()).restore(from)), new FileReplacement(""));
            return 0;
        }
        try (var archive = BackupArchive.open(from)) {
            var files = files(archive);
            print(put(archive, files), files);
        }
        return 0;
    }

    private Optional<RestoreResult> put(BackupArchive archive, FileReplacement files) {
        if (!archive.hasHistory()) {
            files.run();
            return Optional.empty();
        }
        try {
            return Optional.of(new DatabaseRestore(context.backups()).restore(archive, files::run));
        } catch (RuntimeException e) {
            files.undo();
            throw e;
        }
    }

    /** Routines and settings of the archive, checked, and where they are to come. */
    private FileReplacement files(BackupArchive archive) {
        var files = new FileReplacement("before-restore-" + context.backups().stamp());
        var routines = new LinkedHashMap<String, byte[]>();
        var place = context.paths().routinesPath();
        var folder = CatalogueFile.folder(place);
        archive.texts().forEach((name, content) -> {
            if (name.equals(BackupArchive.SETTINGS)) {
                check(() -> Settings.of(named(name), content));
                files.put(context.paths().settingsPath(), content);
            } else if (name.startsWith(BackupArchive.HOOKS)) {
                files.putProgram(context.paths().configFolder().resolve(name), content);
            } else {
                files.put(
                        name.equals(BackupArchive.ROUTINES)
                                ? place
                                : folder.resolve(name.substring(BackupArchive.PLANS.length())),
                        content);
                routines.put(named(name), content);
            }
        });
        if (!routines.isEmpty()) {
            check(() -> CatalogueFile.layered(CatalogueFile.shipped(), routines));
            // A plan that stayed could say the same things once more.
            if (FileKind.exists(place)) {
                files.setAside(place);
            }
            CatalogueFile.inFolder(place).forEach(files::setAside);
        }
        return files;
    }

    private String named(String name) {
        return file.get() + "/" + name;
    }

    /** What is unusable here is bad input there. */
    private static void check(Runnable look) {
        try {
            look.run();
        } catch (UserError failure) {
            throw new UserError(ExitCode.BAD_INPUT, failure.lines());
        }
    }

    private void print(Optional<RestoreResult> history, FileReplacement files) {
        var restored = new ArrayList<Path>();
        var kept = new LinkedHashMap<Path, Path>();
        history.ifPresent(result -> {
            restored.add(context.paths().historyFile());
            result.backup()
                    .or(result::aside)
                    .ifPresent(other -> kept.put(context.paths().historyFile(), other));
        });
        restored.addAll(files.replaced());
        kept.putAll(files.kept());
        var printer = context.printer();
        if (json.get()) {
            printer.json(new JsonObject()
                    .put("from", file.get().toString())
                    .put("restored", restored, Path::toString)
                    .put(
                            "kept",
                            kept.entrySet(),
                            it -> new JsonObject()
                                    .put("file", it.getKey().toString())
                                    .put("as", it.getValue().toString()))
                    .put("unchanged", files.unchanged(), Path::toString));
            return;
        }
        history.flatMap(RestoreResult::backup).ifPresent(other -> printer.line("kept the previous history: " + other));
        history.flatMap(RestoreResult::aside)
                .ifPresent(other -> printer.line("moved the damaged history aside: " + other));
        files.kept().values().forEach(other -> printer.line("kept what was there: " + other));
        restored.forEach(there -> printer.line("restored " + there + " from " + file.get()));
        files.unchanged().forEach(there -> printer.line("unchanged: " + there));
    }
}
