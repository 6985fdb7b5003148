package stretch.screen;

/**
 * The surface that a session is shown on.
 *
 * @param unicode whether block characters come out as such; otherwise ASCII stands in for them
 * @param farewell what to say at the end, beside what was done
 * @param notice what to say beside the session, or nothing
 */
public record ScreenSize(int columns, int rows, boolean unicode, Farewell farewell, String notice) {}
