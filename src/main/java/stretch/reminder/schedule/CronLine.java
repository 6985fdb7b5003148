package stretch.reminder.schedule;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import stretch.text.DayHours;

/** The lines of a crontab, as crontab(5) has them. */
public final class CronLine {
    /** The longest command that Vixie's cron takes (MAX_COMMAND in its cron.h, with the end mark). */
    private static final int LONGEST = 999;

    /** POSIX has 0 for it; most crons know 7 as well. */
    private static final int SUNDAY = 7;

    /** Whatever no shell takes for more than itself. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@+:,./-]+");

    private static final Pattern LINE =
            Pattern.compile("([0-9,]{1,200}) ([0-9,]{1,100}) \\* \\* ([0-7,]{1,20}|\\*) .*");

    private CronLine() {}

    /**
     * One line or more: a line says hours that have their minutes in common.
     *
     * @throws IllegalArgumentException with what is wrong and what to do, "; " between them, if cron cannot say it
     */
    public static List<String> lines(Job job, Timetable timetable) {
        var days = timetable.everyDay()
                ? "*"
                : timetable.days().stream()
                        .map(day -> String.valueOf(day.getValue() % SUNDAY))
                        .collect(Collectors.joining(","));
        var command = command(job);
        return timetable.groups().stream()
                .map(group -> group.minutes("%d") + " " + group.hours("%d") + " * * " + days + " " + command)
                .toList();
    }

    /** Nothing is sent to /dev/null: remind is silent by itself, and an error is worth the mail. */
    private static String command(Job job) {
        var words = new ArrayList<String>();
        job.variables().forEach((name, value) -> words.add(name + "=" + quoted(value)));
        job.words().forEach(word -> words.add(quoted(word)));
        // To cron % is the end of the command, in quotes too.
        var command = String.join(" ", words).replace("%", "\\%");
        if (command.length() > LONGEST) {
            throw new IllegalArgumentException("the line is longer than the " + LONGEST
                    + " characters that cron takes; use shorter paths, or --format systemd");
        }
        return command;
    }

    private static String quoted(String word) {
        if (word.chars().anyMatch(c -> c < ' ' || c == 0x7F)) {
            throw new IllegalArgumentException(
                    "'" + word + "' contains a control character, which a crontab cannot hold; use another path");
        }
        // Some crons drop one of two backslashes and some do not.
        if (word.contains("\\")) {
            throw new IllegalArgumentException(
                    "'" + word + "' contains a backslash, which not every cron reads the same way; use another path");
        }
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\"'\"'") + "'";
    }

    /** When lines such as {@link #lines} makes them fire; nothing if any has another shape. */
    public static Optional<Timetable> times(List<String> lines) {
        var all = new ArrayList<Timetable>();
        for (var line : lines) {
            var parts = LINE.matcher(line.strip());
            if (!parts.matches()) {
                return Optional.empty();
            }
            try {
                var hours = Timetable.Hours.parse(parts.group(2), parts.group(1));
                all.add(Timetable.of(hours, days(parts.group(3))));
            } catch (IllegalArgumentException | java.time.DateTimeException e) {
                // An hour 25 or the like: somebody else's line after all.
                return Optional.empty();
            }
        }
        // Lines with days of their own cannot be told as one timetable, and are never ours.
        return all.isEmpty() || all.stream().map(Timetable::days).distinct().count() > 1
                ? Optional.empty()
                : Optional.of(Timetable.joined(all));
    }

    private static Set<DayOfWeek> days(String list) {
        if (list.equals("*")) {
            return DayHours.ALL;
        }
        var days = EnumSet.noneOf(DayOfWeek.class);
        Timetable.Hours.numbers(list).forEach(day -> days.add(DayOfWeek.of(day == 0 ? SUNDAY : day)));
        return days;
    }
}
