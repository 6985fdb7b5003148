package stretch.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Puts a backup in the place of the record. */
@Command(
        name = "restore",
        description = "Puts a backup in the place of the history. The history that was there is kept: as a backup, or"
                + " if it is damaged, as it is under another name.")
final class RestoreCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "FILE", description = "a copy that 'stretch backup' made")
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private Path file;

    RestoreCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        var restored = desk.safekeeping().restore(file);
        var page = desk.page();
        restored.kept().ifPresent(kept -> page.line("kept the history that was there: " + kept));
        restored.aside().ifPresent(aside -> page.line("moved the damaged history aside: " + aside));
        page.line("restored " + desk.database() + " from " + file);
        return 0;
    }
}
