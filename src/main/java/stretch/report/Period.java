package stretch.report;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import stretch.history.PracticeCalendar;

/**
 * The days of practice that a page is about.
 *
 * @param from the first of them, {@code to} the last
 */
public record Period(PracticeCalendar calendar, LocalDate from, LocalDate to) {
    /** How far a page looks back unless it is told otherwise. */
    public static final int WEEKS = 12;

    /** More columns than these are too thin to read at the width of a telephone; our choice. */
    private static final int COLUMNS = 60;

    /** What a column of a chart stands for. */
    enum PeriodUnit {
        WEEK(ChronoUnit.WEEKS, "d MMM"),
        MONTH(ChronoUnit.MONTHS, "MMM yyyy"),
        QUARTER(java.time.temporal.IsoFields.QUARTER_YEARS, "MMM yyyy"),
        YEAR(ChronoUnit.YEARS, "yyyy");

        private final java.time.temporal.TemporalUnit step;
        private final DateTimeFormatter form;

        PeriodUnit(java.time.temporal.TemporalUnit step, String form) {
            this.step = step;
            this.form = DateTimeFormatter.ofPattern(form, Locale.ENGLISH);
        }

        private LocalDate first(LocalDate day, PracticeCalendar calendar) {
            return switch (this) {
                case WEEK -> calendar.weekOf(day);
                case MONTH -> day.withDayOfMonth(1);
                case QUARTER -> day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % 3);
                case YEAR -> day.withDayOfYear(1);
            };
        }

        private LocalDate next(LocalDate first) {
            return first.plus(1, step);
        }

        private long count(Period period) {
            return step.between(first(period.from, period.calendar), first(period.to, period.calendar)) + 1;
        }

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** How a column is called that begins on this day. */
        String label(LocalDate first) {
            return form.format(first);
        }
    }

    public Period {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(from + " is after " + to);
        }
    }

    /** The twelve weeks that end with the one of this day. */
    public static Period upTo(PracticeCalendar calendar, LocalDate day) {
        return new Period(calendar, calendar.weekOf(day).minusWeeks(WEEKS - 1L), day);
    }

    public long days() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    boolean holds(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** The shortest that does not make too many columns. */
    PeriodUnit unit() {
        for (var unit : PeriodUnit.values()) {
            if (unit.count(this) <= COLUMNS) {
                return unit;
            }
        }
        return PeriodUnit.YEAR;
    }

    /** The weeks, months or years that it touches, the first and the last cut at its ends. */
    List<Period> slices() {
        return slices(unit());
    }

    List<Period> slices(PeriodUnit unit) {
        var slices = new ArrayList<Period>();
        for (var first = unit.first(from, calendar); !first.isAfter(to); first = unit.next(first)) {
            var last = unit.next(first).minusDays(1);
            slices.add(new Period(calendar, first.isBefore(from) ? from : first, last.isAfter(to) ? to : last));
        }
        return slices;
    }
}
