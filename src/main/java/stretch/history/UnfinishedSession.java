package stretch.history;

import java.util.OptionalInt;

/**
 * A session that broke off.
 *
 * @param plan its steps, as they were kept when it began
 * @param brokenOff the number of the step that was cut in its middle
 */
public record UnfinishedSession(SessionRow session, String plan, OptionalInt brokenOff) {}
