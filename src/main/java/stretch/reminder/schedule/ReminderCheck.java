package stretch.reminder.schedule;

import java.util.List;
import java.util.Optional;
import stretch.catalogue.Goal;
import stretch.catalogue.Routine;
import stretch.cli.CommandContext;
import stretch.os.ExitCode;
import stretch.os.SystemServices;
import stretch.os.UserError;
import stretch.reminder.NeverDue;

/** Finds reminders that will never come: a silence that would be taken for "all is done". */
public record ReminderCheck(CommandContext context) {
    /** Fails if nothing of what is named, or of all there is, has a goal. */
    public void demandGoal(Optional<String> routine) {
        if (routine.isPresent()) {
            var named = CommandContext.lookUp(context.catalogue().routines(), routine.get(), "routine");
            if (named.goal() instanceof Goal.None) {
                throw new UserError(
                        ExitCode.USAGE,
                        "'" + named.id()
                                + "' has no goal, so it is never due; give it one in routines.yaml, or use --as ics");
            }
        } else if (context.catalogue().routines().values().stream()
                .allMatch(each -> each.goal() instanceof Goal.None)) {
            throw new UserError(
                    ExitCode.USAGE,
                    "no routine has a goal, so nothing is ever due; give one a goal in routines.yaml, such as"
                            + " 'goal: daily'");
        }
    }

    /** Why a job that is installed, or about to be, will never remind, with what to do. */
    public Optional<String> neverReminds(Schedulers.SchedulerKind form, String job, Optional<Timetable> times) {
        var routines = routines(job);
        if (routines.isEmpty()) {
            return Optional.of(
                    job.equals(Job.ALL)
                            ? "there are no routines; write one into routines.yaml"
                            : "there is no routine '" + job + "'; 'stretch schedule " + job
                                    + " --uninstall' takes it away");
        }
        var goals = routines.stream().map(Routine::goal).toList();
        return times.flatMap(
                        when -> NeverDue.why(goals, when, context.settings().rules()))
                .or(() -> new SystemServices(context.world().proc()).asleep(form));
    }

    private List<Routine> routines(String job) {
        var all = context.catalogue().routines();
        return job.equals(Job.ALL)
                ? List.copyOf(all.values())
                : Optional.ofNullable(all.get(job)).stream().toList();
    }
}
