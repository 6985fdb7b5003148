package stretch.cli;

import java.util.concurrent.Callable;

/** Takes a session off the record. */
final class DeleteCommand implements Callable<Integer> {
    private final Desk desk;
    private final Given<String> session;

    DeleteCommand(Desk desk, Syntax takes) {
        this.desk = desk;
        takes.about("Takes a session and its steps off the record; 'stretch undo' brings them back.");
        session = takes.argument("SESSION", "its id or the first 4 characters of it, or last");
    }

    @Override
    public Integer call() {
        try (var history = desk.recordToChange()) {
            var row = history.find(session.get());
            history.mending(desk.world().clock()).delete(row);
            desk.page()
                    .line("deleted session " + row.id().substring(0, 8) + " (" + row.routine() + ", "
                            + row.startedAt().toLocalDate() + "); 'stretch undo' brings it back");
        }
        return 0;
    }
}
