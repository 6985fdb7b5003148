package stretch.session;

/**
 * The surface that a session is shown on.
 *
 * @param unicode whether block characters come out as such; otherwise ASCII stands in for them
 */
public record Screen(int columns, int rows, boolean unicode) {}
