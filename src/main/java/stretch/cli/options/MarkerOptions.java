package stretch.cli.options;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import stretch.history.entry.CheckIn;

/** The options for the signs of a check-in: one each, for how it is compared with the check-in before. */
public final class MarkerOptions {
    private enum MarkerAnswer {
        worse,
        same,
        better
    }

    private final Map<String, OptionValue<MarkerAnswer>> markers = new LinkedHashMap<>();

    /** With a description of each sign, by its id. */
    public MarkerOptions(CommandSpecBuilder options, UnaryOperator<String> description) {
        for (var marker : CheckIn.MARKERS) {
            markers.put(
                    marker,
                    options.option("--" + marker, "worse|same|better", description.apply(marker), MarkerAnswer.class));
        }
    }

    /** What was answered before, with what was given now. */
    public Map<String, String> over(Map<String, String> before) {
        var answers = new LinkedHashMap<>(before);
        markers.forEach((marker, given) -> given.optional().ifPresent(word -> answers.put(marker, word.name())));
        return answers;
    }
}
