package stretch.cli.record;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import stretch.cli.ArgumentParsers;
import stretch.cli.CommandContext;
import stretch.cli.CommandSpecBuilder;
import stretch.cli.DateTimeArgument;
import stretch.cli.OptionValue;
import stretch.history.HistoryEditor;
import stretch.history.db.UuidV7;
import stretch.os.ExitCode;
import stretch.os.UserError;

/** Mends a session on record. */
public final class EditCommand implements Callable<Integer> {
    private final CommandContext context;
    private final OptionValue<String> session;
    private final OptionValue<String> note;
    private final OptionValue<String> at;
    private final OptionValue<Duration> duration;
    private final OptionValue<String> outcome;
    private final OptionValue<Integer> painBefore;
    private final OptionValue<Integer> painAfter;

    public EditCommand(CommandContext context, CommandSpecBuilder options) {
        this.context = context;
        options.about("Mends a session on record; 'stretch undo' takes the change back.");
        session = options.argument("SESSION", "its id, 4 characters or more of it, or last");
        note = options.option(
                "--note", "TEXT", "anything worth keeping; '' takes it away", String.class, ArgumentParsers::note);
        at = options.option("--at", "WHEN", "when it began; its end and its steps move along");
        duration = options.option(
                "--duration",
                "TIME",
                "how long you practised, pauses left out",
                Duration.class,
                ArgumentParsers::length);
        outcome = options.option("--outcome", "OUTCOME", "completed, stopped or interrupted");
        painBefore = options.option("--pain-before", "0-10", "how the back felt before", Integer.class);
        painAfter = options.option("--pain-after", "0-10", "how it felt after", Integer.class);
    }

    @Override
    public Integer call() {
        var clock = context.world().clock();
        var edit = new HistoryEditor.SessionEdit(
                note.optional(),
                at.optional().map(when -> DateTimeArgument.begun(when, clock)),
                duration.optional(),
                outcome.optional().map(ArgumentParsers::outcome),
                ArgumentParsers.pain("--pain-before", painBefore),
                ArgumentParsers.pain("--pain-after", painAfter));
        if (edit.equals(NOTHING)) {
            throw new UserError(
                    ExitCode.USAGE,
                    "nothing to change; say what: --note, --at, --duration, --outcome, --pain-before, ...");
        }
        try (var history = context.recordToChange()) {
            var row = history.find(session.get());
            history.editor(clock).edit(row, edit);
            context.printer().line("edited session " + UuidV7.shown(row.id()) + "; 'stretch undo' takes it back");
        }
        return 0;
    }

    private static final HistoryEditor.SessionEdit NOTHING = new HistoryEditor.SessionEdit(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalInt.empty(),
            OptionalInt.empty());
}
