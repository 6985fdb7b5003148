package stretch.session;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import stretch.catalogue.Side;

/**
 * What the user wants otherwise than the catalogue has it.
 *
 * @param high doses with a range run to their high end
 * @param hold the length of every hold
 * @param prepare the get-ready time before every exercise
 * @param change the time to change sides
 * @param firstSide the side that two-sided exercises begin with
 * @param swaps exercise ids and what to do instead
 * @param avoid positions or equipment to avoid: {@code kneeling}, {@code floor}, {@code chair}
 */
public record Wishes(
        boolean high,
        Optional<Duration> hold,
        Optional<Duration> prepare,
        Optional<Duration> change,
        Optional<Side> firstSide,
        Map<String, String> swaps,
        List<String> avoid) {
    /** Everything as the catalogue has it. */
    public static final Wishes NONE = new Wishes(
            false, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Map.of(), List.of());

    public Wishes {
        swaps = Map.copyOf(swaps);
        avoid = List.copyOf(avoid);
    }
}
