package stretch.cli.record;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import stretch.catalogue.exercise.Side;
import stretch.cli.Command;
import stretch.cli.CommandContext;
import stretch.cli.options.ArgumentParsers;
import stretch.cli.options.CommandSpecBuilder;
import stretch.cli.options.DateTimeArgument;
import stretch.cli.options.OptionValue;
import stretch.history.History;
import stretch.history.entry.CheckIn;
import stretch.history.entry.Filter;
import stretch.history.entry.HistoryEntry;
import stretch.history.entry.ReminderPause;
import stretch.history.entry.SessionRow;
import stretch.history.entry.StepRow;
import stretch.history.transfer.export.EntryJson;
import stretch.json.JsonObject;
import stretch.os.UserError;
import stretch.text.Durations;
import stretch.text.Numbers;

/** Shows past sessions, check-ins, snoozes and skips. */
public final class HistoryCommand extends Command {
    /** How many lines a page has where nothing was asked for; our choice, as many as fit on most screens. */
    private static final int SHOWN = 20;

    /** What is offered when there are more. */
    private static final int MORE = 50;

    private final OptionValue<String> session = options.optional(
            "SESSION", "an id from the list, or four or more characters of it; last is the newest session");
    private final OptionValue<String> since =
            options.option("--since", "WHEN", "from this time on: 2026-11-21, yesterday, monday, 7d, last month");
    private final OptionValue<String> until = options.option("--until", "WHEN", "up to this time; a day counts whole");
    private final OptionValue<String> routine = options.option("--routine", "ROUTINE", "only this routine");
    private final OptionValue<String> outcome =
            options.option("--outcome", "OUTCOME", "completed, stopped or interrupted");
    private final OptionValue<String> count = options.option(
            "-n",
            "COUNT",
            "how many of the newest sessions, or all (default: " + SHOWN + "; all with a filter or --json)");
    private final OptionValue<Boolean> json = options.flag("--json", "print JSON, for scripts");

    public HistoryCommand(CommandContext context, CommandSpecBuilder options) {
        super(context, options);
        options.about("Lists sessions, check-ins, snoozes and skips, newest last, or shows one of them in full.");
        options.example("stretch history", "the newest 20 sessions");
        options.example("stretch history last", "the newest session with its steps");
        options.example("stretch history --since 7d --routine daily", "one routine, seven days");
    }

    @Override
    public Integer call() {
        if (session.isGiven()) {
            Stream.of(since, until, routine, outcome, count)
                    .filter(OptionValue::isGiven)
                    .findFirst()
                    .ifPresent(option -> {
                        throw UserError.usage(option.name() + " does not go with one session; leave it or '"
                                + session.get() + "' out");
                    });
        }
        var chosen = context.filter(since, until, routine, outcome.optional().map(ArgumentParsers::outcome));
        // A script that asked for everything means it, and so does a person who chose a span.
        boolean page = !count.isGiven() && !json.get() && chosen.isAll();
        var filter = chosen.newest(page ? OptionalInt.of(SHOWN) : newest(count));
        try (var history = context.openExistingHistory()) {
            routine.optional().ifPresent(id -> context.lookup().checkRoutine(id, history));
            if (session.isGiven()) {
                one(history, session.get());
            } else {
                var rows = history.sessions(filter);
                all(
                        rows,
                        beside(filter, rows, history::checkIns),
                        beside(filter, rows, history::pauses),
                        !chosen.isAll());
                if (page) {
                    moreSessions(history.count());
                }
            }
        }
        return 0;
    }

    /** Those of the time that is shown; what was asked of one routine or outcome is not theirs. */
    private static <E extends HistoryEntry> List<E> beside(
            Filter filter, List<SessionRow> rows, Function<Instant, List<E>> reader) {
        if (filter.routine().isPresent() || filter.outcome().isPresent()) {
            return List.of();
        }
        boolean cut =
                filter.newest().isPresent() && rows.size() == filter.newest().getAsInt();
        var since = cut ? rows.get(0).startedAt().toInstant() : filter.since().orElse(Instant.EPOCH);
        return reader.apply(since).stream()
                .filter(entry -> filter.until()
                        .filter(until -> !entry.when().toInstant().isBefore(until))
                        .isEmpty())
                .toList();
    }

    private static OptionalInt newest(OptionValue<String> count) {
        if (!count.isGiven() || count.get().equalsIgnoreCase("all")) {
            return OptionalInt.empty();
        }
        var number = Numbers.parse(count.get());
        if (number.orElse(0) < 1) {
            throw UserError.usage("-n: '" + count.get() + "' is not a number of sessions; write 1 or more, or all");
        }
        return number;
    }

    private void moreSessions(long all) {
        if (all > SHOWN) {
            context.world().out().flush();
            context.notice(String.format(
                    Locale.ROOT,
                    "%d of %,d sessions; %s-n all shows all",
                    SHOWN,
                    all,
                    all > MORE ? "-n " + MORE + " shows more, " : ""));
        }
    }

    /** @param chosen whether these are not all that there are */
    private void all(List<SessionRow> rows, List<CheckIn> checkIns, List<ReminderPause> rests, boolean chosen) {
        var printer = context.printer();
        if (json.get()) {
            printer.json(new JsonObject()
                    .put("sessions", rows, EntryJson::of)
                    .put("checkins", checkIns, EntryJson::of)
                    .put("rests", rests, EntryJson::of));
            return;
        }
        var entries = Stream.of(rows, checkIns, rests)
                .flatMap(List::stream)
                .sorted((one, other) ->
                        one.when().toInstant().compareTo(other.when().toInstant()))
                .toList();
        if (entries.isEmpty()) {
            context.notice(
                    chosen
                            ? "nothing matches; choose another time, routine or outcome"
                            : "no sessions yet; start with 'stretch run daily'");
            return;
        }
        var ids = HistoryEntry.ids(entries);
        printer.table(entries.stream()
                .map(entry -> Stream.concat(
                                Stream.of(ids.apply(entry.id()), moment(entry), entry.called()), cells(entry).stream())
                        .toList())
                .toList());
    }

    /** With its zone, where another time was shown there than is today's custom here. */
    private String moment(HistoryEntry entry) {
        var at = entry.when();
        boolean here = context.world()
                .clock()
                .getZone()
                .getRules()
                .getOffset(at.toInstant())
                .equals(at.getOffset());
        return entry.minute()
                + (here ? "" : " " + HistoryEntry.zone(at.getZone().getId()));
    }

    /** What a line says behind time and name. */
    private static List<String> cells(HistoryEntry entry) {
        if (entry instanceof SessionRow row) {
            return List.of(row.state(), row.stepsDone() + "/" + row.stepsPlanned(), Durations.words(row.active()));
        }
        if (entry instanceof CheckIn it) {
            return List.of(it.words(), it.note());
        }
        var pause = (ReminderPause) entry;
        return List.of(length(pause), pause.reason());
    }

    private static String length(ReminderPause pause) {
        return pause.until()
                .map(until -> "until " + HistoryEntry.minute(until.toLocalDateTime()))
                .orElse(Numbers.count(pause.days(), "day"));
    }

    private void one(History history, String prefix) {
        // As 1234d it may be an id.
        if (!prefix.matches("[0-9a-f]{4,8}") && DateTimeArgument.isOne(prefix)) {
            throw UserError.usage("'" + prefix + "' is a time and no session; write --since " + prefix);
        }
        if (!history.exists()) {
            throw UserError.usage("there is no session '" + prefix
                    + "': nothing has been recorded yet; start with 'stretch run daily'");
        }
        if (json.get()) {
            context.printer().json(EntryJson.whole(history, prefix));
            return;
        }
        var entry = history.entry(prefix);
        if (entry instanceof SessionRow row) {
            session(row, history.steps(row.id()));
        } else {
            beside(entry);
        }
    }

    private void beside(HistoryEntry entry) {
        var printer = context.printer();
        printer.heading(entry.called() + ", " + moment(entry));
        printer.line("  id        " + entry.id());
        if (entry instanceof CheckIn it) {
            it.pain().ifPresent(pain -> printer.line("  pain      " + pain));
            CheckIn.MARKERS.stream()
                    .filter(it.markers()::containsKey)
                    .forEach(marker -> printer.line(String.format(
                            Locale.ROOT, "  %-9s %s", marker, it.markers().get(marker))));
            note(it.note());
        } else if (entry instanceof ReminderPause pause) {
            printer.line("  length    " + length(pause));
            note(pause.reason());
        }
    }

    private void note(String text) {
        if (!text.isBlank()) {
            context.printer().hanging("  note      ", text);
        }
    }

    private void session(SessionRow row, List<StepRow> steps) {
        var printer = context.printer();
        printer.heading(row.routine() + ", " + moment(row));
        printer.line("  session   " + row.id());
        printer.line("  outcome   " + row.state());
        printer.line("  steps     " + row.stepsDone() + " of " + row.stepsPlanned());
        printer.line("  active    " + Durations.words(row.active()));
        row.painBefore().ifPresent(pain -> printer.line("  pain      " + pain + " before"));
        row.painAfter().ifPresent(pain -> printer.line("  pain      " + pain + " after"));
        note(row.note());
        printer.blankLine();
        printer.table(steps.stream().map(HistoryCommand::cells).toList());
    }

    private static List<String> cells(StepRow step) {
        return List.of(
                "  " + step.step(),
                step.exercise()
                        + (step.side() == Side.BOTH ? "" : ", " + step.side().id())
                        + (step.set().isPresent() ? ", set " + step.set().getAsInt() : ""),
                step.done() + "/" + step.planned() + " " + step.kind().unit()
                        + (step.load().isEmpty() ? "" : ", " + step.load()),
                step.outcome().id());
    }
}
