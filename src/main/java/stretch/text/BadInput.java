package stretch.text;

/** Input that is not what it has to be, with the place of the fault. */
public final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    /**
     * The fault as {@code LINE:COLUMN: what}.
     *
     * @param line from 1
     * @param column from 1; 0 if the whole line is meant
     */
    public BadInput(int line, int column, String what) {
        super(line + (column > 0 ? ":" + column : "") + ": " + what);
        this.line = line;
        this.column = column;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }
}
