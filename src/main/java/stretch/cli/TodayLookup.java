package stretch.cli;

import java.time.ZonedDateTime;
import java.util.Optional;
import stretch.coaching.Today;
import stretch.os.UserError;
import stretch.reminder.DueDecision;
import stretch.reminder.answer.DueQuery;

/** What is due and done today, asked of the user's files. */
public record TodayLookup(CommandContext context) {
    /** Asks about every routine. */
    public Today ask(ZonedDateTime now) {
        try (var history = context.openExistingHistory()) {
            return Today.of(
                    new DueQuery(context.catalogue(), Optional.empty(), context.settings(), now, history), history);
        }
    }

    /** When the next reminder that is installed comes; empty if none is, or none that ever reminds. */
    public Optional<ZonedDateTime> reminder(ZonedDateTime now) {
        var check = context.reminderCheck();
        return context.schedulers().installed().stream()
                .flatMap(job -> check.next(job, now).stream())
                .min(ZonedDateTime::compareTo);
    }

    /** The same in words; empty where nobody can tell. */
    public Optional<String> reminderWords(ZonedDateTime now) {
        try {
            return Optional.of(reminder(now)
                    .map(when -> DueDecision.moment(when, now))
                    .orElseGet(() -> "none; " + context.schedulers().advice()));
        } catch (UserError e) {
            // A crontab that cannot be read is a matter of 'schedule --list' and 'doctor'.
            return Optional.empty();
        }
    }
}
