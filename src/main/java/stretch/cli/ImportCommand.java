package stretch.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import stretch.Exit;
import stretch.Failure;
import stretch.history.History;
import stretch.history.Import;

/** Brings sessions and steps into the record. */
final class ImportCommand implements Callable<Integer> {
    private final Desk desk;
    private final Given<Path> file;
    private final Given<Boolean> dryRun;
    private final Given<Boolean> json;

    ImportCommand(Desk desk, Syntax takes) {
        this.desk = desk;
        takes.about("Brings in what 'stretch export' wrote as CSV or JSON, or another machine's history database."
                + " All of it is checked first; 'stretch undo' takes it back.");
        file = takes.argument("FILE", "sessions or steps as CSV or JSON, or a history.db", Path.class);
        dryRun = takes.flag("--dry-run", "only say what would change");
        json = takes.flag("--json", "what changed as JSON, for scripts");
    }

    @Override
    public Integer call() {
        var from = java.util.Objects.requireNonNull(file.get());
        if (from.toAbsolutePath()
                .normalize()
                .equals(desk.database().toAbsolutePath().normalize())) {
            throw new Failure(Exit.USAGE, from + ": is the record itself; name another");
        }
        try (var history = desk.record()) {
            var result = read(history, from);
            if (json.get()) {
                var shape = new LinkedHashMap<String, Object>();
                shape.put("sessions_added", result.added());
                shape.put("sessions_changed", result.changed());
                shape.put("sessions_deleted", result.deleted());
                shape.put("steps_added", result.steps());
                shape.put("checkins_added", result.checkIns());
                shape.put("rests_added", result.rests());
                shape.put("dry_run", dryRun.get());
                desk.page().json(shape);
            } else {
                desk.page()
                        .line((dryRun.get() ? "would import: " : "imported: ")
                                + (result.isNothing()
                                        ? "nothing new"
                                        : result.added()
                                                + (result.added() == 1 ? " session added, " : " sessions added, ")
                                                + result.changed() + " changed, " + result.deleted() + " deleted; "
                                                + result.steps() + " steps"
                                                + (result.checkIns() > 0 ? ", " + result.checkIns() + " check-ins" : "")
                                                + (result.rests() > 0
                                                        ? ", " + result.rests() + " snoozed or skipped"
                                                        : "")));
            }
        }
        return 0;
    }

    private Import.Result read(History history, Path from) {
        try (var progress = desk.progress()) {
            return history.importing(desk.world().clock())
                    .read(
                            from,
                            dryRun.get(),
                            () -> desk.safekeeping().keep("before-import"),
                            (done, all) -> progress.show(
                                    () -> done < all ? "reading: " + 100 * done / all + " %" : "merging"));
        }
    }
}
