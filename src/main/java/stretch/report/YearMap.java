package stretch.report;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import stretch.progress.Day;
import stretch.progress.Tally;
import stretch.text.Durations;

/** A year as a map: a column a week, a row a day of the week, the darker the longer. */
final class YearMap {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM", Locale.ENGLISH);
    private static final double LEFT = 24;
    private static final double TOP = 12;
    private static final double PITCH = (Ink.WIDTH - LEFT) / Tally.YEAR;
    private static final double CELL = PITCH - 1.1;

    private YearMap() {}

    static String svg(Tally tally) {
        var first = tally.firstOfYear();
        var days = tally.days().subMap(first, true, tally.today(), true).size();
        var ink = new Ink(
                "year",
                (int) Math.ceil(TOP + 7 * PITCH),
                "Map of the year up to " + Words.day(tally.today()) + ": practice on " + Words.amount(days, "day")
                        + ". The table below has it by month.");
        for (var weekday : DayOfWeek.values()) {
            if (weekday.getValue() % 2 == 1 && weekday != DayOfWeek.SUNDAY) {
                ink.text("end", LEFT - 4, y(weekday) + CELL - 0.6, label(weekday));
            }
        }
        var empty = new StringBuilder();
        for (int week = 0; week < Tally.YEAR; week++) {
            var monday = first.plusWeeks(week);
            var sunday = monday.plusDays(6);
            if (sunday.getDayOfMonth() <= 7 && week < Tally.YEAR - 2) {
                ink.text("", x(week), TOP - 4, MONTH.format(sunday));
            }
            for (var weekday : DayOfWeek.values()) {
                cell(ink, empty, tally, week, monday.with(weekday));
            }
        }
        return ink.path("level0", empty.toString(), "").svg();
    }

    private static void cell(Ink ink, StringBuilder empty, Tally tally, int week, LocalDate date) {
        var day = tally.day(date);
        if (day.level() > 0) {
            ink.rect("level" + day.level(), x(week), y(date.getDayOfWeek()), CELL, CELL, words(day));
        } else if (!date.isAfter(tally.today())) {
            // One path for all of them: they have nothing to say when one points at them.
            empty.append('M').append(Ink.number(x(week))).append(' ').append(Ink.number(y(date.getDayOfWeek())));
            var cell = Ink.number(CELL);
            empty.append('h')
                    .append(cell)
                    .append('v')
                    .append(cell)
                    .append("h-")
                    .append(cell)
                    .append('z');
        }
    }

    private static String words(Day day) {
        return Words.weekday(day.date()) + ": " + Words.amount(day.sessions(), "session") + ", "
                + Durations.minutes(day.active());
    }

    private static String label(DayOfWeek weekday) {
        return weekday.getDisplayName(java.time.format.TextStyle.SHORT, Locale.ENGLISH);
    }

    private static double x(int week) {
        return LEFT + week * PITCH;
    }

    private static double y(DayOfWeek weekday) {
        return TOP + (weekday.getValue() - 1) * PITCH;
    }
}
