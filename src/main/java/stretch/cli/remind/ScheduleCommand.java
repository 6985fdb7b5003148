package stretch.cli.remind;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import stretch.catalogue.Routine;
import stretch.cli.Command;
import stretch.cli.CommandContext;
import stretch.cli.Lookup;
import stretch.cli.options.CommandSpecBuilder;
import stretch.cli.options.OptionValue;
import stretch.os.AtomicFile;
import stretch.os.ExitCode;
import stretch.os.FileLock;
import stretch.os.OutputLost;
import stretch.os.UserError;
import stretch.reminder.schedule.CronLine;
import stretch.reminder.schedule.ICalendarEvent;
import stretch.reminder.schedule.Job;
import stretch.reminder.schedule.ReminderCheck;
import stretch.reminder.schedule.Scheduler;
import stretch.reminder.schedule.SchedulerKind;
import stretch.reminder.schedule.Schedulers;
import stretch.reminder.schedule.Timetable;
import stretch.session.script.Script;
import stretch.text.DayHours;
import stretch.text.Durations;
import stretch.text.TerminalSafe;
import stretch.text.TimeOfDay;

/** Has the machine remind at set times: prints what does it, or installs it. */
public final class ScheduleCommand extends Command {
    /** How long another one may take, and the programs that it asks. Our choice. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Schedulers schedulers = context.schedulers();
    private final ReminderCheck check = context.reminderCheck();
    private final OptionValue<String> routine =
            options.optional("ROUTINE", "a routine; see 'stretch list' (default: every routine with a goal)");
    private final OptionValue<List<String>> at = options.group("When")
            .list("--at", "HH:MM", "at these times; with --every, the first time (default: 09:00)");
    private final OptionValue<Duration> every = options.option(
            "--every",
            "D",
            "repeat this often on each day, such as 2h or 45m",
            Duration.class,
            text -> Durations.parse(text, Timetable.OFTENEST, Durations.LONGEST));
    private final OptionValue<String> until =
            options.option("--until", "HH:MM", "with --every: the last time (default: 18:00)");
    private final OptionValue<List<String>> days =
            options.list("--days", "DAYS", "on these days: mon-fri, or mon,wed,sat (default: every day)");
    private final OptionValue<SchedulerKind> form = options.group("How")
            .option("--format, --as", "FORM", "cron, systemd, launchd or ics (default: cron)", SchedulerKind.class)
            .defaultValue(SchedulerKind.cron);
    private final OptionValue<Boolean> notify = options.flag("--notify", "remind with a desktop notification");
    private final OptionValue<Boolean> install =
            options.group("Installing").flag("--install", "install it: in your crontab, or where the format belongs");
    private final OptionValue<Boolean> uninstall = options.flag("--uninstall", "uninstall it");
    private final OptionValue<Boolean> dryRun = options.flag("--dry-run", "show what would change, and change nothing");
    private final OptionValue<Boolean> list =
            options.flag("--list", "list what is installed, and when it reminds next");
    private final OptionValue<Boolean> json = options.flag("--json", "with --list: print JSON, for scripts");

    public ScheduleCommand(CommandContext context, CommandSpecBuilder options) {
        super(context, options);
        options.about(
                "Prints or installs what reminds you at set times: a cron line, systemd timer, launchd job or calendar event.");
        options.example("stretch schedule --at 08:00,20:00", "the lines for your crontab");
        options.example("stretch schedule daily --at 17:30 --days mon-fri --install", "installs one");
        options.example("stretch schedule --list", "what is installed");
    }

    @Override
    public Integer call() {
        checkOptions();
        if (list.get()) {
            new ScheduleList(context, check).print(json.get(), schedulers.installed());
        } else if (uninstall.get()) {
            change(
                    this::uninstalling,
                    "is not installed with " + form.get() + "; 'stretch schedule --list' shows what is");
        } else if (install.get()) {
            var job = job();
            var timetable = timetable();
            change(
                    () -> schedulers.of(form.get()).install(job, timetable),
                    "is already installed with " + form.get() + "; nothing was changed");
            warn();
            if (form.get() == SchedulerKind.cron && !check.services().canTell()) {
                context.notice("cron may not be running here; check with 'pgrep -l cron'");
            }
        } else {
            print();
            warn();
            if (context.world().streams().output() && form.get() != SchedulerKind.ics) {
                context.notice("nothing was installed; add --install to install it");
            }
        }
        return 0;
    }

    /** A calendar reminds by itself, whatever is due. */
    private void warn() {
        if (form.get() != SchedulerKind.ics) {
            check.neverReminds(form.get(), name(), Optional.of(timetable()))
                    .ifPresent(why -> context.notice(ReminderCheck.never(form.get(), name(), why)));
        }
    }

    private void checkOptions() {
        UserError.usageIf(
                Stream.of(install.get(), uninstall.get(), list.get())
                                .filter(each -> each)
                                .count()
                        > 1,
                "--install, --uninstall and --list exclude each other; give one");
        UserError.usageIf(
                dryRun.get() && !install.get() && !uninstall.get(),
                "--dry-run works only with --install or --uninstall; add one");
        if (list.get() && routine.isGiven()) {
            throw UserError.usage("--list shows everything that is installed; leave out '" + routine.get() + "'");
        }
        for (var option : List.of(at, every, until, days, notify, form)) {
            if (option.isGiven() && (list.get() || (uninstall.get() && option != form))) {
                throw UserError.usage(option.name() + " does not go with " + (list.get() ? "--list" : "--uninstall")
                        + "; leave it out");
            }
        }
        UserError.usageIf(json.get() && !list.get(), "--json works only with --list; add --list");
        UserError.usageIf(
                form.get() == SchedulerKind.ics && (install.get() || uninstall.get()),
                "a calendar cannot be installed by stretch; write it to a file ('stretch schedule --format ics"
                        + " >stretch.ics') and import that into your calendar");
        UserError.usageIf(until.isGiven() && !every.isGiven(), "--until works only with --every; add --every");
    }

    private Scheduler.PlannedChange uninstalling() {
        var step = schedulers.of(form.get()).uninstall(name());
        if (routine.isGiven() && !step.needed()) {
            Lookup.find(context.catalogue().routines(), routine.get(), "routine");
        }
        return step;
    }

    /** Worked out again when no other command changes anything: what was there may have changed since it was shown. */
    private void change(Supplier<Scheduler.PlannedChange> plan, String otherwise) {
        var what = ReminderCheck.called(name());
        var step = plan.get();
        step.lines().forEach(context.printer()::line);
        if (!step.needed()) {
            context.notice(what + " " + otherwise);
        } else if (dryRun.get()) {
            context.notice(what + " is unchanged: this was a dry run");
        } else {
            var turn = turn();
            try {
                context.notice(what + " is " + plan.get().apply().get());
            } finally {
                turn.ifPresent(FileLock::close);
            }
        }
    }

    /**
     * The right to change what is installed: a crontab is written as a whole, and would lose what another command adds.
     * None where the cache cannot be written, which costs no more than that.
     */
    private Optional<FileLock> turn() {
        var folder = context.paths().cacheFolder();
        try {
            AtomicFile.makeFolder(folder);
            return Optional.of(FileLock.acquire(folder.resolve("schedule.lock"), PATIENCE)
                    .orElseThrow(() -> new UserError(
                            ExitCode.BUSY, "another 'stretch schedule' is changing reminders now; try again")));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Not looked up: what was installed for a routine can be taken away when the routine is gone. */
    private String name() {
        var name = ReminderJobFactory.name(routine.optional());
        if (!name.matches("[a-z0-9-]+")) {
            throw UserError.usage(
                    "there is no routine '" + name + "'; 'stretch schedule --list' shows what is installed");
        }
        return name;
    }

    private Job job() {
        // Read in any case: a mistake in the file is better told now than by cron.
        var catalogue = context.catalogue();
        ReminderCheck.demandGoal(catalogue, routine.isGiven() ? Optional.of(routine()) : Optional.empty());
        return ReminderJobFactory.of(context, routine.optional(), notify.get());
    }

    private Routine routine() {
        var all = context.catalogue().routines();
        var found = Lookup.find(all, ReminderJobFactory.name(routine.optional()), "routine");
        UserError.usageIf(found.id().equals(Job.ALL), "'all' means every routine; give that routine another id");
        return found;
    }

    private Timetable timetable() {
        var times =
                at.read(words -> words.stream().map(TimeOfDay::minute).toList()).orElse(List.of(LocalTime.of(9, 0)));
        var on = days.read(words -> DayHours.parse(String.join(",", words))).orElse(DayHours.ALL);
        if (!every.isGiven()) {
            return Timetable.at(times, on);
        }
        UserError.usageIf(times.size() > 1, "--every starts at one time of day; give --at one time");
        var first = times.get(0);
        var last = until.read(TimeOfDay::minute).orElse(LocalTime.of(18, 0));
        if (last.isBefore(first)) {
            throw UserError.usage("--until " + last + " is before --at " + first + "; write a later one");
        }
        if (every.get().toSecondsPart() != 0) {
            throw UserError.usage("--every " + Durations.compact(every.get())
                    + " is not possible; write whole minutes, such as "
                    + Durations.compact(every.get().truncatedTo(ChronoUnit.MINUTES)));
        }
        return Timetable.every(every.get(), first, last, on);
    }

    private void print() {
        switch (form.get()) {
            case cron -> exactly(String.join("\n", UserError.asUsage(() -> CronLine.lines(job(), timetable()))) + "\n");
            case systemd, launchd -> {
                var units = schedulers.units(form.get());
                var files = UserError.asUsage(() -> units.files(job(), timetable()));
                // Said as 'systemctl cat' says it. One file alone needs no name, and XML has no such comments.
                files.forEach((name, text) ->
                        exactly((files.size() > 1 ? "# " + units.folder().resolve(name) + "\n" : "") + text));
            }
            case ics -> exactly(event());
        }
    }

    private String event() {
        var now = context.now();
        if (!routine.isGiven()) {
            return ICalendarEvent.text(Job.ALL, "Stretch", "stretch due", Duration.ofMinutes(5), timetable(), now);
        }
        var one = routine();
        var length = Script.length(context.catalogue(), one);
        var summary = one.name() + ", " + Durations.about(length);
        return ICalendarEvent.text(one.id(), summary, "stretch run " + one.id(), length, timetable(), now);
    }

    /** For a person's eyes the bytes give way to safety; a file or a pipe gets every one of them. */
    private void exactly(String text) {
        var out = context.world().out();
        out.print(context.world().streams().output() ? TerminalSafe.block(text.replace("\r\n", "\n")) : text);
        if (out.checkError()) {
            throw OutputLost.lost();
        }
    }
}
