package stretch.cli.record;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import stretch.cli.Command;
import stretch.cli.CommandContext;
import stretch.cli.OutputOption;
import stretch.cli.options.CommandSpecBuilder;
import stretch.cli.options.DateTimeArgument;
import stretch.cli.options.FileFormat;
import stretch.cli.options.OptionValue;
import stretch.os.UserError;
import stretch.os.process.ProcessRunner;
import stretch.report.Period;
import stretch.report.Report;

/** Writes a page of what was done. */
public final class ReportCommand extends Command {
    private final OptionValue<String> since = options.option(
            "--since",
            "WHEN",
            "from this day on: 2026-11-21, yesterday, monday, 7d, last month (default: the last 12 weeks)");
    private final OptionValue<String> until = options.option("--until", "WHEN", "up to this day (default: today)");
    private final OutputOption output = new OutputOption(
            options,
            "write to this file, - for standard output; an existing one is kept (default:"
                    + " stretch-report-DATE.html in this folder)");
    private final OptionValue<Boolean> open = options.flag("--open", "open it in your browser");

    public ReportCommand(CommandContext context, CommandSpecBuilder options) {
        super(context, options);
        options.about(
                "Writes a report of your practice as one HTML page, to keep, print or bring to a professional.",
                "It shows what was planned, done, skipped or hurt, with charts and figures. It needs no network and no script.");
        options.example("stretch report --open", "the last 12 weeks, in the browser");
        options.example("stretch report --since 2026-09-01 -o autumn.html", "since a day, into a file");
    }

    @Override
    public Integer call() {
        output.mustHold(FileFormat.HTML);
        var now = context.now();
        var today = context.settings().calendar().dayOf(now);
        var period = period(today);
        var file = output.file(Optional.of(Path.of("stretch-report-" + today + ".html")));
        UserError.usageIf(file.isEmpty() && open.get(), "--open needs a file; leave out '-o -'");
        try (var history = context.openExistingHistory()) {
            if (history.count() == 0 && history.checkIns(Instant.EPOCH).isEmpty()) {
                context.notice("there is nothing to report yet; start with 'stretch run daily'");
                return 0;
            }
            output.write(
                    context, "drawing", out -> out.write(Report.html(history, context.catalogue(), period, now)), file);
        }
        if (open.get()) {
            file.map(Path::toAbsolutePath).ifPresent(new ProcessRunner(context.world())::browse);
        }
        return 0;
    }

    /** The days that were asked for, of which those to come are none. */
    private Period period(LocalDate today) {
        var to = context.when(until)
                .map(DateTimeArgument::last)
                .filter(day -> day.isBefore(today))
                .orElse(today);
        var from = context.when(since).map(DateTimeArgument::first);
        if (from.filter(day -> day.isAfter(to)).isPresent()) {
            throw UserError.usage(
                    "--since " + from.get() + " is after the last day of the report, " + to + "; give an earlier day");
        }
        var calendar = context.settings().calendar();
        return from.map(day -> new Period(calendar, day, to)).orElseGet(() -> Period.upTo(calendar, to));
    }
}
