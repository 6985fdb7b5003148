package stretch.report;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import stretch.history.Remark;
import stretch.html.HtmlPage;
import stretch.text.Durations;

/**
 * What the template of the page fills in: the facts in words.
 *
 * <p>What is of the rank {@code extra} is on the screen alone, so that the printed page is one page.
 */
record Sheet(Facts facts, LocalDate today) {
    private static final String MAIN = "main";
    private static final String EXTRA = "extra";

    /** What the printed page has room for. Found by printing it full, on A4 and on Letter. */
    private static final int PRINTED_ROUTINES = 3;

    private static final int PRINTED_EXERCISES = 6;
    private static final int PRINTED_NOTES = 3;

    /** A note that is longer is cut; the record has it in full. */
    static final int LONGEST = 500;

    static final int LONGEST_NAME = 60;

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);

    /** One number of the glance. */
    record Tile(String name, String number, String more) {}

    /** A chart, and its numbers. */
    record Picture(String svg, Table table) {}

    /** What was done of an exercise. */
    record Row(
            String rank,
            String name,
            String dose,
            String practised,
            int shortened,
            int skipped,
            String hurt,
            String last) {}

    record Note(String rank, String when, String text) {}

    String title() {
        return "Stretching, " + Words.day(period().from()) + " to " + Words.day(period().to());
    }

    String subtitle() {
        return Words.amount(period().days(), "day") + ", by the record that stretch kept; made on " + Words.day(today);
    }

    private Period period() {
        return facts.period();
    }

    String unit() {
        return period().unit().id();
    }

    List<Tile> tiles() {
        var total = facts.tally().between(period().from(), period().to());
        int days = facts.slices().stream().mapToInt(Slice::practised).sum();
        var tiles = new ArrayList<Tile>();
        var counted = facts.sinceTheFirst();
        tiles.add(new Tile(
                "Practised",
                String.format(Locale.ROOT, "%,d of %s", days, Words.amount(counted.days(), "day")),
                (counted.equals(period()) ? "" : "since the first one ever. ")
                        + (facts.offDays() == 0
                                ? ""
                                : Words.amount(facts.offDays(), "day") + " taken off on purpose")));
        tiles.add(new Tile("Sessions", Words.amount(total.sessions(), "session"), total.completed() + " completed"));
        tiles.add(new Tile(
                "Time",
                Durations.roughly(total.active()),
                Durations.minutes(total.active().dividedBy(Math.max(1, days))) + " on a day with practice"));
        var trend = facts.trend();
        tiles.add(new Tile(
                "Pain, as it was said",
                mean(trend.now()),
                trend.now().isEmpty() && trend.before().isEmpty()
                        ? "no answer in the last 56 days"
                        : "in the last 28 days, of 10; " + mean(trend.before()) + " in the 28 before"));
        return tiles;
    }

    private static String mean(OptionalDouble mean) {
        return mean.isPresent() ? String.format(Locale.ROOT, "%.1f", mean.getAsDouble()) : "–";
    }

    /** Left and right in words; empty if there is too little to compare. */
    String balance() {
        return facts.tally()
                .balance()
                .words()
                .map(words -> Words.capital(words) + ".")
                .orElse("");
    }

    /** What is said instead where nothing was done. */
    String nothing() {
        return facts.exercises().isEmpty() && facts.slices().stream().allMatch(slice -> slice.practised() == 0)
                ? "No practice is on record in these days. That is all right: 'stretch run daily' is there when you are."
                : "";
    }

    boolean hasPlan() {
        return !facts.planned().isEmpty();
    }

    List<Planned> plan() {
        var all = new ArrayList<Planned>();
        for (var kept : facts.planned()) {
            all.add(Planned.of(facts, kept, all.size() < PRINTED_ROUTINES ? MAIN : EXTRA));
        }
        return all;
    }

    /** The printed page says what it leaves out. */
    private static String rest(int all, int printed, String what) {
        return all <= printed ? "" : "And " + Words.amount(all - printed, what) + " more, on the screen.";
    }

    String moreRoutines() {
        return rest(facts.planned().size(), PRINTED_ROUTINES, "routine");
    }

    String moreExercises() {
        return rest(facts.exercises().size(), PRINTED_EXERCISES, "exercise");
    }

    String morePrintedNotes() {
        return rest(facts.remarks().all(), PRINTED_NOTES, "note");
    }

    String year() {
        return YearMap.svg(facts.tally());
    }

    Table yearTable() {
        var year = new Period(facts.tally().firstOfYear(), period().to());
        return Table.of(
                "The year by month",
                List.of("Month", "Days with practice", "Sessions", "Minutes"),
                year.slices(Period.Unit.MONTH),
                month -> {
                    var sum = facts.tally().between(month.from(), month.to());
                    return List.of(
                            MONTH.format(month.from()),
                            String.valueOf(facts.practised(month)),
                            String.valueOf(sum.sessions()),
                            Durations.minutes(sum.active()));
                });
    }

    List<Picture> practice() {
        return nothing().isEmpty() ? List.of(Pictures.practice(facts)) : List.of();
    }

    /** The printed page has one chart, and pain comes first. */
    String practiceRank() {
        return pain().isEmpty() ? MAIN : "screen";
    }

    List<Picture> sides() {
        return Pictures.sides(facts).stream().toList();
    }

    List<Picture> pain() {
        return Pictures.pain(facts).stream().toList();
    }

    boolean hasAfter() {
        return facts.slices().stream().anyMatch(slice -> slice.after().isSaid());
    }

    boolean hasSigns() {
        return facts.slices().stream().anyMatch(slice -> !slice.markers().isEmpty());
    }

    boolean hasRows() {
        return !facts.exercises().isEmpty();
    }

    List<Row> rows() {
        var rows = new ArrayList<Row>();
        for (var one : facts.exercises()) {
            rows.add(new Row(
                    rows.size() < PRINTED_EXERCISES ? MAIN : EXTRA,
                    Words.cut(one.name(), LONGEST_NAME),
                    one.dose() + (one.isTwoSided() ? " a side" : ""),
                    one.practised() + " of " + one.steps(),
                    one.shortened(),
                    one.skipped(),
                    one.whereItHurt(),
                    Words.day(one.last())));
        }
        return rows;
    }

    boolean hasNotes() {
        return !facts.remarks().newest().isEmpty();
    }

    /** The newest first: they are what one talks about. */
    List<Note> notes() {
        var notes = new ArrayList<Note>();
        for (var remark : facts.remarks().newest()) {
            boolean shown = notes.size() < PRINTED_NOTES;
            notes.add(new Note(shown ? MAIN : EXTRA, when(remark), Words.cut(remark.text(), LONGEST)));
        }
        return notes;
    }

    private static String when(Remark remark) {
        return Words.day(remark.date()) + ", " + Words.cut(remark.beside(), LONGEST_NAME)
                + (remark.pain().isEmpty() ? "" : ", pain " + remark.pain()) + ":";
    }

    String moreNotes() {
        int left = facts.remarks().all() - facts.remarks().newest().size();
        return left == 0 ? "" : "Older, and not shown: " + Words.amount(left, "note") + ". 'stretch export' has all.";
    }

    boolean hasCards() {
        return !facts.exercises().isEmpty();
    }

    List<Card> cards() {
        return facts.exercises().stream().limit(Facts.CARDS).map(Card::of).toList();
    }

    String footer() {
        return "This page counts what was done and what was said of pain and ease. It does not say what made anything"
                + " better or worse, and it is no diagnosis. 'stretch cautions' says when to see a professional.";
    }

    String html() {
        return HtmlPage.of("report", title(), this);
    }
}
