package stretch.reminder.schedule.unit;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import stretch.reminder.schedule.Job;
import stretch.reminder.schedule.SchedulerKind;
import stretch.reminder.schedule.Timetable;

/** Wakers that read files of their own for each job: which files, and the commands that make them count. */
public sealed interface UnitFiles permits SystemdUnit, LaunchdPlist {
    /** As {@code --as} names it. */
    SchedulerKind form();

    Path folder();

    /** A line of every file that is ours; files without it are never touched. */
    String mark();

    /** The texts by their file names, in the order in which they are written. */
    Map<String, String> files(Job job, Timetable timetable);

    /** The names of the same files; the last one says when. */
    List<String> names(String job);

    Optional<Timetable> times(String text);

    /** What to ask its program, which succeeds if the job's files count already. */
    List<String> ask(String job);

    List<List<String>> start(String job, boolean again);

    List<List<String>> stop(String job);

    /** What is to be done when the files are gone. */
    default List<List<String>> afterwards() {
        return List.of();
    }
}
