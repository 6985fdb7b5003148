package stretch.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Takes a session off the record. */
@Command(
        name = "delete",
        description = "Takes a session and its steps off the record; 'stretch undo' brings them back.")
final class DeleteCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "SESSION", description = "its id or the first 4 characters of it, or last")
    private String session = "";

    DeleteCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (var history = desk.record()) {
            var row = history.find(session);
            history.mending(desk.world().clock()).delete(row);
            desk.page()
                    .line("deleted session " + row.id().substring(0, 8) + " (" + row.routine() + ", "
                            + row.startedAt().toLocalDate() + "); 'stretch undo' brings it back");
        }
        return 0;
    }
}
