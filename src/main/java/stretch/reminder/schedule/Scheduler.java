package stretch.reminder.schedule;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A program that wakes stretch at its times, such as cron: what is installed there, and changes to it. */
public interface Scheduler {
    /**
     * A change that was worked out and not made yet.
     *
     * @param lines what it does, file by file, as lines that begin with {@code -} or {@code +}
     * @param needed whether there is anything to do
     * @param apply does it, and answers with what there is to say about it
     */
    record PlannedChange(List<String> lines, boolean needed, Supplier<String> apply) {}

    /**
     * A job that is installed.
     *
     * @param active whether it is in force: a file alone wakes nobody
     * @param when nothing if somebody gave it another shape than ours
     */
    record InstalledJob(SchedulerKind form, String job, String where, boolean active, Optional<Timetable> when) {}

    PlannedChange install(Job job, Timetable timetable);

    PlannedChange uninstall(String job);

    /** What is there; nothing where this waker is not. */
    List<InstalledJob> installed();
}
