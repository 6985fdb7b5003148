package stretch.cli.remind;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import stretch.cli.Command;
import stretch.cli.CommandContext;
import stretch.cli.options.ArgumentParsers;
import stretch.cli.options.CommandSpecBuilder;
import stretch.cli.options.OptionValue;
import stretch.history.db.UuidV7;
import stretch.history.entry.ReminderPause;
import stretch.history.transfer.export.EntryJson;
import stretch.reminder.DueDecision;

/** Holds reminders back for a while. */
public final class SnoozeCommand extends Command {
    private final OptionValue<Duration> length =
            options.argument("DURATION", "how long: 30m, 2h", Duration.class, SnoozeCommand::length);
    private final OptionValue<String> reason = options.note("--reason");
    private final OptionValue<Boolean> json = options.flag("--json", "print JSON, for scripts");

    public SnoozeCommand(CommandContext context, CommandSpecBuilder options) {
        super(context, options);
        options.about("Holds back reminders for a while; 'stretch undo' undoes it.");
        options.example("stretch snooze 30m", "half an hour");
        options.example("stretch snooze 2h --reason \"in a meeting\"", "with a reason");
    }

    /** Days are not snoozed but skipped. */
    private static Duration length(String text) {
        var word = text.strip().toLowerCase(Locale.ROOT);
        if (word.equals("today") || word.equals("tomorrow")) {
            throw new IllegalArgumentException("'" + word + "' is a day; write 'stretch skip --on " + word + "'");
        }
        return ArgumentParsers.length(text);
    }

    @Override
    public Integer call() {
        var clock = context.world().clock();
        var now = context.now();
        var until = now.plus(length.get());
        var id = UuidV7.next(clock.millis());
        try (var history = context.openHistory()) {
            var pause = new ReminderPause(
                    id, now.toOffsetDateTime(), Optional.of(until.toOffsetDateTime()), 0, reason.get());
            history.editor(clock).addPause(pause);
            if (json.get()) {
                context.printer().json(EntryJson.of(pause));
                return 0;
            }
        }
        context.printer().line("no reminders until " + DueDecision.moment(until, now));
        return 0;
    }
}
