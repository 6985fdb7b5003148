package stretch.history.entry;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import stretch.catalogue.Outcome;

/**
 * Which sessions to read.
 *
 * @param since started then or later
 * @param until started before then
 * @param newest only so many of the newest, 1 or more
 */
public record Filter(
        Optional<Instant> since,
        Optional<Instant> until,
        Optional<String> routine,
        Optional<Outcome> outcome,
        OptionalInt newest) {
    public static final Filter ALL =
            new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty());

    /** Whether it leaves none out. Java would look up at each start how records are compared, which takes long. */
    public boolean isAll() {
        return since.isEmpty() && until.isEmpty() && routine.isEmpty() && outcome.isEmpty() && newest.isEmpty();
    }

    public static Filter since(Instant then) {
        return new Filter(Optional.of(then), Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty());
    }

    /** The same, of which only those that started before then. */
    public Filter until(Instant then) {
        return new Filter(since, Optional.of(then), routine, outcome, newest);
    }

    /** The same, of which only so many of the newest. */
    public Filter newest(OptionalInt most) {
        return new Filter(since, until, routine, outcome, most);
    }
}
