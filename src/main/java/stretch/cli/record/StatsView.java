package stretch.cli.record;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import stretch.output.Printer;
import stretch.stats.GoalProgress;
import stretch.stats.IncompleteSteps;
import stretch.stats.MarkerCounts;
import stretch.stats.PainTrend;
import stretch.stats.PainWarning;
import stretch.stats.PracticeTotals;
import stretch.stats.Progression;
import stretch.stats.SideBalance;
import stretch.stats.Week;
import stretch.text.DisplayWidth;
import stretch.text.Durations;
import stretch.text.Numbers;

/** What the record adds up to, as people read it: counts of what was done, and no word on what they mean. */
record StatsView(Printer printer, PracticeTotals totals, List<PainWarning.PainAnswer> answers, MarkerCounts markers) {
    /** How many weeks are listed. */
    static final int WEEKS = 8;

    /** How many exercises are, at most. */
    static final int EXERCISES = 5;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd MMM", Locale.ENGLISH);
    private static final int LONGEST_BAR = 30;

    void print(String before, List<GoalProgress> kept) {
        var total = totals.total();
        printer.paragraph(
                0,
                before + Numbers.count(total.sessions(), "session") + " on "
                        + Numbers.count(totals.days().size(), "day") + " since " + total.date() + ", "
                        + Durations.roughly(total.active())
                        + " in all");
        var progression = Progression.of(totals.completed(), totals.today());
        if (progression.week() > 0) {
            printer.paragraph(0, "W" + progression.words().substring(1));
        }
        goals(kept);
        weeks();
        pain();
        signs();
        map();
        totals.balance().words().ifPresent(words -> balance(totals.balance(), words));
        troubles(totals.troubles(EXERCISES));
    }

    private void goals(List<GoalProgress> all) {
        if (all.isEmpty()) {
            return;
        }
        printer.blankLine();
        printer.heading("Goals");
        int width = DisplayWidth.widest(all.stream().map(one -> one.routine().id()));
        for (var one : all) {
            printer.hanging("  " + DisplayWidth.pad(one.routine().id(), width) + "  ", one.words());
        }
    }

    private void weeks() {
        printer.blankLine();
        printer.heading("Weeks");
        var began = totals.days().firstKey();
        var weeks = totals.weeks(WEEKS).stream()
                .filter(week -> !week.first().plusDays(6).isBefore(began))
                .toList();
        var counts = weeks.stream().map(week -> sessions(week.sessions())).toList();
        var times = weeks.stream().map(week -> Durations.minutes(week.active())).toList();
        int wide = DisplayWidth.widest(times.stream());
        long most =
                weeks.stream().mapToLong(week -> week.active().toMillis()).max().orElse(0);
        int room = Math.max(1, Math.min(LONGEST_BAR, printer.columns() - "  16 Nov  999 sessions    ".length() - wide));
        for (int i = 0; i < weeks.size(); i++) {
            var week = weeks.get(i);
            printer.line(("  " + DAY.format(week.first()) + "  " + counts.get(i) + "  "
                            + " ".repeat(wide - times.get(i).length()) + times.get(i) + "  "
                            + bar(week, most, room, printer.unicode()))
                    .stripTrailing());
        }
    }

    /** As long as the week was beside the longest; any practice is worth a cell. */
    private static String bar(Week week, long most, int room, boolean unicode) {
        long millis = week.active().toMillis();
        long cells = millis == 0 ? 0 : Math.max(1, Math.round((double) room * millis / most));
        return (unicode ? "█" : "#").repeat((int) cells);
    }

    /** What was said beside what was done; which of them made the other is nobody's to say. */
    private void pain() {
        var trend = PainTrend.of(answers, totals.today());
        if (trend.isEmpty()) {
            return;
        }
        printer.blankLine();
        printer.heading("Pain, as you recorded it (0 to 10)");
        printer.hanging("  now     ", mean(trend.now()));
        printer.hanging("  before  ", mean(trend.before()));
        var weeks = totals.weeks(WEEKS).stream()
                .map(week -> PainTrend.week(answers, week.first()))
                .map(week -> week.getCount() > 0 ? String.format(Locale.ROOT, "%.1f", week.getAverage()) : "-")
                .toList();
        printer.hanging("  weeks   ", String.join("  ", weeks));
    }

    private void signs() {
        if (markers.counts().isEmpty()) {
            return;
        }
        printer.blankLine();
        printer.heading("Signs, as you recorded them (28 days)");
        printer.table(markers.counts().keySet().stream()
                .map(marker -> {
                    var cells = new ArrayList<String>();
                    cells.add("  " + marker);
                    MarkerCounts.WORDS.forEach(word -> cells.add(markers.count(marker, word) + " " + word));
                    return List.copyOf(cells);
                })
                .toList());
    }

    private static String mean(IntSummaryStatistics answers) {
        return answers.getCount() > 0
                ? String.format(Locale.ROOT, "%.1f on average, ", answers.getAverage())
                        + Numbers.count(answers.getCount(), "answer")
                        + " in 28 days"
                : "no answer in 28 days";
    }

    private void map() {
        var map = new HeatMap(totals, printer.columns(), printer.unicode());
        printer.blankLine();
        printer.heading("Days (" + Numbers.count(map.weeks(), "week") + ")");
        map.lines().forEach(printer::line);
        int room = printer.columns() - DisplayWidth.of(map.legend());
        if (room >= 2) {
            printer.line(" ".repeat(Math.min(HeatMap.MARGIN, room)) + map.legend());
        } else {
            printer.paragraph(2, map.legend());
        }
    }

    private void balance(SideBalance balance, String words) {
        printer.blankLine();
        printer.heading("Left and right");
        printer.paragraph(2, words);
        printer.hanging("  now     ", sides(balance.recent()));
        printer.hanging("  before  ", sides(balance.before()));
    }

    private static String sides(SideBalance.BalancePeriod span) {
        return "left " + Durations.words(span.left()) + ", right " + Durations.words(span.right());
    }

    private void troubles(List<IncompleteSteps> troubles) {
        if (troubles.isEmpty()) {
            return;
        }
        printer.blankLine();
        printer.heading("Skipped, shortened or hurt (" + Numbers.count(PracticeTotals.YEAR, "week") + ")");
        int width = DisplayWidth.widest(troubles.stream().map(IncompleteSteps::exercise));
        for (var one : troubles) {
            printer.hanging(
                    "  " + DisplayWidth.pad(one.exercise(), width) + "  ",
                    one.total() + " of " + Numbers.count(one.steps(), "step") + ": " + words(one));
        }
        if (troubles.stream().anyMatch(one -> one.hurt() > 0)) {
            printer.paragraph(2, "'stretch cautions' says when to see a professional.");
        }
    }

    private static String words(IncompleteSteps incomplete) {
        return Stream.of(
                        part(incomplete.skipped(), "skipped"),
                        part(incomplete.shortened(), "shortened"),
                        part(incomplete.hurt(), "hurt"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    private static Optional<String> part(int count, String what) {
        return count == 0 ? Optional.empty() : Optional.of(count + " " + what);
    }

    private static String sessions(int count) {
        return String.format(Locale.ROOT, "%3d %-8s", count, count == 1 ? "session" : "sessions");
    }
}
