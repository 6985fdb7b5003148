package stretch.session.plan;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import stretch.catalogue.exercise.Side;

/**
 * What the user wants otherwise than the catalogue has it.
 *
 * @param high doses with a range run to their high end
 * @param hold the length of every hold
 * @param prepare the get-ready time before every exercise
 * @param change the time to change sides
 * @param tempo how fast repetitions and breaths go
 * @param firstSide the side that two-sided exercises begin with
 * @param swaps exercise ids and what to do instead
 * @param avoid positions or equipment to avoid: {@code kneeling}, {@code floor}, {@code chair}
 * @param timing how long words take: to be read, or to be said
 */
public record PlanOptions(
        boolean high,
        Optional<Duration> hold,
        Optional<Duration> prepare,
        Optional<Duration> change,
        Tempo tempo,
        Optional<Side> firstSide,
        Map<String, String> swaps,
        List<String> avoid,
        SpeechTiming timing) {
    /** Everything as the catalogue has it. */
    public static final PlanOptions NONE = new PlanOptions(
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Tempo.NORMAL,
            Optional.empty(),
            Map.of(),
            List.of(),
            SpeechTiming.READING);

    PlanOptions withTempo(Tempo other) {
        return new PlanOptions(high, hold, prepare, change, other, firstSide, swaps, avoid, timing);
    }

    /** The same wishes with words that take as long as this. */
    PlanOptions withTiming(SpeechTiming other) {
        return new PlanOptions(high, hold, prepare, change, tempo, firstSide, swaps, avoid, other);
    }

    public PlanOptions {
        swaps = Map.copyOf(swaps);
        avoid = List.copyOf(avoid);
    }
}
