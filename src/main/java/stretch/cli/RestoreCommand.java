package stretch.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;

/** Puts a backup in the place of the record. */
final class RestoreCommand implements Callable<Integer> {
    private final Desk desk;
    private final Given<Path> file;

    RestoreCommand(Desk desk, Syntax takes) {
        this.desk = desk;
        takes.about("Puts a backup in the place of the history. The history that was there is kept: as a backup, or"
                + " if it is damaged, as it is under another name.");
        file = takes.argument("FILE", "a copy that 'stretch backup' made", Path.class);
    }

    @Override
    public Integer call() {
        var restored = desk.safekeeping().restore(file.get());
        var page = desk.page();
        restored.kept().ifPresent(kept -> page.line("kept the history that was there: " + kept));
        restored.aside().ifPresent(aside -> page.line("moved the damaged history aside: " + aside));
        page.line("restored " + desk.database() + " from " + file.get());
        return 0;
    }
}
