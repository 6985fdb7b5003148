package stretch.reminder.schedule;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import stretch.catalogue.Catalogue;
import stretch.catalogue.Goal;
import stretch.catalogue.Routine;
import stretch.config.Settings;
import stretch.os.UserError;
import stretch.reminder.NeverDue;
import stretch.reminder.schedule.unit.SystemServices;

/**
 * Finds reminders that will never come: a silence that would be taken for "all is done".
 *
 * @param catalogue read only for a job that is in force, as the settings are
 */
public record ReminderCheck(Supplier<Catalogue> catalogue, Supplier<Settings> settings, SystemServices services) {
    /** Fails if nothing of what is named, or of all there is, has a goal. */
    public static void demandGoal(Catalogue catalogue, Optional<Routine> named) {
        if (named.isPresent()) {
            if (named.get().goal() instanceof Goal.None) {
                throw UserError.usage("'" + named.get().id()
                        + "' has no goal, so it is never due; give it one, such as 'stretch goal "
                        + named.get().id() + " daily', or use --format ics");
            }
        } else if (catalogue.routines().values().stream().allMatch(each -> each.goal() instanceof Goal.None)) {
            throw UserError.usage(
                    "no routine has a goal, so nothing is ever due; give one a goal, such as 'stretch goal daily"
                            + " weekdays'");
        }
    }

    /** Why what is installed will never remind, with what to do; empty if it will. */
    public Optional<String> neverReminds(Scheduler.InstalledJob installed) {
        var form = installed.form();
        return installed.active()
                ? neverReminds(form, installed.job(), installed.when())
                : Optional.of(form + " has not started it; start it with '"
                        + command(form, installed.job(), "--install") + "'");
    }

    /** What a job is called in messages. */
    public static String called(String job) {
        return "the reminder for " + (job.equals(Job.ALL) ? "all routines" : job);
    }

    /** That a job will never remind, in words. */
    public static String never(SchedulerKind form, String job, String why) {
        return called(job) + " (" + form + ") will never come: " + why;
    }

    /** The command that installs or uninstalls a job of this form. */
    static String command(SchedulerKind form, String job, String option) {
        return "stretch schedule " + (job.equals(Job.ALL) ? "" : job + " ") + option
                + (form == SchedulerKind.cron ? "" : " --format " + form);
    }

    /** When what is installed reminds next; empty if it never does, or that cannot be told. */
    public Optional<ZonedDateTime> next(Scheduler.InstalledJob installed, ZonedDateTime now) {
        return installed
                .when()
                .filter(when -> neverReminds(installed).isEmpty())
                .map(when -> when.next(now));
    }

    /** Why a job that is installed, or about to be, will never remind, with what to do. */
    public Optional<String> neverReminds(SchedulerKind form, String job, Optional<Timetable> times) {
        var routines = routines(job);
        if (routines.isEmpty()) {
            return Optional.of(
                    job.equals(Job.ALL)
                            ? "there are no routines; add one to routines.yaml"
                            : "there is no routine '" + job + "'; '" + command(form, job, "--uninstall")
                                    + "' removes it");
        }
        var goals = routines.stream().map(Routine::goal).toList();
        return times.flatMap(when -> NeverDue.why(
                        goals, when, settings.get().rules(), settings.get().calendar()))
                .or(() -> services.asleep(form));
    }

    private List<Routine> routines(String job) {
        var all = catalogue.get().routines();
        return job.equals(Job.ALL)
                ? List.copyOf(all.values())
                : Optional.ofNullable(all.get(job)).stream().toList();
    }
}
