package stretch.history.transfer.export;

import java.io.Writer;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import stretch.catalogue.Outcome;
import stretch.history.History;
import stretch.history.entry.Filter;
import stretch.history.entry.SessionRow;
import stretch.text.CalendarLines;

/** Writes sessions as events of a calendar (RFC 5545), told apart by their id, so that none comes twice. */
public final class ICalendarExport {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private ICalendarExport() {}

    /** Writes one calendar and leaves the writer open. */
    public static void write(History history, Filter filter, Writer out) {
        Export.write(
                out,
                new CalendarLines()
                        .line("BEGIN", "VCALENDAR")
                        .line("VERSION", "2.0")
                        .line("PRODID", "-//stretch//history//EN")
                        .toString());
        history.rows(filter)
                .sessions(row -> row.outcome()
                        .ifPresent(
                                outcome -> Export.write(out, event(row, outcome).toString())));
        Export.write(out, new CalendarLines().line("END", "VCALENDAR").toString());
    }

    private static CalendarLines event(SessionRow row, Outcome outcome) {
        var start = UTC.format(row.startedAt());
        var end = UTC.format(row.end());
        var steps = row.stepsDone() + " of " + row.stepsPlanned() + " steps, "
                + row.active().toSeconds() + " s";
        var event = new CalendarLines()
                .line("BEGIN", "VEVENT")
                .line("UID", row.id())
                // The same history gives the same bytes: stamped with its end, not with the moment of the export.
                .line("DTSTAMP", end)
                .line("DTSTART", start);
        // An end has to be later than the start; without one an event takes no time.
        return (end.equals(start) ? event : event.line("DTEND", end))
                .text(
                        "SUMMARY",
                        "stretch " + row.routine() + (outcome == Outcome.COMPLETED ? "" : " (" + outcome.id() + ")"))
                .text("DESCRIPTION", row.note().isEmpty() ? steps : steps + "\n" + row.note())
                .line("END", "VEVENT");
    }
}
