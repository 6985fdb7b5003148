package stretch.cli;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import stretch.history.Ids;
import stretch.history.Rest;
import stretch.remind.Due;

/** Holds reminders back for a while. */
@Command(name = "snooze", description = "No reminders for a while; 'stretch undo' takes it back.")
final class SnoozeCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "DURATION", converter = Converters.Length.class, description = "for how long: 30m, 2h")
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private Duration length;

    @Option(names = "--reason", paramLabel = "TEXT", description = "anything worth keeping")
    private String reason = "";

    SnoozeCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        var clock = desk.world().clock();
        var now = ZonedDateTime.now(clock);
        var until = now.plus(length);
        var id = Ids.uuid7(clock.millis(), new SecureRandom());
        try (var history = desk.record()) {
            history.mending(clock)
                    .rest(new Rest(id, now.toOffsetDateTime(), Optional.of(until.toOffsetDateTime()), 0, reason));
        }
        desk.page().line("no reminders until " + Due.moment(until, now.toLocalDate()));
        return 0;
    }
}
