package stretch.cli.record;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import stretch.cli.Command;
import stretch.cli.CommandContext;
import stretch.cli.options.CommandSpecBuilder;
import stretch.cli.options.OptionValue;
import stretch.history.sync.SyncCheck;
import stretch.history.sync.SyncFolder;
import stretch.history.sync.SyncResult;
import stretch.history.transfer.export.Export;
import stretch.json.JsonObject;
import stretch.os.ExitCode;
import stretch.os.UserError;
import stretch.text.Numbers;

/** Brings the histories of all machines together that use a folder. */
public final class SyncCommand extends Command {
    private final OptionValue<Path> folder =
            options.optional("FOLDER", "the folder (default: the setting 'sync')", Path.class);
    private final OptionValue<Boolean> json = options.flag("--json", "print what changed as JSON, for scripts");

    public SyncCommand(CommandContext context, CommandSpecBuilder options) {
        super(context, options);
        options.about(
                "Merges the history with those of all machines that use the same folder.",
                "Syncthing, Dropbox, git or a stick may carry the folder. Each machine writes its own files and reads"
                        + " all others; the later of two versions wins.");
        options.example("stretch sync ~/Sync/stretch", "merge now");
        options.example("stretch sync ~/Sync/stretch && stretch config sync ~/Sync/stretch", "and after each change");
    }

    @Override
    public Integer call() {
        var place = folder.optional()
                .or(context::syncFolder)
                .orElseThrow(
                        () -> UserError.usage("which folder? name one, or set it: stretch config sync ~/Sync/stretch"));
        // Before a history is made that would have nothing to sync with.
        boolean isThere = SyncFolder.isThere(place.toAbsolutePath().normalize());
        try (var history = context.openForSync()) {
            var result = context.sync(history).run(place, true);
            if (json.get()) {
                context.printer().json(shape(place, result));
            } else {
                context.printer().line(words(result));
                remarks(place, result).forEach(context::notice);
                if (!isThere) {
                    context.notice("made the folder " + place + ", which your other machines have to share");
                }
            }
            if (!result.refused().isEmpty()) {
                throw new UserError(
                        result.refused().get(0).exit(),
                        result.refused().stream()
                                .map(file -> place.resolve(file.name()) + ": " + file.why())
                                .toList());
            }
            return ExitCode.OK.code();
        }
    }

    private static String words(SyncResult result) {
        var with = "synced with " + Numbers.count(result.devices().size(), "other machine");
        var counts = result.counts();
        if (counts.isNothing()) {
            return with + ": nothing new";
        }
        var parts = new ArrayList<String>();
        if (counts.added() + counts.changed() + counts.deleted() > 0) {
            parts.add(Numbers.count(counts.added(), "session") + " added, " + counts.changed() + " changed, "
                    + counts.deleted() + " deleted");
        }
        if (counts.checkIns() > 0) {
            parts.add(Numbers.count(counts.checkIns(), "check-in, snooze or skip", "check-ins, snoozes and skips"));
        }
        return with + ": " + String.join("; ", parts);
    }

    private static List<String> remarks(Path place, SyncResult result) {
        var remarks = new ArrayList<String>();
        for (var copy : result.copies()) {
            remarks.add("read a conflict copy, which you may delete: " + place.resolve(copy));
        }
        if (result.renamed()) {
            remarks.add(
                    "this machine has a new device id: another machine, or a backup that was restored, used the same");
        }
        result.keptWords().ifPresent(remarks::add);
        result.future().forEach(row -> remarks.add(SyncCheck.words(row)));
        return remarks;
    }

    private static JsonObject shape(Path place, SyncResult result) {
        return new JsonObject()
                .put("folder", place.toString())
                .put("devices", result.devices().stream().sorted().toList())
                .put("sessions_added", result.counts().added())
                .put("sessions_changed", result.counts().changed())
                .put("sessions_deleted", result.counts().deleted())
                .put("checkins_and_pauses", result.counts().checkIns())
                .put("files_read", result.read())
                .put("files_written", result.written())
                .put("conflict_copies", result.copies())
                .put(
                        "refused",
                        result.refused(),
                        file -> new JsonObject().put("file", file.name()).put("why", file.why()))
                .putIfPresent("history_kept", result.kept().map(Path::toString))
                .put("new_device_id", result.renamed())
                .put(
                        "in_the_future",
                        result.future(),
                        row -> new JsonObject()
                                .put("session", row.id())
                                .put("started_at", Export.stamp(row.startedAt().toOffsetDateTime()))
                                .put("device", row.device()));
    }
}
