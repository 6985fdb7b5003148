package stretch.screen;

/** A part of the screen, in cells from 0. */
record Rect(int left, int top, int columns, int rows) {}
