package stretch.cli;

import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import stretch.Exit;
import stretch.Failure;
import stretch.history.Export;
import stretch.history.Mending.Change;

/** Takes changes of the record back. */
final class UndoCommand implements Callable<Integer> {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final Desk desk;
    private final Given<Boolean> list;
    private final Given<Boolean> json;

    UndoCommand(Desk desk, Syntax takes) {
        this.desk = desk;
        takes.about("Takes back the last change of the record that still stands: an add, edit or delete."
                + " Again for the one before it, and so on.");
        list = takes.flag("--list", "only list the changes, the one that goes first on top");
        json = takes.flag("--json", "with --list: as JSON, for scripts");
    }

    @Override
    public Integer call() {
        if (json.get() && !list.get()) {
            throw new Failure(Exit.USAGE, "--json goes with --list only; add --list");
        }
        if (list.get()) {
            list();
            return 0;
        }
        try (var history = desk.record()) {
            var change = history.mending(desk.world().clock())
                    .undo()
                    .orElseThrow(() -> new Failure(
                            Exit.USAGE, "there is nothing to undo; 'stretch undo --list' shows what was changed"));
            desk.page().line("undone: " + change.what());
        }
        return 0;
    }

    private void list() {
        try (var history = desk.existingRecord().orElse(null)) {
            List<Change> changes = history == null
                    ? List.of()
                    : history.mending(desk.world().clock()).changes();
            if (json.get()) {
                desk.page()
                        .json(Map.of(
                                "changes",
                                changes.stream().map(UndoCommand::shape).toList()));
                return;
            }
            if (changes.isEmpty()) {
                desk.page().line("Nothing was changed yet.");
            }
            for (var change : changes) {
                desk.page()
                        .hanging(
                                MOMENT.format(change.madeAt()) + "  ",
                                change.what() + (change.undone() ? " (undone)" : ""));
            }
        }
    }

    private static Map<String, Object> shape(Change change) {
        var shape = new LinkedHashMap<String, Object>();
        shape.put("at", Export.stamp(change.madeAt()));
        shape.put("what", change.what());
        shape.put("undone", change.undone());
        return shape;
    }
}
