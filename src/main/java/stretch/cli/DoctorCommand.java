package stretch.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import stretch.Exit;
import stretch.Failure;
import stretch.history.Rescue;

/** Says what is well and what is to be mended; changes nothing. */
@Command(
        name = "doctor",
        description = "Checks terminal, sound, files, history and cron, and says what to do. It changes nothing.")
final class DoctorCommand implements Callable<Integer> {
    private final Desk desk;

    @Option(names = "--json", description = "as JSON, for scripts")
    private boolean json;

    @Option(
            names = "--rescue",
            paramLabel = "FILE",
            description = "save what can still be read of a damaged history into this new file")
    private @Nullable Path rescue;

    DoctorCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        if (rescue != null) {
            if (json) {
                throw new Failure(Exit.USAGE, "--json does not go with --rescue; leave one of them out");
            }
            return rescue(rescue);
        }
        var findings = new ArrayList<Finding>();
        findings.addAll(new Surroundings(desk).findings());
        findings.addAll(new FilesCheck(desk).findings());
        return report(findings);
    }

    private int report(List<Finding> findings) {
        boolean well = findings.stream().allMatch(Finding::ok);
        var page = desk.page();
        if (json) {
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
