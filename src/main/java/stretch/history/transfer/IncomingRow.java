package stretch.history.transfer;

/** A row of a file that is being imported, whatever its format. */
interface IncomingRow {
    /** The text of a cell by the name of its column; "" where there is none. */
    String cell(String column);

    /** The text as it was before it went into the cell. */
    default String text(String column) {
        return cell(column);
    }

    /** Whether the cell may be read as a number, or else as text; where it holds nothing, as both. */
    boolean isReadAs(boolean number, String column);

    /** The line of the row, from 1. */
    int line();

    /** Where the cell is: its line and its column, which in a table is the number of the cell. */
    Place place(String column);

    /** A place in a file; the column is 0 where only the line is known. */
    record Place(int line, int column) {
        @Override
        public String toString() {
            return column > 0 ? line + ":" + column : Integer.toString(line);
        }
    }
}
