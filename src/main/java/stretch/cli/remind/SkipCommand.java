package stretch.cli.remind;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import stretch.cli.Command;
import stretch.cli.CommandContext;
import stretch.cli.options.ArgumentParsers;
import stretch.cli.options.CommandSpecBuilder;
import stretch.cli.options.DateTimeArgument;
import stretch.cli.options.OptionValue;
import stretch.history.db.UuidV7;
import stretch.history.entry.ReminderPause;
import stretch.history.transfer.export.EntryJson;
import stretch.os.UserError;

/** Takes days off. */
public final class SkipCommand extends Command {
    private final OptionValue<String> on =
            options.option("--on", "DATE", "the first day, past or future: yesterday, 2026-12-24 (default: today)");
    private final OptionValue<Integer> days =
            options.option("--days", "N", "number of days, starting with that day (default: 1)", Integer.class);
    private final OptionValue<String> reason = options.note("--reason");
    private final OptionValue<Boolean> json = options.flag("--json", "print JSON, for scripts");

    public SkipCommand(CommandContext context, CommandSpecBuilder options) {
        super(context, options);
        options.about("Skips a day: no reminders, and no broken streak; 'stretch undo' undoes it.");
        options.example("stretch skip", "today");
        options.example("stretch skip --on yesterday --reason \"a long hike\"", "another day");
        options.example("stretch skip --on 2026-12-24 --days 3", "several days");
    }

    @Override
    public Integer call() {
        int lasting = ArgumentParsers.days(days).orElse(1);
        var clock = context.world().clock();
        var now = context.now();
        var calendar = context.settings().calendar();
        var today = calendar.dayOf(now);
        var first = day(today);
        var last = first.plusDays(lasting - 1L);
        var at = first.equals(now.toLocalDate()) ? now : calendar.startOf(first, clock.getZone());
        var id = UuidV7.next(clock.millis());
        try (var history = context.openHistory()) {
            var pause = new ReminderPause(id, at.toOffsetDateTime(), Optional.empty(), lasting, reason.get());
            history.editor(clock).addPause(pause);
            if (json.get()) {
                context.printer().json(EntryJson.of(pause));
                return 0;
            }
        }
        var named = first.equals(today) ? "today" : first.toString();
        context.printer().line(first.equals(last) ? named + " is skipped" : "skipped from " + named + " to " + last);
        return 0;
    }

    /** A day of the year that was or the one to come: a skip looks no further. */
    private LocalDate day(LocalDate today) {
        var clock = context.world().clock();
        var calendar = context.settings().calendar();
        var day = on.read(text -> DateTimeArgument.day(text, clock, calendar)).orElse(today);
        if (Math.abs(ChronoUnit.DAYS.between(today, day)) > ReminderPause.MOST_DAYS) {
            throw UserError.usage("--on " + day + " is more than a year away; name a nearer day");
        }
        return day;
    }
}
