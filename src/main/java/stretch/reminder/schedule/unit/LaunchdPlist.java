package stretch.reminder.schedule.unit;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import stretch.reminder.schedule.Job;
import stretch.reminder.schedule.SchedulerKind;
import stretch.reminder.schedule.Timetable;
import stretch.text.DayHours;
import stretch.text.Numbers;

/** A job for the user's launchd, as launchd.plist(5) has it. */
public record LaunchdPlist(Path folder, Path logs) implements UnitFiles {
    private static final Pattern TIME = Pattern.compile(
            "<dict>(?:<key>Weekday</key><integer>([1-7])</integer>)?<key>Hour</key><integer>(\\d{1,2})</integer>"
                    + "<key>Minute</key><integer>(\\d{1,2})</integer></dict>");

    @Override
    public SchedulerKind form() {
        return SchedulerKind.launchd;
    }

    /** Near the top: the first line has to say that it is XML. */
    @Override
    public String mark() {
        return "<!-- Written by 'stretch schedule', which replaces and removes this file. -->";
    }

    @Override
    public Map<String, String> files(Job job, Timetable timetable) {
        return Map.of(names(job.name()).get(0), plist(job, timetable));
    }

    @Override
    public List<String> names(String job) {
        return List.of(label(job) + ".plist");
    }

    private String file(String job) {
        return folder.resolve(names(job).get(0)).toString();
    }

    @Override
    public List<String> ask(String job) {
        return List.of("list", label(job));
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

    /** The job's name, and with {@code .plist} its file's. */
    private static String label(String job) {
        return "stretch." + job;
    }

    private String plist(Job job, Timetable timetable) {
        var words = job.words().stream()
                .map(word -> "    <string>" + escaped(word) + "</string>\n")
                .collect(Collectors.joining());
        var variables = job.variables().entrySet().stream()
                .map(variable -> "    <key>" + escaped(variable.getKey()) + "</key><string>"
                        + escaped(variable.getValue()) + "</string>\n")
                .collect(Collectors.joining());
        var days = timetable.everyDay()
                ? List.of("")
                : timetable.days().stream()
                        .map(day -> number("Weekday", day.getValue()))
                        .toList();
        // What the job prints launchd would throw away.
        var log = escaped(logs.resolve("stretch-" + job.name() + ".log").toString());
        var times = timetable.times().stream()
                .flatMap(time -> days.stream()
                        .map(day -> "    <dict>" + day + number("Hour", time.getHour())
                                + number("Minute", time.getMinute()) + "</dict>\n"))
                .collect(Collectors.joining());
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                %s
                <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
                <plist version="1.0">
                <dict>
                  <key>Label</key>
                  <string>%s</string>
                  <key>ProgramArguments</key>
                  <array>
                %s  </array>
                  <key>EnvironmentVariables</key>
                  <dict>
                %s  </dict>
                  <key>StartCalendarInterval</key>
                  <array>
                %s  </array>
                  <key>StandardOutPath</key>
                  <string>%s</string>
                  <key>StandardErrorPath</key>
                  <string>%s</string>
                </dict>
                </plist>
                """.formatted(mark(), escaped(label(job.name())), words, variables, times, log, log);
    }

    private static String number(String key, int value) {
        return "<key>" + key + "</key><integer>" + value + "</integer>";
    }

    private static String escaped(String text) {
        if (text.chars().anyMatch(c -> c < ' ')) {
            throw new IllegalArgumentException(
                    "'" + text + "' contains a control character, which XML cannot hold; use another path");
        }
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** When a plist such as {@link #plist} makes it fires; nothing if it has another shape. */
    @Override
    public Optional<Timetable> times(String plist) {
        var times = new TreeSet<LocalTime>();
        var days = new ArrayList<DayOfWeek>();
        var time = TIME.matcher(plist);
        while (time.find()) {
            try {
                times.add(LocalTime.of(number(time.group(2)), number(time.group(3))));
            } catch (java.time.DateTimeException e) {
                return Optional.empty();
            }
            if (time.group(1) != null) {
                days.add(DayOfWeek.of(number(time.group(1))));
            }
        }
        if (times.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Timetable(times, days.isEmpty() ? DayHours.ALL : EnumSet.copyOf(days)));
    }

    private static int number(String digits) {
        return Numbers.parse(digits).orElseThrow();
    }
}
