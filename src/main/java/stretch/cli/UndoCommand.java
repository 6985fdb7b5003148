package stretch.cli;

import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import stretch.Exit;
import stretch.Failure;
import stretch.history.ChangeKind;
import stretch.history.Export;
import stretch.history.Mending.Change;

/** Takes changes of the record back. */
final class UndoCommand implements Callable<Integer> {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    /** More would push what was undone off the screen. Our choice. */
    private static final int MOST = 10;

    private final Desk desk;
    private final Given<Long> number;
    private final Given<Boolean> list;
    private final Given<Boolean> json;

    UndoCommand(Desk desk, Syntax takes) {
        this.desk = desk;
        takes.about("Takes back the last change of the record that still stands, such as an add, edit or delete."
                + " Again for the one before it, and so on. What was practised goes only if you name its number.");
        number = takes.optional("CHANGE", "the number of the change in 'stretch undo --list'", Long.class);
        list = takes.flag("--list", "only list the changes, newest first");
        json = takes.flag("--json", "with --list: as JSON, for scripts");
    }

    @Override
    public Integer call() {
        if (json.get() && !list.get()) {
            throw new Failure(Exit.USAGE, "--json goes with --list only; add --list");
        }
        if (list.get()) {
            number.optional().ifPresent(change -> {
                throw new Failure(Exit.USAGE, "--list shows all changes; leave out " + change);
            });
            list();
            return 0;
        }
        try (var history = desk.recordToChange()) {
            var mending = history.mending(desk.world().clock());
            var undone = number.optional()
                    .map(mending::undo)
                    .orElseGet(mending::undo)
                    .orElseThrow(() -> new Failure(Exit.USAGE, nothing()));
            desk.page().line("undone: " + undone.change().what());
            undone.kept().stream().limit(MOST).forEach(desk.page()::line);
            if (undone.kept().size() > MOST) {
                desk.page().line("kept " + (undone.kept().size() - MOST) + " more");
            }
        }
        return 0;
    }

    private String nothing() {
        return number.optional().map(it -> "there is no change " + it).orElse("there is nothing to undo")
                + "; 'stretch undo --list' shows what was changed";
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
                                change.number() + "  " + MOMENT.format(change.madeAt()) + "  ",
                                change.what() + state(change));
            }
        }
    }

    private static String state(Change change) {
        if (change.undone()) {
            return " (undone)";
        }
        return change.kind().isEmpty() ? " (by an older version, cannot be undone)" : "";
    }

    private static Map<String, Object> shape(Change change) {
        var shape = new LinkedHashMap<String, Object>();
        shape.put("at", Export.stamp(change.madeAt()));
        shape.put("what", change.what());
        shape.put("undone", change.undone());
        shape.put("change", change.number());
        shape.put("kind", change.kind().<Object>map(ChangeKind::id).orElse(Shapes.NOTHING));
        return shape;
    }
}
