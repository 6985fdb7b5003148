package stretch.reminder.schedule;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import stretch.os.Environment;
import stretch.os.ExitCode;
import stretch.os.UserError;
import stretch.os.process.ProcessRunner;
import stretch.reminder.schedule.unit.FileBackups;
import stretch.reminder.schedule.unit.LaunchdPlist;
import stretch.reminder.schedule.unit.SystemServices;
import stretch.reminder.schedule.unit.SystemdUnit;
import stretch.reminder.schedule.unit.UnitFileScheduler;
import stretch.reminder.schedule.unit.UnitFiles;

/**
 * What can wake stretch on this machine, with the user's own folders.
 *
 * @param history the file beside which backups go; asked for only when one may be needed, as the next is
 * @param configFolder the folder of the user's own files
 */
public record Schedulers(Environment environment, Supplier<Path> history, Supplier<Path> configFolder) {
    public Scheduler of(SchedulerKind form) {
        var processes = new ProcessRunner(environment);
        var folder = history.get().toAbsolutePath().getParent();
        var backups = new FileBackups(folder == null ? Path.of("/") : folder, environment.clock());
        return form == SchedulerKind.cron
                ? new CronScheduler(processes, backups, services())
                : new UnitFileScheduler(units(form), processes, backups, services());
    }

    private SystemServices services() {
        return new SystemServices(environment.proc());
    }

    /** The one to offer: the first that is on this machine and, as far as can be told, runs. */
    public Optional<SchedulerKind> working() {
        var processes = new ProcessRunner(environment);
        return Stream.of(SchedulerKind.launchd, SchedulerKind.cron, SchedulerKind.systemd)
                .filter(form -> processes.find(form.program()).isPresent()
                        && services().asleep(form).isEmpty())
                .findFirst();
    }

    /** What to do where nothing is installed: the command that installs it here, or the one that says why none can. */
    public String advice() {
        return working()
                .map(form -> "'" + ReminderCheck.command(form, Job.ALL, "--install") + "' installs one")
                .orElse("'stretch schedule' says what can remind you here");
    }

    /** All that is installed with any of them. */
    public List<Scheduler.InstalledJob> installed() {
        return Stream.of(SchedulerKind.cron, SchedulerKind.systemd, SchedulerKind.launchd)
                .flatMap(form -> of(form).installed().stream())
                .toList();
    }

    /** The files of systemd or launchd. */
    public UnitFiles units(SchedulerKind form) {
        if (form == SchedulerKind.systemd) {
            return new SystemdUnit(configFolder.get().resolveSibling("systemd").resolve("user"));
        }
        var library = environment
                .variable("HOME")
                .map(home -> Path.of(home, "Library"))
                .orElseThrow(() -> new UserError(
                        ExitCode.UNUSABLE, "there is no place for launchd's files: HOME is not set; set HOME"));
        return new LaunchdPlist(library.resolve("LaunchAgents"), library.resolve("Logs"));
    }
}
