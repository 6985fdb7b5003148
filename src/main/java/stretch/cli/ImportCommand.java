package stretch.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
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
        file = takes.argument("FILE", "what 'stretch export' wrote as CSV or JSON, or a history.db", Path.class);
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
                shape.put(
                        "left_out",
                        result.leftOut().stream().map(ImportCommand::shape).toList());
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
                result.leftOut().forEach(left -> desk.page().line("left out: " + words(left)));
            }
        }
        return 0;
    }

    private static Map<String, Object> shape(Import.LeftOut left) {
        var shape = new LinkedHashMap<String, Object>();
        shape.put("reason", left.reason().name().toLowerCase(Locale.ROOT));
        shape.put("steps", left.steps());
        shape.put("sessions", left.sessions());
        return shape;
    }

    private static String words(Import.LeftOut left) {
        var sessions = left.sessions() + (left.sessions() == 1 ? " session" : " sessions");
        return switch (left.reason()) {
            case SESSION_UNKNOWN ->
                left.steps() + (left.steps() == 1 ? " step of " : " steps of ") + sessions
                        + " that the history does not have (" + left.example()
                        + "); import the sessions first, then this file again";
            case SESSION_DELETED ->
                sessions + " that you deleted (" + left.example() + "); 'stretch undo --list' shows when";
        };
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
