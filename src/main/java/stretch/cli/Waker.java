package stretch.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import stretch.remind.Job;
import stretch.remind.Timetable;

/** A program that wakes stretch at its times, such as cron: what is installed there, and changes to it. */
interface Waker {
    /**
     * A change that was worked out and not made yet.
     *
     * @param shown what it does, file by file, as lines that begin with {@code -} or {@code +}
     * @param needed whether there is anything to do
     * @param make does it, and answers with what there is to say about it
     */
    record Step(List<String> shown, boolean needed, Supplier<String> make) {}

    /**
     * A job that is installed.
     *
     * @param counts whether it is in force: a file alone wakes nobody
     * @param when nothing if somebody gave it another shape than ours
     */
    record Installed(Wakers.Form form, String job, String where, boolean counts, Optional<Timetable> when) {
        /** Why it will never remind, with what to do; empty if it will. */
        Optional<String> never(ReminderCheck check) {
            return counts
                    ? check.neverReminds(form, job, when)
                    : Optional.of(form + " has not started it; stretch schedule --install --as " + form);
        }
    }

    Step install(Job job, Timetable timetable);

    Step uninstall(String job);

    /** What is there; nothing where this waker is not. */
    List<Installed> installed();
}
