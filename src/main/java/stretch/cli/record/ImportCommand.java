package stretch.cli.record;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import stretch.cli.Command;
import stretch.cli.CommandContext;
import stretch.cli.options.CommandSpecBuilder;
import stretch.cli.options.OptionValue;
import stretch.history.History;
import stretch.history.transfer.ImportResult;
import stretch.json.JsonObject;
import stretch.os.AtomicFile;
import stretch.os.FileKind;
import stretch.os.UserError;
import stretch.text.Numbers;

/** Brings sessions and steps into the record. */
public final class ImportCommand extends Command {
    private final OptionValue<Path> file = options.argument("FILE", "a CSV or JSON file, or a history.db", Path.class);
    private final OptionValue<Boolean> dryRun = options.flag("--dry-run", "say what would change, and change nothing");
    private final OptionValue<Boolean> json = options.flag("--json", "print what changed as JSON, for scripts");

    public ImportCommand(CommandContext context, CommandSpecBuilder options) {
        super(context, options);
        options.about(
                "Imports a CSV or JSON file from 'stretch export', or another machine's history.",
                "The whole file is checked before anything is written; 'stretch undo' undoes it.");
        options.example("stretch import history.json --dry-run", "what would change");
        options.example("stretch import history.json", "import it");
    }

    @Override
    public Integer call() {
        var from = file.get();
        var place = context.paths().historyFile().toAbsolutePath();
        if (from.toAbsolutePath().normalize().equals(place.normalize())) {
            throw UserError.usage(from + ": is the history itself; name another file");
        }
        tell(FileKind.isTaken(place) ? intoOld(from) : intoNew(from, place));
        return 0;
    }

    private ImportResult intoOld(Path from) {
        try (var history = context.openHistory()) {
            return read(history, from);
        }
    }

    /** A history that is not there yet comes to its place only with what was imported. */
    private ImportResult intoNew(Path from, Path place) {
        context.changesHistory();
        try {
            AtomicFile.makeFolder(Objects.requireNonNull(place.getParent()));
            try (var target = AtomicFile.of(place, "db")) {
                ImportResult result;
                try (var history = History.open(target.file(), context.paths().cacheFolder())) {
                    result = read(history, from);
                }
                if (dryRun.get() || target.commitIfFree()) {
                    return result;
                }
            }
        } catch (IOException e) {
            throw AtomicFile.failure(place, e);
        }
        // Another command has made one meanwhile.
        return intoOld(from);
    }

    private void tell(ImportResult result) {
        if (json.get()) {
            context.printer()
                    .json(new JsonObject()
                            .put("sessions_added", result.added())
                            .put("sessions_changed", result.changed())
                            .put("sessions_deleted", result.deleted().sessions())
                            .put("steps_added", result.steps())
                            .put("checkins_added", result.checkIns())
                            .put("rests_added", result.pauses())
                            .put("left_out", result.leftOut(), ImportCommand::shape)
                            .put("dry_run", dryRun.get())
                            .put("checkins_deleted", result.deleted().checkIns())
                            .put("rests_deleted", result.deleted().pauses()));
        } else {
            context.printer()
                    .line((dryRun.get() ? "would import: " : "imported: ")
                            + (result.isNothing() ? "nothing new" : result.words()));
            result.leftOut().forEach(left -> context.printer().line("left out: " + words(left)));
        }
    }

    private static JsonObject shape(ImportResult.LeftOut left) {
        return new JsonObject()
                .put("reason", left.reason().name().toLowerCase(Locale.ROOT))
                .put("steps", left.steps())
                .put("sessions", left.sessions())
                .put("checkins", left.checkIns())
                .put("rests", left.pauses());
    }

    private static String words(ImportResult.LeftOut left) {
        return switch (left.reason()) {
            case SESSION_UNKNOWN ->
                Numbers.count(left.steps(), "step") + " of " + Numbers.count(left.sessions(), "session")
                        + " that the history does not have (" + left.example()
                        + "); import the sessions first, then this file again";
            case SESSION_DELETED ->
                left.words() + " that you deleted (" + left.example() + "); 'stretch undo --list' shows when";
            case UNDONE -> left.words() + " that you undid (" + left.example() + "); 'stretch undo --list' shows when";
            case OTHER_VERSION ->
                left.words() + " of which the history keeps its own version (" + left.example()
                        + "); 'stretch edit' changes it";
        };
    }

    private ImportResult read(History history, Path from) {
        try (var progress = context.progress()) {
            return history.importer(context.world().clock())
                    .read(
                            from,
                            dryRun.get(),
                            () -> context.backups().backUp("before-import"),
                            (done, all) -> progress.show(
                                    () -> done < all ? "reading: " + 100 * done / all + " %" : "merging"));
        }
    }
}
