package stretch.cli;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import stretch.progress.Balance;
import stretch.progress.Kept;
import stretch.progress.PainTrend;
import stretch.progress.Program;
import stretch.progress.Signs;
import stretch.progress.Tally;
import stretch.progress.Trouble;
import stretch.progress.Warning;
import stretch.progress.Week;
import stretch.text.Durations;
import stretch.text.Width;

/** What the record adds up to, as people read it: counts of what was done, and no word on what they mean. */
final class StatsPage {
    /** How many weeks are listed. */
    static final int WEEKS = 8;

    /** How many exercises are, at most. */
    static final int EXERCISES = 5;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd MMM", Locale.ENGLISH);
    private static final int LONGEST_BAR = 30;

    private final Page page;
    private final Tally tally;
    private final List<Warning.Answer> answers;
    private final Signs signs;

    StatsPage(Page page, Tally tally, List<Warning.Answer> answers, Signs signs) {
        this.page = page;
        this.tally = tally;
        this.answers = answers;
        this.signs = signs;
    }

    void print(String before, List<Kept> kept) {
        var total = tally.total();
        page.paragraph(
                0,
                before + amount(total.sessions(), "session") + " on "
                        + amount(tally.days().size(), "day") + " since " + total.date() + ", "
                        + Durations.roughly(total.active())
                        + " in all");
        var program = Program.of(tally.completed(), tally.today());
        if (program.week() > 0) {
            page.paragraph(0, "W" + program.words().substring(1));
        }
        goals(kept);
        weeks();
        pain();
        signs();
        map();
        tally.balance().words().ifPresent(words -> balance(tally.balance(), words));
        troubles(tally.troubles(EXERCISES));
    }

    private void goals(List<Kept> all) {
        if (all.isEmpty()) {
            return;
        }
        page.gap();
        page.heading("Goals");
        int width =
                all.stream().mapToInt(one -> Width.of(one.routine().id())).max().orElse(0);
        for (var one : all) {
            page.hanging("  " + Width.pad(one.routine().id(), width) + "  ", one.words());
        }
    }

    private void weeks() {
        page.gap();
        page.heading("Weeks");
        var began = tally.days().firstKey();
        var weeks = tally.weeks(WEEKS).stream()
                .filter(week -> !week.monday().plusDays(6).isBefore(began))
                .toList();
        var counts = weeks.stream().map(week -> sessions(week.sessions())).toList();
        var times = weeks.stream().map(week -> Durations.minutes(week.active())).toList();
        int wide = times.stream().mapToInt(String::length).max().orElse(0);
        long most =
                weeks.stream().mapToLong(week -> week.active().toMillis()).max().orElse(0);
        int room = Math.max(1, Math.min(LONGEST_BAR, page.columns() - "  16 Nov  999 sessions    ".length() - wide));
        for (int i = 0; i < weeks.size(); i++) {
            var week = weeks.get(i);
            page.line(("  " + DAY.format(week.monday()) + "  " + counts.get(i) + "  "
                            + " ".repeat(wide - times.get(i).length()) + times.get(i) + "  "
                            + bar(week, most, room, page.unicode()))
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
        var trend = PainTrend.of(answers, tally.today());
        if (trend.now().isEmpty() && trend.before().isEmpty()) {
            return;
        }
        page.gap();
        page.heading("Pain, as you said (0 to 10)");
        page.hanging("  now     ", mean(trend.now(), trend.answersNow()));
        page.hanging("  before  ", mean(trend.before(), trend.answersBefore()));
        var weeks = tally.weeks(WEEKS).stream()
                .map(week -> PainTrend.week(answers, week.monday()))
                .map(mean -> mean.isPresent() ? String.format(Locale.ROOT, "%.1f", mean.getAsDouble()) : "-")
                .toList();
        page.hanging("  weeks   ", String.join("  ", weeks));
    }

    private void signs() {
        if (signs.counts().isEmpty()) {
            return;
        }
        page.gap();
        page.heading("Signs, as you said (28 days)");
        page.table(signs.counts().keySet().stream()
                .map(marker -> {
                    var cells = new ArrayList<String>();
                    cells.add("  " + marker);
                    Signs.WORDS.forEach(word -> cells.add(signs.count(marker, word) + " " + word));
                    return List.copyOf(cells);
                })
                .toList());
    }

    private static String mean(OptionalDouble mean, int answers) {
        return mean.isPresent()
                ? String.format(Locale.ROOT, "%.1f on average, ", mean.getAsDouble()) + amount(answers, "answer")
                        + " in 28 days"
                : "no answer in 28 days";
    }

    private void map() {
        var map = new HeatMap(tally, page.columns(), page.unicode());
        page.gap();
        page.heading("Days (" + amount(map.weeks(), "week") + ")");
        map.lines().forEach(page::line);
        int room = page.columns() - Width.of(map.legend());
        if (room >= 2) {
            page.line(" ".repeat(Math.min(HeatMap.MARGIN, room)) + map.legend());
        } else {
            page.paragraph(2, map.legend());
        }
    }

    private void balance(Balance balance, String words) {
        page.gap();
        page.heading("Left and right");
        page.paragraph(2, words);
        page.hanging("  now     ", sides(balance.recent()));
        page.hanging("  before  ", sides(balance.before()));
    }

    private static String sides(Balance.Span span) {
        return "left " + span.left().toSeconds() + " s, right " + span.right().toSeconds() + " s";
    }

    private void troubles(List<Trouble> troubles) {
        if (troubles.isEmpty()) {
            return;
        }
        page.gap();
        page.heading("Skipped, shortened or hurt (" + amount(Tally.YEAR, "week") + ")");
        int width = troubles.stream()
                .mapToInt(one -> Width.of(one.exercise()))
                .max()
                .orElse(0);
        for (var one : troubles) {
            page.hanging(
                    "  " + Width.pad(one.exercise(), width) + "  ",
                    one.total() + " of " + amount(one.steps(), "step") + ": " + words(one));
        }
        if (troubles.stream().anyMatch(one -> one.hurt() > 0)) {
            page.paragraph(2, "'stretch cautions' says when to see a professional.");
        }
    }

    private static String words(Trouble trouble) {
        return Stream.of(
                        part(trouble.skipped(), "skipped"),
                        part(trouble.shortened(), "shortened"),
                        part(trouble.hurt(), "hurt"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    private static Optional<String> part(int count, String what) {
        return count == 0 ? Optional.empty() : Optional.of(count + " " + what);
    }

    private static String sessions(int count) {
        return String.format(Locale.ROOT, "%3d %-8s", count, count == 1 ? "session" : "sessions");
    }

    private static String amount(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
