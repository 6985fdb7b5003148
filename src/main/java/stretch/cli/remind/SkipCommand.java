package stretch.cli.remind;

import java.security.SecureRandom;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.concurrent.Callable;
import stretch.cli.ArgumentParsers;
import stretch.cli.CommandContext;
import stretch.cli.CommandSpecBuilder;
import stretch.cli.OptionValue;
import stretch.history.FieldRules;
import stretch.history.ReminderPause;
import stretch.history.db.UuidV7;
import stretch.os.ExitCode;
import stretch.os.UserError;

/** Takes days off. */
public final class SkipCommand implements Callable<Integer> {
    private final CommandContext context;
    private final OptionValue<Integer> days;
    private final OptionValue<String> reason;

    public SkipCommand(CommandContext context, CommandSpecBuilder options) {
        this.context = context;
        options.about("No reminders today, and no broken streak for it; 'stretch undo' takes it back.");
        days = options.option("--days", "N", "so many days, today the first of them (default: 1)", Integer.class)
                .defaultValue(1);
        reason = options.option("--reason", "TEXT", "anything worth keeping", String.class, ArgumentParsers::note)
                .defaultValue("");
    }

    @Override
    public Integer call() {
        if (!FieldRules.DAYS.allows(days.get())) {
            throw new UserError(
                    ExitCode.USAGE, "--days " + days.get() + " is out of range; write " + FieldRules.DAYS.expected());
        }
        var clock = context.world().clock();
        var now = OffsetDateTime.now(clock);
        var id = UuidV7.uuid7(clock.millis(), new SecureRandom());
        try (var history = context.openHistory()) {
            history.editor(clock).addPause(new ReminderPause(id, now, Optional.empty(), days.get(), reason.get()));
        }
        context.printer()
                .line(
                        days.get() == 1
                                ? "today is skipped"
                                : "skipped from today to " + now.toLocalDate().plusDays(days.get() - 1L));
        return 0;
    }
}
