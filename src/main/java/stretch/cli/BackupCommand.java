package stretch.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;

/** Copies the record to a safe place. */
final class BackupCommand implements Callable<Integer> {
    private final Desk desk;
    private final Given<Path> file;
    private final Given<Boolean> force;

    BackupCommand(Desk desk, Syntax takes) {
        this.desk = desk;
        takes.about("Writes a verified copy of the history, also while a session runs, and prints where it is.");
        file = takes.optional("FILE", "the copy; left out: a dated file in 'backups' beside the history", Path.class);
        force = takes.flag("--force", "over a file that exists too");
    }

    @Override
    public Integer call() {
        var safekeeping = desk.safekeeping();
        desk.page()
                .line((!file.isGiven() ? safekeeping.backup() : safekeeping.backup(file.get(), force.get()))
                        .toString());
        return 0;
    }
}
