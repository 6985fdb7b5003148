package stretch.report;

import java.time.DayOfWeek;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Set;
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
    /** The names of all seven would touch each other. */
    private static final Set<DayOfWeek> LABELLED = Set.of(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY, DayOfWeek.FRIDAY);

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
        for (int row = 0; row < 7; row++) {
            var weekday = first.plusDays(row).getDayOfWeek();
            if (LABELLED.contains(weekday)) {
                svg.text("end", LEFT - 4, y(row) + CELL - 0.6, weekday.getDisplayName(TextStyle.SHORT, Locale.ENGLISH));
            }
        }
        var empty = new StringBuilder();
        for (int week = 0; week < PracticeTotals.YEAR; week++) {
            var last = first.plusWeeks(week).plusDays(6);
            if (last.getDayOfMonth() <= 7 && week < PracticeTotals.YEAR - 2) {
                svg.text("", x(week), TOP - 4, MONTH.format(last));
            }
            for (int row = 0; row < 7; row++) {
                cell(svg, empty, totals, week, row);
            }
        }
        return svg.path("level0", empty.toString(), "").svg();
    }

    private static void cell(SvgWriter svg, StringBuilder empty, PracticeTotals totals, int week, int row) {
        var date = totals.firstOfYear().plusWeeks(week).plusDays(row);
        var day = totals.day(date);
        if (day.level() > 0) {
            svg.rect("level" + day.level(), x(week), y(row), CELL, CELL, words(day));
        } else if (!date.isAfter(totals.today())) {
            // One path for all of them: they have nothing to say when one points at them.
            var cell = SvgWriter.number(CELL);
            empty.append("M" + SvgWriter.number(x(week)) + " " + SvgWriter.number(y(row)) + "h" + cell + "v" + cell
                    + "h-" + cell + "z");
        }
    }

    private static String words(Day day) {
        return ReportText.weekday(day.date()) + ": " + ReportText.amount(day.sessions(), "session") + ", "
                + Durations.minutes(day.active());
    }

    private static double x(int week) {
        return LEFT + week * PITCH;
    }

    private static double y(int row) {
        return TOP + row * PITCH;
    }
}
