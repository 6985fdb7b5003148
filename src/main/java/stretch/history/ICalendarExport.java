package stretch.history;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Date;
import java.util.Optional;
import stretch.catalogue.Outcome;

/** Writes sessions as events of a calendar (RFC 5545), told apart by their id, so that none comes twice. */
public final class ICalendarExport {
    private ICalendarExport() {}

    /** Writes one calendar and leaves the writer open. */
    public static void write(Optional<History> record, Filter filter, Writer out) {
        var calendar = new ICalendar();
        calendar.setProductId("-//stretch//history//EN");
        record.ifPresent(history -> history.sessions(
                filter, row -> row.outcome().ifPresent(outcome -> calendar.addEvent(event(row, outcome)))));
        try {
            var writer = new ICalWriter(out, ICalVersion.V2_0);
            writer.write(calendar);
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static VEvent event(SessionRow row, Outcome outcome) {
        var event = new VEvent();
        var end = row.endedAt().map(at -> at.toInstant()).orElse(row.startedAt().toInstant());
        event.setUid(row.id());
        // The same history gives the same bytes: stamped with its end, not with the moment of the export.
        event.setDateTimeStamp(Date.from(end));
        event.setDateStart(Date.from(row.startedAt().toInstant()));
        event.setDateEnd(Date.from(end));
        event.setSummary("stretch " + row.routine() + (outcome == Outcome.COMPLETED ? "" : " (" + outcome.id() + ")"));
        var steps = row.stepsDone() + " of " + row.stepsPlanned() + " steps, "
                + row.active().toSeconds() + " s";
        event.setDescription(row.note().isEmpty() ? steps : steps + "\n" + row.note());
        return event;
    }
}
