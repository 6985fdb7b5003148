package stretch.cli.setup;

import java.nio.file.Path;
import java.util.List;
import stretch.cli.Command;
import stretch.cli.CommandContext;
import stretch.cli.options.CommandSpecBuilder;
import stretch.cli.options.FileFormat;
import stretch.cli.options.OptionValue;
import stretch.cli.setup.doctor.EnvironmentChecks;
import stretch.cli.setup.doctor.FileChecks;
import stretch.cli.setup.doctor.Finding;
import stretch.history.backup.Recovery;
import stretch.json.JsonObject;
import stretch.os.ExitCode;
import stretch.os.UserError;

/** Says what is well and what is to be mended; changes nothing. */
public final class DoctorCommand extends Command {
    private final OptionValue<Boolean> json = options.flag("--json", "print JSON, for scripts");
    private final OptionValue<Path> rescue = options.option(
            "--rescue", "FILE", "save what can be read of a damaged history into this new file", Path.class);

    public DoctorCommand(CommandContext context, CommandSpecBuilder options) {
        super(context, options);
        options.about("Checks terminal, sound, files, history and cron, and says what to do; it changes nothing.");
        options.example("stretch doctor", "all checks");
        options.example("stretch doctor --rescue rescued.db", "saves what a damaged history still holds");
    }

    @Override
    public Integer call() {
        if (rescue.isGiven()) {
            UserError.usageIf(json.get(), "--json does not go with --rescue; leave one of them out");
            return rescue(rescue.read(FileFormat.DATABASE::named).orElseThrow());
        }
        var findings = new EnvironmentChecks(context).findings();
        findings.addAll(new FileChecks(context).findings());
        return report(findings);
    }

    private int report(List<Finding> findings) {
        boolean well = findings.stream().allMatch(Finding::ok);
        var printer = context.printer();
        if (json.get()) {
            printer.json(new JsonObject().put("ok", well).put("findings", findings, Finding::toJson));
        } else {
            findings.stream()
                    .filter(finding ->
                            !finding.ok() || !context.common().quiet().get())
                    .forEach(finding -> printer.line(finding.line()));
        }
        return well ? 0 : ExitCode.UNUSABLE.code();
    }

    private int rescue(Path file) {
        var saved =
                Recovery.of(context.paths().historyFile(), file, context.paths().cacheFolder());
        var printer = context.printer();
        for (var table : saved) {
            var lost = table.lost().isEmpty() ? "" : "; not saved: " + String.join(", ", table.lost());
            var doubtful = table.suspect().isEmpty()
                    ? ""
                    : "; saved although they differ from what was written: " + String.join(", ", table.suspect());
            printer.line(table.table() + ": " + table.rows() + " saved" + lost + doubtful);
        }
        context.notice("check it with 'stretch history --db " + file + "', then restore it: stretch restore " + file);
        return 0;
    }
}
