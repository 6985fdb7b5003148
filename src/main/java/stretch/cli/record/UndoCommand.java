package stretch.cli.record;

import java.util.Optional;
import stretch.cli.Command;
import stretch.cli.CommandContext;
import stretch.cli.options.CommandSpecBuilder;
import stretch.cli.options.OptionValue;
import stretch.history.entry.ChangeKind;
import stretch.history.entry.HistoryEntry;
import stretch.history.entry.UndoEntry;
import stretch.history.transfer.export.Export;
import stretch.json.JsonObject;
import stretch.os.UserError;
import stretch.text.DisplayWidth;
import stretch.text.Numbers;

/** Takes changes of the record back. */
public final class UndoCommand extends Command {
    /** More would push what was undone off the screen. Our choice. */
    private static final int MOST = 10;

    private final OptionValue<String> change =
            options.optional("CHANGE", "a number from 'stretch undo --list', or last");
    private final OptionValue<Boolean> list =
            options.flag("--list", "list the changes, newest first, and undo nothing");
    private final OptionValue<Boolean> json = options.flag("--json", "print JSON, for scripts");

    public UndoCommand(CommandContext context, CommandSpecBuilder options) {
        super(context, options);
        options.about(
                "Undoes the last change to the history, such as an add, edit, delete or import.",
                "Run it again to undo the one before. A session that you practised is undone only if you give its number.");
        options.example("stretch undo", "the last change");
        options.example("stretch undo --list", "all changes with their numbers");
    }

    @Override
    public Integer call() {
        if (list.get()) {
            change.optional().ifPresent(word -> {
                throw UserError.usage("--list shows all changes; leave out " + word);
            });
            list();
            return 0;
        }
        var number =
                change.optional().filter(word -> !word.equalsIgnoreCase("last")).map(UndoCommand::number);
        try (var history = context.recordToChange()) {
            var editor = history.editor(context.world().clock());
            var undone = number.map(editor::undo)
                    .orElseGet(editor::undo)
                    .orElseThrow(() -> UserError.usage(nothing(number)));
            if (json.get()) {
                context.printer()
                        .json(toJson(undone.entry())
                                .put("undone", !undone.isNothing())
                                .put("kept", undone.kept()));
                return 0;
            }
            context.printer()
                    .line((undone.isNothing() ? "not undone: " : "undone: ")
                            + undone.entry().what());
            undone.kept().stream().limit(MOST).forEach(context.printer()::line);
            if (undone.kept().size() > MOST) {
                context.printer().line("kept " + (undone.kept().size() - MOST) + " more");
            }
        }
        return 0;
    }

    private static long number(String word) {
        return Numbers.parse(word)
                .orElseThrow(() -> UserError.usage(
                        "CHANGE: '" + word + "' is not a whole number; write one from 'stretch undo --list', or last"));
    }

    private static String nothing(Optional<Long> number) {
        return number.map(it -> "there is no change " + it).orElse("there is nothing to undo")
                + "; 'stretch undo --list' lists the changes";
    }

    private void list() {
        try (var history = context.openExistingHistory()) {
            var changes = history.editor(context.world().clock()).undoEntries();
            if (json.get()) {
                context.printer().json(new JsonObject().put("changes", changes, UndoCommand::toJson));
                return;
            }
            if (changes.isEmpty()) {
                context.printer().line("Nothing has been changed yet.");
            }
            int widest = changes.stream()
                    .mapToInt(entry -> String.valueOf(entry.number()).length())
                    .max()
                    .orElse(0);
            for (var entry : changes) {
                context.printer()
                        .hanging(
                                DisplayWidth.pad(String.valueOf(entry.number()), widest) + "  "
                                        + HistoryEntry.minute(entry.madeAt().toLocalDateTime()) + "  ",
                                entry.what() + state(entry));
            }
        }
    }

    private static String state(UndoEntry entry) {
        if (entry.undone()) {
            return entry.kept() ? " (not undone)" : " (undone)";
        }
        return entry.kind().isEmpty() ? " (by an older version, cannot be undone)" : "";
    }

    private static JsonObject toJson(UndoEntry entry) {
        return new JsonObject()
                .put("at", Export.stamp(entry.madeAt()))
                .put("what", entry.what())
                .put("undone", entry.undone() && !entry.kept())
                .put("change", entry.number())
                .put("kind", entry.kind().map(ChangeKind::id));
    }
}
