package stretch.cli;

import java.security.SecureRandom;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.concurrent.Callable;
import stretch.Exit;
import stretch.Failure;
import stretch.history.FieldRules;
import stretch.history.Ids;
import stretch.history.Rest;

/** Takes days off. */
final class SkipCommand implements Callable<Integer> {
    private final Desk desk;
    private final Given<Integer> days;
    private final Given<String> reason;

    SkipCommand(Desk desk, Syntax takes) {
        this.desk = desk;
        takes.about("No reminders today, and no broken streak for it; 'stretch undo' takes it back.");
        days = takes.option("--days", "N", "so many days, today the first of them (default: 1)", Integer.class)
                .standard(1);
        reason = takes.option("--reason", "TEXT", "anything worth keeping", String.class, Converters::note)
                .standard("");
    }

    @Override
    public Integer call() {
        if (!FieldRules.DAYS.allows(days.get())) {
            throw new Failure(
                    Exit.USAGE, "--days " + days.get() + " is out of range; write " + FieldRules.DAYS.expected());
        }
        var clock = desk.world().clock();
        var now = OffsetDateTime.now(clock);
        var id = Ids.uuid7(clock.millis(), new SecureRandom());
        try (var history = desk.record()) {
            history.mending(clock).rest(new Rest(id, now, Optional.empty(), days.get(), reason.get()));
        }
        desk.page()
                .line(
                        days.get() == 1
                                ? "today is skipped"
                                : "skipped from today to " + now.toLocalDate().plusDays(days.get() - 1L));
        return 0;
    }
}
