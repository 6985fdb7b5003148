package stretch.cli.remind;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import stretch.cli.Command;
import stretch.cli.CommandContext;
import stretch.cli.DueLookup;
import stretch.cli.options.CommandSpecBuilder;
import stretch.cli.options.OptionValue;
import stretch.os.process.Notifier;
import stretch.os.process.TerminalBroadcast;
import stretch.reminder.RoutineStatus;
import stretch.reminder.answer.DueQuery;
import stretch.reminder.schedule.ReminderCheck;
import stretch.session.script.Script;
import stretch.text.Durations;

/** Reminds of practice that is due, and is silent otherwise. */
public final class RemindCommand extends Command {
    private final OptionValue<String> routine =
            options.optional("ROUTINE", "a routine; see 'stretch list' (default: every routine with a goal)");
    private final OptionValue<Boolean> notify = options.flag(
            "--notify",
            "show a desktop notification (notify-send, osascript) instead; printed if that is not possible");
    private final OptionValue<Boolean> wall =
            options.flag("--wall", "write to your terminals that allow it (mesg y) instead; printed if none does");
    private final OptionValue<Boolean> habit =
            options.flag("--habit", "add a habit for the day, a different one each day, also when nothing is due");

    public RemindCommand(CommandContext context, CommandSpecBuilder options) {
        super(context, options);
        options.about("Prints a reminder for each routine that is due, and nothing otherwise; made for cron.");
        options.example("stretch remind", "a line for each routine that is due");
        options.example("stretch remind daily --notify", "on the desktop");
    }

    @Override
    public Integer call() {
        var lookup = new DueLookup(context);
        var kept = lookup.cache();
        var named = context.lookup().routine(routine);
        if (!routine.isGiven() || !habit.get()) {
            ReminderCheck.demandGoal(context.catalogue(), named);
        }
        var lines = lookup.ask(named, context.now(), dueQuery -> {
            var said = new ArrayList<String>();
            dueQuery.due().forEach(status -> said.add(text(dueQuery, status)));
            if (dueQuery.settings().checkin().weekly() && !dueQuery.isPaused()) {
                checkin(dueQuery).ifPresent(said::add);
            }
            if (habit.get() && !dueQuery.isPaused()) {
                habit(dueQuery).ifPresent(said::add);
            }
            kept.ifPresent(it -> it.save(dueQuery));
            return said;
        });
        if (!lines.isEmpty()) {
            deliver(lines);
        }
        return 0;
    }

    /** A week after the last. */
    private static Optional<String> checkin(DueQuery dueQuery) {
        var since = dueQuery.now().toInstant().minus(7, ChronoUnit.DAYS);
        return dueQuery.isCheckedIn(since)
                ? Optional.empty()
                : Optional.of("How is your back this week? stretch checkin");
    }

    private static String text(DueQuery dueQuery, RoutineStatus status) {
        var routine = status.routine();
        var length = Script.length(dueQuery.catalogue(), routine);
        var streak = dueQuery.streak(status);
        var stake = streak.current() > 1 ? "; a streak of " + streak.words() + " is at stake" : "";
        return "Time for " + routine.name() + ", " + Durations.about(length) + " ("
                + status.decision().why() + stake + "): stretch "
                + (dueQuery.isResumable(status) ? "resume" : "run " + routine.id());
    }

    /** One a day in turn, so that none comes again before all the others came. */
    private static Optional<String> habit(DueQuery dueQuery) {
        var habits = List.copyOf(dueQuery.catalogue().habits().values());
        if (habits.isEmpty()) {
            return Optional.empty();
        }
        var one = habits.get(Math.floorMod(
                dueQuery.settings().calendar().dayOf(dueQuery.now()).toEpochDay(), habits.size()));
        return Optional.of(one.name() + ": " + one.text());
    }

    private void deliver(List<String> lines) {
        boolean sent = notify.get() && new Notifier(context.world()).send(lines);
        if (wall.get()) {
            sent = new TerminalBroadcast(TerminalBroadcast.TERMINALS).write(lines) || sent;
        }
        if (!sent) {
            lines.forEach(line -> context.printer().line(line));
        }
    }
}
