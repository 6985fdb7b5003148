package stretch.cli;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import stretch.session.Plan;
import stretch.session.Script;
import stretch.session.Wishes;
import stretch.text.Durations;

/** Reminds of practice that is due, and is silent otherwise. */
final class RemindCommand implements Callable<Integer> {
    private final Desk desk;
    private final Given<String> routine;
    private final Given<Boolean> notify;
    private final Given<Boolean> wall;
    private final Given<Boolean> habit;

    RemindCommand(Desk desk, Syntax takes) {
        this.desk = desk;
        takes.about("Prints a reminder for each routine that is due, and nothing at all otherwise; made for cron.");
        routine = takes.optional("ROUTINE", "as 'stretch list' shows it");
        notify = takes.flag(
                "--notify", "as a notification of the desktop, by notify-send or osascript; printed if there is none");
        wall = takes.flag("--wall", "written to your terminals that allow it (mesg y); printed if there is none");
        habit = takes.flag(
                "--habit",
                "with a habit for the day, another each day; it comes also when nothing is due, unless"
                        + " reminders are held back");
    }

    @Override
    public Integer call() {
        if (!routine.isGiven() || !habit.get()) {
            new ReminderCheck(desk).demandGoal(routine.optional());
        }
        var lines = new ArrayList<String>();
        try (var asked = Practices.of(desk, routine.optional())) {
            asked.due().forEach(practice -> lines.add(text(asked, practice)));
            if (asked.settings().checkin().weekly() && !asked.isHeld()) {
                checkin(asked).ifPresent(lines::add);
            }
            if (habit.get() && !asked.isHeld()) {
                habit(asked).ifPresent(lines::add);
            }
        }
        if (!lines.isEmpty()) {
            deliver(lines);
        }
        return 0;
    }

    /** A week after the last. */
    private static Optional<String> checkin(Practices asked) {
        var since = asked.now().toInstant().minus(7, ChronoUnit.DAYS);
        return asked.isCheckedIn(since) ? Optional.empty() : Optional.of("How is your back this week? stretch checkin");
    }

    private static String text(Practices asked, Practice practice) {
        var routine = practice.routine();
        var length = Script.of(Plan.of(asked.catalogue(), routine, Wishes.NONE)).length();
        var streak = asked.streak(practice);
        var stake = streak.current() > 1 ? "; a streak of " + streak.words() + " is at stake" : "";
        return "Time for " + routine.name() + ", " + Durations.about(length) + " ("
                + practice.due().why() + stake + "): stretch "
                + (asked.isResumable(practice) ? "resume" : "run " + routine.id());
    }

    /** One a day in turn, so that none comes again before all the others came. */
    private static Optional<String> habit(Practices asked) {
        var habits = List.copyOf(asked.catalogue().habits().values());
        if (habits.isEmpty()) {
            return Optional.empty();
        }
        var one = habits.get(Math.floorMod(asked.now().toLocalDate().toEpochDay(), habits.size()));
        return Optional.of(one.name() + ": " + one.text());
    }

    private void deliver(List<String> lines) {
        boolean sent = notify.get() && new Notifier(desk.world()).send(lines);
        if (wall.get()) {
            sent = new Wall(Wall.TERMINALS).write(lines) || sent;
        }
        if (!sent) {
            lines.forEach(line -> desk.page().line(line));
        }
    }
}
