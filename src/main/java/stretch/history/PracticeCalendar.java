package stretch.history;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import stretch.catalogue.Goal;
import stretch.text.TerminalSafe;
import stretch.text.TimeOfDay;

/**
 * When the days and weeks of practice begin.
 *
 * <p>A day has the date on which it begins: where that is at 04:00, what is done at 01:30 is of the day before. The clock
 * on the wall tells, by the offset stored with each row, so that neither travel nor another zone moves what was done. An
 * hour that comes twice may begin its day twice.
 */
public record PracticeCalendar(LocalTime dayStarts, DayOfWeek weekStarts) {
    /** Days from midnight, weeks from Monday, as ISO 8601 has them. */
    public static final PracticeCalendar USUAL = new PracticeCalendar(LocalTime.MIDNIGHT, DayOfWeek.MONDAY);

    /**
     * Reads when days begin, 00:00 to 12:00, so that a day has its date for at least half of its hours; fails with an
     * IllegalArgumentException that says what would be right.
     */
    public static LocalTime parseStart(String text) {
        return TimeOfDay.parse(text)
                .filter(time -> !time.isAfter(LocalTime.NOON) && time.getSecond() == 0)
                .orElseThrow(() -> new IllegalArgumentException("'" + TerminalSafe.line(text)
                        + "' is not a time from 00:00 to 12:00; write it like 04:00 or 4am"));
    }

    /** The same for a goal: its part of the day that lasts over the start of a day is all of the day on which it began. */
    public PracticeCalendar forGoal(Goal goal) {
        return goal.hours().stream()
                .filter(hours -> hours.contains(dayStarts) && !hours.from().equals(dayStarts))
                .findFirst()
                .map(hours -> new PracticeCalendar(hours.to(), weekStarts))
                .orElse(this);
    }

    /** How long after midnight days start, in milliseconds, as the database reckons. */
    long startMillis() {
        return dayStarts.toSecondOfDay() * 1000L;
    }

    /** The day of practice that it is when clocks show this. */
    public LocalDate dayOf(LocalDateTime time) {
        return time.minusNanos(dayStarts.toNanoOfDay()).toLocalDate();
    }

    public LocalDate dayOf(ZonedDateTime moment) {
        return dayOf(moment.toLocalDateTime());
    }

    public LocalDate dayOf(OffsetDateTime moment) {
        return dayOf(moment.toLocalDateTime());
    }

    public LocalDate today(Clock clock) {
        return dayOf(LocalDateTime.now(clock));
    }

    /** The first moment of a day of practice; where clocks leave its time out, the one after that. */
    public ZonedDateTime startOf(LocalDate day, ZoneId zone) {
        var time = day.atTime(dayStarts);
        var change = zone.getRules().getTransition(time);
        return change != null && change.isGap() ? change.getInstant().atZone(zone) : time.atZone(zone);
    }

    /** The first day of the week that this day is in. */
    public LocalDate weekOf(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(weekStarts));
    }
}
