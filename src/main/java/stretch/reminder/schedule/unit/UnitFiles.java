package stretch.reminder.schedule.unit;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import stretch.reminder.schedule.Job;
import stretch.reminder.schedule.SchedulerKind;
import stretch.reminder.schedule.Timetable;

/** Wakers that read files of their own for each job: which files, and the commands that make them count. */
public sealed interface UnitFiles {
    /** As {@code --as} names it. */
    SchedulerKind form();

    /** What to do where its program is missing. */
    String without();

    Path folder();

    /** Stands in every file that is ours. */
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

    /** The user's systemd. */
    record Systemd(Path folder) implements UnitFiles {
        @Override
        public SchedulerKind form() {
            return SchedulerKind.systemd;
        }

        @Override
        public String without() {
            return "use --format cron";
        }

        @Override
        public String mark() {
            return SystemdUnit.MARK;
        }

        @Override
        public Map<String, String> files(Job job, Timetable timetable) {
            var files = new LinkedHashMap<String, String>();
            files.put(names(job.name()).get(0), SystemdUnit.service(job));
            files.put(timer(job.name()), SystemdUnit.timer(job, timetable));
            return files;
        }

        @Override
        public List<String> names(String job) {
            return List.of(SystemdUnit.unit(job) + ".service", timer(job));
        }

        @Override
        public Optional<Timetable> times(String text) {
            return SystemdUnit.times(text);
        }

        private static String timer(String job) {
            return SystemdUnit.unit(job) + ".timer";
        }

        @Override
        public List<String> ask(String job) {
            return List.of("--user", "is-active", "--quiet", timer(job));
        }

        @Override
        public List<List<String>> start(String job, boolean again) {
            var reload = List.of("--user", "daemon-reload");
            var enable = List.of("--user", "enable", "--now", timer(job));
            // A timer that runs already goes on by its old times until it is started anew.
            return again ? List.of(reload, enable, List.of("--user", "restart", timer(job))) : List.of(reload, enable);
        }

        @Override
        public List<List<String>> stop(String job) {
            return List.of(List.of("--user", "disable", "--now", timer(job)));
        }

        @Override
        public List<List<String>> afterwards() {
            return List.of(List.of("--user", "daemon-reload"));
        }
    }

    /** The user's launchd on macOS. */
    record Launchd(Path folder, Path logs) implements UnitFiles {
        @Override
        public SchedulerKind form() {
            return SchedulerKind.launchd;
        }

        @Override
        public String without() {
            return "launchd exists only on macOS; elsewhere use --format cron or --format systemd";
        }

        @Override
        public String mark() {
            return LaunchdPlist.MARK;
        }

        @Override
        public Map<String, String> files(Job job, Timetable timetable) {
            var log = logs.resolve("stretch-" + job.name() + ".log").toString();
            return Map.of(names(job.name()).get(0), LaunchdPlist.plist(job, timetable, log));
        }

        @Override
        public List<String> names(String job) {
            return List.of(LaunchdPlist.label(job) + ".plist");
        }

        @Override
        public Optional<Timetable> times(String text) {
            return LaunchdPlist.times(text);
        }

        private String file(String job) {
            return folder.resolve(names(job).get(0)).toString();
        }

        @Override
        public List<String> ask(String job) {
            return List.of("list", LaunchdPlist.label(job));
        }

        @Override
        public List<List<String>> start(String job, boolean again) {
            var load = List.of("load", "-w", file(job));
            return again ? List.of(List.of("unload", file(job)), load) : List.of(load);
        }

        @Override
        public List<List<String>> stop(String job) {
            return List.of(List.of("unload", "-w", file(job)));
        }
    }
}
