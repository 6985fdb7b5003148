package stretch.reminder.schedule.unit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import stretch.reminder.schedule.Job;
import stretch.reminder.schedule.SchedulerKind;
import stretch.reminder.schedule.Timetable;
import stretch.text.DayHours;
import stretch.text.NumberWords;

/** A timer and its service for the user's systemd, as systemd.timer(5) and systemd.service(5) have them. */
public record SystemdUnit(Path folder) implements UnitFiles {
    private static final Pattern CALENDAR =
            Pattern.compile("(?m)^OnCalendar=(?:([A-Za-z,]{3,27}) )?\\*-\\*-\\* ([0-9,]+):([0-9,]+):00$");

    @Override
    public SchedulerKind form() {
        return SchedulerKind.systemd;
    }

    @Override
    public String mark() {
        return "# Written by 'stretch schedule', which replaces and removes this file.";
    }

    @Override
    public Map<String, String> files(Job job, Timetable timetable) {
        var files = new LinkedHashMap<String, String>();
        files.put(names(job.name()).get(0), service(job));
        files.put(timer(job.name()), timer(job, timetable));
        return files;
    }

    @Override
    public List<String> names(String job) {
        return List.of("stretch-" + job + ".service", timer(job));
    }

    private static String timer(String job) {
        return "stretch-" + job + ".timer";
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

    private String service(Job job) {
        var variables = job.variables().entrySet().stream()
                .map(variable -> "Environment=" + quoted(variable.getKey() + "=" + variable.getValue()) + "\n")
                .collect(Collectors.joining());
        // A colon in front leaves $ alone. It came with systemd 244, so it stands only where it is needed.
        var dollar = job.words().stream().anyMatch(word -> word.contains("$")) ? ":" : "";
        var command = job.words().stream().map(SystemdUnit::quoted).collect(Collectors.joining(" "));
        return """
                %s
                [Unit]
                Description=%s

                [Service]
                Type=oneshot
                %sExecStart=%s
                """.formatted(mark(), job.title(), variables, dollar + command);
    }

    /** When it is started. A time that passed while the machine was off is made up for when it is on again. */
    private String timer(Job job, Timetable timetable) {
        var days = timetable.everyDay()
                ? ""
                : timetable.days().stream()
                                .map(day -> NumberWords.capital(DayHours.id(day)))
                                .collect(Collectors.joining(","))
                        + " ";
        var times = timetable.groups().stream()
                .map(group ->
                        "OnCalendar=" + days + "*-*-* " + group.hours("%02d") + ":" + group.minutes("%02d") + ":00\n")
                .collect(Collectors.joining());
        return """
                %s
                [Unit]
                Description=%s

                [Timer]
                %sPersistent=true

                [Install]
                WantedBy=timers.target
                """.formatted(mark(), job.title(), times);
    }

    private static String quoted(String word) {
        if (word.chars().anyMatch(c -> c < ' ' || c == 0x7F)) {
            throw new IllegalArgumentException(
                    "'" + word + "' contains a control character, which a unit cannot hold; use another path");
        }
        var escaped = word.replace("\\", "\\\\").replace("\"", "\\\"").replace("%", "%%");
        return escaped.matches("[A-Za-z0-9_@+:,./=-]+") ? escaped : "\"" + escaped + "\"";
    }

    /** When a timer such as {@link #timer} makes it fires; nothing if it has another shape. */
    @Override
    public Optional<Timetable> times(String timer) {
        var all = new ArrayList<Timetable>();
        var calendar = CALENDAR.matcher(timer);
        while (calendar.find()) {
            try {
                var days = calendar.group(1);
                all.add(Timetable.of(
                        Timetable.Hours.parse(calendar.group(2), calendar.group(3)),
                        days == null ? DayHours.ALL : DayHours.parse(days.toLowerCase(Locale.ROOT))));
            } catch (IllegalArgumentException | java.time.DateTimeException e) {
                return Optional.empty();
            }
        }
        long said = timer.lines().filter(line -> line.startsWith("On")).count();
        return all.isEmpty() || all.size() != said ? Optional.empty() : Optional.of(Timetable.joined(all));
    }
}
