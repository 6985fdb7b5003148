package stretch.history.entry;

import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A session that broke off.
 *
 * @param plan its steps, as they were kept when it began
 * @param brokenOff the number of the step that was cut in its middle
 * @param settled the numbers of the steps that need not be done again, as they were done or left out
 */
public record UnfinishedSession(SessionRow session, String plan, OptionalInt brokenOff, Set<Integer> settled) {
    public UnfinishedSession {
        settled = Set.copyOf(settled);
    }

    /** The number of the step that it goes on with, if one is left. */
    public OptionalInt next() {
        return IntStream.rangeClosed(1, session.stepsPlanned())
                .filter(step -> !settled.contains(step))
                .findFirst();
    }
}
