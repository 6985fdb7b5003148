package stretch.cli;

import java.io.Writer;
import java.util.ArrayList;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import stretch.Exit;
import stretch.Failure;
import stretch.history.Export;
import stretch.history.Filter;
import stretch.history.History;
import stretch.history.ICalendarExport;
import stretch.history.JsonExport;

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
    private final Given<Boolean> pauses;
    private final Given<Boolean> rests;
    private final Given<String> since;
    private final Given<String> until;
    private final Given<String> routine;
    private final Destination destination;

    ExportCommand(Desk desk, Syntax takes) {
        this.desk = desk;
        takes.about(
                "Writes the history as CSV, JSON or a calendar, to standard output or a file. JSON without another choice"
                        + " holds everything; CSV and a calendar hold the sessions.");
        format = takes.option("--format", "FORMAT", "csv, json or ics, a calendar (default: csv)", Format.class)
                .standard(Format.csv);
        steps = takes.flag("--steps", "the steps of the sessions instead of the sessions");
        checkIns = takes.flag("--checkins", "the check-ins instead");
        pauses = takes.flag("--pauses", "what was snoozed and skipped instead");
        rests = takes.formerFlag("--rests");
        since = takes.option("--since", "WHEN", "from then on: 2026-11-21, yesterday, 7d");
        until = takes.option("--until", "WHEN", "up to then; a day is taken whole");
        routine = takes.option("--routine", "ROUTINE", "of this routine");
        destination = new Destination(takes);
    }

    @Override
    public Integer call() {
        var what = what();
        var clock = desk.world().clock();
        var filter = new Filter(
                since.optional().map(text -> When.parse(text, clock).from().toInstant()),
                until.optional().map(text -> When.parse(text, clock).end().toInstant()),
                routine.optional(),
                Optional.empty(),
                OptionalInt.empty());
        try (var history = desk.existingRecord().orElse(null)) {
            routine.optional().ifPresent(id -> desk.checkRoutine(id, history));
            destination.put(desk, "exporting", out -> write(Optional.ofNullable(history), filter, what, out));
        }
        return 0;
    }

    /** The rows that were asked for; empty for sessions, with all that goes with them where the format can hold it. */
    private Optional<Export.Rows> what() {
        var asked = new ArrayList<Export.Rows>();
        if (steps.get()) {
            asked.add(Export.Rows.STEPS);
        }
        if (checkIns.get()) {
            asked.add(Export.Rows.CHECKINS);
        }
        if (pauses.get() || rests.get()) {
            asked.add(Export.Rows.PAUSES);
        }
        if (asked.size() > 1) {
            throw new Failure(Exit.USAGE, "--steps, --checkins and --pauses are exports of their own; name one");
        }
        if (!asked.isEmpty() && format.get() == Format.ics) {
            throw new Failure(Exit.USAGE, "a calendar holds sessions; leave --steps, --checkins and --pauses out");
        }
        if (routine.isGiven() && !asked.isEmpty() && asked.get(0) != Export.Rows.STEPS) {
            throw new Failure(Exit.USAGE, "--routine goes with sessions and steps; leave it out");
        }
        return asked.stream().findFirst();
    }

    private void write(Optional<History> history, Filter filter, Optional<Export.Rows> what, Writer out) {
        switch (format.get()) {
            case csv -> Export.csv(history, filter, what.orElse(Export.Rows.SESSIONS), out);
            case json ->
                what.ifPresentOrElse(
                        rows -> JsonExport.rows(history, filter, rows, out),
                        () -> JsonExport.whole(history, filter, out));
            case ics -> ICalendarExport.write(history, filter, out);
        }
    }
}
