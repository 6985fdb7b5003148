package stretch.cli.remind;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import stretch.cli.CommandContext;
import stretch.json.JsonObject;
import stretch.reminder.schedule.Job;
import stretch.reminder.schedule.ReminderCheck;
import stretch.reminder.schedule.Scheduler;
import stretch.reminder.schedule.Timetable;
import stretch.text.DayHours;

/** What is installed, and when it reminds next. */
record ScheduleList(CommandContext context, ReminderCheck check) {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    void print(boolean json, List<Scheduler.InstalledJob> all) {
        var now = context.now();
        var printer = context.printer();
        if (json) {
            printer.json(new JsonObject().put("installed", all, each -> toJson(each, now)));
        } else if (all.isEmpty()) {
            context.notice("no reminders are installed; " + context.schedulers().advice());
        } else {
            printer.table(all.stream().map(each -> row(each, now)).toList());
        }
    }

    private List<String> row(Scheduler.InstalledJob installed, ZonedDateTime now) {
        return List.of(
                installed.form().name(),
                installed.job(),
                installed.when().map(Timetable::words).orElse("changed by hand"),
                check.next(installed, now)
                        .map(next -> "next " + MINUTE.format(next))
                        .orElse(check.neverReminds(installed)
                                .map(why -> "never: " + why)
                                .orElse("next unknown")));
    }

    private JsonObject toJson(Scheduler.InstalledJob installed, ZonedDateTime now) {
        return new JsonObject()
                .put("form", installed.form().name())
                .put("routine", Optional.of(installed.job()).filter(job -> !job.equals(Job.ALL)))
                .put("where", installed.where())
                .put("counts", installed.active())
                .put(
                        "times",
                        installed
                                .when()
                                .map(when -> when.times().stream()
                                        .map(String::valueOf)
                                        .toList()))
                .put(
                        "days",
                        installed
                                .when()
                                .map(when ->
                                        when.days().stream().map(DayHours::id).toList()))
                .put("next", check.next(installed, now).map(DateTimeFormatter.ISO_OFFSET_DATE_TIME::format))
                .put("never", check.neverReminds(installed));
    }
}
