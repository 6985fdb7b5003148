package stretch.reminder;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import stretch.catalogue.Goal;
import stretch.text.Durations;
import stretch.text.TimeRange;

/**
 * Whether a routine is due.
 *
 * @param why in one clause
 * @param brokeOff whether it is due because a session of today was not finished
 */
public record DueDecision(boolean due, String why, boolean brokeOff) {
    /** Farther than a skip can reach, nobody plans: a year of days with twelve parts each. */
    private static final int MOST_CHANGES = 12_000;

    private static DueDecision no(String why) {
        return new DueDecision(false, why, false);
    }

    /** For this reason, unless a session of today was not finished. */
    private static DueDecision yes(DueInput input, String why) {
        return new DueDecision(true, input.brokeOff() ? "it broke off today" : why, input.brokeOff());
    }

    /**
     * What was done counts before what was asked for, and that before the hours: so the reason given is the one that
     * the user can do least about.
     */
    public static DueDecision decide(DueInput input) {
        if (input.goal() instanceof Goal.None) {
            return no("it has no goal");
        }
        if (input.running()) {
            return no("a session is running");
        }
        var asked = asked(input);
        if (!asked.due()) {
            return asked;
        }
        return paused(input).or(() -> outside(input)).map(DueDecision::no).orElse(asked);
    }

    private static Optional<String> outside(DueInput input) {
        return input.goal().hours().isEmpty() || input.open().isPresent()
                ? Optional.empty()
                : Optional.of("its hours are " + hours(input.goal()));
    }

    /** In words: {@code 07:00-10:00, 18:00-22:00}. */
    static String hours(Goal goal) {
        return goal.hours().stream().map(TimeRange::toString).collect(Collectors.joining(", "));
    }

    /** Whether nothing but the user's practice is looked at, it would be due. */
    private static DueDecision asked(DueInput input) {
        var goal = input.goal();
        var today = input.day();
        if (goal.often() instanceof Goal.Every every) {
            return every(input, every.length());
        }
        long times = input.done().stream().filter(today::equals).count();
        boolean onceEach = goal.hours().size() > 1;
        if (goal.often() instanceof Goal.PerDay && !onceEach) {
            return perDay(input, times);
        }
        var parts = input.partsDone();
        if (onceEach
                ? parts.stream().filter(part -> part.day().equals(today)).count()
                        == goal.hours().size()
                : times > 0) {
            return no("done today");
        }
        var open = input.open().filter(part -> onceEach);
        var already = open.filter(parts::contains);
        if (already.isPresent()) {
            return no("done since " + already.get().hours().from());
        }
        if (!goal.asks(today)) {
            return no("its goal is " + goal.id() + ", and "
                    + (today.equals(input.today()) ? "today is " : "these hours began on ") + name(today));
        }
        var met = input.daysDone();
        var last = met.stream().filter(today::isAfter).max(LocalDate::compareTo);
        if (last.filter(day -> day.plusDays(goal.span()).isAfter(today)).isPresent()) {
            long days = ChronoUnit.DAYS.between(last.get(), today);
            return no("done " + (days == 1 ? "yesterday" : days + " days ago") + ", and its goal is " + goal.id());
        }
        if (goal.often() instanceof Goal.Weekly weekly) {
            var first = input.calendar().weekOf(today);
            long days = met.stream()
                    .filter(day -> !day.isBefore(first) && !day.isAfter(today))
                    .count();
            if (days >= weekly.days() || !input.brokeOff()) {
                var so = "done on " + days + " of " + weekly.days() + " days this week";
                return new DueDecision(days < weekly.days(), so, false);
            }
        }
        return yes(
                input, open.map(part -> "not done since " + part.hours().from()).orElse("not done today"));
    }

    private static DueDecision perDay(DueInput input, long times) {
        var so = "done " + times + " of " + input.goal().times() + " times today";
        if (times >= input.goal().times()) {
            return no(so);
        }
        return input.last()
                .filter(when -> when.plus(Goal.PerDay.APART).isAfter(input.now()))
                .map(when -> no("done " + ago(when, input.now()) + ", and its goal is "
                        + input.goal().id()))
                .orElseGet(() -> yes(input, so));
    }

    private static DueDecision every(DueInput input, Duration length) {
        if (input.next(length).filter(input.now()::isBefore).isPresent()) {
            var last = input.last().filter(when -> !when.plus(length).isBefore(input.now()));
            return no(last.map(when -> "done " + ago(when, input.now()))
                            .orElse("the working hours began less than that ago")
                    + ", and its goal is " + input.goal().id());
        }
        return yes(
                input,
                input.last()
                        .filter(when -> input.calendar().dayOf(when).equals(input.today()))
                        .map(when -> "last done " + ago(when, input.now()))
                        .orElse("not done today"));
    }

    private static String ago(ZonedDateTime when, ZonedDateTime now) {
        var length = Duration.between(when, now).truncatedTo(ChronoUnit.MINUTES);
        return length.isZero() ? "just now" : Durations.words(length) + " ago";
    }

    /** What holds every reminder back, whatever is due. */
    public static Optional<String> paused(DueInput input) {
        var skip = input.skip();
        if (skip.isPresent()) {
            var reason = skip.get().reason();
            return Optional.of("today is skipped" + (reason.isBlank() ? "" : " (" + reason + ")"));
        }
        if (input.rules().daysOff().contains(input.today().getDayOfWeek())) {
            return Optional.of(name(input.today()) + " is a day off");
        }
        var snooze = input.snoozedUntil();
        if (snooze.isPresent()) {
            return Optional.of("snoozed until " + moment(snooze.get(), input.now()));
        }
        var time = input.now().toLocalTime();
        var quiet = input.rules().quiet().filter(hours -> hours.contains(time));
        if (quiet.isPresent()) {
            return Optional.of("quiet hours are " + quiet.get());
        }
        if (input.goal() instanceof Goal.Every) {
            return input.rules()
                    .working()
                    .filter(hours -> !hours.contains(time))
                    .map(hours -> "working hours are " + hours);
        }
        return Optional.empty();
    }

    /** When the routine is next due, if nothing is put on record until then. */
    public static Optional<ZonedDateTime> next(DueInput input) {
        var then = input;
        for (int i = 0; i < MOST_CHANGES && !(input.goal() instanceof Goal.None); i++) {
            then = then.withNow(then.horizon());
            if (decide(then).due()) {
                return Optional.of(then.now());
            }
        }
        return Optional.empty();
    }

    /** The same as people say it now; of the moment at which a day of practice starts, the day alone. */
    public static Optional<String> nextWords(DueInput input) {
        return next(input)
                .map(when ->
                        moment(when, input.now()).replace(" " + input.calendar().dayStarts(), ""));
    }

    /** As people say it now, by the dates of the clock: {@code 14:30}, {@code tomorrow 07:00}, {@code Monday 2026-11-23 00:00}. */
    public static String moment(ZonedDateTime when, ZonedDateTime now) {
        var today = now.toLocalDate();
        var day = when.toLocalDate();
        var time = when.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString();
        if (day.equals(today)) {
            return time;
        }
        return (day.equals(today.plusDays(1)) ? "tomorrow" : name(day) + " " + day) + " " + time;
    }

    private static String name(LocalDate day) {
        return day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
}
