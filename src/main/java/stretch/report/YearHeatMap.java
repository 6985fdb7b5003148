package stretch.report;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import stretch.stats.Day;
import stretch.stats.PracticeTotals;
import stretch.svg.SvgWriter;
import stretch.text.Durations;

/** A year as a map: a column a week, a row a day of the week, the darker the longer. */
final class YearHeatMap {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM", Locale.ENGLISH);
    private static final double LEFT = 24;
    private static final double TOP = 12;
    private static final double PITCH = (SvgWriter.WIDTH - LEFT) / PracticeTotals.YEAR;
    private static final double CELL = PITCH - 1.1;

    private YearHeatMap() {}

    static String svg(PracticeTotals totals) {
        var first = totals.firstOfYear();
        var days = totals.days().subMap(first, true, totals.today(), true).size();
        var svg = new SvgWriter(
                "year",
                (int) Math.ceil(TOP + 7 * PITCH),
                "Map of the year up to " + ReportText.day(totals.today()) + ": practice on "
                        + ReportText.amount(days, "day") + ". The table below has it by month.");
        for (var weekday : DayOfWeek.values()) {
            if (weekday.getValue() % 2 == 1 && weekday != DayOfWeek.SUNDAY) {
                svg.text("end", LEFT - 4, y(weekday) + CELL - 0.6, label(weekday));
            }
        }
        var empty = new StringBuilder();
        for (int week = 0; week < PracticeTotals.YEAR; week++) {
            var monday = first.plusWeeks(week);
            var sunday = monday.plusDays(6);
            if (sunday.getDayOfMonth() <= 7 && week < PracticeTotals.YEAR - 2) {
                svg.text("", x(week), TOP - 4, MONTH.format(sunday));
            }
            for (var weekday : DayOfWeek.values()) {
                cell(svg, empty, totals, week, monday.with(weekday));
            }
        }
        return svg.path("level0", empty.toString(), "").svg();
    }

    private static void cell(SvgWriter svg, StringBuilder empty, PracticeTotals totals, int week, LocalDate date) {
        var day = totals.day(date);
        if (day.level() > 0) {
            svg.rect("level" + day.level(), x(week), y(date.getDayOfWeek()), CELL, CELL, words(day));
        } else if (!date.isAfter(totals.today())) {
            // One path for all of them: they have nothing to say when one points at them.
            empty.append('M')
                    .append(SvgWriter.number(x(week)))
                    .append(' ')
                    .append(SvgWriter.number(y(date.getDayOfWeek())));
            var cell = SvgWriter.number(CELL);
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
        return ReportText.weekday(day.date()) + ": " + ReportText.amount(day.sessions(), "session") + ", "
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
