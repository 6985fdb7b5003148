package stretch.screen.canvas;

/** A part of the screen, in cells from 0. */
public record Rect(int left, int top, int columns, int rows) {
    public static final Rect NONE = new Rect(0, 0, 0, 0);

    public Rect {
        columns = Math.max(0, columns);
        rows = Math.max(0, rows);
    }

    /** The first column to the right of it. */
    public int right() {
        return left + columns;
    }

    /** The first row below it. */
    public int bottom() {
        return top + rows;
    }

    /** What is left of it without so many columns and rows on each edge. */
    public Rect inset(int across, int down) {
        return new Rect(left + across, top + down, columns - 2 * across, rows - 2 * down);
    }

    /** The same columns from this row of the screen to before another. */
    public Rect between(int first, int end) {
        return new Rect(left, first, columns, end - first);
    }

    /** Its part from this column of it on. */
    public Rect from(int column) {
        return new Rect(left + column, top, columns - column, rows);
    }

    /** Its part below so many rows. */
    public Rect below(int row) {
        return new Rect(left, top + row, columns, rows - row);
    }

    /** Its first columns. */
    public Rect first(int some) {
        return new Rect(left, top, Math.min(some, columns), rows);
    }

    /** Its first rows. */
    public Rect upper(int some) {
        return new Rect(left, top, columns, Math.min(some, rows));
    }
}
