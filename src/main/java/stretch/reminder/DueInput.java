package stretch.reminder;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import stretch.catalogue.Goal;
import stretch.catalogue.Outcome;
import stretch.config.ReminderRules;
import stretch.history.PracticeCalendar;
import stretch.history.entry.ReminderPause;
import stretch.history.entry.SessionRow;
import stretch.text.TimeRange;

/**
 * All that a decision rests on.
 *
 * @param sessions those of the routine of the last days at least, in any order
 * @param elsewhere when its steps had been done once more in other sessions of those days
 * @param pauses the times off from reminders that were asked for
 * @param running whether a session, of whatever routine, runs just now
 * @param now where the user is, which need not be where the sessions were
 */
public record DueInput(
        Goal goal,
        List<SessionRow> sessions,
        List<Done> elsewhere,
        List<ReminderPause> pauses,
        ReminderRules rules,
        PracticeCalendar calendar,
        boolean running,
        ZonedDateTime now) {
    /**
     * One time that a routine was done.
     *
     * @param began when its session did, by the clocks there
     * @param at the moment at which it was done
     */
    public record Done(ZonedDateTime began, ZonedDateTime at) {}

    /**
     * One of the goal's parts of the day, on one day.
     *
     * @param day on which it began, be it over the end of that day
     */
    record DayPart(TimeRange hours, LocalDate day) {}

    public DueInput {
        sessions = List.copyOf(sessions);
        elsewhere = List.copyOf(elsewhere);
        pauses = List.copyOf(pauses);
    }

    /** The day of practice. */
    public LocalDate today() {
        return calendar.dayOf(now);
    }

    /** The day that now counts for: that on which the part of the day began, if it is one of the goal's. */
    LocalDate day() {
        return calendar.forGoal(goal).dayOf(now);
    }

    /** That of the goal's parts of the day which it is now. */
    Optional<DayPart> open() {
        return part(now.toLocalDateTime());
    }

    private Optional<DayPart> part(LocalDateTime then) {
        return goal.hours().stream()
                .filter(hours -> hours.contains(then.toLocalTime()))
                .findFirst()
                .map(hours -> new DayPart(hours, calendar.forGoal(goal).dayOf(then)));
    }

    /** Begun early is in time: then the end tells. */
    private Optional<DayPart> part(Done done) {
        var end = done.at().withZoneSameInstant(done.began().getZone());
        return part(done.began().toLocalDateTime()).or(() -> part(end.toLocalDateTime()));
    }

    /** The parts of days in which the routine was done, each by the offset stored with its session. */
    Set<DayPart> partsDone() {
        return times().flatMap(done -> part(done).stream()).collect(Collectors.toSet());
    }

    /** The days of practice on which the routine was done, each by the offset stored with its session. */
    List<LocalDate> done() {
        return times().map(done -> part(done).map(DayPart::day).orElse(calendar.dayOf(done.began())))
                .toList();
    }

    /** Those on which it was done as often as its goal asks for on a day. */
    Set<LocalDate> daysDone() {
        var done = done();
        return done.stream()
                .filter(day -> Collections.frequency(done, day) >= goal.times())
                .collect(Collectors.toSet());
    }

    private Stream<Done> times() {
        var completed = sessions.stream()
                .filter(row -> row.outcome().filter(Outcome.COMPLETED::equals).isPresent())
                .map(row -> new Done(row.startedAt(), row.end().atZoneSameInstant(now.getZone())));
        return Stream.concat(completed, elsewhere.stream());
    }

    /** When the routine was last done. */
    Optional<ZonedDateTime> last() {
        return times().map(Done::at).max(ZonedDateTime::compareTo);
    }

    /** Whether a session of today broke off, and the routine was not done since. */
    boolean brokeOff() {
        var days = calendar.forGoal(goal);
        var day = days.dayOf(now);
        return sessions.stream()
                .filter(row -> days.dayOf(row.startedAt()).equals(day))
                .max((one, other) ->
                        one.startedAt().toInstant().compareTo(other.startedAt().toInstant()))
                .filter(row -> elsewhere.stream()
                        .noneMatch(done ->
                                done.at().toInstant().isAfter(row.startedAt().toInstant())))
                .flatMap(SessionRow::outcome)
                .filter(outcome -> outcome != Outcome.COMPLETED)
                .isPresent();
    }

    /** The snooze that ends last of those that hold now. */
    Optional<ZonedDateTime> snoozedUntil() {
        return pauses.stream()
                .flatMap(pause -> pause.until().stream())
                .map(until -> until.atZoneSameInstant(now.getZone()))
                .filter(now::isBefore)
                .max(ZonedDateTime::compareTo);
    }

    Optional<ReminderPause> skip() {
        return pauses.stream().filter(pause -> pause.skips(today())).findFirst();
    }

    /** When what is to be done every so often is next asked for; the working day begins with work, not with a break. */
    Optional<ZonedDateTime> next(Duration every) {
        var begin = rules.working()
                .filter(hours -> goal.hours().isEmpty())
                .filter(hours -> hours.from().isBefore(hours.to())
                        && every.compareTo(Duration.between(hours.from(), hours.to())) < 0)
                .map(hours -> now.toLocalDate().atTime(hours.from()).atZone(now.getZone()))
                .filter(start -> !start.isAfter(now));
        return Stream.concat(last().stream(), begin.stream())
                .max(ZonedDateTime::compareTo)
                .map(moment -> moment.plus(every));
    }

    /** The first moment after now at which the decision may be another, if nothing is put on record. */
    public ZonedDateTime horizon() {
        var moments = Stream.<ZonedDateTime>builder();
        pauses.stream()
                .flatMap(pause -> pause.until().stream())
                .forEach(until -> moments.add(until.atZoneSameInstant(now.getZone())));
        var times = Stream.of(rules.quiet().stream(), rules.working().stream(), goal.hours().stream())
                .flatMap(each -> each)
                .flatMap(hours -> Stream.of(hours.from(), hours.to()));
        Stream.concat(times, Stream.of(calendar.dayStarts()))
                .flatMap(time -> Stream.of(now.toLocalDate(), now.toLocalDate().plusDays(1))
                        .map(day -> day.atTime(time).atZone(now.getZone())))
                .forEach(moment -> {
                    // When clocks go back, an hour comes twice.
                    moments.add(moment);
                    moments.add(moment.withLaterOffsetAtOverlap());
                });
        Optional.ofNullable(now.getZone().getRules().nextTransition(now.toInstant()))
                .ifPresent(change -> moments.add(change.getInstant().atZone(now.getZone())));
        if (goal.often() instanceof Goal.Every every) {
            next(every.length()).ifPresent(moments::add);
        } else if (goal.often() instanceof Goal.PerDay) {
            last().map(last -> last.plus(Goal.PerDay.APART)).ifPresent(moments::add);
        }
        return moments.build()
                .filter(now::isBefore)
                .min(ZonedDateTime::compareTo)
                .orElseThrow();
    }

    DueInput withNow(ZonedDateTime other) {
        return new DueInput(goal, sessions, elsewhere, pauses, rules, calendar, running, other);
    }
}
