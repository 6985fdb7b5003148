package stretch.cli.remind;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import stretch.cli.CommandContext;
import stretch.config.DayHours;
import stretch.reminder.schedule.Job;
import stretch.reminder.schedule.ReminderCheck;
import stretch.reminder.schedule.Scheduler;
import stretch.reminder.schedule.Timetable;

/** What is installed, and when it reminds next. */
record ScheduleList(CommandContext context, ReminderCheck check) {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    void print(boolean json, List<Scheduler.InstalledJob> all) {
        var now = ZonedDateTime.now(context.world().clock());
        var printer = context.printer();
        if (json) {
            printer.json(Map.of(
                    "installed", all.stream().map(each -> toJson(each, now)).toList()));
        } else if (all.isEmpty()) {
            context.notice("nothing is installed; 'stretch schedule --install' does it");
        } else {
            printer.table(all.stream().map(each -> row(each, now)).toList());
        }
    }

    private Optional<ZonedDateTime> next(Scheduler.InstalledJob installed, ZonedDateTime now) {
        return installed
                .when()
                .filter(when -> check.neverReminds(installed).isEmpty())
                .map(when -> when.next(now));
    }

    private List<String> row(Scheduler.InstalledJob installed, ZonedDateTime now) {
        return List.of(
                installed.form().name(),
                installed.job(),
                installed.when().map(Timetable::words).orElse("changed by hand"),
                next(installed, now)
                        .map(next -> "next " + MINUTE.format(next))
                        .orElse(check.neverReminds(installed)
                                .map(why -> "never: " + why)
                                .orElse("next unknown")));
    }

    private Map<String, Object> toJson(Scheduler.InstalledJob installed, ZonedDateTime now) {
        var shape = new LinkedHashMap<String, Object>();
        shape.put("form", installed.form().name());
        shape.put("routine", Optional.of(installed.job()).filter(job -> !job.equals(Job.ALL)));
        shape.put("where", installed.where());
        shape.put("counts", installed.active());
        shape.put(
                "times",
                installed
                        .when()
                        .map(when -> when.times().stream().map(String::valueOf).toList()));
        shape.put(
                "days",
                installed
                        .when()
                        .map(when -> when.days().stream().map(DayHours::id).toList()));
        shape.put("next", next(installed, now).map(DateTimeFormatter.ISO_OFFSET_DATE_TIME::format));
        shape.put("never", check.neverReminds(installed));
        return shape;
    }
}
