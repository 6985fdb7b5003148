package stretch.report;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import stretch.catalogue.exercise.Side;
import stretch.history.Note;
import stretch.text.Durations;
import stretch.text.NumberWords;

/**
 * What the template of the page fills in: the facts in words.
 *
 * <p>What is of the rank {@code extra} is on the screen alone, so that the printed page is one page.
 */
record ReportModel(ReportContent content, LocalDate today) {
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
    record SummaryTile(String name, String number, String more) {}

    record ExerciseRow(
            String rank,
            String name,
            String dose,
            String practised,
            int shortened,
            int skipped,
            String hurt,
            String last) {}

    record NoteRow(String rank, String when, String text) {}

    String title() {
        return "Stretching, " + ReportText.day(period().from()) + " to " + ReportText.day(period().to());
    }

    String subtitle() {
        return ReportText.amount(period().days(), "day") + ", from the history of stretch; written on "
                + ReportText.day(today);
    }

    private Period period() {
        return content.period();
    }

    String unit() {
        return period().unit().id();
    }

    List<SummaryTile> tiles() {
        var total = content.totals().between(period().from(), period().to());
        int days = content.slices().stream().mapToInt(Bucket::practised).sum();
        var tiles = new ArrayList<SummaryTile>();
        var counted = content.fromFirstDay();
        tiles.add(new SummaryTile(
                "Practised",
                String.format(Locale.ROOT, "%,d of %s", days, ReportText.amount(counted.days(), "day")),
                (counted.equals(period()) ? "" : "since the first one ever. ")
                        + (content.offDays() == 0
                                ? ""
                                : ReportText.amount(content.offDays(), "day") + " skipped on purpose")));
        tiles.add(new SummaryTile(
                "Sessions", ReportText.amount(total.sessions(), "session"), total.completed() + " completed"));
        tiles.add(new SummaryTile(
                "Time",
                Durations.roughly(total.active()),
                Durations.minutes(Duration.ofMillis(total.active().toMillis() / Math.max(1, days)))
                        + " on a day with practice"));
        var trend = content.trend();
        tiles.add(new SummaryTile(
                "Pain, as you recorded it",
                ReportText.mean(trend.now()),
                trend.isEmpty()
                        ? "no answer in the last 56 days"
                        : "in the last 28 days, of 10; " + ReportText.mean(trend.before()) + " in the 28 before"));
        return tiles;
    }

    /** Left and right in words; empty if there is too little to compare. */
    String balance() {
        return content.totals()
                .balance()
                .words()
                .map(words -> NumberWords.capital(words) + ".")
                .orElse("");
    }

    /** What is said instead where nothing was done. */
    String nothing() {
        return content.exercises().isEmpty() && content.slices().stream().allMatch(bucket -> bucket.practised() == 0)
                ? "No practice is recorded in this period. That is all right: 'stretch run daily' is there when you"
                        + " are."
                : "";
    }

    boolean hasPlan() {
        return !content.planned().isEmpty();
    }

    List<RoutineSummary> plan() {
        return ranked(content.planned(), PRINTED_ROUTINES, (goal, rank) -> RoutineSummary.of(content, goal, rank));
    }

    /** The first so many are printed. */
    private static <T, R> List<R> ranked(List<T> all, int printed, BiFunction<T, String, R> shown) {
        return IntStream.range(0, all.size())
                .mapToObj(i -> shown.apply(all.get(i), i < printed ? MAIN : EXTRA))
                .toList();
    }

    /** The printed page says what it leaves out. */
    private static String moreThanPrinted(int all, int printed, String what) {
        return all <= printed ? "" : "And " + ReportText.amount(all - printed, what) + " more, on the screen.";
    }

    String moreRoutines() {
        return moreThanPrinted(content.planned().size(), PRINTED_ROUTINES, "routine");
    }

    String moreExercises() {
        return moreThanPrinted(content.exercises().size(), PRINTED_EXERCISES, "exercise");
    }

    String morePrintedNotes() {
        return moreThanPrinted(content.notes().all(), PRINTED_NOTES, "note");
    }

    String year() {
        return YearHeatMap.svg(content.totals());
    }

    DataTable yearTable() {
        var year = new Period(period().calendar(), content.totals().firstOfYear(), period().to());
        return DataTable.of(
                "The year by month",
                List.of("Month", "Days with practice", "Sessions", "Minutes"),
                year.slices(Period.PeriodUnit.MONTH),
                month -> {
                    var sum = content.totals().between(month.from(), month.to());
                    return List.of(
                            MONTH.format(month.from()),
                            String.valueOf(content.practised(month)),
                            String.valueOf(sum.sessions()),
                            Durations.minutes(sum.active()));
                });
    }

    List<Charts.Chart> practice() {
        return nothing().isEmpty() ? List.of(Charts.practice(content)) : List.of();
    }

    /** The printed page has one chart, and pain comes first. */
    String practiceRank() {
        return pain().isEmpty() ? MAIN : "screen";
    }

    List<Charts.Chart> sides() {
        return Charts.sides(content);
    }

    List<Charts.Chart> pain() {
        return Charts.pain(content);
    }

    boolean hasAfter() {
        return content.slices().stream().anyMatch(Bucket::isSaidAfter);
    }

    boolean hasSigns() {
        return content.slices().stream().anyMatch(bucket -> !bucket.markers().isEmpty());
    }

    boolean hasExercises() {
        return !content.exercises().isEmpty();
    }

    List<ExerciseRow> rows() {
        return ranked(
                content.exercises(),
                PRINTED_EXERCISES,
                (one, rank) -> new ExerciseRow(
                        rank,
                        ReportText.cut(one.name(), LONGEST_NAME),
                        one.dose() + Side.after(one.sides()),
                        one.practised() + " of " + one.steps(),
                        one.shortened(),
                        one.skipped(),
                        one.whereItHurt(),
                        ReportText.day(one.last())));
    }

    boolean hasNotes() {
        return !content.notes().newest().isEmpty();
    }

    /** The newest first: they are what one talks about. */
    List<NoteRow> notes() {
        return ranked(
                content.notes().newest(),
                PRINTED_NOTES,
                (remark, rank) -> new NoteRow(rank, when(remark), ReportText.cut(remark.text(), LONGEST)));
    }

    private static String when(Note remark) {
        return ReportText.day(remark.date()) + ", " + ReportText.cut(remark.beside(), LONGEST_NAME)
                + (remark.pain().isEmpty() ? "" : ", pain " + remark.pain()) + ":";
    }

    String moreNotes() {
        int left = content.notes().all() - content.notes().newest().size();
        return left == 0
                ? ""
                : "Older notes that are not shown: " + ReportText.amount(left, "note")
                        + ". 'stretch export' has all of them.";
    }

    List<ExerciseCard> cards() {
        return content.exercises().stream()
                .limit(ReportContent.CARDS)
                .map(ExerciseCard::of)
                .toList();
    }

    String footer() {
        return "This page counts practice and what was recorded about pain and ease. It does not say what made anything"
                + " better or worse, and it is not a diagnosis. 'stretch cautions' says when to see a professional.";
    }
}
