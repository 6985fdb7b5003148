package stretch.cli;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.concurrent.Callable;
import stretch.history.Ids;
import stretch.history.Rest;
import stretch.remind.Due;

/** Holds reminders back for a while. */
final class SnoozeCommand implements Callable<Integer> {
    private final Desk desk;
    private final Given<Duration> length;
    private final Given<String> reason;

    SnoozeCommand(Desk desk, Syntax takes) {
        this.desk = desk;
        takes.about("No reminders for a while; 'stretch undo' takes it back.");
        length = takes.argument("DURATION", "for how long: 30m, 2h", Duration.class, Converters::length);
        reason = takes.option("--reason", "TEXT", "anything worth keeping", String.class, Converters::note)
                .standard("");
    }

    @Override
    public Integer call() {
        var clock = desk.world().clock();
        var now = ZonedDateTime.now(clock);
        var until = now.plus(length.get());
        var id = Ids.uuid7(clock.millis(), new SecureRandom());
        try (var history = desk.record()) {
            history.mending(clock)
                    .rest(new Rest(id, now.toOffsetDateTime(), Optional.of(until.toOffsetDateTime()), 0, reason.get()));
        }
        desk.page().line("no reminders until " + Due.moment(until, now.toLocalDate()));
        return 0;
    }
}
