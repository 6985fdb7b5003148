package stretch.cli;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import stretch.Exit;
import stretch.Failure;
import stretch.StandardOutput;
import stretch.catalogue.Goal;
import stretch.catalogue.Routine;
import stretch.remind.CalendarForm;
import stretch.remind.CronForm;
import stretch.remind.Job;
import stretch.remind.Timetable;
import stretch.session.Plan;
import stretch.session.Wishes;
import stretch.text.Durations;
import stretch.text.Visible;

/** Has the machine remind at set times: prints what does it, or installs it. */
@Command(
        name = "schedule",
        description = {
            "Prints what reminds at set times: a cron line, a systemd timer, a launchd job or a calendar event."
                    + " With --install, puts it in place.",
            "Without ROUTINE it reminds of every routine with a goal. Where there is no crontab, name another form"
                    + " with --as."
        })
final class ScheduleCommand implements Callable<Integer> {
    private final Desk desk;
    private final Wakers wakers;

    @Parameters(arity = "0..1", paramLabel = "ROUTINE", description = "as 'stretch list' shows it")
    private @Nullable String routine;

    @Option(names = "--at", paramLabel = "HH:MM", description = "when, or with --every when first (default: 09:00)")
    private @Nullable String at;

    @Option(
            names = "--every",
            paramLabel = "D",
            converter = Converters.Length.class,
            description = "again and again on that day, such as 2h or 45m")
    private @Nullable Duration every;

    @Option(names = "--until", paramLabel = "HH:MM", description = "with --every: not later (default: 18:00)")
    private @Nullable String until;

    @Option(names = "--days", paramLabel = "DAYS", description = "mon-fri, or mon,wed,sat (default: every day)")
    private @Nullable String days;

    @Option(names = "--as", paramLabel = "FORM", description = "cron, systemd, launchd or ics (default: cron)")
    private Wakers.Form form = Wakers.Form.cron;

    @Option(names = "--notify", description = "reminds with a desktop notification")
    private boolean notify;

    @Option(names = "--install", description = "puts it into your crontab, or where the form belongs")
    private boolean install;

    @Option(names = "--uninstall", description = "takes it away again")
    private boolean uninstall;

    @Option(names = "--dry-run", description = "shows what would change, and changes nothing")
    private boolean dryRun;

    @Option(names = "--list", description = "what is installed, and when it reminds next")
    private boolean list;

    @Option(names = "--json", description = "with --list: as JSON, for scripts")
    private boolean json;

    ScheduleCommand(Desk desk) {
        this.desk = desk;
        this.wakers = new Wakers(desk);
    }

    @Override
    public Integer call() {
        checkOptions();
        if (list) {
            new ScheduleList(desk).print(json, wakers.installed());
        } else if (uninstall) {
            change(wakers.of(form).uninstall(name()), "is not installed; 'stretch schedule --list' shows what is");
        } else if (install) {
            change(wakers.of(form).install(job(), timetable()), "is installed already; nothing was changed");
        } else {
            print();
        }
        return 0;
    }

    private void checkOptions() {
        if (Stream.of(install, uninstall, list).filter(each -> each).count() > 1) {
            throw new Failure(Exit.USAGE, "--install, --uninstall and --list do not go together; choose one");
        }
        if (dryRun && !install && !uninstall) {
            throw new Failure(Exit.USAGE, "--dry-run goes with --install or --uninstall; add one");
        }
        if (json && !list) {
            throw new Failure(Exit.USAGE, "--json goes with --list only; add --list");
        }
        if (form == Wakers.Form.ics && (install || uninstall)) {
            throw new Failure(
                    Exit.USAGE,
                    "a calendar cannot be installed from here; write it to a file ('stretch schedule --as ics"
                            + " >stretch.ics') and import that into your calendar");
        }
        if (until != null && every == null) {
            throw new Failure(Exit.USAGE, "--until goes with --every only; add --every");
        }
        // It would be mailed as an error at each reminder.
    }

    private void change(Waker.Step step, String otherwise) {
        var what = form + ": " + name();
        step.shown().forEach(desk.page()::line);
        if (!step.needed()) {
            desk.say(what + " " + otherwise);
        } else if (dryRun) {
            desk.say(what + " was left as it is: this was a dry run");
        } else {
            desk.say(what + " " + step.make().get());
        }
    }

    /** Not looked up: what was installed for a routine can be taken away when the routine is gone. */
    private String name() {
        var name = Errand.name(routine);
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
        if (routine != null && routine().goal() instanceof Goal.None) {
            throw new Failure(
                    Exit.USAGE,
                    "'" + routine + "' has no goal, so it is never due; give it one in routines.yaml, or use --as ics");
        }
        return Errand.of(desk, routine, notify);
    }

    private Routine routine() {
        var all = desk.catalogue().routines();
        var found = Desk.pick(all, Errand.name(routine), "routine");
        if (found.id().equals(Job.ALL)) {
            throw new Failure(Exit.USAGE, "'all' stands for every routine here; give that routine another id");
        }
        return found;
    }

    private Timetable timetable() {
        var first = time(at, LocalTime.of(9, 0));
        var on = asUsage(() -> days == null ? stretch.remind.Days.ALL : stretch.remind.Days.parse(days));
        if (every == null) {
            return Timetable.at(first, on);
        }
        var last = time(until, LocalTime.of(18, 0));
        if (last.isBefore(first)) {
            throw new Failure(Exit.USAGE, "--until " + last + " is before --at " + first + "; write a later one");
        }
        if (every.compareTo(Timetable.OFTENEST) < 0 || every.toSecondsPart() != 0) {
            throw new Failure(
                    Exit.USAGE,
                    "--every " + Durations.compact(every) + " is not possible; write whole minutes, "
                            + Durations.compact(Timetable.OFTENEST) + " or more");
        }
        return Timetable.every(every, first, last, on);
    }

    private static LocalTime time(@Nullable String text, LocalTime otherwise) {
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("([01]?\\d|2[0-3]):[0-5]\\d")) {
            throw new Failure(Exit.USAGE, "'" + text + "' is not a time of day; write 00:00 to 23:59");
        }
        return LocalTime.parse(text.length() == 4 ? "0" + text : text);
    }

    private void print() {
        switch (form) {
            case cron -> exactly(lines(asUsage(() -> CronForm.lines(job(), timetable()))));
            case systemd, launchd -> {
                var units = wakers.units(form);
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
        if (routine == null) {
            var length = Duration.ofMinutes(5);
            return CalendarForm.text(Job.ALL, "Stretch", "stretch due", length, timetable(), now);
        }
        var plan = Plan.of(desk.catalogue(), routine(), Wishes.NONE);
        var summary = routine().name() + ", " + Durations.about(plan.length());
        return CalendarForm.text(
                routine().id(), summary, "stretch run " + routine().id(), plan.length(), timetable(), now);
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
