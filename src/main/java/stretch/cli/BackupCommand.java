package stretch.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Copies the record to a safe place. */
@Command(
        name = "backup",
        description = "Writes a verified copy of the history, also while a session runs, and prints where it is.")
final class BackupCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "the copy; left out: a dated file in 'backups' beside the history")
    private @Nullable Path file;

    @Option(names = "--force", description = "over a file that exists too")
    private boolean force;

    BackupCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        var safekeeping = desk.safekeeping();
        desk.page().line((file == null ? safekeeping.backup() : safekeeping.backup(file, force)).toString());
        return 0;
    }
}
