package stretch.cli;

import java.security.SecureRandom;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import stretch.Exit;
import stretch.Failure;
import stretch.history.Ids;
import stretch.history.Rest;

/** Takes days off. */
@Command(name = "skip", description = "No reminders today, and no broken streak for it; 'stretch undo' takes it back.")
final class SkipCommand implements Callable<Integer> {
    private final Desk desk;

    @Option(names = "--days", paramLabel = "N", description = "so many days, today the first of them (default: 1)")
    private int days = 1;

    @Option(names = "--reason", paramLabel = "TEXT", description = "anything worth keeping")
    private String reason = "";

    SkipCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        if (days < 1 || days > Rest.MOST_DAYS) {
            throw new Failure(Exit.USAGE, "--days " + days + " is out of range; write 1 to " + Rest.MOST_DAYS);
        }
        var clock = desk.world().clock();
        var now = OffsetDateTime.now(clock);
        var id = Ids.uuid7(clock.millis(), new SecureRandom());
        try (var history = desk.record()) {
            history.mending(clock).rest(new Rest(id, now, Optional.empty(), days, reason));
        }
        desk.page()
                .line(
                        days == 1
                                ? "today is skipped"
                                : "skipped from today to " + now.toLocalDate().plusDays(days - 1L));
        return 0;
    }
}
