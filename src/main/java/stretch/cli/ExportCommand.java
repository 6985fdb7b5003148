package stretch.cli;

import java.io.Writer;
import java.util.ArrayList;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import stretch.Exit;
import stretch.Failure;
import stretch.history.Export;
import stretch.history.Filter;
import stretch.history.History;
import stretch.history.ICalendarExport;

/** Writes the history out. */
final class ExportCommand implements Callable<Integer> {
    /** In which form. */
    enum Format {
        csv,
        json,
        ics
    }

    private final Desk desk;
    private final Given<Format> format;
    private final Given<Boolean> steps;
    private final Given<Boolean> checkIns;
    private final Given<Boolean> rests;
    private final Given<String> since;
    private final Given<String> until;
    private final Given<String> routine;
    private final Destination destination;

    ExportCommand(Desk desk, Syntax takes) {
        this.desk = desk;
        takes.about("Writes the history as CSV, JSON or a calendar, to standard output or a file.");
        format = takes.option("--format", "FORMAT", "csv, json or ics, a calendar (default: csv)", Format.class)
                .standard(Format.csv);
        steps = takes.flag("--steps", "the steps of the sessions instead of the sessions");
        checkIns = takes.flag("--checkins", "the check-ins instead");
        rests = takes.flag("--rests", "what was snoozed and skipped instead");
        since = takes.option("--since", "WHEN", "from then on: 2026-11-21, yesterday, 7d");
        until = takes.option("--until", "WHEN", "up to then; a day is taken whole");
        routine = takes.option("--routine", "ROUTINE", "of this routine");
        destination = new Destination(takes);
    }

    @Override
    public Integer call() {
        what();
        var clock = desk.world().clock();
        var filter = new Filter(
                since.optional().map(text -> When.parse(text, clock).from().toInstant()),
                until.optional().map(text -> When.parse(text, clock).end().toInstant()),
                routine.optional(),
                Optional.empty(),
                OptionalInt.empty());
        try (var history = desk.existingRecord().orElse(null)) {
            destination.put(desk, "exporting", out -> write(history, filter, out));
        }
        return 0;
    }

    private Export.Rows what() {
        var asked = new ArrayList<Export.Rows>();
        if (steps.get()) {
            asked.add(Export.Rows.STEPS);
        }
        if (checkIns.get()) {
            asked.add(Export.Rows.CHECKINS);
        }
        if (rests.get()) {
            asked.add(Export.Rows.RESTS);
        }
        if (asked.size() > 1) {
            throw new Failure(Exit.USAGE, "--steps, --checkins and --rests are exports of their own; name one");
        }
        if (!asked.isEmpty() && format.get() == Format.ics) {
            throw new Failure(Exit.USAGE, "a calendar holds sessions; leave --steps, --checkins and --rests out");
        }
        if ((checkIns.get() || rests.get()) && routine.isGiven()) {
            throw new Failure(Exit.USAGE, "--routine goes with sessions and steps; leave it out");
        }
        return asked.isEmpty() ? Export.Rows.SESSIONS : asked.get(0);
    }

    private void write(@Nullable History history, Filter filter, Writer out) {
        var rows = what();
        switch (format.get()) {
            case csv -> Export.csv(Optional.ofNullable(history), filter, rows, out);
            case json -> Export.json(Optional.ofNullable(history), filter, rows, out);
            case ics -> ICalendarExport.write(Optional.ofNullable(history), filter, out);
        }
    }
}
