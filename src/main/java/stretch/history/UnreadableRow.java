package stretch.history;

/** A row of the database that holds what no field of its kind may hold; {@link Store} makes a failure of it. */
final class UnreadableRow extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** With what is wrong: {@code session ID: invalid outcome 'x': expected ...}. */
    UnreadableRow(String fault) {
        super(fault);
    }
}
