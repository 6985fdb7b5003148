package stretch.cli;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import stretch.remind.Days;
import stretch.remind.Job;
import stretch.remind.Timetable;

/** What is installed, and when it reminds next. */
record ScheduleList(Desk desk) {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    void print(boolean json, List<Waker.Installed> all) {
        var now = ZonedDateTime.now(desk.world().clock());
        var page = desk.page();
        if (json) {
            page.json(Map.of(
                    "installed", all.stream().map(each -> shape(each, now)).toList()));
        } else if (all.isEmpty()) {
            desk.say("nothing is installed; 'stretch schedule --install' does it");
        } else {
            page.table(all.stream().map(each -> row(each, now)).toList());
        }
    }

    private Optional<ZonedDateTime> next(Waker.Installed installed, ZonedDateTime now) {
        return installed.when().filter(when -> never(installed).isEmpty()).map(when -> when.next(now));
    }

    /** Why it will never remind, if it will not. */
    private Optional<String> never(Waker.Installed installed) {
        return installed.never(new ReminderCheck(desk));
    }

    private List<String> row(Waker.Installed installed, ZonedDateTime now) {
        return List.of(
                installed.form().name(),
                installed.job(),
                installed.when().map(Timetable::words).orElse("changed by hand"),
                next(installed, now)
                        .map(next -> "next " + MINUTE.format(next))
                        .orElse(never(installed).map(why -> "never: " + why).orElse("next unknown")));
    }

    private Map<String, Object> shape(Waker.Installed installed, ZonedDateTime now) {
        var shape = new LinkedHashMap<String, Object>();
        shape.put("form", installed.form().name());
        shape.put("routine", Optional.of(installed.job()).filter(job -> !job.equals(Job.ALL)));
        shape.put("where", installed.where());
        shape.put("counts", installed.counts());
        shape.put(
                "times",
                installed
                        .when()
                        .map(when -> when.times().stream().map(String::valueOf).toList()));
        shape.put(
                "days",
                installed.when().map(when -> when.days().stream().map(Days::id).toList()));
        shape.put("next", next(installed, now).map(DateTimeFormatter.ISO_OFFSET_DATE_TIME::format));
        shape.put("never", never(installed));
        return shape;
    }
}
