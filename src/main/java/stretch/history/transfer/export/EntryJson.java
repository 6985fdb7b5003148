package stretch.history.transfer.export;

import java.util.Optional;
import java.util.OptionalInt;
import stretch.catalogue.Outcome;
import stretch.history.History;
import stretch.history.entry.CheckIn;
import stretch.history.entry.HistoryEntry;
import stretch.history.entry.ReminderPause;
import stretch.history.entry.SessionRow;
import stretch.history.entry.StepRow;
import stretch.json.JsonObject;

/** What the history holds, as JSON promises it to scripts; names are only ever added. */
public final class EntryJson {
    private EntryJson() {}

    /** What an id of the history names as it is now, all of it: a session with its steps. */
    public static JsonObject whole(History history, String id) {
        var entry = history.entry(id);
        return entry instanceof SessionRow row
                ? of(row).put("steps", history.steps(row.id()), EntryJson::of)
                : of(entry);
    }

    /** A session without its steps, a check-in, a snooze or a skip. */
    public static JsonObject of(HistoryEntry entry) {
        return entry instanceof SessionRow row
                ? of(row)
                : entry instanceof CheckIn it ? of(it) : of((ReminderPause) entry);
    }

    private static JsonObject of(CheckIn it) {
        var row = new JsonObject()
                .put("checkin", it.id())
                .put("at", Export.stamp(it.at()))
                .put("pain", it.pain());
        CheckIn.MARKERS.forEach(marker ->
                row.put("marker_" + marker, Optional.ofNullable(it.markers().get(marker))));
        return row.put("note", it.note());
    }

    private static JsonObject of(ReminderPause pause) {
        return new JsonObject()
                .put("rest", pause.id())
                .put("kind", pause.kind())
                .put("at", Export.stamp(pause.at()))
                .put("until", pause.until().map(Export::stamp))
                .put("days", pause.until().isPresent() ? OptionalInt.empty() : OptionalInt.of(pause.days()))
                .put("reason", pause.reason());
    }

    public static JsonObject of(SessionRow row) {
        return new JsonObject()
                .put("session", row.id())
                .put("routine", row.routine())
                .put("started_at", Export.stamp(row.startedAt().toOffsetDateTime()))
                .put("ended_at", row.endedAt().map(Export::stamp))
                .put("active_seconds", row.active())
                .put("outcome", row.outcome().map(Outcome::id))
                .put("steps_done", row.stepsDone())
                .put("steps_planned", row.stepsPlanned())
                .put("pain_before", row.painBefore())
                .put("pain_after", row.painAfter())
                .put("note", row.note())
                .put("device", row.device());
    }

    public static JsonObject of(StepRow step) {
        return new JsonObject()
                .put("step", step.step())
                .put("exercise", step.exercise())
                .put("side", step.side().id())
                .put("kind", step.kind().id())
                .put("planned", step.planned())
                .put("done", step.done())
                .put("unit", step.kind().unit())
                .put("seconds", step.held())
                .put("outcome", step.outcome().id())
                .put("started_at", Export.stamp(step.startedAt()))
                .put("set", step.set())
                .put("load", step.load());
    }
}
