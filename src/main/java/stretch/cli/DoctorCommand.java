package stretch.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import stretch.Exit;
import stretch.Failure;
import stretch.history.Rescue;

/** Says what is well and what is to be mended; changes nothing. */
final class DoctorCommand implements Callable<Integer> {
    private final Desk desk;
    private final Given<Boolean> json;
    private final Given<Path> rescue;

    DoctorCommand(Desk desk, Syntax takes) {
        this.desk = desk;
        takes.about("Checks terminal, sound, files, history and cron, and says what to do. It changes nothing.");
        json = takes.flag("--json", "as JSON, for scripts");
        rescue = takes.option(
                "--rescue", "FILE", "save what can still be read of a damaged history into this new file", Path.class);
    }

    @Override
    public Integer call() {
        if (rescue.isGiven()) {
            if (json.get()) {
                throw new Failure(Exit.USAGE, "--json does not go with --rescue; leave one of them out");
            }
            return rescue(rescue.get());
        }
        var findings = new ArrayList<Finding>();
        findings.addAll(new Surroundings(desk).findings());
        findings.addAll(new FilesCheck(desk).findings());
        return report(findings);
    }

    private int report(List<Finding> findings) {
        boolean well = findings.stream().allMatch(Finding::ok);
        var page = desk.page();
        if (json.get()) {
            var shape = new LinkedHashMap<String, Object>();
            shape.put("ok", well);
            shape.put("findings", findings.stream().map(Finding::shape).toList());
            page.json(shape);
        } else {
            findings.stream()
                    .filter(finding -> !finding.ok() || !desk.common().quiet())
                    .forEach(finding -> page.line(finding.line()));
        }
        return well ? 0 : Exit.UNUSABLE.code();
    }

    private int rescue(Path file) {
        var saved = Rescue.of(desk.database(), file, desk.caches());
        var page = desk.page();
        for (var table : saved) {
            var lost = table.lost().isEmpty() ? "" : "; not saved: " + String.join(", ", table.lost());
            var doubtful = table.doubtful().isEmpty()
                    ? ""
                    : "; saved as they read now, which is not what was written: " + String.join(", ", table.doubtful());
            page.line(table.table() + ": " + table.saved() + " saved" + lost + doubtful);
        }
        desk.say("look at it with 'stretch history --db " + file + "', then put it in place: stretch restore " + file);
        return 0;
    }
}
