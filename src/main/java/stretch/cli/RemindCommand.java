package stretch.cli;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import stretch.catalogue.Habit;
import stretch.session.Plan;
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
        var asked = Practice.of(desk, routine.optional().orElse(null));
        var lines = new ArrayList<String>();
        for (var practice : asked) {
            if (practice.due().due()) {
                lines.add(text(practice));
            }
        }
        if (desk.settings().checkin().weekly() && !asked.isEmpty()) {
            checkin(asked.get(0)).ifPresent(lines::add);
        }
        if (habit.get() && !asked.isEmpty()) {
            habit(asked).ifPresent(lines::add);
        }
        if (!lines.isEmpty()) {
            deliver(lines);
        }
        return 0;
    }

    /** A week after the last, and not at all while reminders are held back. */
    private Optional<String> checkin(Practice first) {
        if (first.isHeld()) {
            return Optional.empty();
        }
        var since = desk.world().clock().instant().minus(7, ChronoUnit.DAYS);
        try (var history = desk.existingRecord().orElse(null)) {
            return history == null || history.checkIns(since).isEmpty()
                    ? Optional.of("How is your back this week? stretch checkin")
                    : Optional.empty();
        }
    }

    private static String text(Practice practice) {
        var routine = practice.routine();
        var length = Plan.of(practice.catalogue(), routine, Wishes.NONE).length();
        var streak = practice.streak();
        var stake = streak.current() > 1 ? "; a streak of " + streak.words() + " is at stake" : "";
        return "Time for " + routine.name() + ", " + Durations.about(length) + " ("
                + practice.due().why() + stake + "): stretch "
                + (practice.resumable() ? "resume" : "run " + routine.id());
    }

    /** One a day in turn, so that none comes again before all the others came. */
    private static Optional<String> habit(List<Practice> asked) {
        var first = asked.get(0);
        if (first.isHeld()) {
            return Optional.empty();
        }
        return of(
                        List.copyOf(first.catalogue().habits().values()),
                        first.situation().today())
                .map(one -> one.name() + ": " + one.text());
    }

    private static Optional<Habit> of(List<Habit> habits, LocalDate today) {
        return habits.isEmpty()
                ? Optional.empty()
                : Optional.of(habits.get(Math.floorMod(today.toEpochDay(), habits.size())));
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
