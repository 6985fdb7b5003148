package stretch.report;

import java.util.List;
import java.util.Optional;
import stretch.history.CheckIn;
import stretch.text.Durations;

/** The charts of a page, each with the table behind it. */
final class Pictures {
    private Pictures() {}

    static Sheet.Picture practice(Facts facts) {
        var unit = facts.period().unit().id();
        return new Sheet.Picture(
                new Plot(facts.slices()).practice(unit),
                Table.of(
                        "Minutes a " + unit,
                        List.of("From", "Days with practice", "Sessions", "Minutes"),
                        facts.slices(),
                        slice -> List.of(
                                Words.day(slice.days().from()),
                                String.valueOf(slice.practised()),
                                String.valueOf(slice.practice().sessions()),
                                Durations.minutes(slice.practice().active()))));
    }

    /** None where nothing was done on one side. */
    static Optional<Sheet.Picture> sides(Facts facts) {
        var slices = facts.slices();
        if (slices.stream().allMatch(slice -> slice.left().plus(slice.right()).isZero())) {
            return Optional.empty();
        }
        return Optional.of(new Sheet.Picture(
                new Plot(slices).sides(facts.period().unit().id()),
                Table.of(
                        "Left and right",
                        List.of("From", "Left", "Right"),
                        slices,
                        slice -> List.of(
                                Words.day(slice.days().from()),
                                Durations.roughly(slice.left()),
                                Durations.roughly(slice.right())))));
    }

    /** None where nothing was said. */
    static Optional<Sheet.Picture> pain(Facts facts) {
        var slices = facts.slices();
        if (slices.stream()
                .noneMatch(slice -> slice.said().isSaid()
                        || slice.after().isSaid()
                        || !slice.markers().isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(new Sheet.Picture(
                new Plot(slices).practiceAndPain(facts.period().unit().id()),
                Table.of(
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
                        slice -> List.of(
                                Words.day(slice.days().from()),
                                Durations.minutes(slice.practice().active()),
                                slice.said().words(),
                                String.valueOf(slice.said().answers()),
                                slice.said().isSaid()
                                        ? String.valueOf(slice.said().least())
                                        : "–",
                                slice.said().isSaid()
                                        ? String.valueOf(slice.said().most())
                                        : "–",
                                slice.after().words(),
                                signs(slice)))));
    }

    private static String signs(Slice slice) {
        var words = CheckIn.MARKERS.stream()
                .filter(slice.markers()::containsKey)
                .map(marker -> marker + " " + slice.markers().get(marker))
                .toList();
        return words.isEmpty() ? "–" : String.join(", ", words);
    }
}
