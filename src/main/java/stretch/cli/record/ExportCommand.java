package stretch.cli.record;

import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import stretch.cli.Command;
import stretch.cli.CommandContext;
import stretch.cli.OutputOption;
import stretch.cli.options.CommandSpecBuilder;
import stretch.cli.options.FileFormat;
import stretch.cli.options.OptionValue;
import stretch.history.History;
import stretch.history.entry.Filter;
import stretch.history.transfer.export.CsvExport;
import stretch.history.transfer.export.Export;
import stretch.history.transfer.export.ICalendarExport;
import stretch.history.transfer.export.JsonExport;
import stretch.os.UserError;
import stretch.text.Numbers;

/** Writes the history out. */
public final class ExportCommand extends Command {
    enum ExportFormat {
        csv(FileFormat.CSV),
        json(FileFormat.JSON),
        ics(FileFormat.ICS);

        private final FileFormat file;

        ExportFormat(FileFormat file) {
            this.file = file;
        }
    }

    private final OptionValue<ExportFormat> format = options.group("Format and file")
            .option(
                    "--format, --as",
                    "FORMAT",
                    "csv, json or ics, which is a calendar (default: by the name of the file, or csv)",
                    ExportFormat.class);
    private final OutputOption output = new OutputOption(options);
    private final OptionValue<Boolean> steps =
            options.group("What to export").flag("--steps", "the steps instead of the sessions");
    private final OptionValue<Boolean> checkIns = options.flag("--checkins", "the check-ins instead of the sessions");
    private final OptionValue<Boolean> pauses =
            options.flag("--pauses", "the snoozes and skips instead of the sessions");
    private final OptionValue<Boolean> rests = options.flag("--rests", "");
    private final OptionValue<String> since =
            options.option("--since", "WHEN", "from this time on: 2026-11-21, yesterday, monday, 7d, last month");
    private final OptionValue<String> until = options.option("--until", "WHEN", "up to this time; a day counts whole");
    private final OptionValue<String> routine = options.option("--routine", "ROUTINE", "only this routine");

    public ExportCommand(CommandContext context, CommandSpecBuilder options) {
        super(context, options);
        options.about(
                "Writes the history as CSV, JSON or a calendar.",
                "CSV and calendar hold the sessions; JSON holds everything, unless you choose a part.");
        options.example("stretch export -o sessions.csv", "for a spreadsheet");
        options.example("stretch export --steps --since 30d", "the steps of 30 days");
        options.example("stretch export --format json -o history.json", "everything");
    }

    @Override
    public Integer call() {
        var format = format();
        output.mustHold(format.file);
        var what = what(format);
        var clock = context.world().clock();
        var filter = context.filter(since, until, routine, Optional.empty());
        try (var history = context.openExistingHistory()) {
            routine.optional().ifPresent(id -> context.lookup().checkRoutine(id, history));
            output.write(context, "exporting", out -> write(format, history, filter, what, out));
            boolean isTimed = what.orElse(Export.ExportTable.STEPS) == Export.ExportTable.STEPS;
            if (format == ExportFormat.csv && isTimed) {
                otherZones(history.rows(filter).otherZones(clock.getZone()));
            }
        }
        return 0;
    }

    /** Dates and times at the end of the lines are not those of here then. */
    private void otherZones(Map<String, Long> zones) {
        if (!zones.isEmpty()) {
            context.world().out().flush();
            context.notice("date and time are local to where you practised: "
                    + zones.entrySet().stream()
                            .map(zone -> Numbers.count(zone.getValue(), "session") + " in " + zone.getKey())
                            .collect(Collectors.joining(", ")));
        }
    }

    /** The rows that were asked for; empty for sessions, with all that goes with them where the format can hold it. */
    private Optional<Export.ExportTable> what(ExportFormat format) {
        var asked = new ArrayList<Export.ExportTable>();
        if (steps.get()) {
            asked.add(Export.ExportTable.STEPS);
        }
        if (checkIns.get()) {
            asked.add(Export.ExportTable.CHECKINS);
        }
        if (pauses.get() || rests.get()) {
            asked.add(Export.ExportTable.PAUSES);
        }
        UserError.usageIf(asked.size() > 1, "--steps, --checkins and --pauses exclude each other; give one");
        UserError.usageIf(
                !asked.isEmpty() && format == ExportFormat.ics,
                "a calendar holds sessions only; leave out --steps, --checkins and --pauses");
        UserError.usageIf(
                routine.isGiven() && !asked.isEmpty() && asked.get(0) != Export.ExportTable.STEPS,
                "--routine works only for sessions and steps; leave it out");
        return asked.stream().findFirst();
    }

    /** The one that was asked for, or else that the name of the file promises. */
    private ExportFormat format() {
        return format.optional()
                .or(() -> output.promised()
                        .flatMap(promised -> Arrays.stream(ExportFormat.values())
                                .filter(each -> each.file == promised)
                                .findFirst()))
                .orElse(ExportFormat.csv);
    }

    private static void write(
            ExportFormat format, History history, Filter filter, Optional<Export.ExportTable> what, Writer out) {
        switch (format) {
            case csv -> CsvExport.write(history, filter, what.orElse(Export.ExportTable.SESSIONS), out);
            case json ->
                what.ifPresentOrElse(
                        rows -> JsonExport.rows(history, filter, rows, out),
                        () -> JsonExport.whole(history, filter, out));
            case ics -> ICalendarExport.write(history, filter, out);
        }
    }
}
