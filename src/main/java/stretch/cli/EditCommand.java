package stretch.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import stretch.Exit;
import stretch.Failure;
import stretch.history.Mending;

/** Mends a session on record. */
final class EditCommand implements Callable<Integer> {
    private final Desk desk;
    private final Given<String> session;
    private final Given<String> note;
    private final Given<String> at;
    private final Given<Duration> duration;
    private final Given<String> outcome;
    private final Given<Integer> painBefore;
    private final Given<Integer> painAfter;

    EditCommand(Desk desk, Syntax takes) {
        this.desk = desk;
        takes.about("Mends a session on record; 'stretch undo' takes the change back.");
        session = takes.argument("SESSION", "its id or the first 4 characters of it, or last");
        note = takes.option(
                "--note", "TEXT", "anything worth keeping; '' takes it away", String.class, Converters::note);
        at = takes.option("--at", "WHEN", "when it began; its end and its steps move along");
        duration = takes.option(
                "--duration", "TIME", "how long you practised, pauses left out", Duration.class, Converters::length);
        outcome = takes.option("--outcome", "OUTCOME", "completed, stopped or interrupted");
        painBefore = takes.option("--pain-before", "0-10", "how the back felt before", Integer.class);
        painAfter = takes.option("--pain-after", "0-10", "how it felt after", Integer.class);
    }

    @Override
    public Integer call() {
        var clock = desk.world().clock();
        var edit = new Mending.Edit(
                note.optional(),
                at.optional().map(when -> When.begun(when, clock)),
                duration.optional(),
                outcome.optional().map(HistoryCommand::outcome),
                Converters.pain("--pain-before", painBefore),
                Converters.pain("--pain-after", painAfter));
        if (edit.equals(NOTHING)) {
            throw new Failure(
                    Exit.USAGE, "nothing to change; say what: --note, --at, --duration, --outcome, --pain-before, ...");
        }
        try (var history = desk.recordToChange()) {
            var row = history.find(session.get());
            history.mending(clock).edit(row, edit);
            desk.page().line("edited session " + row.id().substring(0, 8) + "; 'stretch undo' takes it back");
        }
        return 0;
    }

    private static final Mending.Edit NOTHING = new Mending.Edit(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalInt.empty(),
            OptionalInt.empty());
}
