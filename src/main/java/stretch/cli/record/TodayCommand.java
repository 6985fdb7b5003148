package stretch.cli.record;

import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.stream.Stream;
import stretch.cli.Command;
import stretch.cli.CommandContext;
import stretch.cli.DueLookup;
import stretch.cli.options.CommandSpecBuilder;
import stretch.cli.options.OptionValue;
import stretch.coaching.Today;
import stretch.coaching.Today.TodayRoutine;
import stretch.history.transfer.export.EntryJson;
import stretch.history.transfer.export.Export;
import stretch.json.JsonObject;
import stretch.output.Printer;
import stretch.screen.Farewell.PractisedDay;
import stretch.screen.home.HomePage;
import stretch.text.DisplayWidth;

/** Shows what is due and done today, and what is next. */
public final class TodayCommand extends Command {
    private final OptionValue<Boolean> json = options.flag("--json", "print JSON, for scripts");

    public TodayCommand(CommandContext context, CommandSpecBuilder options) {
        super(context, options);
        options.about(
                "Shows what is due and done today, streaks, the last seven days and what is next.",
                "On a terminal, 'stretch' alone shows the same, with a key to start.");
        options.example("stretch today", "as text");
        options.example("stretch today --json", "for scripts");
    }

    @Override
    public Integer call() {
        var now = context.now();
        var lookup = new DueLookup(context);
        var today = lookup.ask(Optional.empty(), now, Today::of);
        if (json.get()) {
            context.printer().json(toJson(today, lookup.reminder(now)));
        } else {
            print(context.printer(), today.page(lookup.reminderWords(now)));
        }
        return 0;
    }

    private static void print(Printer printer, HomePage page) {
        printer.heading(page.title());
        int wide = DisplayWidth.widest(Stream.concat(
                page.routines().stream().map(one -> one.id()),
                page.lines().stream().map(line -> line.label())));
        page.routines()
                .forEach(one -> printer.hanging(
                        "  " + DisplayWidth.pad(one.id(), wide) + "  ",
                        one.length() + ", " + one.state()
                                + one.streak().map(words -> ", streak " + words).orElse("")));
        printer.blankLine();
        printer.hanging("  " + DisplayWidth.pad("Week", wide) + "  ", days(page));
        page.lines().forEach(line -> printer.hanging("  " + DisplayWidth.pad(line.label(), wide) + "  ", line.text()));
    }

    /** In words: {@code 2 of 7 days: Mon, Wed}. */
    private static String days(HomePage page) {
        var done = page.week().stream()
                .filter(PractisedDay::done)
                .map(PractisedDay::name)
                .toList();
        return done.size() + " of " + page.week().size() + " days" + (done.isEmpty() ? "" : ": ")
                + String.join(", ", done);
    }

    private static JsonObject toJson(Today today, Optional<ZonedDateTime> reminder) {
        var first = today.day().minusDays(today.week().size() - 1L);
        return new JsonObject()
                .put("today", today.day())
                .put("due", today.routines().stream().anyMatch(TodayRoutine::isDue))
                .put("routines", today.routines(), TodayCommand::toJson)
                .put("sessions", today.sessions(), EntryJson::of)
                .put(
                        "week",
                        today.week(),
                        day -> new JsonObject()
                                .put("day", first.plusDays(today.week().indexOf(day)))
                                .put("done", day.done()))
                .put("last_session", today.last().map(EntryJson::of))
                .put("resume", today.unfinished().map(it -> EntryJson.of(it.session())))
                .put("next_reminder", reminder.map(when -> Export.stamp(when.toOffsetDateTime())))
                .put("pain", StatsJson.of(today.pain()));
    }

    private static JsonObject toJson(TodayRoutine one) {
        return new JsonObject()
                .put("routine", one.routine().id())
                .put("name", one.routine().name())
                .put("goal", one.routine().goal().id())
                .put("seconds", one.length())
                .put("due", one.isDue())
                .put("why", one.status().map(status -> status.decision().why()))
                .put("streak", one.streak().map(streak -> streak.current()).orElse(0))
                .put("streak_unit", one.streak().map(streak -> streak.weeks() ? "weeks" : "days"))
                .put("next_due", one.next().map(when -> Export.stamp(when.toOffsetDateTime())));
    }
}
