package stretch.session;

/** A part of the screen, in cells from 0. */
record Box(int left, int top, int columns, int rows) {}
