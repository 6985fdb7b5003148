package stretch.report;

import java.util.List;
import stretch.history.entry.CheckIn;
import stretch.text.Durations;

/** The charts of a page, each with the table behind it. */
final class Charts {
    record Chart(String svg, DataTable table) {}

    private Charts() {}

    static Chart practice(ReportContent content) {
        var unit = content.period().unit().id();
        return new Chart(
                new ChartSvg(content.slices()).practice(unit),
                DataTable.of(
                        "Minutes a " + unit,
                        List.of("From", "Days with practice", "Sessions", "Minutes"),
                        content.slices(),
                        bucket -> List.of(
                                ReportText.day(bucket.days().from()),
                                String.valueOf(bucket.practised()),
                                String.valueOf(bucket.practice().sessions()),
                                Durations.minutes(bucket.practice().active()))));
    }

    /** None where nothing was done on one side. */
    static List<Chart> sides(ReportContent content) {
        var slices = content.slices();
        if (slices.stream()
                .allMatch(bucket -> bucket.left().plus(bucket.right()).isZero())) {
            return List.of();
        }
        return List.of(new Chart(
                new ChartSvg(slices).sides(content.period().unit().id()),
                DataTable.of(
                        "Left and right",
                        List.of("From", "Left", "Right"),
                        slices,
                        bucket -> List.of(
                                ReportText.day(bucket.days().from()),
                                Durations.roughly(bucket.left()),
                                Durations.roughly(bucket.right())))));
    }

    /** None where nothing was said. */
    static List<Chart> pain(ReportContent content) {
        var slices = content.slices();
        if (slices.stream()
                .noneMatch(bucket -> bucket.isSaid()
                        || bucket.isSaidAfter()
                        || !bucket.markers().isEmpty())) {
            return List.of();
        }
        return List.of(new Chart(
                new ChartSvg(slices).practiceAndPain(content.period().unit().id()),
                DataTable.of(
                        "Practice and pain",
                        List.of(
                                "From",
                                "Minutes",
                                "Pain, mean",
                                "Answers",
                                "Lowest",
                                "Highest",
                                "After practice",
                                "Signs"),
                        slices,
                        bucket -> List.of(
                                ReportText.day(bucket.days().from()),
                                Durations.minutes(bucket.practice().active()),
                                ReportText.mean(bucket.said()),
                                String.valueOf(bucket.said().getCount()),
                                bucket.isSaid() ? String.valueOf(bucket.said().getMin()) : "–",
                                bucket.isSaid() ? String.valueOf(bucket.said().getMax()) : "–",
                                ReportText.mean(bucket.after()),
                                signs(bucket)))));
    }

    private static String signs(Bucket bucket) {
        var words = CheckIn.MARKERS.stream()
                .filter(bucket.markers()::containsKey)
                .map(marker -> marker + " " + bucket.markers().get(marker))
                .toList();
        return words.isEmpty() ? "–" : String.join(", ", words);
    }
}
