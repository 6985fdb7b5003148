package stretch.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import stretch.Exit;
import stretch.Failure;
import stretch.catalogue.Outcome;
import stretch.catalogue.Side;
import stretch.history.Export;
import stretch.history.Filter;
import stretch.history.History;
import stretch.history.Rest;
import stretch.history.SessionRow;
import stretch.history.StepRow;
import stretch.text.Durations;
import stretch.text.Numbers;
import stretch.text.Visible;
import stretch.text.Words;

/** Shows past sessions. */
final class HistoryCommand implements Callable<Integer> {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    /** How many lines a page has where nothing was asked for; our choice, as many as fit on most screens. */
    private static final int SHOWN = 20;

    /** What is offered when there are more. */
    private static final int MORE = 50;

    private final Desk desk;
    private final Given<String> session;
    private final Given<String> since;
    private final Given<String> until;
    private final Given<String> routine;
    private final Given<String> outcome;
    private final Given<String> count;
    private final Given<Boolean> json;

    HistoryCommand(Desk desk, Syntax takes) {
        this.desk = desk;
        takes.about("Past sessions, newest last; or one session with its steps.");
        session = takes.optional("SESSION", "the beginning of an id, 4 characters or more, or 'last'");
        since = takes.option("--since", "WHEN", "from then on: 2026-11-21, yesterday, 7d");
        until = takes.option("--until", "WHEN", "up to then; a day is taken whole");
        routine = takes.option("--routine", "ROUTINE", "of this routine");
        outcome = takes.option("--outcome", "OUTCOME", "completed, stopped or interrupted");
        count = takes.option(
                "-n", "COUNT", "the newest so many, or 'all' (default: " + SHOWN + "; with a filter or --json, all)");
        json = takes.flag("--json", "as JSON, for scripts");
    }

    @Override
    public Integer call() {
        var chosen = new Filter(
                moment(since).map(when -> when.from().toInstant()),
                moment(until).map(when -> when.end().toInstant()),
                routine.optional(),
                outcome.optional().map(HistoryCommand::outcome),
                OptionalInt.empty());
        // A script that asked for everything means it, and so does a person who chose a span.
        boolean page = !count.isGiven() && !json.get() && chosen.equals(Filter.ALL);
        var filter = chosen.newest(page ? OptionalInt.of(SHOWN) : newest(count));
        try (var history = desk.existingRecord().orElse(null)) {
            routine.optional().ifPresent(id -> desk.checkRoutine(id, history));
            if (session.isGiven()) {
                one(history, session.get());
            } else {
                var rows = history == null ? List.<SessionRow>of() : history.sessions(filter);
                all(rows, history == null ? List.of() : rests(history, filter, rows));
                if (page && history != null) {
                    rest(history.count());
                }
            }
        }
        return 0;
    }

    /** Those of the time that is shown; what was asked of one routine or outcome is not theirs. */
    private static List<Rest> rests(History history, Filter filter, List<SessionRow> rows) {
        if (filter.routine().isPresent() || filter.outcome().isPresent()) {
            return List.of();
        }
        boolean cut =
                filter.newest().isPresent() && rows.size() == filter.newest().getAsInt();
        var since = cut ? rows.get(0).startedAt().toInstant() : filter.since().orElse(Instant.EPOCH);
        return history.rests(since).stream()
                .filter(rest -> filter.until()
                        .filter(until -> !rest.at().toInstant().isBefore(until))
                        .isEmpty())
                .toList();
    }

    private static OptionalInt newest(Given<String> count) {
        if (!count.isGiven() || count.get().equals("all")) {
            return OptionalInt.empty();
        }
        var number = Numbers.parse(count.get());
        if (number.isEmpty()) {
            throw new Failure(Exit.USAGE, "-n " + Visible.line(count.get()) + " is no number; write 1 or more, or all");
        }
        if (number.getAsInt() < 1) {
            throw new Failure(Exit.USAGE, "-n " + count.get() + " is too few; write 1 or more");
        }
        return number;
    }

    private void rest(long all) {
        if (all > SHOWN) {
            desk.world().out().flush();
            desk.say(String.format(
                    Locale.ROOT,
                    "%d of %,d sessions; %s-n all shows all",
                    SHOWN,
                    all,
                    all > MORE ? "-n " + MORE + " shows more, " : ""));
        }
    }

    private Optional<When> moment(Given<String> text) {
        return text.optional().map(moment -> When.parse(moment, desk.world().clock()));
    }

    static Outcome outcome(String word) {
        return Words.parse(Outcome.values(), Outcome::id, word.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new Failure(
                        Exit.USAGE, "--outcome " + word + " is none; write completed, stopped or interrupted"));
    }

    private void all(List<SessionRow> rows, List<Rest> rests) {
        var page = desk.page();
        if (json.get()) {
            var shape = new LinkedHashMap<String, Object>();
            shape.put("sessions", rows.stream().map(HistoryCommand::shape).toList());
            shape.put("rests", rests.stream().map(HistoryCommand::shape).toList());
            page.json(shape);
            return;
        }
        if (rows.isEmpty() && rests.isEmpty()) {
            desk.say("no session yet; 'stretch run daily' makes the first");
            return;
        }
        int length = distinct(rows);
        var lines = new TreeMap<Instant, List<String>>();
        for (var row : rows) {
            put(lines, row.startedAt().toInstant(), cells(row, length));
        }
        for (var rest : rests) {
            put(lines, rest.at().toInstant(), cells(rest, length));
        }
        page.table(List.copyOf(lines.values()));
    }

    /** Two may have begun in the same millisecond, on two machines. */
    private static void put(Map<Instant, List<String>> lines, Instant at, List<String> cells) {
        var free = at;
        while (lines.containsKey(free)) {
            free = free.plusNanos(1);
        }
        lines.put(free, cells);
    }

    private static List<String> cells(SessionRow row, int length) {
        return List.of(
                row.id().substring(0, length),
                MOMENT.format(row.startedAt()),
                row.routine(),
                row.outcome().map(Outcome::id).orElse("running"),
                row.stepsDone() + "/" + row.stepsPlanned(),
                Durations.words(whole(row.active())));
    }

    private static List<String> cells(Rest rest, int length) {
        var what = rest.until()
                .map(until -> "until " + MOMENT.format(until))
                .orElse(rest.days() + (rest.days() == 1 ? " day" : " days"));
        return List.of("-".repeat(length), MOMENT.format(rest.at()), rest.kind(), what, rest.reason());
    }

    private static Map<String, Object> shape(Rest rest) {
        var shape = new LinkedHashMap<String, Object>();
        shape.put("rest", rest.id());
        shape.put("kind", rest.kind());
        shape.put("at", Export.stamp(rest.at()));
        shape.put("until", orNull(rest.until().map(Export::stamp)));
        shape.put("days", rest.days());
        shape.put("reason", rest.reason());
        return shape;
    }

    /** The shortest length, 8 or more, at which the ids shown differ. */
    private static int distinct(List<SessionRow> rows) {
        for (int length = 8; length < 36; length++) {
            int most = length;
            if (rows.stream().map(row -> row.id().substring(0, most)).distinct().count() == rows.size()) {
                return length;
            }
        }
        return 36;
    }

    private void one(@Nullable History history, String prefix) {
        if (history == null) {
            throw new Failure(
                    Exit.USAGE,
                    "there is no session '" + prefix + "': nothing was recorded yet; 'stretch run daily' begins");
        }
        var row = history.find(prefix);
        var steps = history.steps(row.id());
        var page = desk.page();
        if (json.get()) {
            var shape = shape(row);
            shape.put("steps", steps.stream().map(HistoryCommand::shape).toList());
            page.json(shape);
            return;
        }
        page.heading(row.routine() + ", " + MOMENT.format(row.startedAt()));
        page.line("  session   " + row.id());
        page.line("  outcome   " + row.outcome().map(Outcome::id).orElse("running"));
        page.line("  steps     " + row.stepsDone() + " of " + row.stepsPlanned());
        page.line("  active    " + Durations.words(whole(row.active())));
        row.painBefore().ifPresent(pain -> page.line("  pain      " + pain + " before"));
        row.painAfter().ifPresent(pain -> page.line("  pain      " + pain + " after"));
        if (!row.note().isBlank()) {
            page.hanging("  note      ", row.note());
        }
        page.gap();
        page.table(steps.stream().map(HistoryCommand::cells).toList());
    }

    private static List<String> cells(StepRow step) {
        return List.of(
                "  " + step.step(),
                step.exercise()
                        + (step.side() == Side.BOTH ? "" : ", " + step.side().id()),
                step.done() + "/" + step.planned() + " " + step.kind().unit(),
                step.outcome().id());
    }

    private static Duration whole(Duration length) {
        // As in the last line of a session: a second that was not held to its end is none.
        return Duration.ofSeconds(length.toSeconds());
    }

    private static Map<String, Object> shape(SessionRow row) {
        var shape = new LinkedHashMap<String, Object>();
        shape.put("session", row.id());
        shape.put("routine", row.routine());
        shape.put("started_at", Export.stamp(row.startedAt().toOffsetDateTime()));
        shape.put("ended_at", orNull(row.endedAt().map(Export::stamp)));
        shape.put("active_seconds", Shapes.seconds(row.active()));
        shape.put("outcome", orNull(row.outcome().map(Outcome::id)));
        shape.put("steps_done", row.stepsDone());
        shape.put("steps_planned", row.stepsPlanned());
        shape.put("pain_before", row.painBefore().isPresent() ? row.painBefore().getAsInt() : Shapes.NOTHING);
        shape.put("pain_after", row.painAfter().isPresent() ? row.painAfter().getAsInt() : Shapes.NOTHING);
        shape.put("note", row.note());
        shape.put("device", row.device());
        return shape;
    }

    private static Object orNull(Optional<String> text) {
        return text.isPresent() ? text.get() : Shapes.NOTHING;
    }

    private static Map<String, Object> shape(StepRow step) {
        var shape = new LinkedHashMap<String, Object>();
        shape.put("step", step.step());
        shape.put("exercise", step.exercise());
        shape.put("side", step.side().id());
        shape.put("kind", step.kind().id());
        shape.put("planned", step.planned());
        shape.put("done", step.done());
        shape.put("unit", step.kind().unit());
        shape.put("seconds", Shapes.seconds(step.held()));
        shape.put("outcome", step.outcome().id());
        shape.put("started_at", Export.stamp(step.startedAt()));
        return shape;
    }
}
