package stretch.cli;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import stretch.Exit;
import stretch.Failure;
import stretch.StandardOutput;
import stretch.catalogue.Routine;
import stretch.remind.CalendarForm;
import stretch.remind.CronForm;
import stretch.remind.Job;
import stretch.remind.Timetable;
import stretch.session.Plan;
import stretch.session.Script;
import stretch.session.Wishes;
import stretch.text.Durations;
import stretch.text.Visible;

/** Has the machine remind at set times: prints what does it, or installs it. */
final class ScheduleCommand implements Callable<Integer> {
    private final Desk desk;
    private final Wakers wakers;
    private final ReminderCheck check;
    private final Given<String> routine;
    private final Given<String> at;
    private final Given<Duration> every;
    private final Given<String> until;
    private final Given<String> days;
    private final Given<Wakers.Form> form;
    private final Given<Boolean> notify;
    private final Given<Boolean> install;
    private final Given<Boolean> uninstall;
    private final Given<Boolean> dryRun;
    private final Given<Boolean> list;
    private final Given<Boolean> json;

    ScheduleCommand(Desk desk, Syntax takes) {
        this.desk = desk;
        this.wakers = new Wakers(desk);
        this.check = new ReminderCheck(desk);
        takes.about(
                "Prints what reminds at set times: a cron line, a systemd timer, a launchd job or a calendar event."
                        + " With --install, puts it in place.",
                "Without ROUTINE it reminds of every routine with a goal. Where there is no crontab, name another form"
                        + " with --as.");
        routine = takes.optional("ROUTINE", "as 'stretch list' shows it");
        at = takes.option("--at", "HH:MM", "when, or with --every when first (default: 09:00)");
        every = takes.option(
                "--every", "D", "again and again on that day, such as 2h or 45m", Duration.class, Converters::length);
        until = takes.option("--until", "HH:MM", "with --every: not later (default: 18:00)");
        days = takes.option("--days", "DAYS", "mon-fri, or mon,wed,sat (default: every day)");
        form = takes.option("--as", "FORM", "cron, systemd, launchd or ics (default: cron)", Wakers.Form.class)
                .standard(Wakers.Form.cron);
        notify = takes.flag("--notify", "reminds with a desktop notification");
        install = takes.flag("--install", "puts it into your crontab, or where the form belongs");
        uninstall = takes.flag("--uninstall", "takes it away again");
        dryRun = takes.flag("--dry-run", "shows what would change, and changes nothing");
        list = takes.flag("--list", "what is installed, and when it reminds next");
        json = takes.flag("--json", "with --list: as JSON, for scripts");
    }

    @Override
    public Integer call() {
        checkOptions();
        if (list.get()) {
            new ScheduleList(desk).print(json.get(), wakers.installed());
        } else if (uninstall.get()) {
            var step = wakers.of(form.get()).uninstall(name());
            if (routine.isGiven() && !step.needed()) {
                Desk.pick(desk.catalogue().routines(), routine.get(), "routine");
            }
            change(step, "is not installed; 'stretch schedule --list' shows what is");
        } else if (install.get()) {
            change(wakers.of(form.get()).install(job(), timetable()), "is installed already; nothing was changed");
            warn();
            if (form.get() == Wakers.Form.cron && !new Services(desk.world().proc()).canTell()) {
                desk.say("cron: whether a cron daemon runs here cannot be told; 'pgrep -l cron' may tell");
            }
        } else {
            print();
            warn();
        }
        return 0;
    }

    /** A calendar reminds by itself, whatever is due. */
    private void warn() {
        if (form.get() != Wakers.Form.ics) {
            check.neverReminds(form.get(), name(), Optional.of(timetable()))
                    .ifPresent(why -> desk.say(form.get() + ": " + name() + " will never remind: " + why));
        }
    }

    private void checkOptions() {
        if (Stream.of(install.get(), uninstall.get(), list.get())
                        .filter(each -> each)
                        .count()
                > 1) {
            throw new Failure(Exit.USAGE, "--install, --uninstall and --list do not go together; choose one");
        }
        if (dryRun.get() && !install.get() && !uninstall.get()) {
            throw new Failure(Exit.USAGE, "--dry-run goes with --install or --uninstall; add one");
        }
        if (list.get() && routine.isGiven()) {
            throw new Failure(Exit.USAGE, "--list shows all that is installed; leave '" + routine.get() + "' out");
        }
        if (json.get() && !list.get()) {
            throw new Failure(Exit.USAGE, "--json goes with --list only; add --list");
        }
        if (form.get() == Wakers.Form.ics && (install.get() || uninstall.get())) {
            throw new Failure(
                    Exit.USAGE,
                    "a calendar cannot be installed from here; write it to a file ('stretch schedule --as ics"
                            + " >stretch.ics') and import that into your calendar");
        }
        if (until.isGiven() && !every.isGiven()) {
            throw new Failure(Exit.USAGE, "--until goes with --every only; add --every");
        }
        // It would be mailed as an error at each reminder.
    }

    private void change(Waker.Step step, String otherwise) {
        var what = form.get() + ": " + name();
        step.shown().forEach(desk.page()::line);
        if (!step.needed()) {
            desk.say(what + " " + otherwise);
        } else if (dryRun.get()) {
            desk.say(what + " was left as it is: this was a dry run");
        } else {
            desk.say(what + " " + step.make().get());
        }
    }

    /** Not looked up: what was installed for a routine can be taken away when the routine is gone. */
    private String name() {
        var name = Errand.name(routine.optional());
        if (!name.matches("[a-z0-9-]+")) {
            throw new Failure(
                    Exit.USAGE,
                    "there is no routine '" + name + "'; 'stretch schedule --list' shows what is installed");
        }
        return name;
    }

    private Job job() {
        // Read in any case: a mistake in the file is better told now than by cron.
        desk.catalogue();
        if (routine.isGiven()) {
            routine();
        }
        check.demandGoal(routine.optional());
        return Errand.of(desk, routine.optional(), notify.get());
    }

    private Routine routine() {
        var all = desk.catalogue().routines();
        var found = Desk.pick(all, Errand.name(routine.optional()), "routine");
        if (found.id().equals(Job.ALL)) {
            throw new Failure(Exit.USAGE, "'all' stands for every routine here; give that routine another id");
        }
        return found;
    }

    private Timetable timetable() {
        var first = time(at, LocalTime.of(9, 0));
        var on = asUsage(() -> !days.isGiven() ? stretch.remind.Days.ALL : stretch.remind.Days.parse(days.get()));
        if (!every.isGiven()) {
            return Timetable.at(first, on);
        }
        var last = time(until, LocalTime.of(18, 0));
        if (last.isBefore(first)) {
            throw new Failure(Exit.USAGE, "--until " + last + " is before --at " + first + "; write a later one");
        }
        if (every.get().compareTo(Timetable.OFTENEST) < 0 || every.get().toSecondsPart() != 0) {
            throw new Failure(
                    Exit.USAGE,
                    "--every " + Durations.compact(every.get()) + " is not possible; write whole minutes, "
                            + Durations.compact(Timetable.OFTENEST) + " or more");
        }
        return Timetable.every(every.get(), first, last, on);
    }

    private static LocalTime time(Given<String> given, LocalTime otherwise) {
        if (!given.isGiven()) {
            return otherwise;
        }
        var text = given.get();
        if (!text.matches("([01]?\\d|2[0-3]):[0-5]\\d")) {
            throw new Failure(Exit.USAGE, "'" + text + "' is not a time of day; write 00:00 to 23:59");
        }
        return LocalTime.parse(text.length() == 4 ? "0" + text : text);
    }

    private void print() {
        switch (form.get()) {
            case cron -> exactly(lines(asUsage(() -> CronForm.lines(job(), timetable()))));
            case systemd, launchd -> {
                var units = wakers.units(form.get());
                var files = asUsage(() -> units.files(job(), timetable()));
                // Said as 'systemctl cat' says it. One file alone needs no name, and XML has no such comments.
                files.forEach((name, text) ->
                        exactly((files.size() > 1 ? "# " + units.folder().resolve(name) + "\n" : "") + text));
            }
            case ics -> exactly(event());
        }
    }

    private static String lines(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }

    private String event() {
        var now = ZonedDateTime.now(desk.world().clock());
        if (!routine.isGiven()) {
            var length = Duration.ofMinutes(5);
            return CalendarForm.text(Job.ALL, "Stretch", "stretch due", length, timetable(), now);
        }
        var plan = Plan.of(desk.catalogue(), routine(), Wishes.NONE);
        var summary = routine().name() + ", " + Durations.about(Script.of(plan).length());
        return CalendarForm.text(
                routine().id(),
                summary,
                "stretch run " + routine().id(),
                Script.of(plan).length(),
                timetable(),
                now);
    }

    /** For a person's eyes the bytes give way to safety; a file or a pipe gets every one of them. */
    private void exactly(String text) {
        var out = desk.world().out();
        out.print(desk.world().terminals().output() ? Visible.block(text.replace("\r\n", "\n")) : text);
        if (out.checkError()) {
            throw StandardOutput.lost();
        }
    }

    /** What the pure parts find wrong is wrong with what was asked for. */
    static <T> T asUsage(Supplier<T> part) {
        try {
            return part.get();
        } catch (IllegalArgumentException e) {
            throw new Failure(Exit.USAGE, String.valueOf(e.getMessage()));
        }
    }
}
