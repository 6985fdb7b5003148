package stretch.history.db;

/** A row of the database that holds what no field of its kind may hold; {@link Database} makes a failure of it. */
public final class UnreadableRow extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** With what is wrong: {@code session ID: invalid outcome 'x': expected ...}. */
    public UnreadableRow(String fault) {
        super(fault);
    }
}
