package stretch.cli.record;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import stretch.stats.PracticeTotals;

/** A year as a map: a column a week, a row a day of the week, the darker the longer; in any width. */
record HeatMap(PracticeTotals totals, int columns, boolean unicode) {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM", Locale.ENGLISH);

    /** Before the first column: two blanks, the day of the week, a blank. */
    static final int MARGIN = 6;

    private static final int MONTH_WIDTH = 3;

    /** From no practice to much of it. */
    private String shades() {
        return unicode ? "·░▒▓█" : ".:oO#";
    }

    /** How many weeks fit, the newest: 53 at most. */
    int weeks() {
        return Math.max(1, Math.min(PracticeTotals.YEAR, columns - MARGIN));
    }

    /** The months above, and then the days of a week. */
    List<String> lines() {
        var first = totals.firstOfYear().plusWeeks(PracticeTotals.YEAR - weeks());
        var lines = new ArrayList<String>();
        lines.add((" ".repeat(MARGIN) + months(first)).stripTrailing());
        for (int row = 0; row < 7; row++) {
            var line = new StringBuilder("  ")
                    .append(first.plusDays(row).getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH))
                    .append(' ');
            for (int week = 0; week < weeks(); week++) {
                line.append(cell(first.plusWeeks(week).plusDays(row)));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private char cell(LocalDate date) {
        int level = totals.day(date).level();
        return level == 0 && date.isAfter(totals.today()) ? ' ' : shades().charAt(level);
    }

    /** A month stands above the week that has its first day; the one that runs when the map begins, if there is room. */
    private String months(LocalDate first) {
        var line = new StringBuilder();
        for (int week = 0; week < weeks(); week++) {
            var last = first.plusWeeks(week).plusDays(6);
            boolean begins = last.getDayOfMonth() <= 7;
            boolean runs = week == 0 && last.plusWeeks(MONTH_WIDTH).getMonth() == last.getMonth();
            if ((begins || runs) && MARGIN + week + MONTH_WIDTH <= columns) {
                line.append(" ".repeat(week - line.length())).append(MONTH.format(last));
            }
        }
        return line.toString();
    }

    /** What the shades mean, in minutes a day. */
    String legend() {
        return String.format(
                Locale.ROOT,
                "%c 0  %c <2  %c 2+  %c 5+  %c 10+ minutes",
                shades().charAt(0),
                shades().charAt(1),
                shades().charAt(2),
                shades().charAt(3),
                shades().charAt(4));
    }
}
