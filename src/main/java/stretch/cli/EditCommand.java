package stretch.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import stretch.Exit;
import stretch.Failure;
import stretch.history.Mending;

/** Mends a session on record. */
@Command(name = "edit", description = "Mends a session on record; 'stretch undo' takes the change back.")
final class EditCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "SESSION", description = "its id or the first 4 characters of it, or last")
    private String session = "";

    @Option(names = "--note", paramLabel = "TEXT", description = "anything worth keeping; '' takes it away")
    private @Nullable String note;

    @Option(names = "--at", paramLabel = "WHEN", description = "when it began; its end and its steps move along")
    private @Nullable String at;

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            converter = Converters.Length.class,
            description = "how long you practised, pauses left out")
    private @Nullable Duration duration;

    @Option(names = "--outcome", paramLabel = "OUTCOME", description = "completed, stopped or interrupted")
    private @Nullable String outcome;

    @Option(names = "--pain-before", paramLabel = "0-10", description = "how the back felt before")
    private @Nullable Integer painBefore;

    @Option(names = "--pain-after", paramLabel = "0-10", description = "how it felt after")
    private @Nullable Integer painAfter;

    EditCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        var clock = desk.world().clock();
        var edit = new Mending.Edit(
                Optional.ofNullable(note),
                at == null
                        ? Optional.empty()
                        : Optional.of(When.parse(at, clock).moment(at)),
                Optional.ofNullable(duration),
                Optional.ofNullable(outcome).map(HistoryCommand::outcome),
                pain("--pain-before", painBefore),
                pain("--pain-after", painAfter));
        if (edit.equals(NOTHING)) {
            throw new Failure(
                    Exit.USAGE, "nothing to change; say what: --note, --at, --duration, --outcome, --pain-before, ...");
        }
        try (var history = desk.record()) {
            var row = history.find(session);
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

    private static OptionalInt pain(String option, @Nullable Integer pain) {
        if (pain == null) {
            return OptionalInt.empty();
        }
        if (pain < 0 || pain > 10) {
            throw new Failure(Exit.USAGE, option + " " + pain + " is out of range; write 0 (none) to 10 (worst)");
        }
        return OptionalInt.of(pain);
    }
}
